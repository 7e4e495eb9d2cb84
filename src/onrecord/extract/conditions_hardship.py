"""How people get by where no word for a shortage is said: what they live on, wait or queue for, what it costs them."""

import functools
from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child, grammatical_subjects, logical_objects, own_arms
from onrecord.extract.conditions_frame import counted, draft, noun_evidence, sectors, verb_evidence
from onrecord.extract.conditions_lexicon import words
from onrecord.extract.conditions_people import counts_people, things
from onrecord.extract.drafts import ConditionDraft
from onrecord.model.vocabulary import ConditionKind


def hardship(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The need or the shortage that `token` tells by how people get by, if any."""
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        lemma = token.lemma_.lower()
        for verbs, tell in _told_by_verb():
            if (verbs is None or lemma in verbs) and (found := tell(layers, paragraph, token)) is not None:
                yield found
                return
    elif token.pos_ == "NOUN":
        found = _rationed(layers, paragraph, token) or _queue(layers, paragraph, token)
        found = found or _counted_need(layers, paragraph, token)
        if found is not None:
            yield found


def _dependent(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "11,000 people depend on soup kitchens", "families live on handouts"."""
    on = [noun for name, noun in own_arms(verb) if name in ("on", "upon")]
    held = next((n for n in on if {t.lemma_.lower() for t in noun_phrase(n)} & words("reliefs")), None)
    who = _people(verb)
    if held is None or who is None:
        return None
    told = sectors(noun_phrase(held)) or (("food",) if held.lemma_.lower() not in ("generator",) else ("energy",))
    return _made(layers, paragraph, "humanitarian", verb, who, told)


def _sharing(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "8,000 people share 70 latrines": how many have to do with how little of what people use."""
    who = _people(verb)
    shared = [n for n in logical_objects(verb) if counted(n) and not counts_people(n)]
    if who is None or not counted(who) or not any(_used(n) for n in shared):
        return None
    return _made(layers, paragraph, "humanitarian", verb, who, sectors(verb_evidence(verb)))


def _for_so_many(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "There is one latrine for 110 people"."""
    for noun in (c for c in verb.children if c.dep_ in ("attr", "nsubj", "dobj")):
        whom = next((n for name, n in own_arms(noun) if name in ("for", "per", "to")), None)
        if counted(noun) and _used(noun) and whom is not None and counted(whom) and counts_people(whom):
            return _made(layers, paragraph, "humanitarian", verb, whom, sectors(verb_evidence(verb)))
    return None


def _used(noun: Token) -> bool:
    """Whether a noun is something that people use or are served by every day: a latrine, a tap, a bed, a doctor."""
    lemma = noun.lemma_.lower()
    return bool(sectors(noun_phrase(noun))) or any(lemma in words(name) for name in ("shared", "services", "caring"))


def _living_off(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "The lower town lives off tankers": what is brought in, or left, in place of what used to come."""
    off = [noun for name, noun in own_arms(verb) if name in ("off", "from")]
    if not any({t.lemma_.lower() for t in noun_phrase(n)} & (words("reliefs") | {"tanker", "stock"}) for n in off):
        return None
    return _made(layers, paragraph, "humanitarian", verb, _people(verb), sectors(verb_evidence(verb)))


def _waiting(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "26 patients are waiting to be evacuated", "forty wounded men await evacuation"."""
    wanted = [c for c in verb.children if c.dep_ in ("dobj", "xcomp")] + [
        n for name, n in own_arms(verb) if name == "for"
    ]
    who = _people(verb)
    if who is None or not any(w.lemma_.lower() in words("awaited") for w in wanted):
        return None
    told = sectors(verb_evidence(verb)) or tuple(s for w in wanted for s in sectors(w.doc[w.i : w.i + 1]))
    return _made(layers, paragraph, "humanitarian", verb, who, told)


def _dearer(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "the price of potatoes has doubled": of what people eat and burn every day."""
    if verb.lemma_.lower() in words("rising") and not _by_so_much(verb):
        return None
    for noun in grammatical_subjects(verb):
        phrase = noun_phrase(noun)
        if noun.lemma_.lower() in words("price_nouns") and {t.lower_ for t in phrase} & words("staples"):
            return _made(layers, paragraph, "shortage", verb, None, sectors(phrase) or ("food",))
    return None


def _by_so_much(verb: Token) -> bool:
    """Whether a rise is told with its size: "by 40 percent", "fourfold", "from 24 to 37 francs"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 12, verb.sent.end)]
    much = any(t.lower_ in ("sharply", "steeply", "fourfold", "threefold", "fivefold", "tenfold") for t in after)
    return much or any(
        name in ("by", "to", "from") and any(t.like_num for t in n.subtree) for name, n in own_arms(verb)
    )


def _finished(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "flour is exhausted", "medicines are gone", "the shelves are bare", "the wells are contaminated"."""
    mark = verb if verb.lower_ in words("rare_supply") and verb.pos_ != "AUX" else None
    told = {verb.lower_, *(c.lower_ for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "prep"))}
    ended = mark is not None or "gone" in told or "exhausted" in told
    bare, foul = (not told.isdisjoint(words(kind)) for kind in ("bare", "foul"))
    if not (ended or bare or foul):
        return None
    for noun in grammatical_subjects(verb) or logical_objects(verb):
        lemma = things(noun).lemma_.lower()
        kinds = sectors(noun.doc[things(noun).i : things(noun).i + 1])
        if kinds and ended:
            return _made(layers, paragraph, "shortage", verb, None, kinds)
        if lemma in words("shelves") and bare:
            return _made(layers, paragraph, "shortage", verb, None, sectors(noun_phrase(noun)) or ("supplies",))
        water = kinds == ("water",) or lemma in words("taps")
        if water and foul:
            return _made(layers, paragraph, "shortage", verb, None, ("water",))
    return None


def _piped(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "the taps run for three hours a day", "water is brought by tanker to 18,000 residents"."""
    hours = [n for name, n in own_arms(verb) if name == "for" and n.lemma_ in ("hour", "minute") and counted(n)]
    if hours and any(n.lemma_.lower() in words("taps") for n in grammatical_subjects(verb)):
        return replace(_made(layers, paragraph, "shortage", verb, None, ("water",)), since=None)
    brought = verb.lemma_.lower() in words("carried") and any(n.lower_ == "water" for n in logical_objects(verb))
    arms = list(own_arms(verb)) if brought else []
    if any(n.lemma_.lower() in words("carriers") for name, n in arms if name in ("by", "in", "with")):
        served = next((n for name, n in arms if name == "to" and counts_people(n)), None)
        return _made(layers, paragraph, "shortage", verb, served, ("water",))
    return None


def _strained(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "hospitals are overwhelmed", "the wards are full", "switched off two of its three incubators"."""
    marked = {verb.lower_} | {c.lower_ for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")}
    if marked & words("strained"):
        who = next((n for n in grammatical_subjects(verb) if things(n).lemma_.lower() in words("caring")), None)
        if who is not None:
            return _made(layers, paragraph, "humanitarian", verb, None, sectors(noun_phrase(who)) or ("health",))
    if verb.lemma_.lower() in words("sparing") and any(c.lower_ in ("off", "down") for c in verb.children):
        off = next((n for n in logical_objects(verb) if things(n).lemma_.lower() in words("appliances")), None)
        if off is not None:
            return _made(layers, paragraph, "shortage", verb, off, ("energy",))
    return None


def _untreated(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "forty patients cannot be treated", "the wounded could not be evacuated"."""
    if not any(c.dep_ == "neg" for c in verb.children):
        return None
    if not any(c.lower_ in ("can", "ca", "could") for c in verb.children):
        return None
    who = next((n for n in logical_objects(verb) if counts_people(n)), None)
    if who is None:
        return None
    found = _made(layers, paragraph, "humanitarian", verb, who, sectors(verb_evidence(verb)) or ("health",))
    return replace(found, negated=False, status="asserted" if found.status == "hypothetical" else found.status)


def _needing(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "the hospital needs 40 tonnes of medical supplies", "the town faces hunger"."""
    wanted, lemma = child(verb, "dobj"), verb.lemma_.lower()
    subject = next(iter(grammatical_subjects(verb)), None)
    if wanted is None or subject is None or any(c.dep_ == "neg" for c in verb.children):
        return None
    place = things(subject).lemma_.lower() in words("needy")
    if lemma in ("need", "require") and place and not counts_people(subject):
        told = sectors(noun_phrase(wanted))
        return _made(layers, paragraph, "humanitarian", verb, None, told) if told else None
    if lemma in words("facing") and wanted.lemma_.lower() in words("hardships") and (place or counts_people(subject)):
        who = subject if counts_people(subject) else None
        found = _made(layers, paragraph, "humanitarian", verb, who, sectors(noun_phrase(wanted)) or ("food",))
        return replace(found, status="hypothetical") if lemma in ("face", "risk") else found
    return None


def _mined(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "mines have been found in two fields", "unexploded shells litter the orchards"."""
    for noun in (*logical_objects(verb), *grammatical_subjects(verb)):
        live = any(t.lower_ == "unexploded" for t in noun.lefts)
        where = any(name in ("in", "on", "near", "at", "along", "under") for name, _ in own_arms(verb))
        if live or (noun.lemma_.lower() in words("explosives") and noun.tag_ == "NNS" and where):
            return draft(layers, paragraph, "security", verb, verb_evidence(verb), noun=noun)
    return None


def _sold_to_few(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "petrol pumps have been selling to ambulances only"."""
    only = any(t.lower_ == "only" for t in verb.subtree)
    kinds = tuple(s for n in grammatical_subjects(verb) for s in sectors(noun_phrase(n)))
    to = [n for name, n in own_arms(verb) if name == "to"]
    return _made(layers, paragraph, "shortage", verb, None, kinds) if only and kinds and to else None


def _rationed(layers: Layers, paragraph: Paragraph, noun: Token) -> ConditionDraft | None:
    """ "bread is sold against coupons", "sugar is handed out on ration cards"."""
    card = noun.lemma_.lower() == "card" and any(t.lemma_.lower() == "ration" for t in noun.lefts)
    if not card and noun.lemma_.lower() not in words("coupons"):
        return None
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    kinds = sectors(verb_evidence(verb))
    return _made(layers, paragraph, "shortage", verb, None, kinds) if kinds else None


def _queue(layers: Layers, paragraph: Paragraph, noun: Token) -> ConditionDraft | None:
    """ "queues for bread", "long queues outside the bakeries"; "people queue for water" has the verb."""
    if noun.lemma_.lower() not in words("queues") or noun.tag_ != "NNS":
        return None
    after = noun.doc[noun.i + 1 : min(noun.i + 8, noun.sent.end)]
    at = next((t.i for t in after if t.lower_ in ("for", "outside", "at", "before")), None)
    kinds = () if at is None else sectors(noun.doc[at : min(at + 5, noun.sent.end)])
    gone = noun.dep_ == "nsubj" and any(c.lower_ in ("gone", "disappeared", "over") for c in noun.head.children)
    if not kinds or gone:
        return None
    verb = noun.head if noun.head.pos_ == "VERB" and noun.dep_ == "nsubj" else None
    evidence = noun_evidence(noun) if verb is None else verb_evidence(verb)
    return draft(layers, paragraph, "shortage", verb or noun, evidence, sectors=tuple(dict.fromkeys(kinds)))


def _queueing(layers: Layers, paragraph: Paragraph, verb: Token) -> ConditionDraft | None:
    """ "people queue for bread from four in the morning"."""
    kinds = tuple(s for name, n in own_arms(verb) if name in ("for", "outside", "at") for s in sectors(noun_phrase(n)))
    return _made(layers, paragraph, "shortage", verb, _people(verb), tuple(dict.fromkeys(kinds))) if kinds else None


def _counted_need(layers: Layers, paragraph: Paragraph, noun: Token) -> ConditionDraft | None:
    """ "600 doses, against a need of 2,000 a week"."""
    if noun.lemma_.lower() not in ("need", "requirement", "shortfall", "deficit"):
        return None
    amount = next((n for name, n in own_arms(noun) if name == "of" and (counted(n) or n.like_num)), None)
    if amount is None:
        return None
    sentence = noun.sent
    kinds = sectors(noun_phrase(amount)) or sectors(sentence.doc[sentence.start : noun.i])
    evidence = sentence.doc[sentence.start : max(noun.right_edge.i + 1, noun.i + 1)]
    return draft(layers, paragraph, "shortage", noun, evidence, sectors=kinds) if kinds else None


def _people(verb: Token) -> Token | None:
    """The people who are the subject of a verb."""
    return next((n for n in grammatical_subjects(verb) if counts_people(n)), None)


def _made(
    layers: Layers, paragraph: Paragraph, kind: ConditionKind, verb: Token, people: Token | None, told: tuple[str, ...]
) -> ConditionDraft:
    return draft(layers, paragraph, kind, verb, verb_evidence(verb), people=people, sectors=told)


type _Teller = Callable[[Layers, Paragraph, Token], ConditionDraft | None]


@functools.cache
def _told_by_verb() -> tuple[tuple[frozenset[str] | None, _Teller], ...]:
    """What is told by which verbs; null where it is what hangs on the verb that tells it."""
    return (
        (words("depending"), _dependent),
        (words("depending"), _living_off),
        (frozenset({"share"}), _sharing),
        (frozenset({"be", "have"}), _for_so_many),
        (words("waiting"), _waiting),
        (words("dearer") | words("rising"), _dearer),
        (None, _finished),
        (None, _piped),
        (None, _strained),
        (words("treating"), _untreated),
        (words("facing") | {"need", "require"}, _needing),
        (words("lying"), _mined),
        (frozenset({"sell", "serve", "supply"}), _sold_to_few),
        (words("queueing"), _queueing),
    )
