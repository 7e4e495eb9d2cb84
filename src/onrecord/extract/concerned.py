"""Whom an act concerns where no place of its rule names anybody: the nearest party around its words."""

from __future__ import annotations

from spacy.tokens import Token

from onrecord.annotate import phrases, syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.codebook.words import Words
from onrecord.extract.argument_heads import (
    complement_objects,
    conditional_subject,
    datives,
    handed_to,
    helpers,
    is_actor,
    moves_own,
    object_before,
    subjects_of_content,
    written_to,
)
from onrecord.extract.matching import Match
from onrecord.extract.parties import Parties, Party
from onrecord.extract.trigger import complements
from onrecord.extract.wording import has

WIDE_VERBAL = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE", "SUPPORT"])
NO_THINGS = WIDE_VERBAL | {"RETREAT", "MOBILIZE"}
"""Types that concern somebody or nobody, but no mere thing."""
WIDE = WIDE_VERBAL | {"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT", "MOBILIZE"}
"""Types whose acts mostly concern somebody."""

AROUND = frozenset(
    "to with against on upon from at of for into over in about toward towards near along around outside through "
    "across off".split()
)


ASKED = frozenset("to with on upon from of against".split())
"""Of them, those that tell who is asked; what is asked for stands behind others."""
DENYING = frozenset(["deny", "refute", "disclaim"])
"""Verbs of denial: whom the denied act would have concerned is not whom the denial answers."""

TAKING = frozenset(["COERCE", "RETREAT"])
"""Types whose object may be a number alone ("arrested 14"); "killed 14" counts the dead of another act."""

_AROUND = {"REQUEST": ASKED, "MOBILIZE": AROUND - {"of", "for", "with"}, "ASSAULT": AROUND - {"in"}}
"""Types with prepositions of their own: whom is attacked "in" a place is not the place."""

NOTHING = Words()


class Concerned:
    """Looks around matches of one paragraph for whom they concern."""

    def __init__(self, book: CompiledCodebook, parties: Parties) -> None:
        self._book = book
        self._parties = parties
        self._reproaches = book.classes.get("reproaches", NOTHING)

    def find(self, match: Match, actors: tuple[Party, ...], taken: set[int]) -> tuple[Party, ...]:
        """Whom the act concerns, where no place of its rule names anybody: the nearest party after the trigger."""
        verbs = [match.trigger, *match.light, *complements(match.trigger)[:1]]
        around = _AROUND.get(match.rule.event, AROUND)
        arms = [(p, n) for verb in verbs for p, n in syntax.arms(verb) if p in around]
        arms = [(p, n) for p, n in arms if n.ent_type_ not in ("DATE", "TIME")]
        if match.rule.event in TAKING and (counted := [o for o in syntax.logical_objects(verbs[0]) if o.pos_ == "NUM"]):
            return tuple(self._parties.things(counted))
        verbal = match.rule.event in WIDE_VERBAL and match.trigger.lemma_ not in DENYING
        groups = [handed_to(match.trigger, self._book.classes["documents"])]
        groups += [written_to(match.trigger, self._book.classes["documents"])] if verbal else []
        groups += [helpers(match.trigger, self._book.classes["help"])] if match.rule.event == "REQUEST" else []
        groups += [datives(match.trigger)] if match.rule.event == "AID" else []
        groups += [complement_objects(match.trigger)] if verbal else []
        groups += [subjects_of_content(match.trigger, self._reproaches)] if verbal else []
        groups += [phrases.coordinated(noun) for _, noun in arms] if match.trigger.lemma_ not in DENYING else []
        groups += [
            conditional_subject(verb) for verb in verbs[:1] if match.rule.event in ("THREATEN", "COERCE", "REJECT")
        ]
        groups += [object_before(match.trigger)] if verbal or match.rule.event == "SANCTION" else []
        for group in groups:
            others = [h for h in group if not is_actor(h, actors) and not moves_own(h, match)]
            found = self._parties.find(others, recipient=True)
            if kept := tuple(p for p in found if p.head.i not in taken and not inside(p, actors, match)):
                return kept
        if match.trigger.pos_ != "VERB" or match.rule.event in NO_THINGS:
            return ()
        handed = match.rule.event == "AID" or match.rule.mode in ("disarm", "withdraw")
        given = match.rule.pattern.object if handed else NOTHING
        objects = [o for verb in verbs[:1] for o in syntax.logical_objects(verb)]
        objects = [o for o in objects if o.pos_ != "NUM"]
        things = self._parties.things(o for o in objects if given.anything or not has(given, o))
        return tuple(p for p in things if p.head.i not in taken and not inside(p, actors, match))


def inside(party: Party, actors: tuple[Party, ...], match: Match) -> bool:
    """Whether a party is only a part of an actor's own name ("the president of Velmar", "the envoy to the league,
    Ada Lind") or what is set beside it ("the marchers, many of them refugees")."""
    return any(a.head != match.trigger and party.head.i in _told_of(a) for a in actors)


def _told_of(actor: Party) -> frozenset[int]:
    """The places of the words for an actor: his name's, with the title that it is set beside and what is beside it."""
    head = actor.head
    own = {*range(actor.words.start, actor.words.end)}
    if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN"):
        own |= {t.i for t in head.head.subtree if t.i < head.i and t.dep_ != "relcl"}
    own |= {t.i for c in head.rights if c.dep_ == "appos" for t in c.subtree if not _listed(c)}
    return frozenset(own)


def _listed(name: Token) -> bool:
    """Whether a name in apposition rather goes on a list ("Velmar, Ostria and Lom")."""
    return any(c.dep_ in ("conj", "cc") for c in name.rights)
