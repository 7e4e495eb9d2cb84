"""Drafts to a report: every record linked and put under the statement it stands on."""

from onrecord.annotate.layers import Layers
from onrecord.extract.drafts import Drafts
from onrecord.link.agreements import link_agreements
from onrecord.link.calls import with_calls
from onrecord.link.conditions import link_conditions
from onrecord.link.contacts import contacts
from onrecord.link.event_sittings import with_speakers
from onrecord.link.events import link_events
from onrecord.link.linkers import Linkers
from onrecord.link.mentions import mentions
from onrecord.link.sitting_passages import passages
from onrecord.link.statements import link_statements
from onrecord.link.statements_channels import completed
from onrecord.link.voices import Voices
from onrecord.model import Report


def assemble(layers: Layers, drafts: Drafts) -> Report:
    """The report of a document from its layers and drafts."""
    linkers = Linkers.of(layers)
    told = contacts(linkers)
    sat = passages(linkers)
    statements = link_statements(drafts.statements, linkers, told, sat)
    voices = Voices(statements)
    calls = completed(told, statements)
    events = with_calls(link_events(drafts.events, linkers, voices), calls, linkers, voices)
    events = tuple(with_speakers(events, statements, linkers, sat))
    conditions = link_conditions(drafts.conditions, events, linkers, voices)
    return Report.of(
        (
            layers.document,
            *statements,
            *events,
            *conditions,
            *link_agreements(drafts.agreements, linkers),
            *mentions(linkers),
        )
    )
