"""Drafts to a report: every record linked and put under the statement it stands on."""

from dataclasses import dataclass, replace

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import Drafts
from onrecord.link.agreements import link_agreements
from onrecord.link.calls import with_calls
from onrecord.link.conditions import link_conditions
from onrecord.link.contacts import Contact, contacts
from onrecord.link.event_sittings import with_speakers
from onrecord.link.events import link_events
from onrecord.link.linkers import Linkers
from onrecord.link.localities import Localities
from onrecord.link.mentions import mentions
from onrecord.link.sitting_passages import Passage, passages
from onrecord.link.statements import link_statements
from onrecord.link.statements_channels import completed
from onrecord.link.voices import Voices
from onrecord.model import Mention, Report


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What linking knows of a document before any draft: contacts told of, sittings, and mentions."""

    linkers: Linkers
    told: tuple[Contact, ...]
    sat: tuple[Passage, ...]
    mentions: tuple[Mention, ...]


def groundwork(layers: Layers) -> Groundwork:
    """The groundwork of a document, which needs no layer of the tagger's."""
    linkers = Linkers.of(layers)
    return Groundwork(linkers, contacts(linkers), passages(linkers), tuple(mentions(linkers)))


def assemble(layers: Layers, drafts: Drafts, ground: Groundwork | None = None) -> Report:
    """The report of a document from its layers and drafts, on the groundwork, if it is laid."""
    ground = ground or groundwork(layers)
    linkers, told, sat = replace(ground.linkers, layers=layers), ground.told, ground.sat
    statements = link_statements(drafts.statements, linkers, told, sat)
    voices = Voices(statements)
    calls = completed(told, statements)
    events = with_calls(link_events(drafts.events, linkers, voices), calls, linkers, voices)
    events = tuple(with_speakers(events, statements, linkers, sat))
    conditions = link_conditions(drafts.conditions, events, linkers, voices)
    localities = Localities(linkers)
    named = [
        localities.in_mention(mention) for mention in ground.mentions
    ]  # first: the rest of the text goes back to them
    return Report.of(
        (
            layers.document,
            *map(localities.in_statement, statements),
            *map(localities.in_event, events),
            *conditions,
            *link_agreements(drafts.agreements, linkers),
            *named,
        )
    )
