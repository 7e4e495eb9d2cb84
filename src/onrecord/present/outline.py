"""The dossier as sections of lines, for any format to lay out: what is said here is said alike everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.present import outline_acts, outline_speakers, outline_states
from onrecord.present.dossier import Dossier
from onrecord.present.entry import Entry
from onrecord.present.phrases import count, listing


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and its entries; `key` is its stable name."""

    key: str
    title: str
    entries: tuple[Entry, ...]


def outline(found: Dossier) -> tuple[Section, ...]:
    """The sections of a dossier in the order an analyst asks; empty ones are left out."""
    sections = (
        Section("speakers", "Who said what", tuple(map(outline_speakers.speaker, found.speakers))),
        Section("demands", "Demands", tuple(map(outline_acts.spoken, found.demands))),
        Section("accusations", "Accusations", tuple(map(outline_acts.spoken, found.accusations))),
        Section("promises", "Promises", tuple(map(outline_acts.spoken, found.promises))),
        Section("refusals", "Threats and refusals", tuple(map(outline_acts.spoken, found.refusals))),
        Section("support", "Support", tuple(map(outline_acts.spoken, found.support))),
        Section("contacts", "Contacts", tuple(map(outline_acts.contact, found.contacts))),
        Section("conditions", "Conditions", tuple(map(outline_states.state, found.conditions))),
        Section("agreements", "Agreements", tuple(map(outline_states.pact, found.agreements))),
        Section("deeds", "On the ground", tuple(map(outline_acts.deed, found.deeds))),
        Section("timeline", "In date order", outline_states.moments(found.timeline)),
        Section("unresolved", "Unresolved", outline_states.open_ends(found.unresolved)),
    )
    return tuple(section for section in sections if section.entries)


def headline(found: Dossier) -> str:
    """The title of the document, else its address, else its id."""
    document = found.document
    return " ".join((document.title or document.uri or document.id).split())


def provenance(found: Dossier) -> tuple[str, ...]:
    """Where the report comes from and when it was published, with how that is known."""
    document = found.document
    known = {"option": "as given", "metadata": "by its metadata", "dateline": "by its dateline", "none": ""}
    published = "publication date unknown"
    if document.published:
        basis = known[document.published_basis]
        published = f"published {document.published}" + (f" ({basis})" if basis else "")
    address = document.uri if document.title else None
    return tuple(part for part in (document.publisher, address, published) if part)


def contents(found: Dossier) -> str:
    """What was found, in numbers: "15 statements by 8 speakers, 14 events"."""
    tally = found.tally
    said = f"{count(tally.statements, 'statement')} by {count(tally.speakers, 'speaker')}"
    parts = (
        said if tally.statements else "",
        count(tally.events, "event") if tally.events else "",
        count(tally.conditions, "condition") if tally.conditions else "",
        count(tally.agreements, "agreement") if tally.agreements else "",
    )
    return listing(part for part in parts if part) or "no records"


def walk(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Entries with all that stand inside them."""
    for entry in entries:
        yield entry
        yield from walk(entry.inside)
