"""Event types as the evaluation counts them: CONCEDE and RETREAT as YIELD, PLOVER 0.5 names merged."""

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}

MERGED = {
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}


def event_type(label: str | None) -> str | None:
    """The type that the evaluation counts `label` as; None for no label."""
    name = (label or "").strip().upper()
    return MERGED.get(name, name) or None
