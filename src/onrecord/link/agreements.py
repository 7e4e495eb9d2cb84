"""Agreement drafts to agreements: parties and date linked."""

import re

from onrecord.extract.drafts import AgreementDraft
from onrecord.link.linkers import Linkers
from onrecord.model import Actor, Agreement
from onrecord.model.ids import record_id
from onrecord.resources import agreements as table
from onrecord.resources import countries

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def link_agreements(drafts: tuple[AgreementDraft, ...], linkers: Linkers) -> tuple[Agreement, ...]:
    """One agreement a draft, in the drafts' order."""
    return tuple(_agreement(draft, linkers) for draft in drafts)


def _agreement(draft: AgreementDraft, linkers: Linkers) -> Agreement:
    document = linkers.layers.document.id
    row = table.by_id(draft.known_id) if draft.known_id else None
    return Agreement(
        id=record_id("agreement", document, draft.mentions, draft.name),
        doc=document,
        name=draft.name,
        known_id=draft.known_id,
        date=_date(draft, linkers) or (row.date or None if row else None),
        parties=linkers.all_actors(draft.parties) or (_known_parties(row) if row else ()),
        mentions=draft.mentions,
        obligations=draft.obligations,
    )


def _date(draft: AgreementDraft, linkers: Linkers) -> str | None:
    """The ISO date that the words give, as precise as they are; None where they give none."""
    time = linkers.time(draft.date)
    return time.value if time and time.value and _ISO.fullmatch(time.value) else None


def _known_parties(row: table.Agreement) -> tuple[Actor, ...]:
    """The parties by the reference table, where the text names none."""
    found = [country for code in row.countries if (country := countries.by_code(code)) is not None]
    return tuple(Actor(id=c.id, name=c.name, kind="state", country=(c.iso3,), resolved_by="name") for c in found)
