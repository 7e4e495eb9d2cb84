"""Whether a clause puts a state of affairs as a fact, as asked for, promised, feared or denied.

A verb that takes an infinitive says by its own meaning whether what the infinitive tells is so: who is obliged, asked
or waiting to open a road has not opened it. A clause of time in the present after a future ("we shall return the trucks
once the road is open") tells of what is to come, as does one with "until".
"""

from spacy.tokens import Token

from onrecord.extract.conditions_lexicon import words
from onrecord.model.vocabulary import Status

_DEEP = 30
_IF = frozenset(["if", "unless"])
_WHEN = frozenset(["once", "when", "whenever", "before", "until", "till", "as"])
_THE = frozenset(["the", "this", "that", "its", "their"])
_AHEAD_OF = ("planned", "hypothetical")
_NOBODY = frozenset(["nobody", "none", "nothing"])
_MOMENTS = frozenset(["moment", "day", "minute", "hour", "instant", "time"])
_OUGHT = frozenset(["must", "should", "ought"])
_AHEAD = frozenset(["will", "would", "shall", "can", "could", "must", "may", "'ll", "’ll", "should", "to"])
_PRESENT = ("VBZ", "VBP")
_FINITE = ("ROOT", "advcl", "conj", "relcl", "ccomp", "parataxis")


def status(anchor: Token) -> Status:
    """Whether the text states, fears, plans, demands or denies it."""
    token, first = anchor, True
    for _ in range(_DEEP):
        if (told := _told_by(token, first)) is not None:
            return "asserted" if told in _AHEAD_OF and _taken_as_known(anchor) else told
        if token.dep_ == "ccomp" and token.head.lemma_ in _causing():
            token, first = token.head, False  # "obliged to let trains run"
            continue
        if token.pos_ in ("VERB", "AUX") and (token.dep_ in _FINITE or _clause_of_noun(token)):
            outer = token.head
            follows = outer.lemma_ in words("denying") | words("fearing") or _denied_claim(outer)
            follows = follows or (_demands(outer) and _subjunctive(token))
            if outer != token and token.dep_ in ("ccomp", "acl") and follows:
                token, first = outer, False
                continue
            break
        if token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"):
            break  # "information on two men missing since May": they are, whatever is asked
        token, first = token.head, False
    return "asserted"


def unreal(anchor: Token) -> Status | None:
    """The status that the grammar of an infinitive, a modal or a clause of time gives; None where these say nothing."""
    verb = anchor
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    while verb.dep_ == "ccomp" and verb.head.lemma_ in _causing():
        verb = verb.head
    helpers = _helpers(verb)
    if _as_it_is(verb):
        return "asserted"
    if helpers & _OUGHT and "have" not in helpers:
        return "hypothetical" if _inverted(verb) else "demanded"
    return _of_infinitive(verb) or ("hypothetical" if _to_come(verb) or helpers & _IF else None)


def _told_by(token: Token, first: bool) -> Status | None:
    """The status that one word on the way up from what tells a condition gives it."""
    helpers = _helpers(token)
    if _as_it_is(token):
        return "asserted"
    if helpers & words("maybe") == {"would"} and _announced(token):
        return "planned"
    fears = token.lemma_ in words("fearing") and not (first and token.lemma_ in words("barring"))
    if helpers & words("maybe") or helpers & _IF or fears or _to_come(token):
        return "hypothetical"
    if any(c.lower_ in words("fearing") for c in token.children if c.dep_ == "amod"):
        return "hypothetical"
    if helpers & _OUGHT and "have" not in helpers:
        return "hypothetical" if _inverted(token) else "demanded"
    if token.lemma_ in words("denying") and not first and not _denied_leave(token):
        return "denied"
    if not first and _demands(token):
        return "demanded"
    if not first and _denied_claim(token):
        return "denied"
    if (put := _of_infinitive(token)) is not None:
        return put
    if helpers & {"will", "shall", "'ll", "’ll"}:
        return "asserted" if token.lemma_ in words("staying") else "planned"
    return None


def _taken_as_known(noun: Token) -> bool:
    """Whether words speak of something as there, whatever is to become of it: "will discuss the ban", "the wounded"."""
    lists = ("closure_nouns", "sieges", "bans", "liftable", "halting_nouns", "there_already")
    if not any(word in words(name) for name in lists for word in (noun.lemma_.lower(), noun.lower_)):
        return False
    if noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return False  # "the closure would cost much"
    if noun.head.lemma_ in words("ending") | words("fearing"):
        return False  # "the ban will be lifted": it is the lifting that is told; "fear the closure"
    return any(c.lower_ in _THE or c.dep_ == "poss" for c in noun.lefts)


def _as_it_is(verb: Token) -> bool:
    """Whether a modal only tells how things stand: "flour would last a week", "petrol cannot be had"."""
    helpers = _helpers(verb)
    if helpers & {"will", "would", "'ll", "’ll"}:
        enough = any(c.dep_ == "acomp" and c.lemma_.lower() in words("enough") for c in verb.children)
        return verb.lemma_.lower() in words("enduring") or (verb.lemma_ == "be" and enough)
    wanting = any(c.dep_ == "neg" or c.lower_ == "longer" for c in verb.children)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return wanting and passive and bool(helpers & {"can", "could", "to"}) and verb.lemma_ in words("obtaining")


def _causing() -> frozenset[str]:
    """Verbs whose clause is as they are put: who is obliged to let trains run is obliged to something."""
    return words("letting") | {"help", "keep", "have"}


def _clause_of_noun(verb: Token) -> bool:
    """ "Reports that a docker was killed": a whole clause, which the parser hangs on the noun like a participle."""
    return verb.dep_ == "acl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _helpers(token: Token) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass", "mark")}


def _of_infinitive(verb: Token) -> Status | None:
    """How what governs an infinitive or a gerund puts it: promised, asked for, or only tried, awaited, talked of."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    infinite = any(_to(v) for v in (verb, first))
    if not infinite and not (verb.tag_ == "VBG" and first.dep_ in ("xcomp", "pcomp")):
        return "demanded" if _imperative(verb) else None
    outer = first.head.head if first.head.dep_ == "prep" else first.head
    above = outer.lemma_.lower()
    if first == outer or first.dep_ not in ("xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl"):
        return None
    if above in words("promising") or (infinite and above in words("ordering")):
        return "planned"
    if _demands(outer) or above in words("demanding_nouns"):
        return "demanded"
    if above in (words("awaiting") | words("obliging") if infinite else words("talking_of")):
        return "hypothetical"
    return "planned" if infinite and _still_to_be(first, outer) else None


def _to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", active or passive."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _still_to_be(verb: Token, above: Token) -> bool:
    """ "rice to be ferried over", "the gate is to open"."""
    passive = verb.dep_ == "acl" and any(c.dep_ == "auxpass" for c in verb.children)
    return passive or (
        above.lemma_ == "be" and verb.dep_ == "xcomp" and not any(c.dep_ == "acomp" for c in above.children)
    )


def _imperative(verb: Token) -> bool:
    """ "Open the road by the weekend": a bare verb with nobody who does it."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "parataxis", "appos", "ccomp"):
        return False
    if verb.dep_ == "ccomp" and verb.head.lemma_ in words("letting") | {"help", "make"}:
        return False
    return not any(c.dep_ in ("aux", "nsubj", "nsubjpass", "expl") for c in verb.children)


def _demands(verb: Token) -> bool:
    """Whether a verb asks for something: "called on them to …", not "called it a siege"."""
    if verb.lemma_ not in words("demanding"):
        return False
    if verb.lemma_ != "call" or verb.pos_ == "NOUN":
        return True
    return any(c.lower_ in ("for", "on", "upon") or (c.dep_ == "xcomp" and c.tag_ == "VB") for c in verb.children)


def _denied_claim(noun: Token) -> bool:
    """Whether it is a claim that is denied or called untrue: "talk of a siege is a fairy tale"."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in words("claims"):
        return False
    verb = noun.head
    if verb.lemma_ in words("denying"):
        return True
    if noun.dep_ == "nsubjpass":
        return verb.lemma_.lower() in words("inventing")
    return verb.lemma_ == "be" and any(
        (c.dep_ in ("attr", "acomp") and c.lemma_.lower() in words("untrue")) or _without_ground(c)
        for c in verb.children
    )


def _without_ground(preposition: Token) -> bool:
    """ "Talk of a famine is without foundation"."""
    return preposition.lower_ == "without" and any(c.lemma_.lower() in words("grounds") for c in preposition.children)


def _to_come(verb: Token) -> bool:
    """Whether a clause of time tells of what is to come: "once the road is open", "until the gate opens"."""
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("advcl", "relcl"):
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i} & _WHEN
    if not marks and not (verb.dep_ == "relcl" and verb.head.lemma_ in _MOMENTS):
        return False
    above = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), verb.head)
    ahead = bool(_helpers(above) & _AHEAD) or any(bool(_helpers(c) & _AHEAD) for c in above.children)
    present = verb.tag_ in _PRESENT or any(c.tag_ in _PRESENT and c.dep_ in ("aux", "auxpass") for c in verb.children)
    if marks & {"until", "till"}:
        return present or ahead
    return present and ahead


def _inverted(verb: Token) -> bool:
    """ "Should the pass remain closed, …": a condition."""
    return any(c.lower_ == "should" and any(s.dep_.startswith("nsubj") and s.i > c.i for s in verb.children)
               for c in verb.children if c.dep_ == "aux")  # fmt: skip


def _denied_leave(verb: Token) -> bool:
    """Whether it is passage that is denied ("were denied permission to enter"), not what somebody says."""
    return any(
        c.dep_ == "dobj" and c.lemma_.lower() in words("movements") | {"permission", "leave"} for c in verb.children
    )


def _announced(verb: Token) -> bool:
    """Whether "would" is "will" as somebody said it then: "said that the port would be closed"."""
    outer = verb.head
    told = verb.dep_ == "ccomp" and outer.tag_ in ("VBD", "VBN") and outer.lemma_ in words("announcing")
    return told and not any(c.lower_ in _IF for t in verb.children for c in t.children)


def _subjunctive(verb: Token) -> bool:
    """Whether a clause says what is asked ("that it be reopened"), not what is so ("insists that it is open")."""
    alone = any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP") for c in verb.children)
    asked = verb.tag_ == "VB" or (verb.tag_ == "VBP" and alone)  # "that Ardenia reopen the road", read as a plural
    wanted = verb.tag_ == "VBN" and verb.head.lemma_ == "want"  # "want the port opened"
    return asked or wanted or any(c.tag_ == "VB" and c.dep_ in ("aux", "auxpass") for c in verb.children)


def negated(anchor: Token) -> bool:
    """Whether the text says that it is not so."""
    chain = [anchor] if anchor.pos_ == "VERB" else [anchor, anchor.head]
    parts = ("nsubj", "nsubjpass", *(["dobj"] if anchor.lemma_ in words("hindering") else []))
    nobody = [c for c in anchor.children if c.dep_ in parts] if anchor.pos_ == "VERB" else []
    if any(c.lower_ in _NOBODY or any(g.lower_ == "no" for g in c.children) or _not_one(c) for c in nobody):
        return True
    return any(c.dep_ == "neg" or c.lower_ == "no" or _at_no_time(c) for token in chain for c in token.children)


def _at_no_time(preposition: Token) -> bool:
    """ "It has at no time been closed"."""
    times = (c for c in preposition.children if c.dep_ == "pobj" and c.lower_ in ("time", "point", "moment"))
    return preposition.lower_ == "at" and any(c.lower_ == "no" for time in times for c in time.lefts)


def _not_one(noun: Token) -> bool:
    """ "Not one truck", "not a single patient"."""
    start = noun.left_edge
    return start.lower_ == "not" and start.i < noun.i
