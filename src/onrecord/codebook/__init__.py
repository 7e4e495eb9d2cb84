"""PLOVER: types, modes, contexts and sectors, the coding rules and the learned coder."""
