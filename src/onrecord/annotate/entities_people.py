"""Persons by the syntax of their names: a title before a name, and last names wherever they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from onrecord.annotate.entities_holders import holders
from onrecord.annotate.entities_set_off import after_bracket, behind_realm, ends_title, nicknamed, set_off
from onrecord.annotate.entities_tagged import bears_facility, names_outlet
from onrecord.annotate.gazetteer import standard
from onrecord.annotate.layers import Entity, Layers, Paragraph
from onrecord.annotate.portfolios import portfolio_at, portfolio_end
from onrecord.resources.institutions import body_noun
from onrecord.resources.names import without_article, words
from onrecord.resources.roles import lexicon, read_role

PARTICLES = words("de da di do dos du del della van von der den ter la le al el bin ibn ben abu ul ur al- st af av zu")
LONGEST_NAME = 5
_INITIAL = re.compile(r"^[A-Z]\.?$|^[A-Z]\.[A-Z]\.$")
_HONORIFICS = frozenset(
    [
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "miss",
        "sir",
        "lord",
        "lady",
        "dame",
        "madam",
        "comrade",
        "h.e.",
        "hon.",
        "rev.",
        "rev",
        "rt",
        "hon",
        "reverend",
        "fr.",
        "excellency",
    ]
).union(*lexicon().addresses.values())
_NOT_NAMES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december the a an i he she they we it this that"
)


def people(layers: Layers, tagged: Iterable[Entity]) -> list[Entity]:
    """Persons that a title or another mention vouches for, with their titles, in text order, not overlapping."""
    borne = list(holders(layers))
    named = sorted([*borne, *_apart(_titled(layers), borne)], key=lambda e: e.start)
    named = [e for e in named if _words(layers, e).casefold() not in _NOT_NAMES]
    labels: dict[str, Counter[str]] = {}
    for entity in tagged:
        labels.setdefault(layers.text[entity.start : entity.end], Counter())[entity.label] += 1
    lasts = dict.fromkeys(last for e in named if e.label == "PERSON" for last in _lasts(layers, e))
    lasts.update(dict.fromkeys(w for e in named if e.label == "PERSON" and " " in (w := _words(layers, e))))
    lasts.update(
        dict.fromkeys(
            words.split()[-1]
            for words, counts in labels.items()
            if counts["PERSON"] * 2 > counts.total() and _is_full_name(words)
        )
    )
    covered = {(e.start, e.end) for e in named}
    taken = bytearray(len(layers.text))
    for start, end in covered:
        taken[start:end] = b"\x01" * (end - start)
    later = [e for e in _repeated(layers, [last for last in lasts if last]) if not any(taken[e.start : e.end])]
    return sorted([*named, *later], key=lambda e: e.start)


def _apart(titled: Iterable[Entity], borne: list[Entity]) -> Iterator[Entity]:
    """What titles vouch for, without what overlaps a name that an office-holder bears."""
    for entity in titled:
        if not any(entity.start < e.end and e.start < entity.end for e in borne):
            yield entity


def _is_full_name(words: str) -> bool:
    parts = words.split()
    if not 2 <= len(parts) <= LONGEST_NAME or not parts[-1][0].isupper() or len(parts[-1]) < 2:
        return False
    return not standard().hits(parts[-1])


def _words(layers: Layers, entity: Entity) -> str:
    return layers.text[entity.start : entity.end]


def _lasts(layers: Layers, entity: Entity) -> Iterator[str]:
    """The last names by which a person is spoken of: "al-Dabbas", and "Dabbas"."""
    words = layers.text[entity.start : entity.end].split()
    last = words[-1].strip(".,") if words else ""
    for name in dict.fromkeys((last, without_article(last))):
        if len(name) > 1 and not name.isupper() and not standard().hits(name):
            yield name


def _repeated(layers: Layers, lasts: list[str]) -> Iterator[Entity]:
    """Every stand-alone occurrence of a person's last name."""
    if not lasts:
        return
    loud = [last.upper() for last in lasts if len(last) > 3]
    alternatives = "|".join(re.escape(last) for last in sorted({*lasts, *loud}, key=lambda last: (-len(last), last)))
    for match in re.finditer(rf"(?<![\w-])(?:{alternatives})(?![\w-])", layers.text):
        start, end = match.span()
        paragraph = layers.paragraph_at(start)
        if paragraph is None or _in_longer_name(paragraph, start - paragraph.start, end - paragraph.start):
            continue
        yield Entity(start, end, "PERSON", "rule")


def _in_longer_name(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the tagger has a longer name around (a full name, "Trump Tower"): that one is left to it."""
    tokens = paragraph.between(start, end)
    label = tokens[0].ent_type_
    before = paragraph.parse[tokens.start - 1] if tokens.start else None
    after = paragraph.parse[tokens.end] if tokens.end < len(paragraph.parse) else None
    left = before is not None and before.ent_type_ == label and tokens[0].ent_iob_ == "I" and before.text[0].isupper()
    right = after is not None and after.ent_iob_ == "I" and after.ent_type_ == label and after.text[0].isupper()
    return bool(label) and (left or right)


def _titled(layers: Layers) -> Iterator[Entity]:
    for paragraph in layers.paragraphs:
        called = list(nicknamed(paragraph))
        yield from called
        for run in _runs(paragraph.parse):
            for entity in _person_in(paragraph, run):
                if not any(entity.start < e.end and e.start < entity.end for e in called):
                    yield entity


def is_name_token(token: Token) -> bool:
    """Whether a token can be a word of a person's name by its looks."""
    text = token.text
    if not text[0].isupper() or token.lower_ in _NOT_NAMES:
        return False
    return token.pos_ in ("PROPN", "NOUN", "ADJ", "X", "VERB") and (text.replace("-", "").replace("'", "")
        .replace("’", "").isalpha() or bool(_INITIAL.match(text)))  # fmt: skip


def _runs(doc: Doc) -> Iterator[list[Token]]:
    """Maximal runs of capitalised words of one sentence, particles between them included."""
    run: list[Token] = []
    for token in doc:
        named = is_name_token(token)
        if (
            (named and not (run and token.is_sent_start) and token.text.upper() != token.text[:4] + "…")
            or (run and (token.lower_ in PARTICLES or token.text == "-") and _goes_on(doc, token))
            or (run and _is_second_part(token))
            or (run and token.text == "of" and run[-1].lower_ in ("secretary", "minister"))
        ):
            run.append(token)
        else:
            if run:
                yield run
            run = [token] if named else []
    if run:
        yield run


def _goes_on(doc: Doc, token: Token) -> bool:
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if following is not None and (following.lower_ in PARTICLES or (following.text == "-" and token.text != "-")):
        return _goes_on(doc, following)  # "Fahd al-Mansour" is cut at its hyphen
    return following is not None and (is_name_token(following) or _is_second_part(following))


def _is_second_part(token: Token) -> bool:
    """Whether a word is the second part of a given name, after its hyphen: "Bae Sung-kook", no "Bae-led"."""
    if not token.is_lower or token.pos_ != "PROPN" or token.i < 2:
        return False
    hyphen = token.nbor(-1)
    return hyphen.text == "-" and not hyphen.whitespace_ and not hyphen.nbor(-1).whitespace_


def _person_in(paragraph: Paragraph, run: list[Token]) -> Iterator[Entity]:
    """The person and the title of a run such as "Foreign Minister Ada Lindqvist" or (spokesman) "Ned Price"."""
    split = _after_title(run)
    if split is None:
        return
    while len(run) - split > 2 and (role := read_role([run[split].text])) is not None and not role.plural:
        split += 1  # "Baker Ines Calloway, 54,"
    name = run[split:]
    while name and (name[-1].lower_ in PARTICLES or name[-1].text == "-"):
        name.pop()
    if not 1 <= len(name) <= LONGEST_NAME or not _can_be_name(paragraph, name):
        return
    if len(name) == 1 and ends_rank(name[0]):
        return
    if bears_facility(run[0], name[-1]) or (len(name) == 1 and names_outlet(name[0])):
        return  # "King Hussein Bridge", "the official SANA news agency"
    start = paragraph.start + name[0].idx
    end = paragraph.start + name[-1].idx + len(name[-1])
    role = read_role([token.text for token in run[:split]])
    if role is not None:
        stop = portfolio_end(paragraph.parse, run[role.end].i) if run[role.end].text == "of" else run[split].i
        title = [token for n, token in enumerate(run[:split]) if n >= role.start and (n < role.end or token.i < stop)]
        yield Entity(paragraph.start + title[0].idx, paragraph.start + title[-1].idx + len(title[-1]), "TITLE", "rule")
    yield Entity(start, end, "PERSON", "rule")


def ends_rank(word: Token) -> bool:
    """Whether a word is only the first of a rank whose rest is abbreviated: "Rear Adm." """
    following = word.doc[word.i + 1 : word.i + 2]
    return len(following) > 0 and (word.lower_, following[0].lower_) in lexicon().titles


def _can_be_name(paragraph: Paragraph, name: list[Token]) -> bool:
    if read_role([token.text for token in name]) is not None and name[0].ent_type_ != "PERSON":
        return False
    if body_noun([name[-1].text]) is not None and paragraph.parse[name[-1].i + 1 : name[-1].i + 2].text == "of":
        return False  # "the Federal Bureau of Investigation"
    text = paragraph.parse.text[name[0].idx : name[-1].idx + len(name[-1])]
    hits = standard().hits(text)
    if any(hit.end - hit.start == len(text) for hit in hits) or (hits and hits[0].start == 0 and len(name) > 2):
        return False
    return any(len(token) > 1 for token in name) and all(t.ent_type_ not in ("DATE", "TIME") for t in name)


def _after_title(run: list[Token]) -> int | None:
    """Where the name begins in a run, if a title stands right before it."""
    words = [token.lower_ for token in run]
    behind = _behind_portfolio(run) or _behind_of(run)
    for spot in range(len(run) - 1, max(behind - 1, 0), -1):
        clerical = words[spot - 1] in ("rev", "rev.", "reverend")  # "Rt Rev Philip Stowe", tagged as a body
        apart = clerical or behind == spot
        if not is_name_token(run[spot]) or (not apart and _one_name(run[spot - 1], run[spot])):
            continue
        if words[spot - 1] in _HONORIFICS or ends_title(words[:spot]):
            return spot
    if behind:
        return behind
    if 1 < len(run) <= LONGEST_NAME and set_off(run):
        return 0
    if run[0].i > 1 and run[0].nbor(-1).text == "." and f"{run[0].nbor(-2).lower_}." in _HONORIFICS:
        return 0  # "Hon. Ada Lindqvist", which the tokenizer cuts into two sentences
    before = run[0].nbor(-1) if run[0].i > run[0].sent.start else None
    if before is None or (before.text[0].isupper() and before.lower_ not in _HONORIFICS):
        return None
    if (name := behind_realm(run)) is not None:
        return name
    if before.lower_ in _HONORIFICS or after_bracket(run[0]):
        return 0
    left = [token.lower_ for token in run[0].doc[max(run[0].i - 3, run[0].sent.start) : run[0].i]]
    return 0 if ends_title(left) and before.pos_ in ("NOUN", "PROPN", "ADJ") else None


def _behind_portfolio(run: list[Token]) -> int:
    """Where a name begins in a run that ends a minister's portfolio: "(of Disaster Management and) Relief Ada Lind".

    0 where the run is of none, or no name follows.
    """
    inside = next((t for t in run if t.lower_ in lexicon().subjects), None)
    held = portfolio_at(run[0].doc, inside.i) if inside is not None else None
    return next((n for n, t in enumerate(run) if held is not None and t.i >= held[1]), 0)


def _behind_of(run: list[Token]) -> int:
    """Where a name begins in a run of a title, "of", and where he serves: "Justice Minister of Moldova Ada Lind"."""
    of = next((n for n, token in enumerate(run) if token.text == "of"), len(run) - 1)
    name = behind_realm(run[of + 1 :])
    return of + 1 + name if name else 0


def _one_name(title: Token, name: Token) -> bool:
    """Whether the tagger has the two words in one name of which the first is no title ("Dean Kamen")."""
    together = name.ent_iob_ == "I" and title.ent_type_ == name.ent_type_
    role = read_role([title.text])
    worldly = role is None or role.sector in ("GOV", "LEG", "PTY") or role.role == "military_command"
    return together and (name.ent_type_ in ("ORG", "FAC") or not worldly)
