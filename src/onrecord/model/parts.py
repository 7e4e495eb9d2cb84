"""What records are made of: actors, times, places, details of events."""

import msgspec

from onrecord.model.span import Span
from onrecord.model.vocabulary import ActorKind, CountryBy, ResolvedBy, TimeBasis


class Candidate(msgspec.Struct, frozen=True):
    """One possible referent of a name that stayed ambiguous; `score` in 0–1, best first."""

    id: str
    name: str
    score: float


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who: `mention` is the words in the text, `name` the canonical name of the referent.

    `country` holds ISO 3166 alpha-3 codes (plus PLOVER's KOS, IGO, NGO …), `sector` a PLOVER sector. `state` is the
    state as the report names it, where no code holds it: an unrecognised state, one of long ago, one in a novel.
    `country_by` says what tells them: "words" of the text or the tables, or the "report" as a whole, issued by that
    state's authorities or about no other, or read so by the learned tagger; null where neither is told.
    `resolved_by` says how the referent was found; "unresolved" is a value, never an error.
    """

    mention: Span | None = None
    id: str | None = None
    name: str | None = None
    kind: ActorKind = "unknown"
    country: tuple[str, ...] = ()
    state: str | None = None
    country_by: CountryBy | None = None
    sector: str | None = None
    office: str | None = None
    resolved_by: ResolvedBy = "unresolved"
    candidates: tuple[Candidate, ...] = ()


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """When: a TIMEX3 `value`, and the first and last possible day as ISO dates.

    Without a report date a relative expression keeps `value`, `start` and `end` null and
    `basis` "unresolved"; `reason` then says why.
    """

    mention: Span | None = None
    type: str | None = None
    value: str | None = None
    start: str | None = None
    end: str | None = None
    basis: TimeBasis = "unresolved"
    reason: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where: WGS84 degrees, with `precision_km` the radius within which the place lies."""

    mention: Span
    name: str | None = None
    id: str | None = None
    kind: str | None = None
    country: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    precision_km: float | None = None
    candidates: tuple[Candidate, ...] = ()


class EventDetail(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a verbal act is about, or what a restriction restricts; absent fields are left out of the JSON."""

    demand: Span | None = None
    deadline: Span | None = None
    condition: Span | None = None
    commitment: Span | None = None
    pledge: Span | None = None
    agreement: Span | None = None
    allegation: Span | None = None
    channel: Span | None = None
    venue: Span | None = None
    agenda: tuple[Span, ...] = ()
    convened_at_request_of: Span | None = None
    route: Span | None = None
    restricted: tuple[Span, ...] = ()


class CodedBy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The rule or the model that coded an event, with its score in 0–1.

    `parties` names the trees that chose other actors or recipients than rule or model did; null where theirs stand.
    """

    rule: str | None = None
    model: str | None = None
    score: float = 1.0
    parties: str | None = None


class Diagnostic(msgspec.Struct, frozen=True):
    """Something about a document that its reader should know: a catalogue code and its message."""

    code: str
    message: str
