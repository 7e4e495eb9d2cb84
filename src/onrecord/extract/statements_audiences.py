"""What listeners tell of how something was said: outlets, crowds, the press, stations on air."""

from functools import cache

import msgspec
from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_occasions import occasion_of
from onrecord.model.vocabulary import Channel
from onrecord.resources.institutions import body_noun
from onrecord.resources.lexicon import typed
from onrecord.resources.roles import read_role


class Audiences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `resources/statements/audiences.yaml`: lemmas in lower case, `titles` words of outlets' names."""

    outlets: frozenset[str]
    titles: frozenset[str]
    networks: frozenset[str]
    on_air: frozenset[str]
    crowds: frozenset[str]
    press: frozenset[str]
    brings: frozenset[str]
    brought: frozenset[str]
    tuned_in: frozenset[str]
    following: frozenset[str]


@cache
def audiences() -> Audiences:
    """The lists, read once a process."""
    return typed("statements/audiences.yaml", Audiences)


def listeners(noun: Token) -> Channel | None:
    """Where one speaks to whom: to reporters, to a newspaper, to a crowd."""
    if occasion_of(noun) == "press briefing":
        return "press briefing"
    if is_outlet(noun):
        return "interview"
    return "speech" if noun.lemma_.lower() in audiences().crowds else None


def is_outlet(noun: Token) -> bool:
    """Whether a noun is a newspaper, station or agency, by its word or by its name's."""
    sorts = audiences().on_air | (audiences().outlets if noun.pos_ == "PROPN" else frozenset())
    aired = any(t.dep_ == "compound" and t.lower_ in sorts for t in noun.children)
    named = noun.lemma_.lower() in audiences().outlets or noun.text in audiences().titles
    editors = noun.lower_ == "board" and any(t.lower_ == "editorial" for t in noun.lefts)
    return named or noun.lower_ in ("us", "media") or aired or editors or _serves(noun)


def is_somebody(noun: Token) -> bool:
    """Whether a noun is of a body, a crowd or the holder of an office."""
    words = [noun.lower_]
    return noun.lemma_.lower() in audiences().crowds or body_noun(words) is not None or read_role(words) is not None


def _serves(noun: Token) -> bool:
    """Whether a noun is an outlet's service: "the BBC Pashto service", "Radio Wendle's Kurdish Service"."""
    if noun.lower_ != "service":
        return False
    known = audiences()
    return any(t.text in known.titles or t.lower_ in known.on_air for t in noun.subtree if t.i < noun.i)


def is_station(noun: Token) -> bool:
    """Whether a noun is something heard that itself speaks: "the official radio", "Radio Wendle", "the broadcast"."""
    return noun.lower_ in audiences().on_air | {"broadcast"} or any(
        t.dep_ == "compound" and t.lower_ in audiences().on_air for t in noun.lefts
    )


def is_sitting(meeting: Token) -> bool:
    """Whether a meeting is one of a body, before which one speaks: "a hurried meeting of the Ports Council"."""
    of = next((t for t in meeting.rights if t.dep_ == "prep" and t.lower_ == "of"), None)
    body = None if of is None or meeting.lower_ != "meeting" else child(of, "pobj")
    return body is not None and body.pos_ == "PROPN" and body.lemma_.lower() in audiences().crowds


def airs(noun: Token) -> bool:
    """Whether a station brings somebody's words: "Radio Wendle quoted X as saying", "told state television"."""
    if noun.dep_ == "nsubj":
        verb = noun.head
    elif noun.dep_ == "pobj" and noun.head.lower_ == "by":
        verb = noun.head.head
    else:
        return False
    if verb.lemma_ not in ("quote", "cite"):
        return False
    return noun.lower_ in audiences().on_air or any(
        t.dep_ in ("compound", "amod") and t.lower_ in audiences().on_air for t in noun.lefts
    )


def aired_on(name: Token) -> Token | None:
    """The network or its programme on which somebody speaks: "said on the BBC's Newsnight"; None for others."""
    if name.text not in audiences().networks or name.pos_ != "PROPN":
        return None
    noun = name
    while noun.dep_ in ("compound", "poss", "nmod") and noun.head != noun:
        noun = noun.head
    told = noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.pos_ in ("VERB", "AUX")
    return noun if told else None


def _on_network(verb: Token) -> bool:
    """Whether "on" and an unknown name follow a verb of writing: "she wrote on Chirp"."""
    on = next((t for t in verb.children if t.dep_ == "prep" and t.lower_ == "on" and t.i <= verb.i + 2), None)
    network = None if on is None else child(on, "pobj")
    if on is not None and network is None and on.i + 1 < len(on.doc):
        return on.nbor().text == "X."  # one token at the end of a sentence
    if network is None or network.pos_ != "PROPN" or network.left_edge != network:
        return False
    return network.ent_type_ in ("", "ORG", "PRODUCT", "WORK_OF_ART") and not network.text.isdigit()


def _opened(participle: Token) -> Channel | None:
    """Before whom words were spoken, where a sentence opens with it: "Briefing Member States today, Ms X said"."""
    rest = participle.doc[participle.i + 1 : participle.sent.end]
    heard = next((t for t in rest if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"), None)
    comma = next((t for t in rest if t.text == ","), None)
    if heard is None or comma is None or heard.i > comma.i:
        return None
    return listeners(heard) or "speech"


def sits_down_with(verb: Token) -> bool:
    """Whether somebody sits down to talk with an outlet: "sat down with the Wendle Courier"."""
    ways = (t for t in verb.subtree if t.dep_ == "prep" and t.lower_ == "with" and verb.i < t.i <= verb.i + 2)
    return any(is_outlet(noun) for way in ways for noun in way.children if noun.dep_ == "pobj")


def performance(token: Token) -> Channel | None:
    """What the verb beside a cue tells: "addressing parliament, he said", "wrote to X that", "on Radio Wendle"."""
    if token.lower_ in audiences().on_air and token.dep_ == "compound":
        told = token.head.head
        if token.head.lemma_ == "interview":
            return None  # "in a radio interview"
        return "broadcast" if told.dep_ == "prep" and told.lower_ in ("on", "to", "in", "over", "via") else None
    if token.is_sent_start and token.text in ("Briefing", "Addressing"):
        return _opened(token)
    if token.pos_ != "VERB":
        return None
    spoken = child(token, "dobj") if token.lemma_ in ("address", "brief") and token.dep_ in ("advcl", "pcomp") else None
    if spoken is not None:
        return listeners(spoken) or "speech"
    if token.lemma_ in ("write", "post", "reply") and _on_network(token):
        return "social media"
    if token.lemma_ == "sit" and sits_down_with(token):
        return "interview"
    to = next((t for t in token.children if t.dep_ in ("prep", "dative") and t.lower_ == "to"), None)
    if to is None or to.i > token.i + 3:
        return None
    if token.lemma_ in ("speak", "talk") and token.tag_ == "VBG" and (heard := child(to, "pobj")) is not None:
        return listeners(heard)
    return "letter" if token.lemma_ == "write" else None
