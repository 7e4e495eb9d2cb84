"""Who acts in words: the actor of an act of speech, held against the statement that it makes or stands in."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate.syntax import SUBJECTS, auxiliaries
from onrecord.codebook.plover import VERBAL
from onrecord.extract.drafts import EventDraft
from onrecord.link.linkers import Linkers, identity
from onrecord.model import Actor, Span, Statement


def spoken(
    draft: EventDraft,
    actors: tuple[Actor, ...],
    statement: Statement | None,
    told: Statement | None,
    linkers: Linkers,
) -> tuple[Actor, ...]:
    """The one actor of an act of speech, corrected by the statement that it makes or stands in.

    The word that reports a statement ("accused") is an act of its speaker, on whatever the parser hung it, unless what
    was taken for its speaker stands in what somebody told before; and whoever was taken for the actor from outside the
    words that the act stands in is not nearer to it than their speaker is.
    """
    if not actors and draft.event in VERBAL and told is not None and told.speaker is not None and told.speaker.name:
        whom = told.speaker.mention
        if _is_passive(linkers, draft.anchor) or (whom is not None and any(whom.overlap(r) for r in draft.recipients)):
            return actors  # "residents are urged to stay indoors", "he drew criticism": nobody says by whom
        return (told.speaker,)  # "The statement asked Jakarta to …": whose statement it is
    if len(actors) != 1 or draft.event not in VERBAL or (actor := actors[0]).mention is None:
        return actors
    if told is not None and told.speaker is not None and told.speaker.name:
        mine = told.speaker.mention is None or not (
            told.speaker.mention.overlap(actor.mention)
            or _governed(linkers, actor.mention, draft.anchor)
            or _is_told_of(linkers, told.speaker, actor, draft.anchor)
        )
        return (told.speaker,) if mine and identity(told.speaker) != identity(actor) else actors
    if statement is None or statement.speaker is None or not statement.speaker.name:
        return actors
    within = any(draft.anchor in part for part in statement.content)
    outside = within and not any(actor.mention in part for part in statement.content)
    return (statement.speaker,) if outside and identity(statement.speaker) != identity(actor) else actors


def _is_told_of(linkers: Linkers, speaker: Actor, actor: Actor, anchor: Span) -> bool:
    """Whether words for a speaker stand in what the subject before them tells: for somebody or something unknown, or
    for his own country ("the minister told him that his country could not wait, and pressed him to …")."""
    words, before = speaker.mention, actor.mention
    if words is None or before is None or words.start < before.end or _governed(linkers, words, anchor):
        return False
    root, first = _head(linkers, before), linkers.layers.tokens(words)
    own = first is not None and first[0].tag_ == "PRP$"
    nobody = speaker.resolved_by == "unresolved" and actor.resolved_by != "unresolved"
    return root is not None and root.dep_ in SUBJECTS and (own or nobody)


def _governed(linkers: Linkers, actor: Span, anchor: Span) -> bool:
    """Whether the words for an actor are the subject or agent of the very word that reports the act."""
    root, verb = _head(linkers, actor), linkers.layers.tokens(anchor)
    if root is None or verb is None:
        return False
    head = root.head if root.dep_ in SUBJECTS else root.head.head
    return root.dep_ in (*SUBJECTS, "pobj") and head == verb.root


def _head(linkers: Linkers, actor: Span) -> Token | None:
    """The head of the words for an actor, of a name set beside a title the title's."""
    words = linkers.layers.tokens(actor)
    if words is None:
        return None
    root = words.root
    while root.dep_ == "appos" and root.head.i < root.i:
        root = root.head
    return root


def _is_passive(linkers: Linkers, anchor: Span) -> bool:
    """Whether a verb tells by its auxiliary that it is passive."""
    words = linkers.layers.tokens(anchor)
    return words is not None and any(aux.dep_ == "auxpass" for aux in auxiliaries(words.root))
