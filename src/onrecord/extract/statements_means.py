"""What the cue, its subject or the document it describes tell of the channel: "tweeted", "the readout said"."""

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.extract.statements_audiences import is_station
from onrecord.extract.statements_found import Found
from onrecord.extract.statements_occasions import occasion_of
from onrecord.model.vocabulary import Channel

_VERBS: dict[str, Channel] = {
    "tweet": "social media",
    "retweet": "social media",
    "post": "social media",
    "email": "letter",
}


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
    """How a reporter came by a source: "reached by telephone", "an official interviewed for this issue"."""
    opening = (t for t in subject.head.lefts if t.dep_ == "advcl" and t.tag_ == "VBN")  # "Reached by phone, he said"
    for part in (*subject.children, *opening):
        if part.tag_ not in ("VBN", "VBD") or part.dep_ not in ("acl", "advcl"):
            continue
        ways = {t.lower_ for t in part.subtree}
        asked = part.lemma_ in ("reach", "contact") and ways & {"phone", "telephone", "comment", "email"}
        if part.lemma_ == "interview" or asked:
            return "interview"
    return None


def uttered_in(paragraph: Paragraph, noun: Token, found: Found) -> Channel | None:
    """The document that the cue describes: "put out a statement denying", "a letter asking", "a post mocking"."""
    if noun.pos_ != "NOUN" or found.cue is None:
        return None
    cue = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBG")
    mine = any(found.cue[0] <= paragraph.start + c.idx < found.cue[1] for c in cue)
    return speaking_thing(noun) if mine else None


def speaking_thing(noun: Token) -> Channel | None:
    """A document or station that "says": "the readout said", "the official radio said"."""
    channel = occasion_of(noun)
    if channel in ("readout", "statement", "letter", "report", "social media") and noun.pos_ == "NOUN":
        return channel
    return "broadcast" if is_station(noun) else None


def is_subject(paragraph: Paragraph, token: Token, found: Found) -> bool:
    """Whether a noun is the subject of the cue."""
    at = paragraph.start + token.head.idx
    return token.dep_ == "nsubj" and found.cue is not None and found.cue[0] <= at < found.cue[1]
