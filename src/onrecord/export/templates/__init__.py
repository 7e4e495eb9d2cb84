"""The page: its templates, its style and its script."""
