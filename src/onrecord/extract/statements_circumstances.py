"""Through which channel, where, when and to whom: the words around a cue that tell."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph, Quotation
from onrecord.annotate.syntax import child
from onrecord.extract.statements_audiences import airs, audiences, is_outlet, is_sitting, listeners, performance
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_means import by_deed, is_subject, reached, speaking_thing, uttered_in
from onrecord.extract.statements_occasions import SPOKEN, occasion_of
from onrecord.model import Span
from onrecord.model.vocabulary import CONTACTS, TALKS, Channel
from onrecord.resources.institutions import body_noun
from onrecord.resources.roles import read_role

_HEARD = frozenset({"press briefing", "social media", "interview", "broadcast", "letter"})
"""Channels that a statement told in another one does not share with it."""
_GIVES = frozenset({"issue", "release", "publish", "give", "hold", "deliver", "write", "send", "post"})
_WAYS = frozenset({"in", "during", "at", "on", "via", "by", "over", "with", "through"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the sentence tells of a statement besides its words and source."""

    channel: Channel = "unknown"
    assumed: bool = False
    venue: Span | None = None
    when: Span | None = None
    addressees: tuple[Span, ...] = ()


def circumstances(layers: Layers, found: Found, default: Channel = "unknown") -> Circumstances:
    """Read from the sentence of the cue, outside the reported words; `default` where it tells no channel."""
    paragraph = None if found.cue is None else layers.paragraph_at(found.cue[0])
    if paragraph is None or found.cue is None:
        return Circumstances(
            channel=found.channel if found.channel != "unknown" else default,
            addressees=_spans(layers, found.addressees),
        )
    tokens = _around(paragraph, found, None if found.zone < 0 else layers.quotations[found.zone])
    channel, occasion = _occasion(paragraph, found, tokens)
    addressees = (
        _spans(layers, found.addressees)
        or _audience(layers, paragraph, occasion, channel)
        or _spoken_to(paragraph, found, tokens)
    )
    return Circumstances(
        channel=default if channel == "unknown" else channel,
        assumed=channel == "unknown" and default != "unknown",
        venue=_venue(paragraph, occasion, channel),
        when=_when(layers, paragraph, found, tokens),
        addressees=addressees,
    )


def _spans(layers: Layers, bounds: tuple[Bounds, ...]) -> tuple[Span, ...]:
    return tuple(layers.span(*b) for b in bounds)


def _around(paragraph: Paragraph, found: Found, zone: Quotation | None) -> list[Token]:
    """The tokens of the cue's sentence, in its own quotation `zone`, that are not reported words, in text order."""
    cue = paragraph.tokens(Span(found.cue[0], found.cue[1], "")) if found.cue else None
    if cue is None:
        return []
    first, last = _sentence(paragraph, cue[0].i, found)
    start, end = (0, paragraph.end) if zone is None else (zone.inner_start, zone.inner_end)
    tokens = [t for t in paragraph.parse[first:last] if start <= paragraph.start + t.idx < end]
    return [t for t in tokens if not _reported(paragraph, t, found)]


def _sentence(paragraph: Paragraph, at: int, found: Found) -> tuple[int, int]:
    """The tokens around token `at` up to a full stop outside the reported words, at most 60 on each side."""
    parse, first, last = paragraph.parse, at, at + 1
    while first > 0 and at - first < 60 and not _stops(paragraph, parse[first - 1], found):
        first -= 1
    while last < len(parse) and last - at < 60 and not _stops(paragraph, parse[last], found):
        last += 1
    return first, last


def _stops(paragraph: Paragraph, token: Token, found: Found) -> bool:
    return token.text in (".", "!", "?") and not _reported(paragraph, token, found)


def _reported(paragraph: Paragraph, token: Token, found: Found) -> bool:
    at = paragraph.start + token.idx
    return any(a <= at < b for a, b in found.content)


def _occasion(paragraph: Paragraph, found: Found, tokens: list[Token]) -> tuple[Channel, Token | None]:
    """The channel and the noun that tells it: the thing that speaks, an occasion of the cue, or the verb."""
    for token in tokens:
        named = speaking_thing(token) if is_subject(paragraph, token, found) else None
        if named is not None:
            return named, token
    for token in tokens:
        way = reached(token) if is_subject(paragraph, token, found) else uttered_in(paragraph, token, found)
        if way is not None:
            return way, token
    for token in tokens:
        heard = _audience_channel(paragraph, token, found)
        if heard is not None:
            return heard, token
    for token in tokens:
        if airs(token):
            return "broadcast", token
    for token in tokens:
        way = performance(token)
        if way in _HEARD and _of_outer(paragraph, token, found):
            continue
        if way is not None and _own_clause(paragraph, token, found):
            return way, token.head if way == "broadcast" else None
    for token in tokens:
        channel = occasion_of(token) if token.pos_ in ("NOUN", "PROPN") else None
        channel = "speech" if channel == "meeting" and is_sitting(token) else channel
        if channel in _HEARD and _of_outer(paragraph, token, found):
            continue
        if channel is not None and _tells_how(token) and _own_clause(paragraph, token, found):
            return channel, token
    if found.verb == "tell" and found.zone < 0 and (me := next((t for t in tokens if _is_me(t)), None)) is not None:
        return "interview", me
    return by_deed(tokens, paragraph, found), None


def _audience_channel(paragraph: Paragraph, token: Token, found: Found) -> Channel | None:
    """The channel that the listeners tell: "told this newspaper", "told parliament"."""
    at = paragraph.start + token.head.idx
    if token.dep_ not in ("dobj", "dative") or found.cue is None or not found.cue[0] <= at < found.cue[1]:
        return None
    word = token.lemma_.lower()
    gathered = occasion_of(token)
    if word in ("reporter", "journalist", "correspondent") and token.tag_ == "NN" and token.head.lemma_ == "tell":
        return "interview"
    if gathered == "press briefing":
        return "press briefing"
    if gathered in ("meeting", "speech") and token.pos_ == "NOUN":
        return "speech"  # who tells a meeting something speaks at it
    if is_outlet(token) or _is_named_paper(token) or (word in audiences().on_air and token.dep_ in ("dobj", "dative")):
        return "interview" if token.head.lemma_ == "tell" else None
    if word in audiences().tuned_in:
        return "broadcast"
    if word in audiences().following:
        return "social media"
    addressed = token.head.lemma_ in ("tell", "assure", "urge", "remind", "warn")
    return "speech" if addressed and word in audiences().crowds else None


def _is_me(token: Token) -> bool:
    return token.lower_ == "me" and token.dep_ in ("dobj", "dative") and token.head.lemma_ == "tell"


def _is_named_paper(noun: Token) -> bool:
    """Whether "the" and a name of two words or more are told something that no body, place or people are named by."""
    named = [t for t in noun.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"]
    article = any(t.lower_ == "the" for t in noun.lefts)
    if noun.tag_ != "NNP" or not named or not article or noun.ent_type_ in ("GPE", "NORP", "PERSON"):
        return False
    words = [t.text for t in (*named, noun)]
    return body_noun(words) is None and read_role(words) is None and occasion_of(noun) is None


def _spoken_to(paragraph: Paragraph, found: Found, tokens: list[Token]) -> tuple[Span, ...]:
    """Whom the verb beside a cue names: "speaking to the Essary Courier, he said", "wrote to the minister"."""
    for token in tokens:
        if token.pos_ != "VERB" or not _own_clause(paragraph, token, found):
            continue
        to = next((t for t in token.children if t.dep_ in ("prep", "dative") and t.lower_ == "to"), None)
        heard = child(to, "pobj") if to is not None and to.i <= token.i + 3 else None
        if token.lemma_ in ("address", "brief") and token.tag_ == "VBG":
            heard = child(token, "dobj")
        if token.lemma_ == "speak" and token.tag_ == "VBG" and heard is None:
            heard = _before_house(token)
        speaking = token.lemma_ in ("speak", "talk", "address", "brief") and token.tag_ == "VBG"
        if heard is not None and (token.lemma_ == "write" or (speaking and listeners(heard) is not None)):
            return (_phrase(paragraph, heard),)
    return ()


def _before_house(verb: Token) -> Token | None:
    """The house in or before which one speaks: "speaking in Parliament on Thursday"."""
    where = (t for t in verb.children if t.dep_ == "prep" and t.lower_ in ("in", "before") and t.i <= verb.i + 2)
    houses = (child(t, "pobj") for t in where)
    return next(
        (h for h in houses if h is not None and h.lower_ in ("parliament", "congress", "senate", "cabinet")), None
    )


def _own_clause(paragraph: Paragraph, token: Token, found: Found) -> bool:
    """Whether a word hangs on the cue, on the verb the cue hangs on, or on nothing nearer: not on "remarks made …".

    What others did "hours after the ministers spoke by telephone" tells nothing of how a statement was made.
    """
    head = token
    while head.head != head and head.pos_ not in ("VERB", "AUX"):
        head = head.head
    told_of = head.dep_ == "advcl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in head.children)
    if (head.dep_ in ("acl", "relcl") or told_of) and found.cue is not None:
        start = paragraph.start + head.idx
        speaking = head.tag_ == "VBG" and is_subject(paragraph, head.head, found)  # "Ferrant, speaking on air, said"
        return speaking or found.cue[0] <= start < found.cue[1]
    return True


def _of_outer(paragraph: Paragraph, heard: Token, found: Found) -> bool:
    """Whether listeners heard the statement around: in "told reporters he had assured X", they were not assured."""
    cue = None if found.cue is None else paragraph.tokens(Span(found.cue[0], found.cue[1], ""))
    verb = None if cue is None else cue.root
    told = heard
    while told.pos_ != "VERB" and told.head != told:
        told = told.head
    while verb is not None and verb.dep_ in ("ccomp", "xcomp", "conj") and verb.head != verb:
        verb = verb.head if verb.dep_ != "ccomp" or verb.head != told else None
    return cue is not None and verb is None


def _tells_how(noun: Token) -> bool:
    """Whether a noun stands in a phrase such as "in a statement", "during a call", "told reporters"."""
    head = noun.head.head if noun.dep_ == "conj" else noun.head
    if noun.lemma_.lower() in ("reporter", "journalist") and head.dep_ == "agent":
        return True  # "asked by a reporter"
    if noun.lower_ in audiences().press and (
        noun.dep_ in ("dobj", "dative", "pobj") or noun.nbor(-1 if noun.i else 0).lemma_ == "tell"
    ):
        return True
    if noun.dep_ == "dobj":
        return head.lemma_ in _GIVES
    if head.lower_ == "to" and head.head.lower_ == "according":
        return occasion_of(noun) in ("report", "letter", "statement", "readout")
    if occasion_of(noun) == "social media" and head.dep_ == "prep":
        ways = ("in", "on", "via", "through", "with", "by", "under", "beneath", "below")  # "replied under her post"
        return noun.dep_ != "compound" and head.lower_ in ways and not _is_manned(noun)
    return noun.dep_ != "compound" and head.dep_ == "prep" and head.lower_ in _WAYS


def _is_manned(noun: Token) -> bool:
    """Whether a post is one of soldiers or guards of somebody's: "fired at a Greek post"."""
    return any(
        t.text[0].isupper() and t.dep_ in ("amod", "compound", "nmod") and t.ent_type_ == "NORP" for t in noun.lefts
    )


def _audience(layers: Layers, paragraph: Paragraph, occasion: Token | None, channel: Channel) -> tuple[Span, ...]:
    """Whom the occasion itself names: the other side of a call, the reader of a letter, the body at whose session."""
    if occasion is None or channel not in (*SPOKEN, "letter"):
        return ()
    alone = ("with",) if channel in TALKS else ("to",)
    wanted = alone if channel in CONTACTS else ("with", "to", "before")
    for token in occasion.subtree:
        if token.dep_ == "prep" and token.lower_ in wanted and token.i > occasion.i and token.i - occasion.i <= 8:
            noun = child(token, "pobj")
            if noun is not None and noun.pos_ in ("PROPN", "NOUN", "PRON"):
                return (_phrase(paragraph, noun),)
    return ()


def _phrase(paragraph: Paragraph, noun: Token) -> Span:
    """The noun phrase with what is coordinated, without relative clauses and dates."""
    last = noun.i + 1
    for right in noun.rights:
        if right.dep_ in ("conj", "cc") or (right.dep_ == "prep" and right.lower_ == "of"):
            last = max(last, right.right_edge.i + 1)
        elif right.dep_ not in ("case",):
            break
    return paragraph.span(noun.doc[noun.left_edge.i : last])


def _venue(paragraph: Paragraph, occasion: Token | None, channel: Channel) -> Span | None:
    """The gathering or outlet: "a special sitting of the Council in Vienna"."""
    if occasion is None or channel not in ("speech", "meeting", "press briefing", "interview", "broadcast"):
        return None
    last = occasion.i + 1
    for right in occasion.rights:
        if right.dep_ == "prep" and right.lower_ in ("of", "in", "at") and right.i == last:
            last = right.right_edge.i + 1
    first = occasion.left_edge.i
    return paragraph.span(occasion.doc[first:last])


def _when(layers: Layers, paragraph: Paragraph, found: Found, tokens: list[Token]) -> Span | None:
    """The first time expression outside the reported words."""
    inside = {paragraph.start + t.idx for t in tokens if _own_clause(paragraph, t, found)}
    for time in layers.times[_first_time(layers, paragraph.start) :]:
        if time.start >= paragraph.end:
            return None
        if time.type in ("DATE", "TIME") and time.start in inside:
            return layers.span(time.start, time.end)
    return None


def _first_time(layers: Layers, offset: int) -> int:
    low, high = 0, len(layers.times)
    while low < high:
        middle = (low + high) // 2
        if layers.times[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low
