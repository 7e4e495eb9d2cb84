"""The evidence base: reports kept in a database, reviews apart from machine records."""
