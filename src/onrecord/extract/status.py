"""Whether an event happened as its clause tells it: status and negation.

The nearest verb that governs the clause decides: what is demanded, planned, feared, alleged or denied is no fact.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.codebook.compiled import CompiledCodebook
from onrecord.extract.judged import is_judged
from onrecord.extract.negation import goes_on_to, is_future, is_negated
from onrecord.extract.wording import has
from onrecord.model.vocabulary import Status

HEARSAY = frozenset(["allegedly", "reportedly", "purportedly", "supposedly"])
HAPPENING = frozenset(
    "be begin break come continue erupt expect fail follow go happen materialize occur prevent proceed resume schedule "
    "start stop take".split()
)
"""Verbs that tell whether their subject happens at all; what else is said of a deed takes it for granted."""
ROUNDS = frozenset(["round", "series", "session", "set", "cycle"])
"""Nouns that count talks."""
REPORTS = frozenset(
    ["report", "claim", "allegation", "accusation", "charge", "rumour", "rumor", "complaint", "suspicion"]
)
"""Nouns for what is told as somebody's word."""
PERFORMED = frozenset(
    "apologise apologize applaud commend condemn congratulate convey express extend offer praise reiterate thank "
    "welcome".split()
)
"""Verbs for what is done by saying it."""
FORETELLING = ("predict", "foresee", "forecast")
POSSIBLE = ("possible", "potential", "impending", "imminent", "looming", "feared")
AIMS = frozenset(
    "aim chance danger effort goal hope idea likelihood objective option possibility proposal prospect risk".split()
)
"""Nouns for what is wanted or may be: what stands behind their "of" or "towards" is still to come."""
TOWARDS = frozenset(["at", "for", "of", "toward", "towards"])
OCCASIONS = ("when", "while", "after", "before", "as", "because", "since")
MANDATIVE = frozenset(["must", "should"])


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clause says of an event's reality."""

    status: Status
    negated: bool


def goes_on(verb: Token) -> bool:
    """Whether a participle behind a comma is the main clause's own ("urged it to open the road, warning that …")."""
    first = verb.left_edge
    behind = first.i == verb.i > 0 and verb.nbor(-1).text == ","
    return behind and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "conj") and verb.head.tag_ == "VB"


def _says_which(verb: Token) -> bool:
    """Whether a participle only says who is meant, and so takes its act for granted: "the drivers held in Harn"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return False
    return not any(c.dep_ in ("mark", "aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children)


def _tells_who(verb: Token) -> bool:
    """Whether a relative clause tells as a fact who or what is meant: "until Tarn gives up the thieves who took it"."""
    return verb.dep_ == "relcl" and _is_past(verb)


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in syntax.auxiliaries(verb))


def _is_not_so(adjective: Token) -> bool:
    """Whether an adjective is told not to hold: "was not ready"."""
    copula = adjective.head
    return adjective.dep_ == "acomp" and copula.lemma_ == "be" and any(c.dep_ == "neg" for c in copula.children)


def _is_politely_done(verb: Token) -> bool:
    """Whether somebody does by saying so what he "would like to" do: thank, condemn, express something."""
    above = verb.head
    likes = verb.dep_ == "xcomp" and above.lemma_ in ("like", "wish") and verb.lemma_ in PERFORMED
    would = above.lemma_ == "wish" or any(a.lower_ in ("would", "'d", "’d") for a in syntax.auxiliaries(above))
    return likes and would and not is_negated(above)


def _points(noun: Token) -> bool:
    """Whether a noun points at what is known: "the raid", "those killings"."""
    return any(c.lower_ in ("the", "this", "that", "these", "those") and c.dep_ == "det" for c in noun.lefts)


def _is_reported(verb: Token) -> bool:
    """Whether a clause is what a noun reports, whatever is to be done about it: "to look into reports that homes had
    been burned"."""
    return verb.dep_ in ("acl", "ccomp") and verb.head.lemma_ in REPORTS and _is_past(verb)


def _is_bound(verb: Token) -> bool:
    """Whether somebody has to do what a verb tells: "has to return", "need to stop"; not "had to", which was done."""
    while verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ == "VERB":
        verb = verb.head
    above = verb.head
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    return infinitive and verb.dep_ == "xcomp" and above.lemma_ in ("have", "need") and above.tag_ in ("VBP", "VBZ")


def _is_aimed_at(token: Token, head: Token) -> bool:
    """Whether a preposition leads to what is only wanted or possible: "the goal of", "in the event of"."""
    if token.dep_ != "prep" or head.pos_ != "NOUN":
        return False
    if head.lemma_ in ("event", "case"):
        return token.lower_ == "of" and head.head.lower_ == "in"
    return head.lemma_ in AIMS and token.lower_ in TOWARDS


def _is_looked_forward_to(token: Token, head: Token) -> bool:
    """Whether a preposition leads to what somebody awaits: "looks forward to reopening the post"."""
    return token.lower_ == "to" and head.lemma_ == "look" and any(c.lower_ == "forward" for c in head.rights)


def _is_unreal(verb: Token) -> bool:
    """Whether "had" or "were" before its subject makes a condition: "had they closed the pass, prices would have …"."""
    if verb.dep_ not in ("advcl", "ccomp"):
        return False
    fronted = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "were")]
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i > first.i for first in fronted for c in verb.lefts)


def _to_be_done(copula: Token) -> Token | None:
    """The infinitive of "is to open", "is due to begin"; None where the copula has none."""
    adjective = syntax.child(copula, "acomp")
    for above in (copula, adjective) if adjective is not None else (copula,):
        verb = syntax.child(above, "xcomp")
        if verb is not None and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts):
            return verb
    return None


def _is_awaited(verb: Token) -> bool:
    """Whether a clause tells what has to come first: "the road will be reopened once they leave"."""
    if verb.dep_ != "advcl" or verb.head.pos_ not in ("VERB", "AUX") or not is_future(verb.head):
        return False
    return any(c.lower_ in ("once", "after") and c.dep_ in ("mark", "advmod") for c in verb.lefts)


def _is_occasion(verb: Token) -> bool:
    """Whether a clause says when or why, which a denial grants: "denied a promise when they met"."""
    return verb.dep_ == "advcl" and any(c.lower_ in OCCASIONS and c.dep_ in ("mark", "advmod") for c in verb.lefts)


class StatusReader:
    """Reads status and negation of triggers with the codebook's classes of governing words."""

    def __init__(self, book: CompiledCodebook) -> None:
        self._c = book.classes

    def read(self, trigger: Token, *, harms: bool = False) -> Reading:
        """Status and negation of the event that `trigger` (a verb or noun) names; `harms` of one that does violence."""
        verb = self._carrier(trigger)
        granted = self._grants(trigger, verb, harms=harms)
        negated = not granted and (is_negated(verb) or _is_not_so(trigger))
        negated = negated or any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in trigger.lefts)
        return Reading(self._status(trigger, trigger if granted and harms else verb), negated)

    def _grants(self, noun: Token, verb: Token, *, harms: bool) -> bool:
        """Whether a verb says something of a deed that it takes for granted: "the raid was not a surprise", and of
        one that harms "will look into the raid"."""
        subject = noun.dep_ in ("nsubj", "nsubjpass")
        if noun == verb or noun.pos_ != "NOUN" or not (subject or (harms and noun.dep_ == "dobj" and _points(noun))):
            return False
        if verb.lemma_ == "be":
            return subject and syntax.child(verb, "attr", "acomp") is not None and not is_future(verb)
        told = (self._c[name] for name in ("light", "ask", "plan", "deny", "allege", "doubt"))
        return verb.lemma_ not in HAPPENING and not any(has(words, verb) for words in told)

    def _carrier(self, trigger: Token) -> Token:
        """The verb that carries a noun ("launched an attack"); a verb carries itself."""
        if trigger.pos_ == "VERB":
            return trigger
        noun = trigger
        while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in ROUNDS:
            noun = noun.head.head  # "a fifth round of talks is to begin"
        head = noun.head
        if noun.dep_ == "nsubj" and head.lemma_ == "be":
            return _to_be_done(head) or head
        if noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
            return head
        return trigger

    def _status(self, trigger: Token, verb: Token) -> Status:
        if any(c.lower_ in HEARSAY for t in (trigger, verb) for c in t.children):
            return "alleged"
        if any(c.lower_ in ("alleged", "reported", "suspected", "purported") for c in trigger.lefts):
            return "alleged"
        if any(c.lower_ in ("planned", "proposed", "scheduled", *POSSIBLE) for c in trigger.lefts):
            return (
                "planned"
                if any(c.lower_ in ("planned", "scheduled", "proposed") for c in trigger.lefts)
                else "hypothetical"
            )
        if trigger is not verb and has(self._c["deny"], verb) and trigger.dep_ in ("dobj", "nsubjpass"):
            return "denied"
        if is_judged(trigger) or (trigger is not verb and goes_on(verb)):
            return "asserted"
        own = self._own(verb)
        if own is None and trigger.dep_ == "dobj" and verb.lemma_ in (*FORETELLING, "propose", "moot"):
            return "hypothetical"
        return own or ("asserted" if _says_which(verb) else self._from_above(verb))

    def _own(self, verb: Token) -> Status | None:
        """What auxiliaries and conjunctions of the verb itself say."""
        auxiliaries = syntax.auxiliaries(verb)
        if any(a.lower_ in MANDATIVE for a in auxiliaries):
            inverted = any(c.dep_ in ("nsubj", "nsubjpass") and c.i > auxiliaries[0].i for c in verb.lefts)
            return "hypothetical" if inverted else "demanded"
        if _is_politely_done(verb):
            return "asserted"
        if _is_bound(verb):
            return "demanded"
        if _is_unreal(verb):
            return "hypothetical"
        if any(c.dep_ == "mark" and has(self._c["supposed"], c) for c in verb.children):
            return "hypothetical"
        if is_future(verb):
            return "planned"
        if _is_awaited(verb):
            return "hypothetical"
        if any(has(self._c["doubt"], a) for a in auxiliaries):
            return "hypothetical"
        return "hypothetical" if self._question(verb) else None

    def _question(self, verb: Token) -> bool:
        sentence = verb.sent
        return sentence[-1].text == "?" and sentence.root == verb

    def _from_above(self, verb: Token) -> Status:
        """What the words say that govern the clause, nearest first."""
        token, granted = verb, False
        for _ in range(6):
            head = syntax.joined(token)
            if head == token or _tells_who(token):
                return "asserted"
            if _is_reported(token):
                return "alleged"
            if head.dep_ == "ROOT" and token.dep_ in ("relcl", "appos", "advcl") and not self._to(token):
                return "asserted"
            status, granted = self._governed(token, head), granted or _is_occasion(token)
            if status is not None:
                return "asserted" if granted and status == "denied" else status
            token = head
        return "asserted"

    def _to(self, verb: Token) -> bool:
        return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)

    def _governed(self, token: Token, head: Token) -> Status | None:
        """The status that `head` gives to the clause or noun under it; None to look further up."""
        infinitive = self._to(token)
        clausal = token.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "pobj", "dobj", "oprd")
        if not clausal or (token.dep_ == "acl" and not infinitive):
            return None
        if goes_on_to(token):
            return self._own(head)
        if token.dep_ == "advcl":
            if not infinitive:
                says = token.tag_ == "VBG" and (has(self._c["say"], token) or has(self._c["ask"], token))
                return (self._own(token) or ("asserted" if says else None)) if token.pos_ == "VERB" else None
            return "hypothetical"
        if _is_aimed_at(token, head):
            return "hypothetical"
        if _is_looked_forward_to(token, head):
            return "planned"
        if has(self._c["deny"], head):
            return "denied" if token.dep_ in ("xcomp", "ccomp", "dobj") else None
        if has(self._c["allege"], head) and token.dep_ in ("prep", "xcomp", "ccomp", "pcomp"):
            return "alleged"
        if head.lemma_ in ("fear", "worry", "doubt", "speculate", "wonder", "mull", "contemplate", *FORETELLING):
            return "hypothetical"
        wished = (
            token.dep_ in ("xcomp", "ccomp")
            or infinitive
            or (
                token.dep_ == "dobj"
                and head.lemma_ in ("demand", "seek", "urge", "request", "want", "propose", "plan", "threaten")
            )
        )
        if wished and has(self._c["ask"], head) and (infinitive or token.dep_ == "dobj" or self._bare(token)):
            return "demanded"
        if (
            token.dep_ == "prep"
            and token.lower_ == "for"
            and head.lemma_ in ("call", "appeal", "press", "push", "ask", "hope", "wait")
        ):
            return "demanded" if head.lemma_ not in ("hope", "wait") else "hypothetical"
        if wished and infinitive and has(self._c["plan"], head):
            return "planned"
        if token.pos_ == "VERB" and head.pos_ in ("VERB", "AUX") and infinitive:
            return self._own(head)
        return None

    def _bare(self, verb: Token) -> bool:
        """A subjunctive: "demanded that it withdraw", not "it did not withdraw"."""
        return verb.tag_ == "VB" and not any(a.lemma_ == "do" or a.tag_ == "MD" for a in syntax.auxiliaries(verb))
