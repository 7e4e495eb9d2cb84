"""PLOVER's types by kind: acts that are done, and acts that are said."""

DEEDS = frozenset(["ASSAULT", "COERCE", "SANCTION", "AID", "COOPERATE", "PROTEST", "MOBILIZE", "RETREAT"])
VERBAL = frozenset(["AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"])
