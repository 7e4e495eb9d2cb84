"""From drafts to records: mentions to actors, places and dates; each record to the statement it stands on."""
