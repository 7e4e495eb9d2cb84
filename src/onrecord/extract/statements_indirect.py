"""Statements that the reporter words himself: after a verb, before it, around it, by "according to", after a noun."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.syntax import child
from onrecord.extract.statements_addressees import addressed, urged
from onrecord.extract.statements_clauses import reported
from onrecord.extract.statements_cues import Cue, lexicon
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_sources import phrase, source_of
from onrecord.extract.statements_view import REPORT, View, trimmed

LONGEST_ASIDE = 60
"""Tokens after a reporting verb within which the aside ends that it makes (", she said on Friday,")."""
_BULLETS = frozenset("•-–*·▪‣◦")
_NOBODY = frozenset({"no", "neither", "nobody", "none", "nothing"})
_MAKES = frozenset(
    {"make", "issue", "give", "release", "deliver", "repeat", "send", "have", "raise", "file", "publish"}
)


def indirect(view: View, taken: Mapping[int, int], announced: Bounds | None = None) -> Iterator[Found]:
    """The statements of one paragraph that need no quotation marks.

    `taken` holds the cues that already report a quotation, each with that quotation's first token: such a verb may
    still report a clause before a colon ("said that the talks were hard: “…"). `announced` is the source that a line
    before a list names ("The minister:"), for the items that begin with a verb.
    """
    for token in view.tokens:
        cue = lexicon().verb(token)
        if cue is not None and (token.i not in taken or taken[token.i] > token.i + 4):
            for found in _by_verb(view, token, cue, taken.get(token.i)):
                opens = announced is not None and found.source is None and opens_item(view, token)
                yield replace(found, source=announced, carries=True, sure=True) if opens else found
        elif token.lower_ in lexicon().according and token.i not in taken and not _is_given_name(token):
            yield from _by_phrase(view, token)
        elif token.lemma_.lower() in lexicon().nouns and token.pos_ == "NOUN":
            yield from _by_noun(view, token)


def _is_given_name(token: Token) -> bool:
    """Whether "Per" is somebody's name: in capitals, and no sentence begins with it."""
    return token.text == "Per" and not token.is_sent_start


def _by_verb(view: View, verb: Token, cue: Cue, limit: int | None) -> Iterator[Found]:
    if _merely_attributive(verb) or _impersonal(view, verb) or _as_promised(view, verb):
        return
    source = source_of(view, verb)
    run = reported(view, verb, cue)
    if limit is not None:
        run = None if run is None or run[0] >= limit else trimmed(view, run[0], min(run[1], limit))
    runs = [run] if run else [] if limit is not None else _around(view, verb, cue, source)
    if not runs:
        return
    if source is not None and _nobody(view, verb, source):
        return
    yield Found(
        content=tuple((view.start(a), view.end(b - 1)) for a, b in runs),
        source=None if source is None else (view.start(source[0]), view.end(source[1] - 1)),
        cue=cue_span(view, verb, runs[0] if run else None),
        verb=cue.lemma,
        reading="clause",
        zone=view.zones[verb.i],
        act=cue.act,
        negated=negated(verb),
        modal=any(t.dep_ == "aux" and t.tag_ == "MD" for t in verb.children),
        sure=source is not None
        and (_is_plain(view, verb, cue, run[0]) if run is not None else _is_retold(view, verb, cue, runs[0])),
        addressees=addressed(view, verb, cue)
        if run is None
        else urged(view, verb, cue, run) or addressed(view, verb, cue),
    )


def _nobody(view: View, verb: Token, source: tuple[int, int]) -> bool:
    """Whether a source is no speaker ("it is said"), or the generic "you" of a conversation ("you know that …")."""
    word = view.tokens[source[1] - 1].lower_
    if word in lexicon().never_sources:
        return True
    return word == "you" and verb.tag_ != "VBD" and not any(t.lemma_ == "have" for t in verb.children)


def opens_item(view: View, verb: Token) -> bool:
    """Whether a verb is the first word of its paragraph, but for a bullet."""
    return verb.tag_ in ("VBD", "VBN", "VBZ", "VBG", "VB") and not any(t.is_alpha for t in view.tokens[: verb.i])


def listed(view: View, announced: Bounds) -> Iterator[Found]:
    """A point of a list that is a sentence ("• the bodies must be returned;"): said by whom the line before names."""
    first = next((t.i for t in view.tokens if t.is_alpha or t.like_num), None)
    marked = first is not None and first > 0 and view.tokens[0].text in _BULLETS
    if first is None or not marked or view.zones[first] != REPORT:
        return
    run = trimmed(view, first, len(view.tokens))
    if run is None or not any(t.dep_ in ("nsubj", "nsubjpass") for t in view.tokens[run[0] : run[1]]):
        return
    content = ((view.start(run[0]), view.end(run[1] - 1)),)
    yield Found(content=content, source=announced, reading="clause", carries=True, sure=True)


def _merely_attributive(verb: Token) -> bool:
    """ "the said plan", "the expected vote", "broke it by refusing to meet": a participle that tells no speech."""
    by = verb.dep_ == "pcomp" and verb.head.lower_ == "by" and verb.lemma_ in ("refuse", "decline")
    return by or verb.dep_ in ("amod", "compound", "nmod")


def _as_promised(view: View, verb: Token) -> bool:
    """ "…, as the parties promised in May": inside a quotation, an aside that reports nothing of its own."""
    aside = any(t.dep_ in ("mark", "advmod") and t.lower_ == "as" for t in verb.children)
    return aside and view.zones[verb.i] != REPORT


def _impersonal(view: View, verb: Token) -> bool:
    """ "It is said that", "to say the least": nobody says it."""
    if verb.tag_ == "VB" and verb.dep_ in ("advcl", "ROOT") and child(verb, "nsubj") is None:
        return True
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    return subject is not None and subject.lower_ in ("it", "there") and verb.tag_ in ("VBN",)


def negated(verb: Token) -> bool:
    """Whether the source is reported not to have said it ("did not say", "declined to say", "never said")."""
    if any(t.dep_ == "neg" or t.lower_ == "never" for t in verb.children):
        return True
    subject = child(verb, "nsubj")
    if subject is not None and (subject.lower_ in _NOBODY or any(t.lower_ in _NOBODY for t in subject.lefts)):
        return True
    if verb.lemma_ in lexicon().negators:
        return True
    head = verb.head
    return verb.dep_ == "xcomp" and head != verb and head.lemma_ in lexicon().negators


def cue_span(view: View, verb: Token, run: tuple[int, int] | None) -> Bounds:
    """The verb, with what belongs to it before the reported words begin ("called on", "expressed deep concern")."""
    last = verb.i
    following = view.tokens[verb.i + 1] if verb.i + 1 < len(view.tokens) else None
    if (
        following is not None
        and following.dep_ in ("prt", "prep")
        and run is not None
        and run[0] in (verb.i + 1, verb.i + 2)
    ):
        last = verb.i + 1
    if verb.lemma_ in ("voice", "express", "convey") and (noun := child(verb, "dobj")) is not None:
        last = max(last, noun.i)
    return view.start(verb.i), view.end(last)


def _around(view: View, verb: Token, cue: Cue, source: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Reported words before a verb, or on both sides of it: "The road, she said, is shut."."""
    if not {"clause", "quote"} & cue.frames or verb.tag_ in ("VBG", "VB") or source is None:
        return []
    if min(abs(verb.i - source[1]), abs(source[0] - verb.i)) > 4 or _has_object(verb, cue):
        return []
    start, end = view.sentence(verb.i)
    first, last = _parenthesis(view, verb, source)
    before = trimmed(view, _clause_start(view, start, first), first)
    if (
        before is None
        or _is_fronted(view, verb, before)
        or (view.tokens[first - 1].text not in (",", "—", "–") and not view.marks[first - 1])
    ):
        return []
    after = trimmed(view, last, end) if last < end and view.tokens[last].text in (",", "—", "–") else None
    if after is not None and _reports_itself(view, after):
        after = None
    return [run for run in (before, after) if run is not None]


def _is_fronted(view: View, verb: Token, run: tuple[int, int]) -> bool:
    """Whether the words before a verb are only when or where it happened: "In his reply, the premier agreed"."""
    top = view.tokens[run[0]]
    while top.head not in (verb, top):
        top = top.head
    return top.head == verb and top.dep_ == "prep" and top.right_edge.i + 1 >= run[1]


def _is_plain(view: View, verb: Token, cue: Cue, first: int) -> bool:
    """Whether a finite verb of speech reports with "that", or urges or accuses: constructions with one reading."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or cue.act != "speech":
        return False
    return view.tokens[first].lower_ in ("that", "whether") or bool(cue.frames & {"urge", "accuse"})


def _is_retold(view: View, verb: Token, cue: Cue, run: tuple[int, int]) -> bool:
    """Whether a finite verb of speech behind a clause reports that somebody said something: "Corin replied that the
    pass was shut, a diplomat said"."""
    told = child(verb, "ccomp")
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or cue.act != "speech" or told is None or child(verb, "nsubj") is None:
        return False
    clause = child(told, "ccomp")
    within = run[0] <= told.i < run[1] <= verb.i and clause is not None and told.i < clause.i < run[1]
    return within and lexicon().verb(told) is not None and child(told, "nsubj") is not None


def _has_object(verb: Token, cue: Cue) -> bool:
    """Whether the verb has words of its own to report ("writes a column"), not merely an addressee."""
    return "object" not in cue.addresses and any(t.dep_ == "dobj" and t.i > verb.i for t in verb.children)


def _reports_itself(view: View, run: tuple[int, int]) -> bool:
    """Whether the words after ", X said," are the reporter's: "adding that …", "citing …", "who …"."""
    first = view.tokens[run[0]]
    return first.tag_ in ("VBG", "WP", "WDT", "WRB") or first.lower_ in (
        "as",
        "while",
        "after",
        "when",
        "but",
        "in",
        "on",
    )


def _parenthesis(view: View, verb: Token, source: tuple[int, int] | None) -> tuple[int, int]:
    """The run of tokens that the verb and its source take up, with dates, addressees and occasions."""
    first = verb.i if source is None else min(source[0], verb.i)
    while (
        first > 0
        and view.tokens[first - 1].lower_ in ("as", "has", "have", "had", "also", "later", "and")
        and first > 1
    ):
        first -= 1
    last = verb.i + 1 if source is None else max(source[1], verb.i + 1)
    end = min(view.sentence(verb.i)[1], last + LONGEST_ASIDE)
    while last < end and view.tokens[last].text not in (",", ".", "—", "–", ":", ";") and not view.marks[last]:
        last += 1
    return first, last


def _clause_start(view: View, start: int, first: int) -> int:
    """Start of the sentence, opening conjunctions kept."""
    while start < first and view.tokens[start].is_space:
        start += 1
    return start


def _by_phrase(view: View, token: Token) -> Iterator[Found]:
    """ "According to X, …", "…, according to X"."""
    nxt = token.i + 1
    if token.lower_ == "according" and (nxt >= len(view.tokens) or view.tokens[nxt].lower_ != "to"):
        return
    if token.lower_ == "per" and token.i > 0 and view.tokens[token.i - 1].text != ",":
        return
    noun = _governed(token)
    if noun is None or view.zones[noun.i] != view.zones[token.i]:
        return
    source = phrase(view, noun)
    start, end = view.sentence(token.i)
    last = max(source[1], noun.right_edge.i + 1 if noun.right_edge.i < end else source[1])
    runs = _beside(view, token.i, last, start, end)
    if not runs:
        return
    yield Found(
        content=tuple((view.start(a), view.end(b - 1)) for a, b in runs),
        source=(view.start(source[0]), view.end(source[1] - 1)),
        cue=(view.start(token.i), view.end(nxt if token.lower_ == "according" else token.i)),
        verb="according to",
        reading="source phrase",
        zone=view.zones[token.i],
    )


def _governed(token: Token) -> Token | None:
    """The noun that "according to" or "per" governs."""
    to = child(token, "prep")
    return child(to if to is not None else token, "pobj")


def _beside(view: View, first: int, last: int, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence without a phrase that names its source."""
    before, after = trimmed(view, start, first), trimmed(view, last, end)
    if after is not None and before is not None and view.tokens[last].text != ",":
        after = None
    if after is not None and before is not None and _reports_itself(view, after):
        after = None
    return [run for run in (before, after) if run is not None]


def _by_noun(view: View, noun: Token) -> Iterator[Found]:
    """ "his claim that …", "a warning from the agency that …"."""
    clause = next((t for t in noun.children if t.dep_ in ("acl", "ccomp", "relcl") and t.i > noun.i), None)
    mark = None if clause is None else child(clause, "mark")
    if clause is None or mark is None or mark.lower_ != "that" or not view.within(mark.i, view.zones[noun.i]):
        return
    governor = noun.head
    if noun.dep_ == "dobj" and (known := lexicon().verb(governor)) is not None and "object" in known.frames:
        return  # the verb reports it: "expressed hope that …"
    owner = child(noun, "poss") or _from(noun)
    source = None if owner is None else phrase(view, owner)
    if owner is None and noun.dep_ == "dobj" and governor.lemma_ in _MAKES:
        source = source_of(view, governor)
    _, end = view.sentence(noun.i)
    last = min(clause.right_edge.i + 1, end)
    told = trimmed(view, mark.i, last)
    if told is None:
        return
    yield Found(
        content=((view.start(told[0]), view.end(told[1] - 1)),),
        source=None if source is None else (view.start(source[0]), view.end(source[1] - 1)),
        cue=(view.start(noun.i), view.end(noun.i)),
        verb=noun.lemma_.lower(),
        reading="noun",
        zone=view.zones[noun.i],
        act=lexicon().nouns[noun.lemma_.lower()],
    )


def _from(noun: Token) -> Token | None:
    for token in noun.children:
        if token.dep_ == "prep" and token.lower_ in ("from", "by", "of"):
            return child(token, "pobj")
    return None
