"""The records of the public JSON Lines contract, one class a kind."""

import msgspec

from onrecord.model.parts import Actor, CodedBy, Diagnostic, EventDetail, Place, Time
from onrecord.model.span import Span
from onrecord.model.vocabulary import (
    Act,
    Channel,
    ConditionKind,
    MentionKind,
    PublishedBasis,
    StatementKind,
    Status,
)


class Document(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="document"):
    """A source: its canonical text and what is known about it.

    `text` is left out of printed records unless asked for (it is often somebody's property); `sha256` is
    of its UTF-8 bytes. `published` is an ISO date, `published_basis` where it came from.
    """

    id: str
    title: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "none"
    publisher: str | None = None
    uri: str | None = None
    language: str | None = None
    sha256: str
    diagnostics: tuple[Diagnostic, ...] = ()
    version: str
    text: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="statement"):
    """What somebody is reported to have said, thought or intended; `parent` is the statement it stands in."""

    id: str
    doc: str
    kind: StatementKind
    act: Act = "speech"
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: Actor | None = None
    addressees: tuple[Actor, ...] = ()
    channel: Channel = "unknown"
    venue: str | None = None
    when: Time | None = None
    parent: str | None = None
    negated: bool = False


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="event"):
    """A PLOVER event. `statement` is the statement it stands on, null for the report's own voice.

    `anchor` is the words that name the act, `evidence` the clause, `mentions` the anchors of further
    mentions of the same event. `intensity` is PLOVER's score, `quad` 1–4.
    """

    id: str
    doc: str
    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int
    intensity: float
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    anchor: Span
    evidence: Span
    where: Place | None = None
    when: Time | None = None
    status: Status = "asserted"
    negated: bool = False
    statement: str | None = None
    detail: EventDetail = EventDetail()
    coded_by: CodedBy
    mentions: tuple[Span, ...] = ()


class Condition(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="condition"):
    """A state of affairs: a road closed, a shortage, people displaced; `cause` is a record id."""

    id: str
    doc: str
    kind: ConditionKind
    place: Place | None = None
    state: str | None = None
    severity: str | None = None
    sectors: tuple[str, ...] = ()
    restricted: tuple[str, ...] = ()
    affected: str | None = None
    since: Time | None = None
    quantity: str | None = None
    cause: str | None = None
    evidence: Span
    status: Status = "asserted"
    negated: bool = False
    statement: str | None = None


class Agreement(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="agreement"):
    """An agreement that the text names; `known_id` is its id in the reference table, `date` an ISO date."""

    id: str
    doc: str
    name: str
    known_id: str | None = None
    date: str | None = None
    parties: tuple[Actor, ...] = ()
    mentions: tuple[Span, ...] = ()
    obligations: tuple[Span, ...] = ()


class Mention(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag="mention"):
    """A name, place or time in the text with what it was linked to; exactly one of the three is set. Words for several
    ("the French and German ministers") have a mention for each."""

    id: str
    doc: str
    kind: MentionKind
    span: Span
    actor: Actor | None = None
    place: Place | None = None
    time: Time | None = None


type Record = Document | Statement | Event | Condition | Agreement | Mention
