"""Lines for what is done by speaking, for contacts, and for what is done on the ground."""

from onrecord.present.acts import Act
from onrecord.present.chain import attribution
from onrecord.present.contacts import Contact
from onrecord.present.entry import Entry
from onrecord.present.phrases import flat, joined, marks, quoted, verb, who

NOT_SAID = "(not said who)"


def spoken(act: Act) -> Entry:
    """A demand, accusation, promise, threat, refusal or word of support."""
    actors = who(act.by) or NOT_SAID
    does = verb(act.event, act.mode, act.by) or ""
    return _entry(act, " ".join(part for part in (actors, does, who(act.to)) if part), attribution(act.word))


def deed(act: Act) -> Entry:
    """An act on the ground, always with who vouches for it."""
    head = f"{who(act.by) or NOT_SAID} → {who(act.to)}" if act.to else who(act.by) or NOT_SAID
    return _entry(act, head, vouched(act))


def contact(one: Contact) -> Entry:
    """A meeting, call or visit with its agenda."""
    agenda = "; ".join(flat(span.text) for span in one.agenda)
    venue = "" if one.venue is None else flat(one.venue.text)
    asked = "" if one.convened_by is None else f"convened at the request of {flat(one.convened_by.text)}"
    return Entry(
        head=f"{one.form[:1].upper()}{one.form[1:]}: {who(one.parties) or NOT_SAID}",
        marks=marks(one.act.status, one.act.negated),
        code=_code(one.act),
        words=f"on the table: {agenda}" if agenda else None,
        notes=_notes(_when(one.act), venue, _where(one.act), asked, attribution(one.act.word)),
        voice=_first(one.act),
        records=one.act.records,
        spans=one.act.spans,
    )


def vouched(act: Act) -> str:
    """Who vouches for an act: the report itself, the actor alone, or others in their order."""
    if act.reported:
        return "on the report’s own word"
    return attribution(act.word) or "on the actor’s own word"


def _entry(act: Act, head: str, vouching: str) -> Entry:
    shown = ("agenda", "channel", "convened at request of")
    details = (f"{part.label}: {joined(part.spans)}" for part in act.particulars if part.label not in shown)
    return Entry(
        head=head,
        marks=marks(act.status, act.negated),
        code=_code(act),
        words=quoted(flat(act.words.text)),
        notes=_notes(*details, _where(act), _when(act), vouching),
        voice=_first(act),
        records=act.records,
        spans=act.spans,
    )


def _code(act: Act) -> str:
    return act.event if act.mode is None else f"{act.event} {act.mode}"


def _when(act: Act) -> str:
    return "undated" if act.when is None else act.when.phrase


def _where(act: Act) -> str:
    return "" if act.where is None else f"at {act.where.label}"


def _first(act: Act) -> str:
    return act.by[0].key if act.by else ""


def _notes(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)
