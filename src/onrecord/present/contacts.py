"""Who met or called whom, through which channel, about what."""

from dataclasses import dataclass

from onrecord.model import Report, Span
from onrecord.present.acts import Act, acts
from onrecord.present.voice import Voice, distinct

TYPES = ("CONSULT",)
_FORMS = {
    "phone": "phone call", "visit": "visit", "multilateral": "multilateral meeting", "third-party": "mediation",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One meeting, call or visit: its form, who took part, and what was on the table.

    `convened_by` is the words that say at whose request. Date, place, status and grounds are those of `act`.
    """

    act: Act
    form: str
    parties: tuple[Voice, ...]
    agenda: tuple[Span, ...]
    venue: Span | None
    convened_by: Span | None


def contacts(report: Report) -> tuple[Contact, ...]:
    """Every CONSULT in text order."""
    return tuple(_contact(one) for one in acts(report, TYPES))


def _contact(one: Act) -> Contact:
    found = {particular.label: particular.spans for particular in one.particulars}
    return Contact(
        act=one,
        form=form(one),
        parties=distinct((*one.by, *one.to)),
        agenda=found.get("agenda", ()),
        venue=next(iter(found.get("venue", ())), None),
        convened_by=next(iter(found.get("convened at request of", ())), None),
    )


def form(one: Act) -> str:
    """What kind of contact it is: by its mode, else by the words of its channel."""
    channel = (span for part in one.particulars if part.label == "channel" for span in part.spans)
    words = next((" ".join(span.text.split()) for span in channel), "meeting or talks")
    return _FORMS.get(one.mode or "") or words
