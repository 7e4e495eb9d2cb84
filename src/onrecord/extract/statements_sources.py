"""Who says it: the words that name the source of a cue."""

from spacy.tokens import Token

from onrecord.annotate.phrases import TITLES, noun_phrase
from onrecord.annotate.syntax import antecedent, child
from onrecord.extract.statements_occasions import occasion_of
from onrecord.extract.statements_view import View

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
REACH = 40
"""Tokens of a noun phrase that are looked through for a name: a line of nothing but nouns must not cost its square."""
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")


def source_of(view: View, verb: Token) -> tuple[int, int] | None:
    """First token and one past the last of the noun phrase that `verb` is said of; None where none is named.

    Looks along coordination, participles, control and relative clauses, but never out of the verb's quotation, save
    for a verb that opens it: X “underscored …”.
    """
    head = _led_up_to(view, verb) or _subject(view, verb, 0)
    if head is None and child(verb, "auxpass", "nsubjpass") is None:
        head = _beside(view, verb)
    if head is None or not head.text[0].isalnum():  # a bullet that the parser took for a noun
        return None
    return phrase(view, _author(head))


def _led_up_to(view: View, verb: Token) -> Token | None:
    """The subject in the reporter's words of a verb with which a quotation begins: the envoy ‘reiterated that …’."""
    parse, first = verb.doc, verb.i
    while first > 0 and not view.marks[first - 1] and parse[first - 1].pos_ in ("ADV", "AUX"):
        first -= 1
    if first < 2 or not view.marks[first - 1] or view.zones[first - 2] == view.zones[verb.i]:
        return None
    outside = view.zones[first - 2]
    subject = next(
        (t for t in verb.children if t.dep_ in _SUBJECTS and t.i < first and view.zones[t.i] == outside), None
    )
    if subject is None and parse[first - 2].pos_ in ("PROPN", "PRON", "NOUN"):
        return parse[first - 2]
    return subject


def phrase(view: View, head: Token) -> tuple[int, int]:
    """The noun phrase of `head`; a name in apposition belongs to it where the phrase itself holds none."""
    found = noun_phrase(head)
    first, last = found.start, found.end
    for right in head.rights:
        if right.dep_ == "conj" and right.pos_ in ("NOUN", "PROPN") and right.right_edge.i >= last:
            last = noun_phrase(right).end
    if not any(t.pos_ == "PROPN" for t in head.doc[max(first, head.i - REACH) : last]):
        named = child(head, "appos")
        if named is not None and named.pos_ == "PROPN" and named.i >= last and named.i - last <= 6:
            last = max(last, noun_phrase(named).end)
    last = max(last, _post(view, head, last))
    zone = view.zones[head.i]
    while first < head.i and view.zones[first] != zone:
        first += 1
    while last - 1 > head.i and view.zones[last - 1] != zone:
        last -= 1
    return first, last


def _post(view: View, head: Token, last: int) -> int:
    """End of "the envoy to the OSCE", where the parser hung "to the OSCE" elsewhere."""
    parse = head.doc
    if head.lemma_.lower() not in TITLES or last + 1 >= len(parse) or parse[last].lower_ not in ("to", "for", "of"):
        return last
    end = last + 1
    while end < len(parse) and parse[end].pos_ in ("DET", "PROPN", "ADJ") and view.zones[end] == view.zones[head.i]:
        end += 1
    return end if parse[end - 1].pos_ == "PROPN" else last


def _author(noun: Token) -> Token:
    """Who speaks in a document that "says" something ("the readout from his office"); the noun itself where untold."""
    if occasion_of(noun) not in ("readout", "statement", "letter") or noun.pos_ != "NOUN":
        return noun
    owner = child(noun, "poss")
    if owner is not None and owner.lower_ not in ("its", "their"):
        return owner
    for token in noun.subtree:
        if (
            token.dep_ in ("prep", "agent")
            and token.lower_ in ("from", "by")
            and (named := child(token, "pobj")) is not None
        ):
            return named
    return noun


def _subject(view: View, verb: Token, depth: int) -> Token | None:
    """Head of the subject, or of the agent of a passive; else that of the verb it hangs on."""
    own = _own_subject(view, verb)
    if own is not None:
        return own if own.dep_ != "csubj" else None
    if depth == 0 and was_asked(verb):
        return None
    if depth > 6 or child(verb, "auxpass", "nsubjpass") is not None:
        return None
    if not _same(view, verb.head, verb):  # X had “rejected the charge” and told the envoy …
        return (
            _led_up_to(view, verb.head)
            if verb.dep_ == "conj" and view.within(verb.head.i, view.zones[verb.i])
            else None
        )
    if verb.dep_ in ("relcl", "acl"):
        return _modified(verb)
    above = _above(verb)
    return None if above is None else _subject(view, above, depth + 1)


def was_asked(verb: Token) -> bool:
    """ "Asked whether …, the minister …": the subject of the sentence was asked, it did not ask."""
    opens = verb.tag_ == "VBN" and (verb.dep_ == "advcl" or verb.is_sent_start is True)
    return opens and verb.lemma_ in ("ask", "tell", "urge", "press", "question") and child(verb, "agent") is None


def _own_subject(view: View, verb: Token) -> Token | None:
    passive = child(verb, "auxpass", "nsubjpass") is not None
    for token in verb.children:
        if token.dep_ in _SUBJECTS and not passive and _same(view, token, verb):
            return token
    if passive and verb.lemma_ in ("quote", "cite") and (quoted := child(verb, "nsubjpass")) is not None:
        return quoted if _same(view, quoted, verb) else None  # "X was quoted by the agency as saying"
    agent = child(verb, "agent")
    by = None if agent is None else child(agent, "pobj")
    if by is not None and _same(view, by, verb):
        return by
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in ("quote", "cite"):
        return child(verb.head.head, "nsubjpass", "dobj")  # "was quoted as saying", "quoted him as saying"
    return None


def _above(verb: Token) -> Token | None:
    """The verb whose subject a verb without one shares: of its coordination, control or participle."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ == "conj" and (told := _told_before(verb)) is not None:
        return told
    if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "pcomp") or head == verb:
        return None
    finite = verb.tag_ in ("VBD", "VBZ", "VBP", "MD") and verb.dep_ in ("ccomp", "parataxis", "advcl")
    return head if head.pos_ in ("VERB", "AUX") and not finite else None


def _told_before(verb: Token) -> Token | None:
    """The verb of a reported clause that another goes on with: "it states that X dismissed the threat and demanded …".

    The parser coordinates the second with "states"; its tense is that of "dismissed".
    """
    clause = next((t for t in verb.head.children if t.dep_ == "ccomp" and verb.head.i < t.i < verb.i), None)
    return clause if clause is not None and clause.tag_ == verb.tag_ != verb.head.tag_ else None


def _modified(verb: Token) -> Token | None:
    """The noun that a participle or relative clause modifies ("a letter saying …", "the man, who said …")."""
    relative = next((t for t in verb.children if t.dep_ in _SUBJECTS), None)
    return antecedent(relative) if relative is not None else verb.head if verb.head.pos_ in _NOMINAL else None


def _same(view: View, token: Token, verb: Token) -> bool:
    return view.zones[token.i] == view.zones[verb.i]


def _beside(view: View, verb: Token) -> Token | None:
    """The noun right beside a verb whose subject the parser missed: right after it ("…,” said Mr. X"), else before."""
    parse, zone = verb.doc, view.zones[verb.i]
    if verb.dep_ in ("acl", "amod", "compound") or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    after = verb.i + 1
    inverted = verb.i > 0 and view.marks[verb.i - 1] and after < len(parse) and view.zones[after] == zone
    if inverted and parse[after].pos_ in ("PROPN", "PRON", "DET", "NOUN"):
        return _head_after(view, after)
    before = verb.i - 1
    while before >= 0 and parse[before].pos_ in ("ADV", "AUX", "PART") and view.zones[before] == zone:
        before -= 1
    word = before >= 0 and view.zones[before] == zone and parse[before].text[0].isalnum()
    if word and parse[before].pos_ in ("PROPN", "PRON", "NOUN"):
        return parse[before]
    return None


def _head_after(view: View, first: int) -> Token:
    """Head of the noun phrase that starts at token `first`."""
    parse, last = view.paragraph.parse, first
    while last + 1 < len(parse) and parse[last + 1].pos_ in ("PROPN", "NOUN", "ADJ", "DET", "PART"):
        if view.zones[last + 1] != view.zones[first]:
            break
        last += 1
    return parse[last]
