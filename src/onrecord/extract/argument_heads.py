"""Words around a trigger that stand for a party in ways that no place of a rule names."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.words import Words
from onrecord.extract.matching import Match
from onrecord.extract.parties import Party
from onrecord.extract.trigger import complements
from onrecord.extract.wording import forms, has
from onrecord.resources.roles import read_role

SENDING = frozenset(["send", "deploy", "withdraw", "dispatch", "supply", "deliver", "contribute", "move", "pull"])
"""Verbs whose object is sent; it concerns whoever receives it."""
AWAY = frozenset(["expulsion", "deportation", "eviction", "removal", "ouster", "exclusion", "evacuation"])
"""Deeds whose "from" tells the place."""
DEEDS = frozenset(["ASSAULT", "COERCE", "SANCTION"])
OF_DOERS = frozenset(
    "attack raid assault offensive strike aggression incursion provocation violation threat restriction".split()
)
"""Deeds whose "of" may tell who did them."""
SUFFERED = frozenset(
    "murder killing assassination slaying kidnapping abduction capture execution arrest detention imprisonment rape"
    " beheading expulsion deportation extradition".split()
)
"""Deeds whose noun has its victim before it ("Rowe's murder")."""
ABOUT = frozenset(["against", "at", "over", "about"])
"""Prepositions behind which a protest tells what it is about."""
OFFERING = frozenset("offer promise pledge guarantee propose commit vow volunteer give allocate earmark".split())
"""Verbs whose object is what somebody is to get."""
GIVEN = frozenset("access compensation damages reparation aid help passage visit protection payment supply".split())
"""What is asked for and goes "to" those whom it serves; "an end to Velmari flights" is asked of Velmar."""
MEETING = frozenset(["meet", "gather", "convene", "talk", "confer", "sit", "speak", "hold", "negotiate", "attend"])
"""Verbs beside which "in" tells the place."""


def several(party: Party) -> bool:
    """Whether a party is more than one ("the two governments"), so that it can act with itself."""
    head = party.head
    return head.tag_ in ("NNS", "NNPS") or head.lower_ == "two" or any(c.lower_ in ("both", "two") for c in head.lefts)


def of_each(heads: list[Token], is_state: Callable[[Token], bool]) -> list[Token]:
    """The heads at a place; for a plural of those who act for several parties these: "the presidents of Velmar and
    Ardenia", "envoys from the palace and the rebels", also where the parser set one beside the office."""
    found: list[Token] = []
    for head in heads:
        named = [
            n for name, n in syntax.own_arms(head) if name in ("of", "for", "from") and n.pos_ in ("PROPN", "NOUN")
        ]
        beside = [h for h in heads if h in head.conjuncts and h.pos_ == "PROPN"] if len(heads) == 2 else []
        states = [one for n in named for one in phrases.coordinated(n)] + beside
        each = head.tag_ in ("NNS", "NNPS") and len(states) > 1 and read_role([head.lower_]) is not None
        found += states if each and all(is_state(one) for one in states) else [head]
    return list(dict.fromkeys(found))


def datives(verb: Token) -> list[Token]:
    """To whom something is given without "to": "gave the rebels arms"."""
    given = [c for c in verb.rights if c.dep_ == "dative" and c.pos_ != "ADP"]
    objects = [c for c in verb.rights if c.dep_ == "dobj"]
    first = given or (objects[:1] if len(objects) > 1 and syntax.apposed(objects[0]) is None else [])
    if not first and objects and objects[0].pos_ == "NOUN":  # "sent the new rulers fuel", read as one noun
        first = [c for c in objects[0].lefts if c.dep_ == "nsubj" and c.i > verb.i]
    if not first and objects:
        first = _read_into(objects[0])
    if not first and syntax.is_passive(verb) and objects:
        return syntax.grammatical_subjects(verb)
    return [h for head in first for h in phrases.coordinated(head)]


def offered(head: Token, match: Match) -> bool:
    """Whether a noun is what is promised, of which its rule speaks ("offered observers to the council")."""
    words, verb = match.rule.pattern.object, match.trigger
    offers = match.rule.event == "AGREE" and verb.lemma_ in OFFERING and not words.anything
    return offers and has(words, head) and head in syntax.logical_objects(verb)


def _read_into(thing: Token) -> list[Token]:
    """The receiver that the parser reads as part of what is given: "promised the Brevians two radar planes"."""
    lefts = list(thing.lefts)
    counts = [c for c in lefts if c.dep_ in ("nummod", "det") and c.i > lefts[0].i]
    return [c for c in lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN" and any(n.i > c.i for n in counts)]


def is_actor(head: Token, actors: tuple[Party, ...]) -> bool:
    """Whether a pronoun only takes the actor up again ("Velmar warned it would fire").

    The object of the actor's own verb never does ("Velmar urged it to sign").
    """
    if head.lower_ not in ("it", "he", "she", "itself", "himself", "herself", "themselves"):
        return False
    before = [a.head for a in actors if a.head.i < head.i]
    if head.dep_ == "dobj" and not head.lower_.endswith("self"):
        before = [a for a in before if a not in syntax.grammatical_subjects(head.head)]
    return head.dep_ in ("nsubj", "nsubjpass", "dobj") and bool(before)


def conditional_subject(verb: Token) -> list[Token]:
    """Who has to act lest it happen: "unless Velmar pays, …"."""
    clauses = [c for c in verb.children if c.dep_ == "advcl"]
    return [
        s
        for c in clauses
        if any(m.dep_ == "mark" and m.lower_ in ("unless", "if", "until", "till", "while") for m in c.children)
        for s in syntax.logical_subjects(c)
    ]


def object_before(verb: Token) -> list[Token]:
    """Whom the deed before concerned: "accused Velmar of … and recalled its envoy"."""
    before = syntax.joined(verb)
    if verb.dep_ != "conj" or before.pos_ != "VERB" or syntax.child(verb, *syntax.SUBJECTS) is not None:
        return []
    return datives(before) or syntax.logical_objects(before)


def written_to(verb: Token, documents: Words) -> list[Token]:
    """To whom a paper is written that asks or accuses: "a letter from the premier to his colleague proposed …"."""
    papers = [s for s in syntax.logical_subjects(verb) if has(documents, s)]
    return [n for paper in papers for name, n in syntax.arms(paper) if name == "to"]


def complement_objects(trigger: Token) -> list[Token]:
    """Whom the complement's act concerns: "agreed to reopen talks with Velmar"."""
    found: list[Token] = []
    for verb in complements(trigger)[:2]:
        for inner in [verb, *complements(verb)[:1]]:
            arms = [
                n
                for p, n in syntax.arms(inner)
                if p in ("with", "to", "from", "against", "on", "for", "between")
                or (p == "in" and inner.lemma_ not in MEETING)
            ]
            arms = [n for n in arms if n.ent_type_ not in ("DATE", "TIME")]
            passive = syntax.is_passive(inner) and verb_asks(trigger)
            sends = inner.lemma_ in SENDING and not any(p == "with" for p, _ in syntax.own_arms(inner))
            objects = [] if passive or sends else syntax.logical_objects(inner)
            found += [*objects, *(n for arm in arms for n in phrases.coordinated(arm))]
    return found


def subjects_of_content(verb: Token, reproaches: Words) -> list[Token]:
    """Who was to act by the words that a verb takes back or turns down: "dropped its demand that Velmar disarm".

    What an accusation tells is done by the accused, whom its rejection does not concern.
    """
    words = [noun for noun in syntax.logical_objects(verb) if noun.pos_ == "NOUN" and not has(reproaches, noun)]
    inner = [c for noun in words for c in complements(noun)]
    return [s for c in inner for s in syntax.grammatical_subjects(c) if s.i > verb.i]


def asked_to_act(verb: Token) -> list[Token]:
    """Whoever a verb of asking bids to act ("is calling on supermarkets to stop"): somebody, whatever the noun."""
    for content in complements(verb)[:1]:
        asked = syntax.controller(verb, content)
        if asked is not None and asked.pos_ in ("NOUN", "PROPN") and asked.i > verb.i:
            return phrases.coordinated(asked)
    return []


def blamed(verb: Token) -> list[Token]:
    """Who is blamed for doing something ("lambasted its partners for dragging their feet"), whatever the noun."""
    doing = any(c.dep_ == "pcomp" for p in verb.rights if p.lower_ in ("for", "of") for c in p.children)
    return [o for o in syntax.logical_objects(verb) if doing and o.pos_ in ("NOUN", "PROPN")]


def handed_to(trigger: Token, documents: Words) -> list[Token]:
    """Who is handed a paper that demands or accuses: "handed him a note demanding …", "… in which Velmar demands"."""
    paper = trigger.head
    if trigger.dep_ not in ("acl", "relcl") or not has(documents, paper) or paper.head.pos_ != "VERB":
        return []
    verb = paper.head
    return datives(verb) or [n for name, n in syntax.own_arms(verb) if name == "to"]


def acted_upon(match: Match, handling: Words) -> frozenset[int]:
    """The places of those with whom something is asked to be done, none of whom is asked: "asked that the fishermen be
    freed", "demanded the release of two drivers" (`handling`: such nouns)."""
    verb = match.asked or match.trigger
    if match.rule.event != "REQUEST":
        return frozenset()
    if match.rule.pattern.modal:  # "those responsible must be put on trial"
        done_to = syntax.logical_objects(verb) if syntax.is_passive(verb) else []
        return frozenset(t.i for noun in done_to for t in noun.subtree)
    done = [c for c in complements(verb)[:1] if c.dep_ == "ccomp" and syntax.is_passive(c)]
    found = [t for c in done for t in c.subtree if t not in syntax.agents(c)]
    asked_for = syntax.logical_objects(verb) if verb.pos_ == "VERB" else []
    asked_for += [noun for name, noun in syntax.own_arms(verb) if name == "for"]
    handled = [noun for noun in asked_for if has(handling, noun)]
    found += [
        n for deed in handled for name, noun in syntax.own_arms(deed) if name == "of" for n in phrases.coordinated(noun)
    ]
    found += [c for deed in handled for c in deed.lefts if c.dep_ == "poss"]
    inner = [n for noun in found for _, n in syntax.own_arms(noun)]
    inner += [n for deed in handled if deed.lemma_ in AWAY for name, n in syntax.arms(verb) if name == "from"]
    inner += [n for deed in handled if deed.lemma_ in AWAY for name, n in syntax.own_arms(deed) if name == "from"]
    marks = [c for noun in (*found, *inner) for c in noun.lefts]
    return frozenset(t.i for t in (*found, *inner, *marks))


def suffering(match: Match, book: CompiledCodebook) -> frozenset[int]:
    """The places of those to whom a deed was done for which nobody present is blamed: "condemned the detention of the
    crew", "protested at the burning of a mill in Velmar"."""
    if match.rule.event != "ACCUSE" or match.trigger.pos_ != "VERB":
        return frozenset()
    about = [noun for name, noun in syntax.own_arms(match.trigger) if name in ABOUT]
    heads = [*syntax.logical_objects(match.trigger), *about]
    judged = [n for head in heads for n in phrases.coordinated(head) if n.pos_ == "NOUN"]
    found: set[int] = set()
    for deed in judged:
        struck = "ASSAULT" in types_of(deed, book)  # where it struck is no doer's; where people are held may be
        for noun in (n for name, n in syntax.own_arms(deed) if name in _suffered(deed, match, book)):
            others = {t.i for name, n in syntax.own_arms(noun) if name == "by" or not struck for t in n.subtree}
            found |= {t.i for t in noun.subtree} - others
    return frozenset(found)


def _suffered(deed: Token, match: Match, book: CompiledCodebook) -> frozenset[str]:
    """The prepositions behind which a judged deed's noun tells whom it struck, and never who did it."""
    if not (types_of(deed, book) & DEEDS or has(book.classes["handling"], deed)):
        return frozenset(["against"])  # "the violence against marchers"
    ways = {"of", "at", "in", "on", "against"}
    if deed.lemma_ in OF_DOERS:
        return frozenset(ways - {"of", "in"})
    struck = "ASSAULT" in types_of(deed, book)
    return frozenset(ways - (set() if struck else {"in"}) - ({"on"} & set(match.rule.recipient)))


def done_to(noun: Token, book: CompiledCodebook) -> bool:
    """Whether a noun tells a deed done to those behind its "of": a killing, not "the raid of the rebels"."""
    known = bool(types_of(noun, book) & DEEDS) or has(book.classes["handling"], noun)
    return known and noun.lemma_ not in OF_DOERS


def victims(deed: Token) -> list[Token]:
    """Whose a deed is that its noun says was done to them: "Rowe's murder", but not "Rowe's murder of a guard"."""
    if deed.pos_ != "NOUN" or deed.lemma_ not in SUFFERED or any(name == "of" for name, _ in syntax.own_arms(deed)):
        return []
    return [one for c in deed.lefts if c.dep_ == "poss" for one in phrases.coordinated(c)]


def types_of(noun: Token, book: CompiledCodebook) -> frozenset[str]:
    """The types of acts that a noun may tell, by the codebook's own noun rules."""
    return frozenset(rule.event for form in forms(noun) for rule in book.nouns.get(form, ()))


def beneficiaries(match: Match) -> frozenset[int]:
    """The places of those for whom, or about whom, something is asked: "demanded reparations for the widows"."""
    verb = match.asked or match.trigger
    if match.rule.event != "REQUEST" or verb.pos_ != "VERB" or match.rule.pattern.modal:
        return frozenset()
    wanted = [*syntax.logical_objects(verb), *(noun for name, noun in syntax.own_arms(verb) if name == "for")]
    wanted = [n for head in wanted for n in phrases.coordinated(head) if n.pos_ == "NOUN"]
    near = {n.i + 1: n for n in wanted}  # "access to the crew", on whatever the parser hung it
    ways = [(n, name, noun) for n in wanted for name, noun in syntax.own_arms(n)]
    ways += [(near[noun.head.i], name, noun) for name, noun in syntax.own_arms(verb) if noun.head.i in near]
    found = [noun for n, name, noun in ways if name in ("for", "about") or (name == "to" and n.lemma_ in GIVEN)]
    return frozenset(t.i for noun in found for t in noun.subtree)


def mutual(match: Match) -> bool:
    """Whether those who act do it to one another: "accused each other", "each side blames the other"."""
    for verb in (match.trigger, *match.light):
        if verb.lemma_ in ("exchange", "trade", "swap"):
            return True
        for noun in (*syntax.logical_objects(verb), *(noun for _, noun in syntax.own_arms(verb))):
            marks = {c.lower_ for c in noun.lefts}
            each = (c.lower_ for s in syntax.grammatical_subjects(verb) for c in (s, *s.lefts))
            if noun.lower_ == "other" and ("each" in marks or ("the" in marks and "each" in each)):
                return True
            if noun.lower_ == "one" and noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "another":
                return True
    return False


def helpers(verb: Token, help_words: Words) -> list[Token]:
    """Whose help is asked for: "asked for Velmar's help"."""
    asked = [n for name, n in syntax.own_arms(verb) if name == "for"] + syntax.logical_objects(verb)
    return [c for noun in asked if has(help_words, noun) for c in noun.lefts if c.dep_ == "poss"]


def verb_asks(verb: Token) -> bool:
    """Whether a verb asks that something be done: who it is done to is not who is asked ("that they be freed")."""
    return verb.lemma_ in ("ask", "demand", "request", "insist", "urge", "require", "propose")


def moves_own(head: Token, match: Match) -> bool:
    """Whether a side moves what is its own ("recalled its envoy", "massed its tanks", "withdrew its units")."""
    leaves = match.rule.event == "RETREAT" and match.rule.mode in ("withdraw", "disarm")
    if not leaves and (match.rule.event not in ("MOBILIZE", "SANCTION") or match.rule.mode == "expel"):
        return False
    return any(c.tag_ == "PRP$" for c in head.lefts)


def further(verb: Token) -> frozenset[int]:
    """The places of what coordinated verbs with objects of their own are about ("proposed … and asked …")."""
    own = bool(complements(verb)) or bool(syntax.logical_objects(verb))
    on = [c for c in verb.rights if own and verb.pos_ == "VERB" and c.dep_ == "conj" and c.pos_ == "VERB"]
    return frozenset(t.i for c in on for t in c.subtree)


def told_about(of: Token, verb: Token) -> bool:
    """Whether an "of" phrase only tells what somebody's words are about: "rejected Velmar's account of the talks"."""
    noun = of.head.head
    return verb.pos_ == "VERB" and noun.head == verb and any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in noun.lefts)


def content_at(verb: Token) -> int:
    """Where what a verb asks for begins; the end of the text where it says nothing of it."""
    return min((c.i for c in complements(verb)[:1]), default=len(verb.doc))
