"""For which side anybody stands, told by any of several reports: the state, else the body, else the person."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.model import Actor, Report, Span
from onrecord.present import publishers
from onrecord.present.affiliation import BODIES, Affiliations
from onrecord.present.callings import Callings
from onrecord.present.callings import actors as _actors
from onrecord.present.identity.names import Allegiances, leading, of_actor, root, roots
from onrecord.present.identity.sentences import bounds
from onrecord.present.localities import towns
from onrecord.present.mentioned import mentioned
from onrecord.present.stances import state_names
from onrecord.present.voice import Voice, key, voice
from onrecord.resources import countries

_POSTS = (
    r"(?:counterpart|colleague|minister|president|premier|chancellor|ambassador|envoy|delegate|spokes\w+|king|queen)"
)
_TITLED = re.compile(
    rf"(?:the )?([A-ZÀ-Þ][\w-]+)(?:[’']s)? (?:(?:deputy|foreign|prime|defen[cs]e|interior|energy|\w+) )?{_POSTS}\b",
    re.I,
)
_BESIDE = re.compile(rf"\b([A-ZÀ-Þ][\w-]+)(?:[’']s)? (?:[\w-]+ ){{0,2}}{_POSTS}(?: of [A-Z]\w+(?: [A-Z]\w+)*)?, $")
_OWN = re.compile(r"(?:the )?(?:Foreign |Deputy |First Deputy )?(?:Minister|Spokes\w+|President) (?!of )", re.I)
_OFFICE_OF = re.compile(rf"\b{_POSTS}(?: of [a-z][\w ]+?)? of (?:the )?([A-ZÀ-Þ][\w-]+)(?=,| [A-ZÀ-Þ])", re.I)
_ITS = re.compile(r"^(?:its|their) |\b(?:its|their) (?:[a-z-]+ ){0,3}$", re.I)
"""How a ministry calls its own, whom it names without the state."""
_UNNAMED = re.compile(r"[“\"]?(?:(?:an?|the) )?(?:[a-z]+ ){0,3}(?:sources?|officials?|spokes(?:man|woman|person))\b")
"""Whom an office's own report lets speak without a name."""
_OFFICE_ALONE = re.compile(
    r"(?:the )?office of (?:the )?(?:[\w-]+ )*(?:coordinator|commissioner|envoy|representative|ombuds\w+|rapporteur)\b",
    re.I,
)
"""An office that is a body of its own where no state has it: "Office of the Regional Coordinator"."""
_DATELINE = re.compile(r"([A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{3,})*)\b(?:[^.\n]{0,40}? [—–-] |: )")
_CAPITAL = re.compile(r"[A-ZÀ-Þ](?<!\w[A-ZÀ-Þ])[\w’'-]+")


_OF_A_STATE = re.compile(
    r"^(?:the )?(?:[\w-]+ )*(?:[Mm]inistry|[Oo]ffice|[Gg]overnment|[Pp]residency|[Ee]mbassy|[Aa]rmy|[Nn]avy|"
    r"[Cc]ustoms|[Pp]olice|[Pp]arliament|[Aa]uthority|[Dd]epartment|[Bb]ureau|[Ss]ervice)\b"
    r"(?: (?:of|for) [\w ]+?)? of (?:the )?([A-ZÀ-Þ][\w-]+)$"
)
"""A state's office by its whole name."""
_ADJECTIVE = re.compile(r"(?:ic|er|ar|isk)s?$")
_ENDING = 2
"""Letters of the shortest such ending."""
_TOLD = 10
"""What an affiliation that words tell counts for, beside one that a report as a whole suggests."""


class Sides:
    """The sides of all who speak and act in some reports; what one report tells of a person holds in the others."""

    def __init__(self, reports: Sequence[Report]) -> None:
        ordered = sorted(reports, key=lambda r: (r.document.published or "9999", r.document.id))
        self.affiliations: dict[int, Affiliations] = {}  # by the ids of reports, which `_reports` keeps alive
        self._reports = ordered
        cast = [tuple(_actors(report)) for report in ordered]
        self.callings = Callings(ordered)
        self.names = {code: name for report in reversed(ordered) for code, name in state_names(report).items()}
        self._states_known = self._states(cast)
        self._spelled: dict[str, str | None] = {}
        self._of: dict[tuple[str, str, str, tuple[str, ...]], str] = {}
        self._roots = {base: name for name in sorted(self._states_known, reverse=True) if (base := leading(name))}
        self._roots = {base: self._noun(base, name) for base, name in self._roots.items()}
        whole = {name for name in self._states_known if leading(name) is None}  # "South Orvia", known by no single word
        self._states_known = set(self._roots.values()) | whole
        self._towns = towns(ordered, self.state)
        self._roots = {base: name for base, name in self._roots.items() if name not in self._towns}
        self._states_known, self._spelled = set(self._roots.values()) | whole, {}
        self.allegiances = Allegiances(ordered)
        votes: dict[str, Counter[str]] = {}
        self._introduced: dict[str, Report] = {}
        for report, named in zip(ordered, cast, strict=True):
            stand = self.affiliations[id(report)] = Affiliations(report)
            for actor in named:
                state, called = stand.of(actor), key(actor)
                if state and called and state not in BODIES and not self._empty_guess(actor, report):
                    if (told := votes.get(called)) is None:
                        told = votes[called] = Counter()
                    told[self._label(state)] += 1 if actor.country_by == "report" else _TOLD
                if actor.kind == "person" and called and not _surname(actor):
                    self._introduced.setdefault(called, report)
        self._longer: dict[str, list[str]] = {}  # bodies by each run of words that ends their name
        for body in sorted({a.name for named in cast for a in named if a.kind == "organization" and a.name}):
            words = body.split(" ")
            for at in range(1, len(words)):
                self._longer.setdefault(" ".join(words[at:]), []).append(body)
        self._movements = {a.name for named in cast for a in named if a.kind in ("group", "organization") and a.name}
        self._titled = self._by_title(ordered)
        self._known = {key: self._elected(found) for key, found in votes.items()}
        self._beside = self._all_beside(cast)
        self._chiefs = _by_surname(cast)

    def _all_beside(self, cast: Sequence[Sequence[Actor]]) -> dict[str, str]:
        """By the keys of actors, the states named with them: as the earliest report tells it last."""
        found: dict[str, str] = {}
        known: dict[frozenset[str], str | None] = {}
        for named in cast:
            for actor in reversed(named):
                if actor.kind not in ("person", "office", "government", "group") or (called := key(actor)) in found:
                    continue
                roots = of_actor(actor)
                if roots not in known:
                    known[roots] = self._named_beside(roots)
                state = known[roots]
                if called and state is not None:
                    found[called] = state
        return found

    def _by_title(self, reports: Sequence[Report]) -> dict[str, str]:
        """States of persons by what stands with their names: "Veldorian Foreign Minister X", "her Veldorian
        counterpart, X"; in a ministry's own release its minister, who is named with no state."""
        votes: dict[str, Counter[str]] = {}
        own: dict[str, Counter[str]] = {}
        its: dict[str, Counter[str]] = {}
        for report in reports:
            text, official = report.document.text or "", self.publisher(report)
            for mention in mentioned(report):
                actor = mention.actor
                if actor is None or actor.kind != "person" or not (called := key(actor)):
                    continue
                before = text[max(0, mention.span.start - 60) : mention.span.start]
                beside = _BESIDE.search(before) if before.rstrip("\n").endswith(", ") else None
                titled = _TITLED.match(mention.span.text) or beside
                office = _OFFICE_OF.search(mention.span.text)
                state = self.state(titled[1]) if titled is not None else None
                state = state or (self.state(office[1]) if office is not None else None)
                if state is not None:
                    votes.setdefault(called, Counter())[state] += 1
                elif official is not None and official in self._states_known and self._is_own(actor, mention.span):
                    own.setdefault(called, Counter())[official] += 1
                elif (owner := self._owner(text, mention.span)) is not None:
                    its.setdefault(called, Counter())[owner] += 1
        votes = {**its, **own, **votes}
        return {key: min(found, key=lambda one: (-found[one], one)) for key, found in votes.items()}

    def _is_own(self, actor: Actor, words: Span) -> bool:
        """Whether an official release names somebody as its own minister, whom no words give to another state."""
        told = self.state(actor.state) if actor.country_by == "words" and actor.state else None
        return told is None and _OWN.match(words.text) is not None

    def _owner(self, text: str, span: Span) -> str | None:
        """The state for which "its" stands before an office: with it its sentence, or the one before, begins."""
        if not (_ITS.search(span.text[:20]) or _ITS.search(text[max(0, span.start - 30) : span.start])):
            return None
        before = [start for start, _ in bounds(text) if start <= span.start][-2:]
        for start in reversed(before):
            words = (word for word in _CAPITAL.findall(text[start : span.start]) if not word.isupper() and roots(word))
            if first := next(words, None):
                return self.state(first)
        return None

    def seat(self, words: str) -> str | None:
        """The state of the first town that words name, where a report tells of which state it is."""
        return next((self._towns[word] for word in _CAPITAL.findall(words) if word in self._towns), None)

    def _empty_guess(self, actor: Actor, report: Report) -> bool:
        """Whether the state that a report as a whole suggests tells nothing: of a body, which need be nobody's; of a
        person named by surname, of whom another report told who he is."""
        if actor.kind == "organization":
            proper = " " in (actor.name or "") and (actor.name or "")[:1].isupper()
            return proper and actor.country_by in (None, "report") and self.affiliations[id(report)].guessed(actor)
        if actor.country_by != "report":
            return False
        return actor.kind == "person" and _surname(actor) and self.callings.full(voice(actor)).label != actor.name

    def introducing(self, who: Voice) -> Report | None:
        """The first report that names a person in full, and so tells its readers who he is."""
        return self._introduced.get(self.callings.full(who).key)

    def home(self, report: Report, words: Span) -> str | None:
        """The state of the first town that words name, else of that from which a report comes, or named in it most."""
        if (named := self.seat(words.text)) is not None:
            return named
        text = report.document.text or ""
        dateline = _DATELINE.match(text)
        if dateline is not None and (named := self.seat(dateline[1].title())) is not None:
            return named
        states = Counter(self._towns[word] for word in _CAPITAL.findall(text) if word in self._towns)
        return max(sorted(states), key=lambda state: states[state], default=None)

    def _elected(self, votes: Counter[str]) -> str:
        """The state most often told, else the body, by its longer name where only one body is called so."""
        states = {name: n for name, n in votes.items() if name in self._states_known}
        if max(votes.values()) >= _TOLD > max(states.values(), default=0):
            states = {}  # words tell the body, a report as a whole only suggests a state
        found = states or dict(votes)
        name = min(found, key=lambda name: (-found[name], name))
        longer = self._longer.get(name, []) if not states else []
        return longer[0] if len(longer) == 1 else name

    def _states(self, cast: Sequence[Sequence[Actor]]) -> set[str]:
        found = {actor.name for named in cast for actor in named if actor.kind == "state" and actor.name}
        return {name for name in found if not self.callings.names_body(name)} | set(self.names.values())

    def _noun(self, base: str, name: str) -> str:
        """The name of a state of which another is the adjective ("Halvic" of Halva), where the reports have both."""
        if name in self.names.values() or not _ADJECTIVE.search(name):
            return name
        return next((self._roots[b] for b in sorted(self._roots) if b != base and base[:-_ENDING].startswith(b)), name)

    def _label(self, state: str) -> str:
        named = self.names.get(state) or self.state(state.split(maxsplit=1)[0])
        known = None if named else countries.by_code(state)
        return named or (state if known is None else known.name)

    def state(self, word: str) -> str | None:
        """The state of which a word is the name or the adjective, with an ending more than the roots know."""
        if word not in self._spelled:
            found = root(word)
            near = [base for base in (found[:-1], found[:-2]) if base in self._roots]
            if len(near) > 1:
                near = [base for base in self._roots if base in near]  # the first of them, in the order of the names
            self._spelled[word] = self._roots.get(found) or (self._roots[near[0]] if near else None)
        return self._spelled[word]

    def of(self, one: Actor | Voice) -> str:
        """The side of an actor: a state's name where any report tells it, else what to call the actor."""
        called = voice(one) if isinstance(one, Actor) else one
        key = called.key, called.label, called.kind, called.country[:1]
        if key not in self._of:
            self._of[key] = side = self._side(called)
            chief = self._chiefs.get(side) if called.kind == "person" and not self.is_state(side) else None
            if chief is not None and chief.name != called.label:
                self._of[key] = self.of(chief)
        return self._of[key]

    def _side(self, called: Voice) -> str:
        shown = self.callings.full(called)
        if shown.kind != "person" and (office := _OF_A_STATE.search(shown.label)) and (state := self.state(office[1])):
            return state  # "Ministry of Foreign Affairs of Karsunia", whatever its own reports call it
        if shown.kind == "state":
            return self._towns.get(shown.label) or self._label(shown.label)
        titled, known = self._titled.get(shown.key), self._known.get(shown.key)
        if (
            shown.kind == "person"
            and known is not None
            and titled is None
            and (known in self._states_known or known in self._movements)
        ):
            return known  # as most reports tell it, not as this one guesses it
        if shown.kind == "person" and titled is not None and titled == known:
            return titled  # by what stands with the name elsewhere
        if shown.country and shown.country[0] in self.names:
            return self.names[shown.country[0]]
        if titled is not None:
            return titled
        if known is not None and known in self._states_known:
            return known
        return self._beside.get(shown.key) or self.callings.body(known or "") or known or self._adjective(shown)

    def _named_beside(self, roots: frozenset[str]) -> str | None:
        """The state named with an actor ("Karsunian Foreign Minister Teodor Marek"), in any of the reports."""
        named = {self._roots[name] for name in roots if name in self._roots}
        beside = {self._roots[name] for name in self.allegiances.with_states(roots) if name in self._roots}
        found = named or beside
        return next(iter(found)) if len(found) == 1 else None

    def _adjective(self, shown: Voice) -> str:
        """The state in the words themselves: "the Veldorian foreign ministry", "Veldorian border guards", a capital."""
        seat = self._towns.get(shown.label.strip("“”")) or self._towns.get((shown.office or "").rpartition(", ")[2])
        if seat is not None:
            return seat
        for word in shown.label.strip("“”").split():
            if word[:1].isupper() and shown.kind != "person" and (state := self.state(word)):
                return state
        return shown.label

    def is_movement(self, side: str) -> bool:
        """Whether a side is a body or a movement that the reports name, and no town."""
        return side in self._movements and side not in self._towns

    def is_state(self, side: str) -> bool:
        """Whether a side is a state that the reports name."""
        return side in self._states_known

    def publisher(self, report: Report) -> str | None:
        """Whose word a report is that nobody else vouches for; null for the press.

        The state whose office publishes it ("Ministry of Foreign Affairs of Karsunia"), or the body itself where it is
        no office of a state ("Relief Coordination Office").
        """
        name, kind = report.document.publisher or "", publishers.kind(report.document)
        state = self._office(name) if kind == "state" else None
        own = kind == "body" or _OFFICE_ALONE.match(name) is not None
        return state or (name if own and kind != "press" else None)

    def speaking_for(self, who: Voice, report: Report) -> str:
        """The side of whoever vouches; a source or spokesman without a name speaks for the office that publishes it."""
        side, own = self.of(who), self.publisher(report)
        return own if own is not None and not self.is_state(side) and _UNNAMED.match(who.label) else side

    def of_outlet(self, report: Report) -> str | None:
        """The state that an outlet has in its name ("Karsunia Today"): whom it calls nobody's is at home there."""
        return self._office(report.document.publisher or "")

    def _office(self, name: str) -> str | None:
        """The state of an office."""
        return next((state for word in _CAPITAL.findall(name) if (state := self.state(word))), None)

    def all(self, actors: Iterable[Actor | Voice]) -> tuple[str, ...]:
        """The sides of actors, each once, in their order; people ("residents") and unknown names have none."""
        return tuple(dict.fromkeys(side for one in actors if _named(one) and (side := self._known_side(one))))

    def _known_side(self, one: Actor | Voice) -> str | None:
        side = self.of(one)
        vague = one.kind in ("people", "unknown") or side.startswith("“") or side[:1].islower()
        return None if vague and side not in self._states_known else side


def _by_surname(cast: Sequence[Sequence[Actor]]) -> dict[str, Actor]:
    """Persons by the last of their names, where only one is called so: "Reyl's spokesman" is of Ana Reyl's side."""
    named = {(a.name or ""): a for actors in cast for a in actors if a.kind == "person" and " " in (a.name or "")}
    last = Counter(name.rpartition(" ")[2] for name in named)
    return {short: one for name, one in named.items() if last[short := name.rpartition(" ")[2]] == 1}


def _surname(actor: Actor) -> bool:
    """Whether a report names a person by one name alone, as whom its readers know."""
    return " " not in (actor.name or "") or (actor.mention is not None and " " not in actor.mention.text)


def _named(one: Actor | Voice) -> bool:
    return bool(key(one) if isinstance(one, Actor) else one.key)
