"""Closures told by a noun: "the closure of the road has left …", "a de facto blockade", "the 17th day of the siege"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.phrases import noun_phrase
from onrecord.annotate.syntax import child, is_passive, logical_objects
from onrecord.extract.conditions_access import passing
from onrecord.extract.conditions_frame import since, stretch
from onrecord.extract.conditions_lexicon import meanings, words
from onrecord.extract.conditions_routes import is_any, is_named, is_region, is_route, route_phrase
from onrecord.extract.conditions_status import negated, status
from onrecord.extract.drafts import ConditionDraft
from onrecord.model import Span
from onrecord.model.vocabulary import Status


def closure(layers: Layers, paragraph: Paragraph, token: Token) -> Iterator[ConditionDraft]:
    """The closed or reopened route that `token` tells as a thing or as a mark of something, if any."""
    if token.pos_ in ("NOUN", "PROPN"):
        lemma = token.lemma_.lower()
        if lemma in words("closure_nouns"):
            yield from _closed(layers, paragraph, token)
        elif lemma in words("movements"):
            yield from _hindered(layers, paragraph, token)
        else:
            yield from _marked(layers, paragraph, token)
    elif token.pos_ == "VERB" and token.lemma_.lower() in words("ending"):
        yield from _ended(layers, paragraph, token)


def _closed(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    if _of_the_mind(noun):
        return
    modifiers = {t.lower_ for t in noun.lefts} | {t.lemma_.lower() for t in noun.lefts if t.dep_ == "amod"}
    lasted = since(layers, paragraph.span(stretch(list(noun.subtree)))) or _day_of(paragraph, noun)
    lasted = lasted or _in_place(layers, paragraph, noun)
    told: Status | None = None
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in words("felt") and status(noun.head) == "asserted":
        told = "asserted"  # what already has effects is there
    elif _taken_up(noun):
        told = "asserted"
    elif not (modifiers & words("lasting") or lasted or _so_called(noun)):
        return
    if _at_its_end(noun) and not (_taken_up(noun) and noun.head.tag_ in ("VB", "VBG")):
        if not lasted or status(noun.head) not in ("hypothetical", "demanded"):
            return
        told = "asserted"  # "unless the blockade, in place since May, is lifted"
    route = closed_route(layers, paragraph, noun)
    if route is None and noun.lemma_.lower() not in words("sieges"):
        return
    yield _draft(layers, paragraph, noun, route, meanings("closure_nouns")[noun.lemma_.lower()], lasted, told)


def _of_the_mind(noun: Token) -> bool:
    """ "found closure", "reached closure on old quarrels": no way is closed."""
    bare = noun.lemma_ == "closure" and not any(c.dep_ in ("det", "poss", "compound") for c in noun.lefts)
    return bare and noun.dep_ == "dobj" and not any(c.lower_ == "of" for c in noun.children)


def _taken_up(noun: Token) -> bool:
    """ "alarm over the closure of X", "objected to the sealing of the bridge", "ended the blockade": one that is there.

    "Called for the closure of X", "ordered the closure", "a closure" are none yet.
    """
    if not any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any", "no") for c in noun.lefts):
        return False
    head = noun.head
    if noun.dep_ == "pobj":
        told = head.head
        by = head.lower_ in words("standing_over") or (head.lower_ == "for" and told.lemma_ in words("answering_for"))
        return by and told.lemma_.lower() not in words("demanding") | words("fearing") | words("planning")
    taken = noun.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in words("taking_up")
    return taken and not (head.lemma_ in ("welcome", "discuss", "oppose") and status(head) != "asserted")


def _so_called(noun: Token) -> bool:
    """ "under a blockade", "describe it as a blockade of X", "amounts to a siege", "There is no blockade"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "under":
        return head.head.lemma_ in ("be", "remain", "live", "put", "place", "keep") or head.head.pos_ == "NOUN"
    if noun.dep_ == "pobj" and head.lower_ in ("as", "to", "of"):
        verb = head.head
        return verb.lemma_.lower() in {"as": words("calling"), "to": {"amount"}}.get(head.lower_, frozenset())
    if noun.dep_ == "attr" and head.lemma_ == "be":
        return child(head, "expl") is not None
    return noun.dep_ in ("oprd", "dobj", "nsubj") and head.lemma_.lower() in words("naming")


def _in_place(layers: Layers, paragraph: Paragraph, noun: Token) -> Span | None:
    """ "the blockade of the valley, in place since 2019", wherever the parser hangs it."""
    after = noun.doc[noun.i : min(noun.i + 12, noun.sent.end)]
    at = next((t.i for t in after if t.lower_ in ("place", "force", "effect") and t.nbor(-1).lower_ == "in"), None)
    return None if at is None else since(layers, paragraph.span(noun.doc[at : after.end]))


def _at_its_end(noun: Token) -> bool:
    head = noun.head
    return head.lemma_.lower() in words("ending") and noun.dep_ in ("nsubjpass", "dobj", "nsubj")


def _day_of(paragraph: Paragraph, noun: Token) -> Span | None:
    """ "the 17th day of the siege", "day 17 of it", "the blockade, now in its 52nd day", "entered its third week"."""
    day = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    before = noun.doc[max(0, noun.head.i - 2) : noun.head.i]
    if day is not None and len(before) == 2 and before[0].lower_ in ("day", "week", "month") and before[1].like_num:
        return paragraph.span(before)  # "day 38 of the siege"
    if day is None or day.lemma_ not in ("day", "week", "month"):
        clause = [c for c in noun.head.children if c.dep_ in ("prep", "dobj", "attr")]
        near = [*noun.subtree, *(t for c in clause for t in c.subtree)]
        day = next((t for t in near if t.lemma_ in ("day", "week", "month") and t.i > noun.i), None)
    if day is None:
        return None
    counted = next((t for t in day.lefts if t.ent_type_ == "ORDINAL" or t.lower_[:1].isdigit() or t.tag_ == "JJ"), None)
    return None if counted is None else paragraph.span(day.doc[day.left_edge.i : day.i + 1])


def closed_route(layers: Layers, paragraph: Paragraph, noun: Token) -> Token | None:
    """The route or place that is closed: in the noun's phrase, before it ("port closure"), or what it is said of."""
    phrase = [t for t in noun.subtree if t != noun]
    whose = next((c for c in noun.children if c.lower_ == "whose"), None)
    if whose is not None and noun.head.dep_ == "relcl":
        phrase.append(noun.head.head)  # "the bridge, whose closure …"
    inside = [t for t in phrase if is_route(layers, paragraph, t, "blockade")]
    inside += [t for t in noun.lefts if t.lemma_.lower() in words("routes") and t.dep_ in ("compound", "poss")]
    inside += [t for t in phrase if is_region(layers, paragraph, t)]
    inside += [t for t in phrase if t.dep_ == "pobj" and t.head.head == noun and is_named(t)]
    if inside:  # "Syria's closure of the crossing": who closes it is not what is closed
        return next((t for t in inside if t.dep_ != "poss" or t.head != noun), inside[0])
    clause = noun.head if noun.head.pos_ in ("VERB", "AUX") else noun.head.head
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    outer = clause.head if clause.dep_ == "pcomp" else clause
    subjects += [c for c in outer.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    fit = (t for t in subjects if is_route(layers, paragraph, t, "blockade") or is_region(layers, paragraph, t))
    return next(fit, None)


def _hindered(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the disrupted passage of traffic on X"."""
    state = next((meanings("stopped_words")[t.lower_] for t in noun.lefts if t.lower_ in words("stopped_words")), "")
    whole = stretch(list(noun.subtree))
    route = next((t for t in whole if t != noun and is_route(layers, paragraph, t, "blockade")), None)
    if state and route is not None:
        yield _draft(layers, paragraph, noun, route, state, since(layers, paragraph.span(whole)), None)


def _marked(layers: Layers, paragraph: Paragraph, noun: Token) -> Iterator[ConditionDraft]:
    """ "the closed crossing", "the blockaded city"."""
    mark = next((t for t in noun.lefts if t.dep_ == "amod" and t.lower_ in words("closed_marks")), None)
    if mark is None or noun.dep_ == "compound" or is_any(noun):
        return
    if is_route(layers, paragraph, noun, "blockade") or is_region(layers, paragraph, noun):
        yield ConditionDraft(
            kind="access", place=paragraph.span(route_phrase(noun)), state=meanings("closed_marks")[mark.lower_],
            evidence=paragraph.span(noun_phrase(noun)),
        )  # fmt: skip


def _ended(layers: Layers, paragraph: Paragraph, verb: Token) -> Iterator[ConditionDraft]:
    """ "the siege of Tamm was lifted", "lifted its blockade of the port", "the closure ended"."""
    nouns = logical_objects(verb) or [c for c in verb.children if c.dep_ == "nsubj"]
    noun = next((n for n in nouns if n.lemma_.lower() in words("closure_nouns") or _lifted(n)), None)
    if noun is None or (verb.tag_ == "VB" and status(verb) == "asserted" and not is_passive(verb)):
        return
    route = closed_route(layers, paragraph, noun)
    if route is not None and verb.tag_ != "VBG":
        evidence = stretch([*noun.subtree, verb])
        yield ConditionDraft(
            kind="access", place=paragraph.span(route_phrase(route)), state="open",
            since=since(layers, paragraph.span(evidence)), evidence=paragraph.span(evidence), status=status(verb),
            negated=negated(verb),
        )  # fmt: skip


def _lifted(noun: Token) -> bool:
    """Whether a noun is a ban or the like by itself; one that "has kept boats out of the strait" tells of these."""
    return noun.lemma_.lower() in words("liftable") and all(c.dep_ != "relcl" for c in noun.children)


def _draft(
    layers: Layers, paragraph: Paragraph, noun: Token, route: Token | None, state: str, lasted: Span | None,
    told: Status | None,
) -> ConditionDraft:  # fmt: skip
    whole = stretch(list(noun.subtree))
    wide = lasted is not None or noun.lemma_.lower() in words("movements")
    return ConditionDraft(
        kind="access",
        place=None if route is None else paragraph.span(route_phrase(route)),
        state=state,
        restricted=tuple(passing(paragraph, noun)),
        since=lasted,
        evidence=paragraph.span(whole if wide else noun_phrase(noun)),
        status=told or ("asserted" if noun.dep_ == "nsubj" else status(noun)),
        negated=negated(noun),
    )
