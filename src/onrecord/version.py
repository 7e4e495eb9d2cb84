"""The version of the package, which every document record carries."""

__version__ = "0.1.0"

CONTRACT_VERSION = "1"
"""Version of the JSON Lines contract; raised when a field changes its meaning or goes."""
