"""Words of titles: what makes a noun a title, whose it is, and how well one title asks for another's post."""

from __future__ import annotations

import functools

from spacy.tokens import Token

from onrecord.annotate.layers import Paragraph
from onrecord.annotate.phrases import is_result
from onrecord.link.referents import Polity, Post
from onrecord.resources import countries, heads, offices, organizations, regions
from onrecord.resources.roles import covers, lexicon, read_role

INDEFINITE = frozenset(["a", "an", "another", "some", "any", "no", "one", "many", "several", "most", "other", "few"])
_MANY = frozenset(
    [
        "many",
        "most",
        "several",
        "few",
        "more",
        "other",
        "such",
        "same",
        "additional",
        "extra",
        "dozens",
        "hundreds",
        "thousands",
    ]
)
_PARTS = frozenset(["witness", "victim", "survivor", "lawyer", "counsel", "prisoner", "detainee", "hostage", "suspect"])
"""Parts in what is told: "the witness" is not the brother or the lawyer that a report also names."""
KIN = frozenset(["family", "boy", "girl", "child", "baby", "kid", "teenager", "couple", "parent", "son", "daughter",
                  "brother", "people"])  # fmt: skip
"""Kin and the young, whom nobody told of by another noun is: "the family" is not the family's lawyer."""
MONARCHS = frozenset(["king", "queen", "monarch", "emir", "sultan", "emperor", "pope", "crown prince"])
"""Heads of state by birth, who are called by their given names and by no president's title."""
_SKIPPED = frozenset(["DET", "NUM", "PUNCT", "ADV", "CCONJ", "ADP"])


@functools.cache
def title_nouns() -> frozenset[str]:
    """The words that the head noun of a title can be."""
    found = set()
    for words in lexicon().titles:
        found.add(words[words.index("of") - 1] if "of" in words else words[-1])
        found.add(words[-1])
    found |= lexicon().hyphened
    return frozenset(found - {"of", "for", "state", "affairs", "interior", "parliament", "court"})


def speaks_for(token: Token) -> bool:
    """Whether a title is that of one for whom somebody speaks: a name after it is the spokesman's."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.head.lower_ not in title_nouns():
        return False
    kin = preposition.lower_ == "of" and preposition.head.lower_ in lexicon().lesser  # "the wife of the envoy, X"
    return kin or preposition.lower_ in ("for", "to")


def is_mass(token: Token) -> bool:
    """A singular common noun with nothing before it is no person ("at anchor"), but for an apposition."""
    if token.tag_ != "NN" or token.text[0].isupper() or token.dep_ in ("appos", "attr", "conj", "oprd"):
        return False
    return not any(c.dep_ in ("det", "poss", "compound", "amod", "nummod", "nmod") for c in token.lefts)


def own_words(paragraph: Paragraph, token: Token) -> str:
    """The words of a noun phrase up to its head, without articles and numbers: "Sarbian diplomats"."""
    words = paragraph.words
    first = token.left_edge.i
    while first < token.i and (
        words[first].pos_ in _SKIPPED
        or is_result(words[first])
        or words[first].is_space
        or words[first].tag_ == "PRP$"
        or words[first].lower_ in _MANY
    ):
        first += 1
    return token.text if first == token.i else " ".join(paragraph.parse[first : token.i + 1].text.split())


def is_indefinite(token: Token) -> bool:
    """Whether a title introduces somebody of several ("a spokesman", "two ministers")."""
    determiners = [c for c in token.children if c.dep_ in ("det", "nummod", "predet")]
    if any(c.lower_ in INDEFINITE or c.dep_ == "nummod" for c in determiners):
        return True
    owned = any(c.dep_ in ("poss", "det") for c in token.children)
    return not owned and token.text[0].islower() and not any(c.text[0].isupper() for c in token.lefts)


def same_state(one: Polity, other: Polity) -> bool:
    """Whether two states are one, by id or by name."""
    return one.id == other.id or one.name == other.name


def is_other_crown(one: Post, other: Post) -> bool:
    """Whether one of two heads of state is a monarch and the other none: a president is no "Jordanian monarch"."""
    heads_of_state = one.role.role == other.role.role == "head_of_state"
    return heads_of_state and (one.role.head in MONARCHS) != (other.role.head in MONARCHS)


def same_role(own: Post, asked: Post) -> float:
    """How well a title asks for a post: 3 the same role, 2 the same noun, 1 a looser word for it."""
    mine, theirs = own.role, asked.role
    if (theirs.former and not mine.former) or (theirs.coming and not mine.coming):
        return 0.0
    bare = not (theirs.portfolio - {theirs.head, "prime", "foreign", "special", "state", "deputy", "council"})
    if theirs.head in _PARTS and mine.head != theirs.head:
        return 0.0
    if is_other_crown(own, asked):
        return 0.0
    if theirs.head in KIN and mine.head not in KIN and mine.role == theirs.role:
        return 0.0
    if mine.role == theirs.role:
        if theirs.role in ("minister", "leader", "ambassador", "deputy", "official") and not bare and mine.portfolio:
            shared = mine.portfolio & theirs.portfolio
            return 3.0 if shared or asked.body or asked.target else (1.0 if theirs.role == "ambassador" else 0.0)
        if theirs.role == "minister" and bare and mine.portfolio - {mine.head}:
            return 2.0  # "the minister" is any, of whatever department
        return 3.0 if mine.head == theirs.head else 2.5
    if theirs.head == mine.head == "president" and bare and asked.polity is None:
        return 2.0  # "the President", of an assembly
    if theirs.head == "secretary" and mine.head != "secretary":
        return 0.0
    if covers(theirs.head, mine.role) and (theirs.role in ("minister", "official", "leader", "ambassador") or bare):
        loose = len(asked.title.split()) == 1
        return (2.0 if mine.head == theirs.head else 1.0) if loose else 0.0
    return 0.0


_IN_STATE = frozenset(["legislature_head", "security_council_secretary", "military_command", "head_of_state"])
"""Roles that a body of a state may have in its title: "President of the National Assembly"."""


def seat_of(post: Post) -> str | None:
    """Whose office is asked for in the table: a known country's, else an organisation's."""
    codes = post.polity.codes if post.polity is not None else ()
    if post.body is not None and not post.body[0].startswith("body:"):
        if heads.is_listed(post.body[0]):
            return post.body[0]
        if (region := regions.by_id(post.body[0])) is not None:
            return next((name for name in region.names if offices.of(name)), region.name)
        if not codes or post.role.role not in _IN_STATE:
            return post.body[1]
    return codes[0] if codes else None


def questions(post: Post) -> tuple[str, ...]:
    """The offices of a post as the reference table is asked for it, in turn: "ambassador to Canada".

    A state goes by several names in the table, and a state's body stands in the title of its head.
    """
    if post.target is not None:
        ident = post.target[0]
        country = countries.by_code(ident.removeprefix("country:"))
        listed = organizations.by_id(ident)
        names = country.names if country is not None else listed.names if listed is not None else ()
        return tuple(f"{post.title} to {name}" for name in dict.fromkeys((post.target[1], *names)))
    apart = post.body is None or heads.is_listed(post.body[0]) or regions.by_id(post.body[0]) is not None
    whole = not apart and post.role.role in _IN_STATE
    if whole and post.body is not None:
        return (f"{post.title} of {post.body[1].removeprefix('the ')}",)
    own = read_role(post.title.split())
    if post.role.role == "minister" and own is not None and own.role != "minister":
        return ()  # "the Secretary of State for Wales", whose title was cut before Wales
    return (post.title,)
