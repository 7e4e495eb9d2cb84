"""Who does what in a parsed clause: pure functions over spaCy tokens, shared by every extractor.

The parser's labels are ClearNLP's (nsubj, nsubjpass, dobj, agent, acl, relcl, …). "Logical" subject and object
undo the passive; a missing subject is looked for along coordination, relative clauses and control. Where the
parser is known to go wrong (a subject after a comma read as a conjunct), a repair by position follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from onrecord.annotate import misread
from onrecord.annotate.phrases import coordinated

SUBJECTS, child, joined = misread.SUBJECTS, misread.child, misread.joined
PARTICLES = frozenset(["down", "up", "off", "out", "away", "back"])
CALLERS = frozenset(["call", "bring", "take", "hand", "turn", "haul"])
"""Verbs whose "in" before an object is a particle ("called in the ambassador")."""
CHARGERS = frozenset(["accuse", "suspect", "convict", "acquit", "blame"])
RELATIVES = ("who", "which", "that", "whom", "whose")
_LOWER = ("dobj", "nsubjpass", "prt", "attr", "oprd", "npadvmod", "advmod")
_BRIDGES = frozenset(["favour", "favor", "support", "defence", "defense", "behalf", "front", "face", "hands", "hand"])


def auxiliaries(verb: Token) -> list[Token]:
    """Auxiliaries of a verb, its own or, where it has none, those of the verb it is coordinated with."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if own or verb.dep_ != "conj" or child(verb, *SUBJECTS) or verb.head.pos_ not in ("VERB", "AUX"):
        return own
    return auxiliaries(verb.head) if verb.tag_ == verb.head.tag_ else []


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: by its auxiliary, or as a participle after a noun ("troops deployed by …")."""
    if misread.causer(verb) is not None:
        return True
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD" and (misread.in_headline(verb) or misread.without_object(verb))
    if child(verb, "auxpass", "nsubjpass"):
        return True
    own = [c.lemma_ for c in verb.children if c.dep_ == "aux"]
    if "have" in own or child(verb, "dobj"):
        return False
    if verb.dep_ in ("acl", "advcl"):
        return not any(c.dep_ == "nsubj" for c in verb.children)
    if verb.dep_ == "relcl":
        return not child(verb, "nsubj")
    if verb.dep_ == "conj" and not child(verb, "nsubj"):
        return is_passive(verb.head)
    if verb.dep_ == "ROOT" and child(verb, "nsubj") is None:
        return child(verb, "agent") is not None
    return misread.in_headline(verb)


def is_supposed(verb: Token) -> bool:
    """Whether a verb tells what is only supposed: "if the troops were withdrawn"."""
    return any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children)


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token itself."""
    if token.lower_ not in RELATIVES or token.tag_ not in ("WDT", "WP", "WP$", "IN"):
        return token
    clause = token.head
    while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else token


def grammatical_subjects(verb: Token) -> list[Token]:
    """Heads of the subject as written, found along coordination, relative clauses, control and participles."""
    own = own_subjects(verb)
    if own:
        return coordinated(antecedent(own[0]))
    found = _inherited(verb, 0)
    return coordinated(found) if found is not None else []


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that hang on a verb; a relative pronoun beside another is its object ("which, he said, Mali has
    criticised")."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    named = [c for c in own if c.lower_ not in RELATIVES]
    return named if verb.dep_ == "relcl" and len(own) > 1 and named else own


def _inherited(verb: Token, depth: int) -> Token | None:
    """The head of the subject of a verb that has none of its own."""
    if depth > 6:
        return None
    own = child(verb, "nsubj", "nsubjpass")
    if own is not None:
        return antecedent(own)
    head = verb.head
    match verb.dep_:
        case "acl" | "relcl":
            return _participle_subject(verb)
        case "conj" if head.pos_ in ("VERB", "AUX"):
            head = joined(verb)
            return displaced_subject(head) or _inherited(head, depth + 1)
        case "xcomp" if head.dep_ == "acomp" and head.head.pos_ in ("VERB", "AUX"):
            return _inherited(head.head, depth + 1)  # "is about to …", "was ready to …"
        case "xcomp" | "ccomp" | "oprd" if verb.tag_ not in ("VBD", "VBZ", "VBP"):
            return controller(head, verb) or _inherited(head, depth + 1)
        case "advcl":
            return displaced_subject(head) or _inherited(head, depth + 1)
        case "pcomp" if head.dep_ in ("prep", "agent", "prt", "mark"):
            return _governed_subject(head.head, head.lower_, depth)
    return displaced_subject(verb)


def _participle_subject(verb: Token) -> Token | None:
    head = antecedent(verb.head)
    if verb.tag_ in ("VBG", "VBD", "VBN", "VBZ", "VBP"):
        return head
    if (owner := child(head, "poss")) is not None:
        return owner
    governor = head.head
    if head.dep_ in ("dobj", "attr", "pobj") and governor != head:
        ranked = head.dep_ == "attr" and head.lower_ in ("first", "last")  # "was the last to leave the hall"
        verb_above = governor if ranked or governor.pos_ == "VERB" else governor.head
        return _inherited(verb_above, 1) if ranked or verb_above.pos_ == "VERB" else None
    return None


def _governed_subject(above: Token, preposition: str, depth: int) -> Token | None:
    if above.pos_ in ("VERB", "AUX"):
        target = child(above, "dobj", "nsubjpass")
        if preposition in ("of", "from", "for", "with") and target is not None:
            return target
        if preposition == "for" and (aimed := _aimed_at(above)) is not None:
            return aimed
        return displaced_subject(above) or _inherited(above, depth + 1)
    if preposition in ("of", "for") and above.dep_ in ("dobj", "nsubjpass") and above.head.lemma_ in CHARGERS:
        return above  # "accused the rebels of shelling": the phrase hung on the accused
    owner = child(above, "poss")
    if owner is not None:
        return owner
    if preposition == "about":
        return None  # "waved off gossip about bombing the port": nobody says whose gossip
    if above.head.pos_ == "VERB" and above.dep_ in ("dobj", "pobj"):
        return _inherited(above.head, depth + 1)
    return None


def _aimed_at(verb: Token) -> Token | None:
    """At whom a verb is aimed that has no object: "lashed out at the port for having sunk a ferry"."""
    if is_passive(verb):
        return None
    return next((noun for name, noun in own_arms(verb) if name in ("at", "against") and noun.pos_ == "PROPN"), None)


def controller(verb: Token, complement: Token) -> Token | None:
    """The object that does what the complement says ("called on X to", "urged X to"); None for the subject."""
    if verb.lemma_ in ("promise", "vow", "threaten", "agree", "refuse"):
        return None
    if is_passive(verb):
        return child(verb, "nsubjpass")
    target = child(verb, "dobj", "dative")
    if target is not None and target.dep_ != "dative":
        return target
    for name, noun in own_arms(verb) if verb.lemma_ != "be" else ():  # "according to an aide, he is to fly"
        if name in ("on", "upon", "for", "to") and noun.i < complement.i:
            return noun
    return None


def displaced_subject(verb: Token) -> Token | None:
    """The noun right before a verb that has no subject, which the parser hung elsewhere.

    "By closing the pass, Ardenia again broke …": the parser reads "Ardenia" as a conjunct of "pass".
    """
    if child(verb, *SUBJECTS) is not None:
        return None
    spot = verb.i - 1
    while spot > verb.sent.start and verb.doc[spot].pos_ in ("ADV", "AUX", "PART"):
        spot -= 1
    noun = verb.doc[spot]
    if noun.pos_ not in ("PROPN", "NOUN", "PRON") or noun.dep_ not in ("conj", "appos", "npadvmod", "dep"):
        return None
    if child(noun.head, "cc") is not None or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    return noun


def agents(verb: Token) -> list[Token]:
    """Heads of the "by" phrase of a passive, also where the parser hung it one noun too low."""
    own = [n for name, noun in own_arms(verb) if name == "by" for n in coordinated(noun)]
    found = own or _low_agents(verb) or _shared_agents(verb)
    return found or (grammatical_subjects(have) if (have := misread.causer(verb)) is not None else [])


def _shared_agents(verb: Token) -> list[Token]:
    """The "by" phrase behind the last of coordinated passives: "was pulled from his cab and beaten by them"."""
    for other in verb.rights:
        if other.dep_ == "conj" and other.tag_ == "VBN" and child(other, *SUBJECTS, "aux", "auxpass") is None:
            return [n for name, noun in own_arms(other) if name == "by" for n in coordinated(noun)]
    return []


def _low_agents(verb: Token) -> list[Token]:
    """ "charged with treason by the prosecutor": the "by" phrase that hangs on a noun under the passive."""
    nouns = [c for c in verb.rights if c.dep_ in ("dobj", "oprd", "attr")] + [n for _, n in own_arms(verb)]
    for noun in nouns:
        for name, agent in own_arms(noun):
            if name == "by" and agent.i > noun.i > verb.i and agent.ent_type_ not in ("DATE", "TIME"):
                return coordinated(agent)
    return []


def logical_subjects(verb: Token) -> list[Token]:
    """Who does it: the subject of an active verb, the agent of a passive one (empty where none is named)."""
    return agents(verb) if is_passive(verb) else grammatical_subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """To whom it is done: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        own = grammatical_subjects(verb)
        kept = child(verb, "dobj", "oprd")
        return own if own or kept is None else coordinated(kept)
    return active_objects(verb)


def active_objects(verb: Token) -> list[Token]:
    """Direct objects, through relative clauses ("the men that it holds") and shared ones ("shelled and burned X")."""
    moved = displaced_object(verb)
    own = [c for c in verb.children if c.dep_ in ("dobj", "obj")]
    if own:
        first = antecedent(own[0])
        return [t for t in coordinated(first) if t != moved]
    if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN"):
        subjects = [c for c in own_subjects(verb) if c.dep_ == "nsubj"]
        if subjects and subjects[0].lower_ not in RELATIVES:
            return [verb.head]
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ == "VERB" and other.i - verb.i <= 3:
            return active_objects(other)
    particle = _particle_object(verb) or misread.object_after_as(verb) or misread.that_called(verb)
    if particle is not None:
        return coordinated(particle)
    return _raised_object(verb)


def _particle_object(verb: Token) -> Token | None:
    """The object of a verb with a particle that the parser reads as a preposition ("voted down the pact")."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if after is None or after.head != verb or after.dep_ not in ("prt", "prep", "advmod"):
        return None
    if after.lower_ in PARTICLES or (after.lower_ == "in" and verb.lemma_ in CALLERS):
        return child(after, "pobj")
    return None


def _raised_object(verb: Token) -> list[Token]:
    """The object that the parser reads as subject of what follows ("allowed inspectors to …", "found him guilty")."""
    for other in verb.children:
        small = other.dep_ == "ccomp" or (other.dep_ in ("prep", "advmod") and other.i > verb.i)  # "wants it out"
        if small and other.tag_ not in ("VBD", "VBZ", "VBP") and child(other, "mark") is None:
            subject = child(other, "nsubj")
            if subject is not None:
                return coordinated(subject)
    return []


def displaced_object(verb: Token) -> Token | None:
    """A conjunct of the object that is really the subject of the main clause (see `displaced_subject`)."""
    main = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return displaced_subject(main) if main.pos_ == "VERB" else None


def apposed(noun: Token) -> Token | None:
    """The noun set beside another by commas, also where the parser takes it for a second object.

    "Their leader, Joren Pask, …", "accused its owner, the Brandt company, of …".
    """
    beside = child(noun, "appos")
    if beside is not None:
        return beside if beside.i > noun.i else None
    if noun.dep_ not in ("dobj", "nsubj", "nsubjpass"):
        return None
    last = noun.right_edge.i
    doc, verb = noun.doc, noun.head
    for other in verb.children:
        if other.dep_ == noun.dep_ and other.i > noun.i and doc[last + 1 : last + 2].text == ",":
            return other if other.left_edge.i == last + 2 else None
    return None


def steps_up(word: Token) -> dict[int, int]:
    """The places of a word and of those above it in its sentence, each with the steps up to it."""
    return {token.i: steps for steps, token in enumerate((word, *word.ancestors))}


def path(up_from: Mapping[int, int], word: Token) -> tuple[int, int] | None:
    """Steps up from a word (`steps_up` gives its own) to the lowest one above both, and down to another.

    None where they stand in different sentences.
    """
    steps = enumerate((word, *word.ancestors))
    return next(((up_from[token.i], down) for down, token in steps if token.i in up_from), None)


def own_arms(token: Token) -> Iterator[tuple[str, Token]]:
    """Each preposition that hangs on `token` with the head of the noun phrase it governs."""
    for prep in token.children:
        if prep.dep_ not in ("prep", "agent", "dative"):
            continue
        if prep.pos_ not in ("ADP", "SCONJ", "VERB", "PART", "ADV", "ADJ"):
            yield "to", prep  # the bare indirect object: "gave the rebels arms"
            continue
        for noun in prep.children:
            if noun.dep_ in ("pobj", "obj"):
                yield prep.lower_, antecedent(noun)
            elif noun.dep_ == "pcomp" and noun.tag_ == "VBG" and (doer := child(noun, "nsubj")) is not None:
                yield prep.lower_, doer  # "against teachers marching on parliament"
            elif noun.dep_ == "prep" and prep.lower_ not in ("according", "thanks", "due", "prior"):
                for inner in noun.children:
                    if inner.dep_ == "pobj":
                        yield noun.lower_, antecedent(inner)


def arms(token: Token) -> list[tuple[str, Token]]:
    """`own_arms` of a trigger, then those hung one step lower by mistake (on its object or on a date)."""
    own = list(own_arms(token))
    found = list(own)
    lower = [c for c in token.children if c.dep_ in _LOWER]
    if token.pos_ == "VERB" and (particle := _particle_object(token)) is not None:
        lower.append(particle)
    lower += [n for _, n in found if n.ent_type_ in ("DATE", "TIME")]
    for noun in lower:
        found += own_arms(noun)
    for _, noun in own:
        found += [(p, n) for p, n in own_arms(noun) if p != "of" or noun.lower_ in _BRIDGES]
    if token.pos_ == "NOUN" and not any(name == "of" for name, _ in found):  # "the expulsion by Velmar of its envoy"
        found += [(p, n) for name, agent in own if name == "by" for p, n in own_arms(agent) if p == "of"]
    return found
