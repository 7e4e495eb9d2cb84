"""What the models of this folder share: the encoder they start from, export, and reading as the package reads."""
