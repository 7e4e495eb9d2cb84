"""Statement drafts to statements: speakers and addressees linked, nesting by id."""

from msgspec.structs import replace

from onrecord.extract.drafts import StatementDraft
from onrecord.link.linkers import Linkers
from onrecord.model import Actor, Statement
from onrecord.model.ids import record_id


def link_statements(drafts: tuple[StatementDraft, ...], linkers: Linkers) -> tuple[Statement, ...]:
    """One statement a draft, in the drafts' order (a parent stands before what is nested in it)."""
    linked: list[Statement] = []
    for draft in drafts:
        linked.append(_statement(draft, linkers, linked))
    return tuple(linked)


def _statement(draft: StatementDraft, linkers: Linkers, before: list[Statement]) -> Statement:
    parent = None if draft.parent is None else before[draft.parent]
    voice = parent.speaker if parent else None
    audience = parent.addressees if parent else ()
    document = linkers.layers.document.id
    return Statement(
        id=record_id("statement", document, draft.content),
        doc=document,
        kind=draft.kind,
        act=draft.act,
        content=draft.content,
        cue=draft.cue,
        speaker=_speaker(draft, linkers, before, voice, audience),
        addressees=linkers.all_actors(draft.addressees, voice, audience),
        channel=draft.channel,
        venue=None if draft.venue is None else draft.venue.text,
        when=linkers.time(draft.when),
        parent=parent.id if parent else None,
        negated=draft.negated,
    )


def _speaker(
    draft: StatementDraft,
    linkers: Linkers,
    before: list[Statement],
    voice: Actor | None,
    audience: tuple[Actor, ...],
) -> Actor | None:
    if draft.source is not None:
        return linkers.actors.actor(draft.source, voice, audience)
    if draft.carried_from is None or (speaker := before[draft.carried_from].speaker) is None:
        return None
    return replace(speaker, mention=None, resolved_by="carried")
