"""Statement drafts to statements: speakers and addressees linked, nesting by id, channels carried over."""

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import antecedent
from onrecord.extract.drafts import StatementDraft
from onrecord.extract.statements_listeners import is_nobodys
from onrecord.link import told_how
from onrecord.link.anonymous import WHOSE, described
from onrecord.link.appearances import appearances
from onrecord.link.audience_choice import audiences
from onrecord.link.briefings import briefed_only
from onrecord.link.contacts import Contact
from onrecord.link.contacts_own import in_own_contacts
from onrecord.link.continued import continued
from onrecord.link.floor import on_the_floor
from onrecord.link.gatherings import Gathering, gatherings, same_gathering
from onrecord.link.issued import issuer, issuing, of_state, set_beside
from onrecord.link.jointly import declared, joint_meeting, led_sides
from onrecord.link.labels import answerer, hearer, in_office, labelled, same_labels
from onrecord.link.letters import recipient
from onrecord.link.linkers import Linkers, carried, identity, states_of
from onrecord.link.partners import to_partners
from onrecord.link.proceedings import at_proceedings
from onrecord.link.questions import to_askers
from onrecord.link.readouts import as_readouts
from onrecord.link.released import as_document
from onrecord.link.replies import replies
from onrecord.link.sessions import at_sessions
from onrecord.link.sitting_passages import Passage
from onrecord.link.statements_channels import (
    accounted,
    at_appearances,
    carried_on,
    carried_over,
    completed,
    in_contacts,
    reached,
    to_principals,
)
from onrecord.link.things_told import is_thing, without_called
from onrecord.link.together import together
from onrecord.link.told_words import Words
from onrecord.link.town_meetings import in_town_meetings
from onrecord.link.withheld import withheld_source
from onrecord.model import Actor, Span, Statement
from onrecord.model.ids import record_id
from onrecord.model.vocabulary import Channel
from onrecord.resources.roles import read_role

_WITHHOLDING = frozenset(
    [
        "source",
        "sources",
        "insider",
        "insiders",
        "someone",
        "somebody",
        "one",
        "those",
        "some",
        "many",
        "others",
        "another",
    ]
)
_REPORTS = re.compile(r"\b(?:reporter|journalist|correspondent|interviewer|columnist)\b", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"^(?:One|Another) of (?:them|[a-z ]+), (?:[A-Z][\w.’'-]+ ?){2,5}$")
_OTHERS = re.compile(r"(?:he|she)$|(?:my|our) ")
_VOCATIVE = re.compile(
    r"(?:(?:Madam|Mr\.?|Mrs\.?) )?(?P<who>[A-Z]\w+(?: [A-Z]\w+)?), (?=the |your |our |my |his |her |[A-Z])"
)
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def link_statements(
    drafts: tuple[StatementDraft, ...], linkers: Linkers, told: tuple[Contact, ...], sat: tuple[Passage, ...]
) -> tuple[Statement, ...]:
    """One statement a draft, in the drafts' order (a parent stands before what is nested in it).

    `told` are the contacts that the document tells of, `sat` the passages in which it tells of sittings.
    """
    linked: list[Statement] = []
    gathered = gatherings(linkers.layers) if drafts else ()
    places = gathered if any(draft.venue for draft in drafts) else ()
    for draft in drafts:
        linked.append(_statement(draft, linkers, linked, places))
    own = {statement.id: statement.channel for statement in linked}
    linked = led_sides(linked, linkers)
    known = completed((*told, *joint_meeting(linkers)), linked) if linked else ()
    supposed = briefed_only(linked, [draft.assumed for draft in drafts], linkers.layers)
    met = in_contacts(supposed, [draft.parent for draft in drafts], known, linkers, sat)
    met = same_labels(reached(met, known))
    heard = at_appearances(met, appearances(linkers) if linked else ())
    there = at_proceedings(carried_on(replies(heard), linkers.layers), linkers)
    spoken = carried_over(accounted(there, linkers.layers, sat), linkers.layers)
    spoken = at_sessions(carried_over(as_readouts(spoken, known), linkers.layers), linkers, gathered)
    talked = as_document(in_town_meetings(on_the_floor(spoken, linkers, sat), linkers), linkers.layers)
    readings = told_how.readings_of(talked, linkers.layers)
    read = dict(zip((s.id for s in talked), readings, strict=True))
    words = Words(linkers.layers)
    talked = told_how.told_how(talked, readings, own, linkers, words)
    talked = in_own_contacts(to_askers(declared(talked, linkers)), linkers)
    listened = audiences(to_partners(to_principals(talked, known), known), read, linkers, words)
    return _without_own(_without_calls([without_called(s) for s in listened], known), linkers)


def _without_calls(statements: Sequence[Statement], known: Sequence[Contact]) -> tuple[Statement, ...]:
    """`statements` but for "called X to discuss the road", which tells of a call and not of what was said."""
    rung = {call.start for call in known if call.channel == "phone call"}
    calls = {s.id: s.parent for s in statements if s.cue is not None and s.cue.text == "called" and s.cue.start in rung}
    kept = [statement for statement in statements if statement.id not in calls]
    return tuple(replace(s, parent=_kept_parent(s.parent, calls)) for s in kept)


def _without_own(statements: tuple[Statement, ...], linkers: Linkers) -> tuple[Statement, ...]:
    """`statements` without those that a speaker makes in his country's name while he speaks ("France calls on …").

    They are part of his own words; what stands inside them moves to the statement around.
    """
    by_id = {statement.id: statement for statement in statements}
    own = {s.id: s.parent for s in statements if s.parent is not None and _in_own_name(s, by_id[s.parent], linkers)}
    kept = [statement for statement in statements if statement.id not in own]
    return tuple(replace(s, parent=_kept_parent(s.parent, own)) for s in kept)


def _kept_parent(parent: str | None, dropped: Mapping[str, str | None]) -> str | None:
    while parent is not None and parent in dropped:
        parent = dropped[parent]
    return parent


def _in_own_name(inner: Statement, outer: Statement, linkers: Linkers) -> bool:
    """Whether a state speaks, in the present tense, in the quoted words of one who speaks for it."""
    if inner.speaker is None or outer.speaker is None or outer.kind != "direct" or inner.cue is None:
        return False
    same = set(inner.speaker.country) & set(outer.speaker.country)
    paragraph = linkers.layers.paragraph_at(inner.cue.start)
    tokens = None if paragraph is None else paragraph.tokens(inner.cue)
    present = tokens is not None and any(t.tag_ in ("VBZ", "VBP") for t in tokens)
    return inner.speaker.kind in ("state", "government") and bool(same) and present


def _statement(
    draft: StatementDraft, linkers: Linkers, before: list[Statement], places: tuple[Gathering, ...]
) -> Statement:
    parent = None if draft.parent is None else before[draft.parent]
    voice = parent.speaker if parent else None
    audience = parent.addressees if parent else ()
    document = linkers.layers.document.id
    gathering = None if draft.venue is None else same_gathering(places, draft.venue)
    named = (span for span in draft.addressees if not is_thing(linkers.layers, span, draft.cue))
    to = tuple(hearer(linkers, span, is_turn=draft.cue is None) for span in named) or _body(draft, gathering)
    addressed = linkers.all_actors(to or _written_to(draft, linkers), voice, audience)
    speaker = _speaker(draft, linkers, before, voice, audience)
    if not addressed and _is_writing_on(draft, speaker, parent):
        addressed = tuple(map(carried, audience))
    return Statement(
        id=record_id("statement", document, draft.content, f"{draft.cue.start}" if draft.cue else ""),
        doc=document,
        kind=draft.kind,
        act=draft.act,
        content=draft.content,
        cue=draft.cue,
        speaker=speaker if draft.cue is None else described(linkers.layers, speaker, WHOSE),
        addressees=addressed,
        channel=_face_to_face(draft, parent, addressed) or draft.channel,
        venue=gathering.span.text if gathering else draft.venue.text if draft.venue else None,
        when=linkers.time(draft.when),
        parent=parent.id if parent else None,
        negated=draft.negated,
    )


def _written_to(draft: StatementDraft, linkers: Linkers) -> tuple[Span, ...]:
    """What the author of a letter says in it he writes to its recipient."""
    first = draft.source is not None and draft.source.text.lower().split()[0] in ("i", "we", "my", "our")
    if draft.channel != "letter" or draft.parent is not None or not (first or draft.cue is None):
        return ()
    to = recipient(linkers.layers)
    return () if to is None else (to,)


def _is_writing_on(draft: StatementDraft, speaker: Actor | None, parent: Statement | None) -> bool:
    """Whether the author of a letter speaks in it: "The Embassy protests …" is addressed to whom it writes."""
    if parent is None or parent.channel != "letter" or parent.cue is not None or draft.act != "speech":
        return False
    author = parent.speaker
    if speaker is None or author is None:
        return False
    in_its_name = speaker.kind in ("state", "government") and states_of(speaker) <= states_of(author)
    return identity(speaker) == identity(author) or (in_its_name and bool(states_of(speaker)))


def _body(draft: StatementDraft, gathering: Gathering | None) -> tuple[Span, ...]:
    """Who sits at the gathering where a speech is made is spoken to."""
    if draft.channel != "speech" or gathering is None or gathering.body is None or draft.parent is not None:
        return ()
    return (gathering.body,)


def _face_to_face(draft: StatementDraft, parent: Statement | None, addressed: tuple[Actor, ...]) -> Channel | None:
    """The channel that who listens tells, where no words do: what a journalist is told is an interview.

    What "you" said, you said where you are spoken to: the channel of the statement around.
    """
    if draft.channel != "unknown" or draft.source is None:
        return None
    if parent is None:
        return (
            "interview"
            if any(_REPORTS.search(f"{a.office} {a.mention and a.mention.text}") for a in addressed)
            else None
        )
    return parent.channel if draft.source.text.lower() == "you" else None


def _speaker(
    draft: StatementDraft,
    linkers: Linkers,
    before: list[Statement],
    voice: Actor | None,
    audience: tuple[Actor, ...],
) -> Actor | None:
    if draft.source is not None:
        if draft.cue is None and is_nobodys(draft.source.text):
            return Actor(mention=draft.source)
        named = answerer(linkers, _antecedent(linkers, draft.source, addressed=voice is not None))
        if named.text.startswith("@") and (owner := linkers.actors.stage.authors.owner(named.text)) is not None:
            return owner.actor(draft.source, "name")
        if _withholds(linkers, named):
            withheld = withheld_source(linkers.actors.stage, named)
            return withheld if named == draft.source else replace(withheld, mention=draft.source)
        persons = tuple(a for a in audience if a.kind in ("person", "office"))  # a council that listens said nothing
        actor = linkers.actors.actor(named, voice, persons)
        if draft.cue is None and (held := in_office(linkers, named)) is not None:
            return held
        if draft.cue is None and actor.name is None and (person := labelled(linkers, named)) is not None:
            actor = linkers.actors.actor(person)
        if voice is not None and _is_other(draft, before) and identity(actor) == identity(voice):
            actor = Actor(mention=named)  # "he told me", in one's own mouth
        if actor.resolved_by == "unresolved" and (actor.name is None or actor.kind in ("unknown", "person")):
            actor = set_beside(linkers, named) or actor
        if actor.resolved_by == "unresolved":
            actor = of_state(linkers, named) or issuer(linkers, named) or actor
        if actor.resolved_by == "unresolved" and (actor.name is None or actor.kind == "unknown"):
            actor = continued(linkers.layers, draft.source, _without(voice, before)) or actor
        if actor.resolved_by == "unresolved":
            several = linkers.actors.actors(named, voice, persons) if _definite(named) else ()
            actor = together(several, actor)
        else:
            several = linkers.actors.actors(named, voice, persons) if actor.kind == "group" else ()
        actor = together(linkers.actors.delegations.speaking(named, actor, several), actor)
        return actor if named == draft.source else replace(actor, mention=draft.source)
    if draft.carried_from is None or (speaker := before[draft.carried_from].speaker) is None:
        return None
    return carried(speaker)


def _is_other(draft: StatementDraft, before: list[Statement]) -> bool:
    """Whether who speaks in the quoted words of another cannot be that one: "he", "my colleague"."""
    outer = None if draft.parent is None else before[draft.parent]
    words = "" if draft.source is None else draft.source.text.lower()
    return outer is not None and outer.kind == "direct" and _OTHERS.match(words) is not None


def _without(voice: Actor | None, before: list[Statement]) -> list[Statement]:
    """`before` without what the one tells in whose words another speaks: "she said he had promised" is not her."""
    return before if voice is None else [s for s in before if s.speaker is None or s.speaker.name != voice.name]


def _is_person(linkers: Linkers, words: Span) -> bool:
    """Whether words begin with a person's name."""
    named = linkers.layers.entities_over(words.start, words.start + 1)
    return any(e.start == words.start and e.label == "PERSON" for e in named)


def _definite(named: Span) -> bool:
    """Whether words mean people named here or already ("the two", "both ministers"), not others ("two officials")."""
    return named.text.lower().split()[0] in ("the", "both", "they", "their", "all") or " and " in named.text


def _withholds(linkers: Linkers, named: Span) -> bool:
    """Whether the words keep back who speaks, whomever else they name: "a source close to the minister"."""
    paragraph = linkers.layers.paragraph_at(named.start)
    tokens = None if paragraph is None else paragraph.tokens(named)
    if tokens is None or tokens.root.lower_ not in _WITHHOLDING:
        return False
    return _NAMED_AFTER.search(named.text) is None  # "One of them, Karl Minz,"


def _antecedent(linkers: Linkers, source: Span, *, addressed: bool) -> Span:
    """The noun phrase that a relative pronoun, or "It" after a document, stands for; any other source itself.

    In somebody's mouth without the title by which he turns to another (`addressed`): "Minister, the envoy says".
    """
    if addressed and (called := _VOCATIVE.match(source.text)) is not None:
        role = read_role(called["who"].split())
        rest = linkers.layers.span(source.start + called.end(), source.end)
        if role is not None and role.end == len(called["who"].split()) and not _is_person(linkers, rest):
            return rest
    paragraph = linkers.layers.paragraph_at(source.start)
    if source.text.lower() == "it":
        return issuing(linkers.layers, source) or source
    if source.text.lower() not in _RELATIVES or paragraph is None:
        return source
    tokens = paragraph.tokens(source)
    if tokens is None or (head := antecedent(tokens[0])) == tokens[0]:
        return source
    return paragraph.span(noun_phrase(head))
