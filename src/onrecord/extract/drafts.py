"""Drafts: what extractors find in the layers, grounded but not yet linked.

Every actor, place and time in a draft is a span of the text; `onrecord.link` finds out what it stands for
and turns drafts into records.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, Self

from onrecord.model import CodedBy, EventDetail, Span
from onrecord.model.vocabulary import Act, Channel, ConditionKind, StatementKind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDraft:
    """A statement.

    `source` is the words that name the speaker in this sentence. Where the text names none and the speaker
    of an earlier statement goes on, `carried_from` is that statement's index in the extractor's result.
    `parent` is the index of the statement that this one stands in. `assumed`: only the head of the document tells the
    channel. `score` in 0–1. `found_by` tells what found it.
    """

    kind: StatementKind
    act: Act = "speech"
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    carried_from: int | None = None
    addressees: tuple[Span, ...] = ()
    channel: Channel = "unknown"
    assumed: bool = False
    venue: Span | None = None
    when: Span | None = None
    parent: int | None = None
    negated: bool = False
    score: float = 1.0
    found_by: Literal["rules", "model", "both"] = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """How an act whose clause names nobody refers to an act told before.

    `kind`: "noun" ("the offer"), "pronoun" ("it"), "denial" ("denied shelling …"), "content" (what it is about is told
    in words of its own, "agreed to leave"), "silence" ("refused"). `types`: PLOVER types that its noun may stand for;
    empty: any.
    """

    kind: Literal["noun", "pronoun", "denial", "content", "silence"]
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """An event as one clause tells it. `actors` empty: the text names nobody (an agentless passive).

    `status` is what the clause itself says; an asserted act inside somebody's statement becomes alleged when
    it is linked, unless it is `performative`: the speaker's own act of speech ("We call on …").
    `implied_actor` marks an actor that is the speaker himself and has no words of his own in the clause.
    `takes_up`: where the clause names no recipient, how it refers to an act told before whose actor is meant.
    `meeting`: of an agreement to meet or talk, the mode of that contact ("" none); None for all else.
    `mutual`: the actors do it to one another ("accused each other").
    `to_nobody`: words that are turned to no party that the clause leaves out ("vowed to find the bombers").
    `known`: a deed told by a noun that points back ("the closure", "those killings"): likely one told of before.
    """

    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    anchor: Span
    evidence: Span
    where: Span | None = None
    when: Span | None = None
    status: Status = "asserted"
    negated: bool = False
    performative: bool = False
    implied_actor: bool = False
    takes_up: TakenUp | None = None
    meeting: str | None = None
    mutual: bool = False
    to_nobody: bool = False
    known: bool = False
    detail: EventDetail = field(default_factory=EventDetail)
    coded_by: CodedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionDraft:
    """A state of affairs. `cause` is the words that name what brought it about.

    `core` is the words of the evidence that told it, where these are less than it: in whose mouth they are, it stands.
    """

    kind: ConditionKind
    place: Span | None = None
    state: str | None = None
    severity: str | None = None
    sectors: tuple[str, ...] = ()
    restricted: tuple[Span, ...] = ()
    affected: Span | None = None
    since: Span | None = None
    quantity: Span | None = None
    cause: Span | None = None
    evidence: Span
    core: Span | None = None
    status: Status = "asserted"
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDraft:
    """An agreement that the text names, all its mentions together; `date` is the words of its date."""

    name: str
    known_id: str | None = None
    date: Span | None = None
    parties: tuple[Span, ...] = ()
    mentions: tuple[Span, ...]
    obligations: tuple[Span, ...] = ()


type Draft = StatementDraft | EventDraft | ConditionDraft | AgreementDraft


@dataclass(frozen=True, slots=True)
class Drafts:
    """Everything extracted from one document, each tuple in text order."""

    statements: tuple[StatementDraft, ...] = ()
    events: tuple[EventDraft, ...] = ()
    conditions: tuple[ConditionDraft, ...] = ()
    agreements: tuple[AgreementDraft, ...] = ()

    @classmethod
    def of(cls, found: Iterable[Draft]) -> Self:
        """Drafts sorted out by kind, their order kept."""
        drafts = tuple(found)
        return cls(
            statements=tuple(d for d in drafts if isinstance(d, StatementDraft)),
            events=tuple(d for d in drafts if isinstance(d, EventDraft)),
            conditions=tuple(d for d in drafts if isinstance(d, ConditionDraft)),
            agreements=tuple(d for d in drafts if isinstance(d, AgreementDraft)),
        )
