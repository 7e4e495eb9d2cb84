"""The task "events": what a text reports as having been done, said or announced, with actors, recipients, countries.

Left out are records of what is only demanded, feared, denied or negated, and the deed inside an accusation: the
text reports the demand and the accusation.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.model import Actor, Event
from onrecord.reader import load

REPORTED = ("asserted", "alleged", "planned")
MUTUAL = ("CONSULT", "COOPERATE", "AGREE", "SUPPORT")


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The events of each row's text."""
    reader = load()
    for row in rows:
        published = row.get("published")
        events = reader.read(row["text"], published=published).events if row["text"].strip() else ()
        yield {"id": row["id"], "events": [_row(e) for e in reported(events)]}


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


def _row(event: Event) -> dict[str, Any]:
    actors, recipients = [_party(a) for a in event.actors], [_party(r) for r in event.recipients]
    if event.event in MUTUAL and not recipients and len(actors) > 1:
        recipients = actors  # each is also the recipient
    return {
        "event": event.event,
        "mode": event.mode,
        "status": event.status,
        "negated": event.negated,
        "actors": actors,
        "recipients": recipients,
    }


def _party(actor: Actor) -> dict[str, str]:
    words = actor.mention.text if actor.mention else actor.name
    return {"text": words or "", "country": actor.country[0] if actor.country else ""}
