"""The task "events": what a text reports as having been done, said or announced, with actors, recipients, countries.

Left out are records of what is only demanded, feared, denied or negated, and the deed inside an accusation: the
text reports the demand and the accusation. The corpora of this task were coded by CAMEO and converted, and draw some
borders otherwise than PLOVER's manual ("agreed to withdraw", a conviction, sanctions on persons): a record counts as
the learned coder of relations, which knows these corpora, types what its parties do to each other where it is sure,
else as its CAMEO code converts. A pronoun's party is shown by the words that name it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.annotate import dyad_model
from onrecord.codebook.cameo import plover
from onrecord.codebook.cross_walk import cameo_code
from onrecord.evaluation.scoring.plover import event_type
from onrecord.link.coreference import OF_SPEECH, THIRD
from onrecord.model import Actor, Event, Mention
from onrecord.reader import load

REPORTED = ("asserted", "alleged", "planned")
MUTUAL = ("CONSULT", "COOPERATE", "AGREE", "SUPPORT")
SURE = 0.5
"""The least score with which the coder of relations has the last word; chosen by two folds of `dyads_train`."""
_PRONOUNS = THIRD | OF_SPEECH


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The events of each row's text."""
    reader = load()
    for row in rows:
        if not row["text"].strip():
            yield {"id": row["id"], "events": []}
            continue
        report = reader.read(row["text"], published=row.get("published"))
        names = _names(report.mentions)
        yield {"id": row["id"], "events": [_row(event, names) for event in reported(report.events)]}


def reported(events: tuple[Event, ...]) -> list[Event]:
    """The events that the text reports, in its order."""
    allegations = [e.detail.allegation for e in events if e.event == "ACCUSE"]
    return [
        e
        for e in events
        if e.status in REPORTED
        and not e.negated
        and not (e.status == "alleged" and any(a is not None and e.anchor in a for a in allegations))
    ]


def _names(mentions: tuple[Mention, ...]) -> dict[str, str]:
    """By an actor's id the words that first name it."""
    names: dict[str, str] = {}
    for mention in mentions:
        if mention.actor is not None and mention.actor.id is not None:
            names.setdefault(mention.actor.id, mention.span.text)
    return names


def _row(event: Event, names: Mapping[str, str]) -> dict[str, Any]:
    actors = [_party(a, names) for a in event.actors]
    recipients = [_party(r, names) for r in event.recipients]
    if event.event in MUTUAL and not recipients and len(actors) > 1:
        recipients = actors  # each is also the recipient
    counted = _counted_as(event)
    return {
        "event": counted,
        "mode": event.mode if counted == event.event else None,
        "status": event.status,
        "negated": event.negated,
        "actors": actors,
        "recipients": recipients,
    }


def _counted_as(event: Event) -> str:
    """The type in the task's corpora; CONCEDE and RETREAT, which these have as one, stay as they are."""
    counted = _related(event) or plover(cameo_code(event)) or event.event
    return event.event if event_type(counted) == event_type(event.event) else counted


def _related(event: Event) -> str | None:
    """What the coder of relations takes the act for, from the words of its evidence and its parties there; None where
    it is not sure or no party stands there."""
    actors, recipients = (_places(event, side) for side in (event.actors, event.recipients))
    if event.event in MUTUAL and not recipients:
        actors, recipients = actors[:1], actors[1:]
    if not (actors or recipients) or set(actors) & set(recipients):
        return None
    relation = dyad_model.standard().relation(event.evidence.text, actors, recipients)
    return relation.event if relation.score >= SURE else None


def _places(event: Event, side: tuple[Actor, ...]) -> list[tuple[int, int]]:
    """Where the words for some parties stand in the evidence."""
    start, inside = event.evidence.start, [a.mention for a in side if a.mention and a.mention in event.evidence]
    return sorted({(mention.start - start, mention.end - start) for mention in inside})


def _party(actor: Actor, names: Mapping[str, str]) -> dict[str, str]:
    words = actor.mention.text if actor.mention else actor.name
    if words and words.lower() in _PRONOUNS:
        words = names.get(actor.id or "", actor.name)
    return {"text": words or "", "country": actor.country[0] if actor.country else ""}
