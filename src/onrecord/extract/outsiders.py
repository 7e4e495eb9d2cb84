"""Who has no part in an act although he is named near it: those who tell of it or judge it, where it took place,
whoever belongs to another act of the sentence.

The trees that choose parties (`event_parties`) see how each phrase stands to the word of the act, but learn from few
texts how a deed stands that is told by a noun inside somebody else's: "the suspects in the bombing were handed over to
Mali", "condemned the shelling of a village". What the parse rules out is kept out here, whoever chose it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.annotate.reattached import CAPTIVES
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.plover import VERBAL
from onrecord.codebook.words import EMPTY, Words
from onrecord.extract.argument_heads import DEEDS, types_of, victims
from onrecord.extract.event_selection import DRAWING, Coded
from onrecord.extract.judged import JUDGING
from onrecord.extract.matching import Match
from onrecord.extract.parties import Party
from onrecord.extract.trigger import complements
from onrecord.extract.wording import has

STRUCK = frozenset(["on", "against", "at", "upon"])
"""Prepositions behind which a deed's noun tells whom it struck."""
WHERE = frozenset(["in", "across", "throughout"])
"""Prepositions behind which a deed's noun tells no more than where it was done."""
SITES = WHERE | {"near", "outside", "inside", "around"}
PLACED = frozenset("bombing blast explosion shooting massacre killing stabbing siege".split())
"""Deeds named after where they were done ("the Bali bombings"); raids and strikes are named after who did them."""
HARMED = frozenset("victim survivor casualty target death dead injured wounded killing".split())
"""Nouns before a deed's noun that stand for those to whom it was done ("the victims of the bombing")."""
JUDGEMENTS = frozenset(["ACCUSE", "SUPPORT"])
HOSTILE = frozenset(["ACCUSE", "THREATEN", "REJECT"])
AFTER = frozenset(["following", "after", "since", "before", "during", "amid"])
"""Prepositions behind which a noun has its occasion."""
HARMING = frozenset("die perish suffer kill injure wound hurt hospitalize hospitalise treat lose maim".split())
"""Verbs that tell what came of a deed to those to whom it was done: "was treated after the attack"."""
FINITE = frozenset(["VBD", "VBZ", "VBP"])
STRIKING = frozenset(
    "find hunt track trace pursue chase catch capture arrest detain jail prosecute try punish fight combat confront"
    " face defeat beat crush oust topple resist counter kill attack strike bomb destroy expel invade retaliate".split()
)
"""Verbs for what is promised against those whom it strikes, and so to others."""
FIGHTING = frozenset(["fight", "combat", "confront", "face", "defeat", "crush"])
"""Of these, those that strike whatever they are turned to."""
JUSTICE = frozenset(["justice", "trial", "court", "book", "account"])
PEOPLE = ("wanted", "militiamen", "army", "group", "office")
"""Classes of nouns for somebody."""
ASKING = frozenset(["ask", "urge", "press", "petition", "lobby"])
"""Verbs for what is promised to others than those who are to be asked."""


@dataclass(frozen=True, slots=True)
class Outsiders:
    """The places of those who cannot have done an act, and to whom it cannot have been done."""

    doers: frozenset[int]
    sufferers: frozenset[int]


NOBODY = Outsiders(frozenset(), frozenset())


def without_outsiders(coded: Coded, book: CompiledCodebook) -> Coded:
    """An act without those among its parties who have no part in it."""
    if coded.match.asked is not None:
        return coded
    own = coded.arguments
    out = outsiders(coded, book)
    actors, recipients = _others(own.actors, out.doers), _others(own.recipients, out.sufferers)
    met = _places(found := [*_met_with(coded), *victims(coded.match.trigger)]) | _within(found)
    if met:
        recipients = tuple(party for party in own.actors if party.head.i in met) or recipients
    return replace(coded, arguments=replace(own, actors=_others(actors, met), recipients=recipients))


def _others(parties: tuple[Party, ...], apart: frozenset[int]) -> tuple[Party, ...]:
    """The parties but for those at some places, and for nouns that only tell what the name right after them is ("the
    rights group the Lissom League")."""
    kept = tuple(party for party in parties if party.head.i not in apart)
    named = {party.words.start for party in kept if party.head.pos_ == "PROPN"}
    return tuple(party for party in kept if party.head.pos_ != "NOUN" or party.words.end not in named)


def _met_with(coded: Coded) -> list[Token]:
    """Whose words or deeds met with the judgement that a noun tells: "the prime minister drew criticism"."""
    noun = phrases.first_of(coded.match.trigger)
    if coded.coding.event not in JUDGEMENTS or noun.dep_ != "dobj" or noun.head.lemma_ not in DRAWING:
        return []
    return syntax.grammatical_subjects(noun.head)


def outsiders(coded: Coded, book: CompiledCodebook) -> Outsiders:
    """Who near the word of an act has no part in it."""
    match, trigger = coded.match, coded.match.trigger
    learned = coded.score is not None and coded.coding.event == "ACCUSE"
    pursued = _within(pursued_by(coded.match, coded.coding.event, book))
    if trigger.pos_ == "VERB" and (learned or match.rule.implied or "implied" in match.rule.actor):
        return NOBODY  # "said that Ostria had broken the truce": who tells it accuses whoever did it
    if trigger.pos_ == "VERB":
        tellers = list(_tellers(trigger, {party.head.i for party in coded.arguments.actors}, book.classes["person"]))
        doing, suffering = _of_relative(trigger, book)
        places = doing if coded.coding.event == "ASSAULT" and _is_struck(doing, book) else []
        doers = _places([*tellers, *suffering, *places]) | _beyond_participle(trigger)
        doers |= _scenes(syntax.grammatical_subjects(trigger), book) | _placed(coded, book)
        captives = [c for c in trigger.rights if c.dep_ == "oprd" and c.lower_ in CAPTIVES]
        about = _within(_reproached(coded, book)) | _scenes(_judged(coded), book)
        return Outsiders(doers, _places([*doing, *captives]) | about | pursued)
    occasion = _within([*_behind(trigger, AFTER), *(c for c in trigger.rights if c.lower_ in AFTER)])
    if coded.coding.event not in VERBAL:  # "any attack would have consequences, Orr said": he threatens
        occasion |= _places(_reporting(trigger))
    if coded.coding.event not in DEEDS or trigger.pos_ not in ("NOUN", "PROPN"):
        return Outsiders(occasion, occasion | pursued)
    judges = [one for verb in _verbs_above(match) for one in _judging(verb, match, book)]
    struck, where = _behind(trigger, STRUCK), [*_behind(trigger, WHERE), *named_after(trigger)]
    doers = occasion | _places(judges) | _within([*struck, *where]) | _beyond_occasion(trigger)
    apart = _beyond_occasion(trigger, HARMING) | _unreached(match, book)
    return Outsiders(doers, occasion | _places(judges) | _within(where) | apart)


def _tellers(trigger: Token, actors: Collection[int], person: Words) -> Iterator[Token]:
    """Those who tell of an act whose own subject acts, or cause it: the subjects of the clauses above its verb
    ("Orr said Mali …", "lashed out at Mali for having …")."""
    subjects = syntax.grammatical_subjects(trigger)
    own = {s.i for s in subjects}
    if not (own & set(actors) or any(has(person, s) or s.pos_ == "PROPN" for s in subjects)):
        return
    first = _first(trigger)
    if not (_is_governed(first) or (syntax.child(first, "nsubj") is not None and _is_finite(first))):
        return
    for above in trigger.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            yield from (s for s in syntax.grammatical_subjects(above) if s.i not in own and not s.is_ancestor(trigger))


def _is_governed(verb: Token) -> bool:
    """Whether a verb has its subject from the one that governs it by "for" or "of"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in ("for", "of")


def _first(verb: Token) -> Token:
    """The verb whose subject a coordinated one shares."""
    while verb.dep_ == "conj" and syntax.child(verb, *syntax.SUBJECTS) is None and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb


def _reporting(noun: Token) -> Iterator[Token]:
    """Those who only say what a clause with a subject of its own tells by a noun: "the agency said the king was the
    target of an attack"."""
    below = noun
    for above in noun.ancestors:
        own = syntax.child(below, *syntax.SUBJECTS)
        if below.dep_ == "ccomp" and own is not None and own.pos_ in ("NOUN", "PROPN"):
            yield from (
                s for s in syntax.grammatical_subjects(above) if above.pos_ == "VERB" and not s.is_ancestor(noun)
            )
        below = above


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in (*FINITE, "MD") for c in verb.lefts)


def _of_relative(trigger: Token, book: CompiledCodebook) -> tuple[list[Token], list[Token]]:
    """Whom a relative clause is about: those who act in it, or whose people do ("Ostria, whose leaders called for …"),
    and so suffer nothing; those who are acted upon, and so do nothing."""
    if trigger.dep_ != "relcl" or trigger.head.dep_ == "attr":
        return [], []  # "it was Ostria that broke the truce": whoever says so accuses it
    about = phrases.coordinated(trigger.head)
    if any(c.lower_ == "which" for c in trigger.lefts) and has(book.classes["person"], about[0]):
        return about, about  # "the boats of migrants which the port turned away": the boats
    for noun in syntax.own_subjects(trigger) + [c for c in trigger.lefts if c.dep_ == "dobj"]:
        owner = syntax.child(noun, "poss")
        whose = owner is not None and owner.lower_ == "whose"
        if noun.dep_ == "nsubj" and (noun.lower_ in syntax.RELATIVES or whose):
            return about, []
        if noun.dep_ in ("nsubjpass", "dobj") and noun.lower_ in syntax.RELATIVES:
            return [], about
    return [], []


def _is_struck(nouns: list[Token], book: CompiledCodebook) -> bool:
    """Whether what a relative clause is about only tells where the deed before was done, which the clause really tells
    of: "the bombings at two banks, which killed nine"."""
    first = nouns[0] if nouns else None
    if first is None or first.dep_ != "pobj" or first.head.lower_ not in STRUCK | WHERE | {"of"}:
        return False
    return "ASSAULT" in types_of(first.head.head, book) and not has(book.classes["person"], first)


def _beyond_participle(trigger: Token) -> frozenset[int]:
    """The places of all words outside a participle's own that names nobody who did it: "the rescued men", "the boat
    rescued on Friday"."""
    if trigger.dep_ not in ("amod", "acl") or trigger.tag_ != "VBN":
        return frozenset()
    if syntax.agents(trigger) or syntax.child(trigger, "dobj") is not None:
        return frozenset()
    own = {t.i for t in trigger.subtree}
    return frozenset(t.i for t in trigger.sent if t.i not in own)


def _reproached(coded: Coded, book: CompiledCodebook) -> list[Token]:
    """Whom the clause before reproaches, who is promised nothing: "denounced Ostria and pledged to fight on"."""
    verb = coded.match.trigger
    if coded.coding.event != "AGREE" or verb.dep_ != "conj":
        return []
    before = syntax.joined(verb)
    hostile = any(rule.event in HOSTILE for rule in book.verbs.get(before.lemma_, ()))
    return syntax.logical_objects(before) if hostile else []


def _judged(coded: Coded) -> list[Token]:
    """What a reproach is about; it is not turned to where that was done: "condemned the attack in Ostria", but "blamed
    the attack on Ostria"."""
    reproach = coded.coding.event == "ACCUSE" and "object" in coded.match.rule.recipient
    return syntax.logical_objects(coded.match.trigger) if reproach else []


def _placed(coded: Coded, book: CompiledCodebook) -> frozenset[int]:
    """The places of the actors of an assault that only tell where it was done: "shot in a suburb of Ostria's capital";
    what was done in somebody's attack was done by him, and who is arrested in Ostria is so by its police."""
    if coded.coding.event != "ASSAULT":
        return frozenset()
    return frozenset(party.head.i for party in coded.arguments.actors if _in_place(party.head, coded, book))


def _in_place(name: Token, coded: Coded, book: CompiledCodebook) -> bool:
    """Whether a name stands within a phrase of place, and in no phrase for a deed."""
    for above in (name, *name.ancestors):
        if DEEDS & types_of(above, book) or above.pos_ in ("VERB", "AUX"):
            return False
        if above.dep_ == "pobj" and above.head.lower_ in SITES:
            return above.head.head.pos_ != "NOUN" or above.head.head != coded.match.trigger
    return False


def _scenes(deeds: Iterable[Token], book: CompiledCodebook) -> frozenset[int]:
    """The places of all words for whom or what some deeds struck, and for where and on what occasion; these also where
    the parser hung them on the verb: "the attack on a chapel in Ostria killed ten"."""
    found: list[Token] = []
    for deed in deeds:
        if has(book.classes.get("killings", EMPTY), deed):
            found += [*_behind(deed, STRUCK | WHERE | AFTER), *named_after(deed)]
            found += (one for one in _behind(deed.head, WHERE | AFTER) if deed.i < one.i)
    return _within(found)


def _beyond_occasion(deed: Token, kept: frozenset[str] = frozenset()) -> frozenset[int]:
    """The places of all words outside a deed that is only told as an occasion ("left after the March bombings"), but
    of those to which one of the verbs `kept` ties it ("died after the bombing")."""
    first = phrases.first_of(deed)
    if first.dep_ != "pobj" or first.head.lower_ not in AFTER or first.head.head.lemma_ in kept:
        return frozenset()
    own = {t.i for t in first.subtree}
    return frozenset(t.i for t in first.sent if t.i not in own)


def pursued_by(match: Match, event: str, book: CompiledCodebook) -> Iterator[Token]:
    """Those whom what is promised is to strike, or of whom somebody is to ask more: "vowed to find the bombers"."""
    if event != "AGREE":
        return
    for first in complements(match.trigger)[:2]:
        for verb in (first, *(c for c in first.rights if c.dep_ == "conj" and c.tag_ == first.tag_)):
            if verb.i > match.trigger.i and (verb.lemma_ in STRIKING | ASKING or _to_justice(verb)):
                hostile = verb.lemma_ in FIGHTING
                yield from (o for o in syntax.logical_objects(verb) if o.i > verb.i and (hostile or _somebody(o, book)))


def _to_justice(verb: Token) -> bool:
    return verb.lemma_ == "bring" and any(n.lower_ in JUSTICE for name, n in syntax.own_arms(verb) if name == "to")


def _somebody(noun: Token, book: CompiledCodebook) -> bool:
    return noun.pos_ in ("PROPN", "PRON") or any(has(book.classes[name], noun) for name in PEOPLE)


def _verbs_above(match: Match) -> Iterator[Token]:
    """The verb that governs the noun of an act without carrying it ("carried out an attack" carries it)."""
    first = phrases.first_of(match.trigger)
    above = next((t for t in first.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if above is not None and above not in match.light and first.dep_ not in syntax.SUBJECTS:
        yield above


def _judging(verb: Token, match: Match, book: CompiledCodebook) -> Iterator[Token]:
    """Who does what a verb tells about a deed: judges it, or did something to others ("were questioned by the police
    about the bombing")."""
    deed = any("ASSAULT" in {rule.event for rule in book.verbs.get(form, ())} for form in (verb.lemma_, verb.lower_))
    if verb.lemma_ in JUDGING:
        yield from syntax.logical_subjects(verb)
    elif syntax.is_passive(verb) and not deed and phrases.first_of(match.trigger).dep_ == "pobj":
        inside = {t.i for t in match.trigger.subtree}
        yield from (agent for agent in syntax.agents(verb) if agent.i not in inside)


def named_after(deed: Token) -> list[Token]:
    """The place after which a deed is named: "the Bali bombings"."""
    marks = (
        c for c in deed.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN" and c.ent_type_ in ("GPE", "LOC")
    )
    return list(marks) if deed.lemma_.lower() in PLACED else []


def _behind(noun: Token, ways: frozenset[str]) -> Iterator[Token]:
    return (one for name, found in syntax.own_arms(noun) if name in ways for one in phrases.coordinated(found))


def _within(heads: Iterable[Token]) -> frozenset[int]:
    """The places of all words of some phrases but for those behind "by", which tell who did it."""
    found: set[int] = set()
    for head in heads:
        by = [c for c in head.subtree if c.dep_ in ("prep", "agent") and c.lower_ == "by"]
        found |= {t.i for t in head.subtree} - {t.i for c in by for t in c.subtree}
    return frozenset(found)


def _unreached(match: Match, book: CompiledCodebook) -> frozenset[int]:
    """The places of all that a deed does not reach which is told behind another noun ("the suspects in the bombing
    were handed over to Mali"): all but what tells more of the deed itself, and those harmed."""
    first = phrases.first_of(match.trigger)
    holder = first.head.head if first.dep_ == "pobj" else first
    if holder == first or holder.pos_ != "NOUN" or holder.lemma_.lower() in HARMED:
        return frozenset()
    if DEEDS & types_of(holder, book) or holder in match.light:
        return frozenset()
    own = {t.i for t in first.subtree}
    return frozenset(t.i for t in first.sent if t.i not in own)


def _places(heads: Iterable[Token]) -> frozenset[int]:
    return frozenset(t.i for head in heads for t in (head, *_beside(head)))


def _beside(head: Token) -> Iterator[Token]:
    """The name or title set beside a noun, which stands for the same."""
    yield from (c for c in head.rights if c.dep_ == "appos")
    if head.dep_ == "appos":
        yield head.head
