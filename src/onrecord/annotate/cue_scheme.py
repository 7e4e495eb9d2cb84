"""What the learned reader of cues tells of a word: whether it reports, as what, and which words it reports of whom."""

ACTS = ("NONE", "speech", "thought", "intention")
"""What a word may report that somebody did, the first that it reports nothing."""
SIDES = ("first", "last", "source")
"""What the reporting word points at: the first and the last word of what is reported, and whose it is."""
WIDTH = 32
"""Of an arc's query and key."""
