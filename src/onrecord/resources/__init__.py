"""Reference tables and trained models, each with its source and licence."""
