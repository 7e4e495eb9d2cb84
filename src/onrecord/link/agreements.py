"""Agreement drafts to agreements: parties and date linked."""

from onrecord.extract.drafts import AgreementDraft
from onrecord.link.linkers import Linkers
from onrecord.model import Agreement
from onrecord.model.ids import record_id


def link_agreements(drafts: tuple[AgreementDraft, ...], linkers: Linkers) -> tuple[Agreement, ...]:
    """One agreement a draft, in the drafts' order."""
    return tuple(_agreement(draft, linkers) for draft in drafts)


def _agreement(draft: AgreementDraft, linkers: Linkers) -> Agreement:
    document = linkers.layers.document.id
    date = linkers.time(draft.date)
    return Agreement(
        id=record_id("agreement", document, draft.mentions, draft.name),
        doc=document,
        name=draft.name,
        known_id=draft.known_id,
        date=date.value if date else None,
        parties=linkers.all_actors(draft.parties),
        mentions=draft.mentions,
        obligations=draft.obligations,
    )
