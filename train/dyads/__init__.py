"""Training of the learned coder of relations."""
