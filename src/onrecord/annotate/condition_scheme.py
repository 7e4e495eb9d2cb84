"""What the learned reader of conditions tells of a word: which state of affairs, as what it is told, and its parts."""

KINDS = (
    "NONE", "blocked", "restricted", "open", "shortage", "humanitarian", "displacement", "casualties", "damage",
    "fighting", "calm",
)  # fmt: skip
"""States of affairs a word may tell, the first none: routes in three states, needs, harm, and two of security."""
STATUSES = ("asserted", "denied", "demanded", "planned", "hypothetical")
PARTS = ("place", "since", "restricted", "affected", "goods", "quantity", "cause")
"""What the telling word points at: where, since when, what cannot pass, who suffers, what lacks or is damaged, how
much, and what brought it about."""
WIDTH = 32
"""Of an arc's query and key."""
