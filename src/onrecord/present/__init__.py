"""Read models over records: pure functions that answer an analyst's questions.

Each takes a `Report` (or its records) and gives frozen values that carry the ids and the spans of the records
they were made from, so that every line of a page can be traced to the characters it stands on.
"""

from onrecord.present.dossier import Dossier, dossier

__all__ = ["Dossier", "dossier"]
