"""Read models over records: pure functions that answer an analyst's questions."""
