"""Who listens, by the words around a cue: "told this newspaper", "speaking to the Courier", "in a letter to X"."""

from spacy.tokens import Token

from onrecord.annotate.layers import Layers, Paragraph
from onrecord.annotate.syntax import child
from onrecord.extract.statements_audiences import audiences, is_outlet, is_somebody, listeners
from onrecord.extract.statements_cues import lexicon
from onrecord.extract.statements_found import Found
from onrecord.extract.statements_means import own_clause
from onrecord.extract.statements_occasions import SPOKEN, occasion_of
from onrecord.model import Span
from onrecord.model.vocabulary import CONTACTS, TALKS, Channel
from onrecord.resources.institutions import body_noun
from onrecord.resources.roles import read_role

_ASKING = frozenset({"ask", "question", "press", "interview"})
_CONFIDING = frozenset(
    ["say", "confirm", "whisper", "admit", "confide", "reveal", "explain", "disclose", "confess", "concede", "claim",
     "insist", "boast", "acknowledge", "describe", "mutter", "recount", "recall", "lament", "stress", "vow", "swear"]
)  # fmt: skip
"""What is said to an outlet by one who talks with it: no reply to an article, no letter to the editor."""
_FACE_TO_FACE = frozenset(
    ["tell", "ask", "urge", "assure", "warn", "inform", "remind", "press", "thank", "say", "promise", "caution"]
)
"""What somebody does to another who stands before him."""


def heard_by(paragraph: Paragraph, token: Token, found: Found) -> Channel | None:
    """The channel that the listeners tell: "told this newspaper", "told parliament"."""
    at = paragraph.start + token.head.idx
    if token.dep_ == "pobj" and token.head.dep_ == "agent" and token.head.head.lemma_ in _ASKING and is_outlet(token):
        return "interview"  # "Asked by the BBC, he said"
    if token.dep_ == "pobj" and _confided(paragraph, token, found):
        return "phone call" if _on_the_line(token.head.head) else "interview"
    if token.dep_ not in ("dobj", "dative") or found.cue is None or not found.cue[0] <= at < found.cue[1]:
        return None
    word = token.lemma_.lower()
    gathered = occasion_of(token)
    if word in ("reporter", "journalist", "correspondent") and token.tag_ == "NN" and token.head.lemma_ == "tell":
        return "interview"
    if gathered == "press briefing":
        return "phone call" if _on_the_line(token.head) else "press briefing"
    if gathered in ("meeting", "speech") and token.pos_ == "NOUN":
        return "speech"  # who tells a meeting something speaks at it
    if is_outlet(token) or _is_named_paper(token) or (word in audiences().on_air and token.dep_ in ("dobj", "dative")):
        if token.head.lemma_ != "tell":
            return None
        return "phone call" if _on_the_line(token.head) else "interview"
    if word in audiences().tuned_in:
        return "broadcast"
    if word in audiences().following:
        return "social media"
    addressed = token.head.lemma_ in ("tell", "assure", "urge", "remind", "warn")
    return "speech" if addressed and word in audiences().crowds else None


def _confided(paragraph: Paragraph, outlet: Token, found: Found) -> bool:
    """Whether words are said to an outlet: "confirmed to the Courier", "whispered to us"."""
    way = outlet.head
    if way.lower_ != "to" or way.dep_ not in ("prep", "dative") or found.cue is None or found.verb not in _CONFIDING:
        return False
    mine = found.cue[0] <= paragraph.start + way.head.idx < found.cue[1] and way.head.i < way.i
    if outlet.lower_ == "media" or (
        outlet.pos_ == "NOUN" and not any(t.lower_ in ("this", "our") for t in outlet.lefts)
    ):
        return False  # "confirmed to the agency", which may be one of relief
    return mine and (is_outlet(outlet) or _is_named_paper(outlet))


def _on_the_line(verb: Token) -> bool:
    """Whether somebody is told something "by telephone", "over the phone"."""
    ways = (child(t, "pobj") for t in verb.rights if t.dep_ == "prep" and t.lower_ in ("by", "over", "via"))
    return any(noun is not None and occasion_of(noun) == "phone call" for noun in ways)


def directed(occasion: Token, channel: Channel) -> Channel:
    """The channel that those tell to whom remarks or a statement are made, or with whom one talks: "in remarks to the
    Courier", "in a telephone conversation with this paper"."""
    way = {"speech": "to", "statement": "to", "meeting": "with", "phone call": "with"}.get(channel)
    to = next((t for t in occasion.rights if t.dep_ == "prep" and t.lower_ == way), None)
    heard = None if to is None else child(to, "pobj")
    if heard is None or way != "with":
        return channel if heard is None else listeners(heard) or channel
    return "interview" if is_outlet(heard) or _is_named_paper(heard) else channel


def facing(paragraph: Paragraph, visiting: Token, found: Found) -> bool:
    """Whether a visitor is spoken to, or speaks to somebody: "told his visiting counterpart that"."""
    if visiting.lower_ != "visiting" or visiting.dep_ not in ("amod", "compound") or found.cue is None:
        return False
    guest = visiting.head
    while guest.dep_ in ("compound", "amod", "nmod", "appos") and guest.head != guest:
        guest = guest.head
    heard = guest.dep_ in ("dobj", "dative") or bool(found.addressees)
    at = paragraph.start + guest.head.idx
    return heard and found.verb in _FACE_TO_FACE and found.cue[0] <= at < found.cue[1]


def face_to_face(noun: Token) -> bool:
    """Whether words tell that two stood before each other: "in person", "to his face", "across the table"."""
    way = noun.head
    if noun.dep_ != "pobj":
        return way.lower_ == "face" and noun.lower_ == "face" and noun.i > 1 and noun.nbor(-1).lower_ == "to"
    if noun.lower_ == "person":
        return way.lower_ == "in" and not any(noun.lefts)
    if noun.lower_ == "face":
        return way.lower_ == "to" and (child(noun, "poss") is not None or way.head.lower_ == "face")
    return noun.lower_ == "table" and way.lower_ == "across"


def is_me(token: Token) -> bool:
    """Whether somebody told the reporter: "told me"."""
    return token.lower_ == "me" and token.dep_ in ("dobj", "dative") and token.head.lemma_ == "tell"


def _is_named_paper(noun: Token) -> bool:
    """Whether "the" and a name of two words or more are told something that no body, place or people are named by."""
    named = [t for t in noun.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"]
    article = any(t.lower_ == "the" for t in noun.lefts)
    if noun.lemma_.lower() in audiences().crowds:
        return False
    if noun.tag_ != "NNP" or not named or not article or noun.ent_type_ in ("GPE", "NORP", "PERSON"):
        return False
    words = [t.text for t in (*named, noun)]
    return body_noun(words) is None and read_role(words) is None and occasion_of(noun) is None


def spoken_to(paragraph: Paragraph, found: Found, tokens: list[Token]) -> tuple[Span, ...]:
    """Whom the verb beside a cue names: "speaking to the Essary Courier, he said", "wrote to the minister"."""
    for token in tokens:
        heard = _written_or_spoken_to(token) if token.pos_ == "VERB" else _appealed_to(token)
        if heard is not None and own_clause(paragraph, token, found):
            return (_phrase(paragraph, heard),)
    return ()


def _written_or_spoken_to(verb: Token) -> Token | None:
    """To whom a verb says that one writes or, as a participle, speaks."""
    lemma = verb.lemma_
    if lemma != "write" and (lemma not in ("speak", "talk", "address", "brief") or verb.tag_ != "VBG"):
        return None
    to = next((t for t in verb.children if t.dep_ in ("prep", "dative") and t.lower_ == "to"), None)
    heard = child(to, "pobj") if to is not None and to.i <= verb.i + 3 else None
    if lemma in ("address", "brief"):
        heard = child(verb, "dobj")
    if lemma == "speak" and heard is None:
        heard = _before_house(verb)
    return heard if heard is not None and (lemma == "write" or listeners(heard) is not None) else None


def _appealed_to(noun: Token) -> Token | None:
    """To whom words are directed in which something is said: "in an appeal to donors", "in a reply to the envoy"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in lexicon().nouns or noun.head.lower_ not in ("in", "with"):
        return None
    to = next((t for t in noun.rights if t.dep_ == "prep" and t.lower_ == "to"), None)
    heard = None if to is None else child(to, "pobj")
    named = heard is not None and (heard.pos_ == "PROPN" or heard.tag_ == "NNS" or is_somebody(heard))
    return heard if named else None


def _before_house(verb: Token) -> Token | None:
    """The house in or before which one speaks: "speaking in Parliament on Thursday"."""
    where = (t for t in verb.children if t.dep_ == "prep" and t.lower_ in ("in", "before") and t.i <= verb.i + 2)
    houses = (child(t, "pobj") for t in where)
    return next(
        (h for h in houses if h is not None and h.lower_ in ("parliament", "congress", "senate", "cabinet")), None
    )


def audience(layers: Layers, paragraph: Paragraph, occasion: Token | None, channel: Channel) -> tuple[Span, ...]:
    """Whom the occasion itself names: the other side of a call, the reader of a letter, the body at whose session."""
    if occasion is None or channel not in (*SPOKEN, "letter"):
        return ()
    if occasion.dep_ == "pobj" and occasion.head.dep_ == "agent":
        return (_phrase(paragraph, occasion),)  # "Asked by the BBC, he said"
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
