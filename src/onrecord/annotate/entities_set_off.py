"""Names set off from a title by punctuation: "the works chief, Dav Ingram,", "Rhona Pell, 61,", "Host: Ada Lind"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.annotate.gazetteer import standard
from onrecord.annotate.layers import Entity, Paragraph
from onrecord.resources.given_names import known_names
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import fold
from onrecord.resources.roles import is_agent, is_trade, lexicon, read_role

_REACH = 9
"""Tokens of the longest title that is read beside a name."""
_ALIKE = (["counterpart"], ["colleague"], ["homologue"], ["successor"], ["predecessor"])
"""Nouns before the name of one who is told by another: "his Israeli counterpart, Yoram Elkana,"."""
_NICKNAMED = re.compile(r"\b[A-Z][\w’'-]+ (?P<mark>[\"“'‘])[A-Z][\w’ -]{1,20}[\"”'’] [A-Z][\w-]+")
"""A name with a nickname in it: 'Mick "Midge" Sallow'."""


def set_off(run: list[Token]) -> bool:
    """Whether a run of capitalised words is a name by what is set off beside it: a title, an age."""
    doc, last = run[0].doc, run[-1].i
    after = doc[last + 1 : last + 4]
    if len(after) > 1 and after[0].text == "," and after[1].like_num and after[1].text.isdigit() and len(after[1]) < 3:
        return True
    if len(run) < 2:
        return False
    if run[0].is_sent_start and len(run) < 5 and _in_minutes(run):
        return True
    if _heads_entry(run[0]) and len(run) < 4 and _title_follows(run[-1]):
        return True
    if run[0].i < 3 or doc[run[0].i - 1].text != ",":
        return False
    left = [token.lower_ for token in doc[max(run[0].i - 4, run[0].sent.start) : run[0].i - 1]]
    closed = len(after) > 0 and (after[0].text in (",", ".") or after[0].pos_ in ("VERB", "AUX"))
    return closed and (ends_title(left) or left[-1:] in _ALIKE or _belonging(run[0]))


def _in_minutes(run: list[Token]) -> bool:
    """Whether a name is set as in records of meetings, in capitals with its state: "AMINA DIALLO (Guinea) said"."""
    doc, spot = run[0].doc, run[-1].i + 1
    if not all(t.text.isupper() for t in run) or spot + 2 >= len(doc) or doc[spot].text != "(":
        return False
    bracket = next((t.i for t in doc[spot + 2 : spot + 6] if t.text == ")"), None)
    named = bracket is not None and all(
        t.text[0].isupper() or t.lower_ in ("of", "the") for t in doc[spot + 1 : bracket]
    )
    return named and bracket is not None and bracket + 1 < len(doc)


def _belonging(name: Token) -> bool:
    """Whether "the representative of Norland," stands before a name, or "Norland's envoy to the bloc,": a title with
    whose it is, or where he serves."""
    doc, comma = name.doc, name.i - 1
    reached = range(comma - 1, max(comma - _REACH, 0) - 1, -1)
    starts = [i for i in reached if doc[i].lower_ == "the" or doc[i].tag_ == "POS"]
    return any(_opens_belonging(list(doc[first + 1 : comma])) for first in starts)


def _opens_belonging(tokens: list[Token]) -> bool:
    """Whether words are a title and whose it is: "commander of the Northern Forces"."""
    if any(t.is_punct or t.pos_ == "VERB" for t in tokens):
        return False
    words = [t.text for t in tokens]
    role = read_role(words)
    if role is None:
        return _is_agents(tokens)
    return not role.plural and role.end < len(words) and words[role.end] in ("of", "for", "to")


def _is_agents(tokens: list[Token]) -> bool:
    """Whether words are somebody by what he does, and where: "political agent of Khyber", "agent in Jaffna"."""
    at = next((i for i, t in enumerate(tokens) if t.lower_ in ("of", "for", "in", "at")), 0)
    named = at and at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper()
    return bool(named) and tokens[at - 1].tag_ in ("NN", "NNP") and is_agent(tokens[at - 1].text)


def _heads_entry(first: Token) -> bool:
    """Whether a name begins an entry of a list of those present: the line, or what follows a colon or semicolon."""
    return first.i == 0 or first.nbor(-1).text in (":", ";")


def _title_follows(last: Token) -> bool:
    """Whether a title, and nothing else, follows a name after a comma or in brackets."""
    doc, spot = last.doc, last.i + 1
    if spot >= len(doc) or doc[spot].text not in (",", "("):
        return False
    end = spot + 1
    while end < min(len(doc), spot + _REACH) and doc[end].text not in (",", ";", ")", "."):
        end += 1
    words = [t.text for t in doc[spot + 1 : end] if t.lower_ not in ("the", "a", "an")]
    role = read_role(words)
    return role is not None and not role.plural and (role.end == len(words) or words[role.end] in ("of", "for", "to"))


def after_bracket(first: Token) -> bool:
    """Whether a title and its branch in brackets stand before a name: "Captain (Navy) Lev Brand"."""
    if first.i < 4 or first.nbor(-1).text != ")" or first.nbor(-3).text != "(":
        return False
    return ends_title([first.nbor(-4).lower_])


_SERVED = frozenset(["of", "to", "in", "for"])


def behind_realm(run: list[Token]) -> int | None:
    """Where the name begins in a run whose first words tell where the title before it serves.

    "Minister of Foreign Affairs of Norland Ada Lind", "Ambassador to Oslo Ada Lind"; so with a body's: "Head of the
    Presidential Administration Ada Lind".
    """
    if len(run) < 3:
        return None
    doc, spot = run[0].doc, run[0].i - 1
    if doc[spot].lower_ == "the" and spot > 0:
        spot -= 1
    if doc[spot].lower_ not in _SERVED or not _is_title(doc, doc[spot].sent.start, spot):
        return None
    words = " ".join(token.text for token in run)
    hit = next((hit for hit in standard().hits(words) if hit.start == 0 and hit.label == "GPE"), None)
    if hit is not None:
        name = len(words[: hit.end].split())
        return name if len(run) - name > 1 and run[name].text != "-" else None  # "for the Oslo-Ashgabat talks"
    body = next((n for n in range(len(run) - 2, 0, -1) if body_noun([token.text for token in run[:n]])), 0)
    if body and fold(run[body].text) in known_names():
        return body  # "Secretary of the Security Council Ada Lind"
    return 1 if fold(run[1].text) in known_names() else None


def _is_title(doc: Doc, first: int, end: int) -> bool:
    """Whether the words before a preposition end in a title, with what it is for: "Minister for Trade (of)"."""
    words = [token.text for token in doc[max(first, end - _REACH) : end]]
    role = read_role(words)
    if role is None or role.plural:
        return False
    more = words[role.end :]
    return not more or (more[0] in ("of", "for") and all(w[0].isupper() or w in ("and", "the", "of") for w in more[1:]))


def ends_title(words: list[str]) -> bool:
    """Whether the last words are a title in the singular."""
    titles = lexicon().titles
    for length in (4, 3, 2, 1):
        hit = titles.get(tuple(words[-length:])) if len(words) >= length else None
        if hit is not None and not hit[1]:
            return True
    return bool(words) and is_trade(words[-1])


def nicknamed(paragraph: Paragraph) -> Iterator[Entity]:
    """Names with a nickname in quotation marks between their words."""
    for match in _NICKNAMED.finditer(paragraph.parse.text):
        start, end = match.span()
        first = match.group().split()[0]
        words = paragraph.between(start, end)
        if not ends_title([first.lower()]) and not any(token.pos_ == "VERB" for token in words):
            yield Entity(paragraph.start + start, paragraph.start + end, "PERSON", "rule")
