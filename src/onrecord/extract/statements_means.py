"""What the cue, its subject or the document it describes tell of the channel: "tweeted", "the readout said"."""

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.syntax import child
from onrecord.extract.statements_audiences import is_outlet, is_station
from onrecord.extract.statements_found import Found
from onrecord.extract.statements_occasions import occasion_of
from onrecord.model import Span
from onrecord.model.vocabulary import Channel

_VERBS: dict[str, Channel] = {
    "tweet": "social media",
    "retweet": "social media",
    "post": "social media",
    "email": "letter",
}


_BESIDE = frozenset({"while", "whereas", "although", "though"})
"""How a clause begins that stands beside another, in which something else is told."""
_REACHING = frozenset({"reach", "contact", "ring", "telephone", "phone"})
_TALKING = _REACHING | {"interview", "speak", "talk", "meet", "ask", "question", "visit", "find"}
"""What a reporter does to get somebody's words."""


def by_deed(tokens: list[Token], paragraph: Paragraph, found: Found) -> Channel:
    """What the cue tells by itself ("tweeted"), or the verb that it goes along with ("retweeted it, adding")."""
    if found.verb in _VERBS:
        return _VERBS[found.verb]
    for token in tokens:
        mine = found.cue is not None and found.cue[0] <= paragraph.start + token.idx < found.cue[1]
        if mine and token.tag_ == "VBG" and token.dep_ in ("advcl", "conj") and token.head.lemma_ in _VERBS:
            return _VERBS[token.head.lemma_]
    return "unknown"


def reached(subject: Token) -> Channel | None:
    """How a reporter came by a source: "reached by telephone", "interviewed for this issue", "whom we rang"."""
    opening = (t for t in subject.head.lefts if t.dep_ == "advcl" and t.tag_ == "VBN")  # "Reached by phone, he said"
    beside = (t for c in subject.children if c.dep_ == "appos" for t in c.children)  # "Ms X, a trader interviewed"
    for part in (*subject.children, *beside, *opening):
        if part.dep_ == "relcl" and _sought_out(part):
            return "interview"
        if part.tag_ not in ("VBN", "VBD") or part.dep_ not in ("acl", "advcl"):
            continue
        ways = {t.lower_ for t in part.subtree}
        asked = part.lemma_ in _REACHING and (ways & {"phone", "telephone", "comment", "email"} or _by_outlet(part))
        if part.lemma_ == "interview" or asked:
            return "interview"
    return None


def _by_outlet(participle: Token) -> bool:
    """Whether an outlet did it: "reached by this paper"."""
    by = child(participle, "agent")
    outlet = None if by is None else child(by, "pobj")
    return outlet is not None and is_outlet(outlet)


def _sought_out(verb: Token) -> bool:
    """Whether a clause tells that the reporter talked with the source: "to whom we spoke", "whom our reporter met"."""
    who = child(verb, "nsubj")
    if who is None or verb.lemma_ not in _TALKING:
        return False
    reporter = who.lemma_.lower() in ("reporter", "correspondent") and any(t.dep_ == "poss" for t in who.lefts)
    return who.lower_ in ("we", "i") or reporter


def uttered_in(paragraph: Paragraph, noun: Token, found: Found) -> Channel | None:
    """The document that the cue describes: "put out a statement denying", "a post in which he mocked"."""
    if noun.pos_ != "NOUN" or found.cue is None:
        return None
    cue = (c for c in noun.children if (c.dep_ == "acl" and c.tag_ == "VBG") or _stands_in(c))
    mine = any(found.cue[0] <= paragraph.start + c.idx < found.cue[1] for c in cue)
    if not mine:
        return None
    within = noun.dep_ != "nsubj" and any(map(_stands_in, noun.children))
    return occasion_of(noun) if within else speaking_thing(noun)


def _stands_in(verb: Token) -> bool:
    """Whether what a verb tells stands in the noun before it: "a letter in which she demanded"."""
    ways = (t for t in verb.children if t.dep_ == "prep" and t.lower_ in ("in", "during"))
    return verb.dep_ == "relcl" and any((w := child(t, "pobj")) is not None and w.lower_ == "which" for t in ways)


def speaking_thing(noun: Token) -> Channel | None:
    """A document or station that "says": "the readout said", "the official radio said"."""
    channel = occasion_of(noun)
    if channel in ("readout", "statement", "letter", "report", "social media") and noun.pos_ == "NOUN":
        return channel
    return "broadcast" if is_station(noun) else None


def is_subject(paragraph: Paragraph, token: Token, found: Found) -> bool:
    """Whether a noun is the subject of the cue."""
    if token.dep_ != "nsubj" or found.cue is None:
        return False
    return found.cue[0] <= paragraph.start + token.head.idx < found.cue[1]


def own_clause(paragraph: Paragraph, token: Token, found: Found) -> bool:
    """Whether a word hangs on the cue, on the verb the cue hangs on, or on nothing nearer: not on "remarks made …".

    What others did "hours after the ministers spoke by telephone" tells nothing of how a statement was made.
    """
    head = token
    while head.head != head and head.pos_ not in ("VERB", "AUX"):
        if head.dep_ == "appos" and _within(token, head):
            return False  # "Kress, the chief negotiator in the talks": how he is known, not how he spoke
        head = head.head
    told_of = head.dep_ == "advcl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in head.children)
    if (head.dep_ in ("acl", "relcl") or told_of) and found.cue is not None:
        start = paragraph.start + head.idx
        speaking = head.tag_ == "VBG" and is_subject(paragraph, head.head, found)  # "Ferrant, speaking on air, said"
        return speaking or found.cue[0] <= start < found.cue[1]
    return not _of_another(paragraph, head, found)


def _within(word: Token, beside: Token) -> bool:
    """Whether a word belongs to a phrase set beside a name: no comma before its preposition parts it again."""
    way = word.head
    return word != beside and not (way.i > 0 and way.nbor(-1).text == ",")


def _of_another(paragraph: Paragraph, verb: Token, found: Found) -> bool:
    """Whether a verb is another's than the cue, of a clause beside it: "X wrote in a letter that …, while Y said …"."""
    cue = None if found.cue is None else paragraph.tokens(Span(found.cue[0], found.cue[1], ""))
    own = None if cue is None else cue.root
    if own is None or own == verb or child(own, "nsubj") is None or child(verb, "nsubj") is None:
        return False
    beside = own.dep_ == "conj" or (own.dep_ == "advcl" and any(t.lower_ in _BESIDE for t in own.lefts))
    return beside and verb in own.ancestors


def of_outer(paragraph: Paragraph, heard: Token, found: Found) -> bool:
    """Whether listeners heard the statement around: in "told reporters he had assured X", they were not assured."""
    cue = None if found.cue is None else paragraph.tokens(Span(found.cue[0], found.cue[1], ""))
    verb = None if cue is None else cue.root
    told = heard
    while told.pos_ != "VERB" and told.head != told:
        told = told.head
    while verb is not None and verb.dep_ in ("ccomp", "xcomp", "conj") and verb.head != verb:
        verb = verb.head if verb.dep_ != "ccomp" or verb.head != told else None
    return cue is not None and verb is None
