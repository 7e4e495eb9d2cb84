"""Which agreements the text names, what they oblige to, and who is said to have broken them."""

from dataclasses import dataclass

from onrecord.model import Agreement, Report, Span
from onrecord.present.accusations import accusations
from onrecord.present.acts import Act
from onrecord.present.voice import Voice, voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Pact:
    """One agreement; `date` is an ISO date, `breaches` the accusations that name it."""

    records: tuple[str, ...]
    name: str
    date: str | None
    parties: tuple[Voice, ...]
    obligations: tuple[Span, ...]
    breaches: tuple[Act, ...]
    spans: tuple[Span, ...]


def agreements(report: Report) -> tuple[Pact, ...]:
    """Every agreement in text order."""
    accused = accusations(report)
    return tuple(_pact(one, accused) for one in report.agreements)


def pact_of(one: Agreement, report: Report) -> Pact:
    """One agreement with the accusations of a report that name it."""
    return _pact(one, accusations(report))


def _pact(one: Agreement, accused: tuple[Act, ...]) -> Pact:
    return Pact(
        records=(one.id,),
        name=one.name,
        date=one.date,
        parties=voices(one.parties),
        obligations=one.obligations,
        breaches=tuple(act for act in accused if _names(act, one)),
        spans=tuple(dict.fromkeys((*one.mentions, *one.obligations))),
    )


def _names(act: Act, one: Agreement) -> bool:
    named = [span for part in act.particulars if part.label == "agreement" for span in part.spans]
    return any(span.overlap(mention) for span in named for mention in one.mentions)
