"""From any source to documents: canonical text, publication date and where it came from."""
