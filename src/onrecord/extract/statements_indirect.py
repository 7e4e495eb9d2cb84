"""Statements that the reporter words himself: after a verb, before it, around it, by "according to", after a noun."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.syntax import child, grammatical_subjects, is_passive
from onrecord.extract.calls_paid import pays_call
from onrecord.extract.statements_addressees import addressed, urged
from onrecord.extract.statements_around import around, is_retold
from onrecord.extract.statements_clauses import reported
from onrecord.extract.statements_cues import Cue, lexicon
from onrecord.extract.statements_found import Bounds, Found
from onrecord.extract.statements_phrases import by_noun, by_phrase, by_telling
from onrecord.extract.statements_sources import phrase, source_of
from onrecord.extract.statements_view import REPORT, View, trimmed

_BULLETS = frozenset("•-–*·▪‣◦")
_HELD_OUT = frozenset({"offer", "undertake", "threaten"})
"""Verbs by which what is offered or threatened is said, though the corpus of the tagger seldom marks it."""
_INFORMS = frozenset({"tell", "inform", "assure", "promise", "warn", "advise", "notify", "ask"})
"""Verbs of which the subject of the passive heard it."""
_GOING_ON = frozenset({"continue", "go", "begin", "start", "keep", "opportunity", "occasion", "decline", "refuse",
                       "fail", "like", "wish", "want", "be"})  # fmt: skip
"""What stands before "to say" where it is said, or refused."""
_ABLE = frozenset(
    {"able", "unable", "ready", "willing", "unwilling", "free", "prepared", "likely", "unlikely", "due", "set"}
)
_OPEN = frozenset({"whether", "if", "unless"})
_NAMING = frozenset({"call", "name", "dub", "title", "term", "nickname", "label"})
_ANYBODY = frozenset({"any", "anyone", "anybody", "whoever"})
_NOBODY = frozenset({"no", "neither", "nobody", "none", "nothing"})


def indirect(view: View, taken: Mapping[int, int], announced: Bounds | None = None) -> Iterator[Found]:
    """The statements of one paragraph that need no quotation marks.

    `taken` holds the cues that already report a quotation, each with that quotation's first token: such a verb may
    still report a clause before a colon ("said that the talks were hard: “…"). `announced` is the source that a line
    before a list names ("The minister:"), for the items that begin with a verb.
    """
    known = lexicon()
    for token in view.tokens:
        cue = known.verb(token)
        if cue is not None and (token.i not in taken or taken[token.i] > token.i + 4):
            for found in _by_verb(view, token, cue, taken.get(token.i)):
                opens = announced is not None and found.source is None and opens_item(view, token)
                yield replace(found, source=announced, carries=True, sure=True) if opens else found
        elif token.lower_ in known.according and token.i not in taken and not _is_given_name(token):
            yield from by_phrase(view, token)
        elif token.pos_ == "ADP" and token.lower_ in known.tellings:
            yield from by_telling(view, token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in known.nouns:
            yield from by_noun(view, token)


def _is_given_name(token: Token) -> bool:
    """Whether "Per" is somebody's name: in capitals, and no sentence begins with it."""
    return token.text == "Per" and not token.is_sent_start


def _by_verb(view: View, verb: Token, cue: Cue, limit: int | None) -> Iterator[Found]:
    if _merely_attributive(verb) or _impersonal(verb) or _as_promised(view, verb) or pays_call(verb):
        return
    source = source_of(view, verb)
    run = reported(view, verb, cue)
    if limit is not None:
        run = None if run is None or run[0] >= limit else trimmed(view, run[0], min(run[1], limit))
    runs = [run] if run else [] if limit is not None else around(view, verb, cue, source)
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
        modal=yet_to_be(verb),
        sure=source is not None
        and (_is_plain(view, verb, cue, run[0]) if run is not None else is_retold(view, verb, cue, runs)),
        addressees=_informed(view, verb, source)
        or (() if run is None else urged(view, verb, cue, run))
        or addressed(view, verb, cue),
    )


def _informed(view: View, verb: Token, source: tuple[int, int] | None) -> tuple[Bounds, ...]:
    """Who was told, where nobody is named who told it: "they were assured that the road would be open"."""
    if source is not None or verb.tag_ != "VBN" or verb.lemma_ not in _INFORMS or not is_passive(verb):
        return ()
    subjects = [t for t in grammatical_subjects(verb) if t.i < verb.i and view.zones[t.i] == view.zones[verb.i]]
    return tuple((view.start(a), view.end(b - 1)) for a, b in (phrase(view, t) for t in subjects[:1]))


def yet_to_be(verb: Token) -> bool:
    """Whether a verb tells of nothing said: under "would" or "may", behind "whether" or "if", an infinitive ("the right
    to defend", "allowed him to reassure them")."""
    if any((t.dep_ == "aux" and t.tag_ == "MD") or (t.dep_ == "mark" and t.lower_ in _OPEN) for t in verb.children):
        return True
    infinitive = verb.tag_ == "VB" and any(t.dep_ == "aux" and t.tag_ == "TO" for t in verb.lefts)
    if verb.head.pos_ == "ADJ":
        return infinitive and verb.head.lemma_ in _ABLE  # "was careful to say" so
    return infinitive and verb.head.lemma_ not in _GOING_ON


def _nobody(view: View, verb: Token, source: tuple[int, int]) -> bool:
    """Whether a source is no speaker ("it is said"), or the generic "you" of a conversation ("you know that …")."""
    word = view.tokens[source[1] - 1].lower_
    meant = [view.tokens[source[0]], *((verb.head, *verb.head.lefts) if verb.dep_ == "relcl" else ())]
    if word in lexicon().never_sources or any(t.lower_ in _ANYBODY for t in meant):
        return True
    return word == "you" and verb.tag_ != "VBD" and not any(t.lemma_ == "have" for t in verb.children)


def opens_item(view: View, verb: Token) -> bool:
    """Whether a verb is the first word of its paragraph, but for a bullet."""
    return verb.tag_ in ("VBD", "VBN", "VBZ", "VBG", "VB") and not any(t.is_alpha for t in view.tokens[: verb.i])


def opening(view: View, announced: Bounds) -> Iterator[Found]:
    """A point of a list that opens with a verb of speech, whatever it reports ("- recalled the 2010 accord;")."""
    first = next((t for t in view.tokens if t.is_alpha), None)
    cue = None if first is None or view.zones[first.i] != REPORT else _reading(first)
    run = None if first is None else trimmed(view, first.i + 1, len(view.tokens))
    if first is None or cue is None or run is None or cue.act != "speech":
        return
    content = ((view.start(run[0]), view.end(run[1] - 1)),)
    yield Found(
        content=content, source=announced, cue=(view.start(first.i), view.end(first.i)), verb=cue.lemma,
        reading="clause", carries=True, sure=True,
    )  # fmt: skip


def _reading(first: Token) -> Cue | None:
    """The cue that a form is of, whatever the parser takes it for: "Voiced" may be a name to it."""
    word = first.lower_
    lemmas = (first.lemma_.lower(), *(word.removesuffix(end) for end in ("d", "ed", "s")))
    forms = [word for word in lemmas if word != first.lower_ or first.pos_ == "VERB"]
    return next((lexicon().verbs[lemma] for lemma in forms if lemma in lexicon().verbs), None)


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
    """ "the said plan", "the expected vote", "broke it by refusing to meet", "a group called Future": a participle that
    tells no speech; "continues to believe": another verb does."""
    named = verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_ in _NAMING
    named = named and child(verb, "agent", "prep", "prt") is None  # not "• Called on both to leave"
    below = child(verb, "xcomp") if verb.lemma_ == "continue" else None
    if named or (below is not None and lexicon().verb(below) is not None):
        return True
    by = verb.dep_ == "pcomp" and verb.head.lower_ == "by" and verb.lemma_ in ("refuse", "decline")
    return by or verb.dep_ in ("amod", "compound", "nmod")


def _as_promised(view: View, verb: Token) -> bool:
    """ "…, as the parties promised in May": inside a quotation, an aside that reports nothing of its own."""
    aside = any(t.dep_ in ("mark", "advmod") and t.lower_ == "as" for t in verb.children)
    return aside and view.zones[verb.i] != REPORT


def _impersonal(verb: Token) -> bool:
    """ "It is said that", "to say the least": nobody says it."""
    if verb.tag_ == "VB" and verb.dep_ in ("advcl", "ROOT") and child(verb, "nsubj") is None:
        return True
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    return subject is not None and subject.lower_ in ("it", "there") and verb.tag_ in ("VBN",)


def negated(verb: Token) -> bool:
    """Whether the source is reported not to have said it ("did not say", "declined to say", "never said")."""
    if any((t.dep_ == "neg" and not _or_not(t)) or t.lower_ == "never" for t in verb.lefts):  # not "replied: “Never.”"
        return True
    subject = child(verb, "nsubj")
    named = subject is None or subject.pos_ == "NUM"  # "No 10 added"
    if subject is not None and not named and any(t.lower_ in _NOBODY for t in (subject, *subject.lefts)):
        return True
    if verb.lemma_ in lexicon().negators:
        return True
    head = verb.head
    return verb.dep_ == "xcomp" and head != verb and head.lemma_ in lexicon().negators


def _or_not(word: Token) -> bool:
    """Whether a "not" only completes "whether or not"."""
    return word.i > 0 and word.nbor(-1).lower_ == "or"


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


def _is_plain(view: View, verb: Token, cue: Cue, first: int) -> bool:
    """Whether a finite verb of speech reports with "that", or urges or accuses: constructions with one reading."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or cue.act != "speech":
        return False
    if view.tokens[first].lower_ in ("that", "whether") or cue.frames & {"urge", "accuse", "figure"}:
        return True
    return cue.lemma in _HELD_OUT and view.zones[verb.i] == REPORT
