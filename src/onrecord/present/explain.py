"""Why a record is there: the words that fired, the rule or model behind it, how names were linked, on whose word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from onrecord.codebook.rules import RuleFile, load
from onrecord.model import Actor, Condition, Document, Event, Mention, Place, Report, Span, Statement, Time
from onrecord.present import table_rows, tenures
from onrecord.present.card import Card, Carded, card
from onrecord.present.chain import Chains, attribution
from onrecord.present.reasons import located, of_place, of_time


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule of the codebook in words: what must stand in the text, an example that it codes and one it must not."""

    id: str
    type: str
    mode: str | None
    weight: str
    when: tuple[tuple[str, str], ...]
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How one name was linked; `candidates` are referents it could also have, best first, with their scores (0–1).

    `rows` are the rows of the tables that it was answered from, each with snapshot and source: of an office its days,
    of other names which of the words decided. Candidates for a place tell its division and country with the name.
    """

    role: str
    words: Span | None
    name: str | None
    id: str | None
    resolved_by: str
    candidates: tuple[tuple[str, float], ...]
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One record. `fired` are the words that made it, by what they did; `coder` the rule's id or the model's name.

    `reasons` tell by what its place and time were settled; `rule` is null where a model coded it or the codebook has no
    such rule any more; `word` is empty for the report's own voice. `parties` names the trees that chose who did an
    act and to whom among all noun phrases of its sentence, where they chose others than the coder; else it is null.
    """

    card: Card
    fired: tuple[tuple[str, Span], ...]
    coded: Literal["rule", "model"] | None
    coder: str | None
    score: float | None
    rule: RuleText | None
    links: tuple[Link, ...]
    reasons: tuple[str, ...]
    word: str
    parties: str | None = None


def explain(report: Report, record: str | None = None, at: int | None = None) -> tuple[Explanation, ...]:
    """Why the records of a report are there, in text order: all but mentions, the one with this id, or those at `at`.

    `at` is a character offset (code points): every record with words there, mentions too. Empty where nothing fits.
    """
    chains = Chains(report.statements)
    found = (one for one in report.records() if not isinstance(one, Document))
    places = [mention.place for mention in report.mentions if mention.place is not None]
    published = report.document.published
    return tuple(_explained(one, chains, places, published) for one in found if _wanted(one, record, at))


def _wanted(one: Carded, record: str | None, at: int | None) -> bool:
    if record is not None:
        return one.id == record
    if at is not None:
        return any(span.start <= at < span.end for span in card(one, Chains(())).spans)
    return not isinstance(one, Mention)


def _explained(one: Carded, chains: Chains, places: Sequence[Place], published: str | None) -> Explanation:
    coded = one.coded_by if isinstance(one, Event) else None
    return Explanation(
        card=card(one, chains),
        fired=tuple(_fired(one)),
        coded=None if coded is None else "rule" if coded.rule else "model",
        coder=None if coded is None else coded.rule or coded.model,
        score=None if coded is None else coded.score,
        rule=None if coded is None or coded.rule is None else rule_text(coded.rule),
        links=tuple(_links(one, published)),
        reasons=tuple(_reasons(one, places)),
        word=attribution(chains.voices(_stands_on(one))),
        parties=None if coded is None else coded.parties,
    )


def rule_text(rule: str) -> RuleText | None:
    """The rule with this id in the codebook that comes with OnRecord; null where there is none."""
    return _rules().get(rule)


@cache
def _rules() -> dict[str, RuleText]:
    return {text.id: text for file in load().files for text in _texts(file)}


def _texts(file: RuleFile) -> Iterator[RuleText]:
    for rule in file.rules:
        asked = ((name, getattr(rule.when, name)) for name in rule.when.__struct_fields__)
        yield RuleText(
            id=rule.id,
            type=file.type,
            mode=rule.mode,
            weight=rule.weight,
            when=tuple((name.rstrip("_").replace("_", " "), _value(value)) for name, value in asked if _says(value)),
            example=rule.example.text,
            counterexample=rule.counterexample,
        )


def _says(value: object) -> bool:
    return value is not None and value not in ([], {})


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key} {_value(words)}" for key, words in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value).lower()


def _fired(one: Carded) -> Iterator[tuple[str, Span]]:
    match one:
        case Statement(cue=cue, content=content):
            if cue is not None:
                yield "cue", cue
            yield from (("content", span) for span in content)
        case Event():
            yield "anchor", one.anchor
            yield "evidence", one.evidence
            yield from (("told again", span) for span in one.mentions)
        case Condition(evidence=evidence):
            yield "evidence", evidence
        case Mention(span=span):
            yield one.kind, span
        case _:
            yield from (("named", span) for span in one.mentions)


def _links(one: Carded, published: str | None) -> Iterator[Link]:
    match one:
        case Statement():
            roles = [("speaker", one.speaker)] if one.speaker is not None else []
            yield from (_actor(role, actor, published) for role, actor in roles)
            yield from (_actor("to", actor, published) for actor in one.addressees)
        case Event():
            yield from (_actor("actor", actor, published) for actor in one.actors)
            yield from (_actor("recipient", actor, published) for actor in one.recipients)
        case Mention(actor=actor) if actor is not None:
            yield _actor("name", actor, published)
        case Mention(place=place) if place is not None:
            found = tuple((located(candidate), candidate.score) for candidate in place.candidates)
            how = "gazetteer" if place.id else "unresolved"
            yield Link(
                role="place", words=place.mention, name=place.name, id=place.id, resolved_by=how, candidates=found
            )
        case _:
            return


def _reasons(one: Carded, places: Sequence[Place]) -> Iterator[str]:
    """Why the place and the time of a record are what they are; of an event each line says which it is about."""
    place, time = _where_and_when(one)
    leads = ("", "") if isinstance(one, Mention) else ("where: ", "when: ")
    if place is not None:
        others = [other for other in places if other.mention != place.mention]
        yield from (leads[0] + reason for reason in of_place(place, others))
    if time is not None:
        yield from (leads[1] + reason for reason in of_time(time))


def _where_and_when(one: Carded) -> tuple[Place | None, Time | None]:
    match one:
        case Mention(place=place, time=time):
            return place, time
        case Event(where=place, when=time):
            return place, time
        case _:
            return None, None


def _actor(role: str, actor: Actor, published: str | None) -> Link:
    return Link(
        role=role, words=actor.mention, name=actor.name, id=actor.id, resolved_by=actor.resolved_by,
        candidates=tuple((candidate.name, candidate.score) for candidate in actor.candidates),
        rows=tenures.rows(actor, published) or table_rows.rows(actor),
    )  # fmt: skip


def _stands_on(one: Carded) -> str | None:
    match one:
        case Statement(parent=parent):
            return parent
        case Event(statement=statement) | Condition(statement=statement):
            return statement
        case _:
            return None
