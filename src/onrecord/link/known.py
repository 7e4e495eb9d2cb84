"""The referents of a document that are no persons: states, governments, bodies, organisations, peoples, groups."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.layers import Entity
from onrecord.link.known_names import MINISTRY, head, head_of, owned
from onrecord.link.names import Names
from onrecord.link.referents import OF_NO_STATE, Polity, Referent
from onrecord.model import Candidate
from onrecord.model.vocabulary import ActorKind
from onrecord.resources import countries, groups, institutions, organizations, regions
from onrecord.resources.institutions import Body, BodyNoun
from onrecord.resources.names import fold, slug
from onrecord.resources.organizations import Organization

_ARTICLE = ("United ", "Netherlands", "Philippines", "Democratic ", "Central ", "Dominican", "Maldives", "Bahamas",
            "Marshall", "Solomon", "Comoros", "Holy See", "Gambia")  # fmt: skip


_ADJECTIVE = ("ian", "ish", "ese", "ean", "avi", "ani")
"""A state known by its adjective only ("Veldorian") has no name to make others from."""


def with_article(name: str) -> str:
    """ "the United States", but "Armenia"."""
    return f"the {name}" if name.startswith(_ARTICLE) else name


class Known:
    """The document's states, bodies and groups, each made once and found again by key."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._made: dict[str, Referent] = {}
        self._seen: dict[tuple[str, tuple[str, ...], str], Referent | None] = {}
        words = [names.words(e) for e in names.layers.entities if e.label == "ORG"]
        self._texts = frozenset(words)
        self._counts = {word: words.count(word) for word in self._texts}

    def _make(
        self, key: str, kind: ActorKind, name: str, ident: str | None = None, polity: Polity | None = None,
        sector: str = "", codes: tuple[str, ...] = (), *, plural: bool = False, head: str = "",
    ) -> Referent:  # fmt: skip
        if key not in self._made:
            self._made[key] = Referent(
                1000 + len(self._made), kind, name, ident, polity, codes, sector or None, plural=plural, head=head
            )
        return self._made[key]

    def state(self, polity: Polity) -> Referent:
        """A state, named as one."""
        return self._make(f"state {polity.id}", "state", self._names.written(polity), polity.id, polity, "GOV")

    def government(self, polity: Polity) -> Referent:
        """A state's government: the same id as the state, since acts of one are acts of the other."""
        name = f"Government of {with_article(self._names.written(polity))}"
        return self._make(f"government {polity.id}", "government", name, polity.id, polity, "GOV")

    def entity(self, entity: Entity) -> Referent | None:
        """What a named state, people, organisation or group stands for; None for a mere place."""
        if entity.label == "ORG" and not entity.keys and (owner := self._names.owner(entity)) is not None:
            return self._owned_org(entity, owner)
        seen = (entity.label, entity.keys, self._names.words(entity))
        if seen not in self._seen:
            self._seen[seen] = self._entity(entity)
        return self._seen[seen]

    def _owned_org(self, entity: Entity, owner: Polity) -> Referent | None:
        """A state's body that no table has, which later goes by its name alone."""
        words = self._names.words(entity)
        key = (entity.label, (*entity.keys, owner.id), words)
        if key not in self._seen:
            made = self._entity(entity)
            if made is not None and made.kind in ("organization", "government", "office", "group"):
                if made.polity is None:
                    made.polity = owner
                elif made.polity != owner:
                    made = self._make(f"org {words} {owner.id}", made.kind, words, None, owner,
                                      made.sector or "", head=made.head)  # fmt: skip
            self._seen[key] = made
        return self._seen[key]

    def called(self, words: str, referent: Referent) -> None:
        """Remember a short name that the text gives a body: "the Ministry of External Affairs (MEA)"."""
        self._seen[("ORG", (), words)] = referent

    def _entity(self, entity: Entity) -> Referent | None:
        found = self._by_key(entity)
        if found is None or not entity.scores:
            return found
        each = [self._by_key(Entity(entity.start, entity.end, entity.label, entity.origin, (key,)))
                for key in entity.keys]  # fmt: skip
        shares: dict[str, tuple[str, float]] = {}
        for one, score in zip(each, entity.scores, strict=False):
            if one is not None and one.id:
                listed = organizations.by_id(one.id)
                name = listed.name if listed is not None else one.name or ""  # in full: acronyms are what is shared
                shares[one.id] = (name, round(shares.get(one.id, ("", 0.0))[1] + score, 3))
        if len(shares) < 2:
            return found
        candidates = tuple(Candidate(ident, name, score) for ident, (name, score) in shares.items())
        if entity.is_open:
            return self._open(self._names.words(entity), [one for one in each if one is not None], candidates)
        return self.among(found, candidates)

    def among(self, found: Referent, candidates: tuple[Candidate, ...]) -> Referent:
        """A referent, with those that its name could also be meant for."""
        key = f"{found.id} of {' '.join(candidate.id for candidate in candidates)}"
        if key not in self._made:
            self._made[key] = replace(found, number=1000 + len(self._made), candidates=candidates)
        return self._made[key]

    def _open(self, words: str, each: list[Referent], candidates: tuple[Candidate, ...]) -> Referent:
        """Whoever of several is meant by a name that nothing in the text settles."""
        kinds, sectors, codes = ({*found} for found in zip(*((o.kind, o.sector, o.codes) for o in each), strict=True))
        kind: ActorKind = kinds.pop() if len(kinds) == 1 else "unknown"
        shared = codes.pop() if len(codes) == 1 else ()
        sector = sectors.pop() if len(sectors) == 1 else None
        made = self._make(f"open {fold(words)}", kind, words, None, None, sector or "", shared)
        made.candidates = candidates
        return made

    def open_seat(self, words: str, candidates: tuple[Candidate, ...]) -> Referent:
        """Whoever of those that sit in a city is meant by its name."""
        made = self._make(f"seat {fold(words)}", "unknown", words, None, None, "")
        made.candidates = candidates
        return made

    def _by_key(self, entity: Entity) -> Referent | None:
        words = self._names.words(entity)
        if not entity.keys:
            return self._unlisted(entity, words)
        key = entity.keys[0]
        kind, _, value = key.partition(":")
        match kind:
            case "country":
                return self.state(Polity.of(value))
            case "seat":
                return self.government(Polity.of(value))
            case "people":
                return self.people(Polity.of(value), words)
            case "local":
                local = self._names.local(entity)
                return self.state(local) if entity.label == "GPE" else self.people(local, words)
        return self._listed(key)

    def _user(self, key: str) -> Referent | None:
        """An actor of the user's own table."""
        table = self._names.layers.own_actors
        row = table.by_key(key) if table is not None else None
        if row is None:
            return None
        one = len(row.country) == 1 and countries.by_code(row.country[0]) is not None
        polity = Polity.of(row.country[0]) if one else None
        return self._make(key, row.kind, row.name, row.id, polity, row.sector or "", row.country)

    def _listed(self, key: str) -> Referent | None:
        """A body, organisation, group or region of the tables, the user's own first."""
        if key.startswith("user:"):
            return self._user(key)
        if key.startswith("region:"):
            return self._region(key)
        if (body := institutions.by_id(key)) is not None:
            return self.body(body)
        if (organization := organizations.by_id(key)) is not None:
            return self.organization(organization)
        if (group := groups.by_id(key)) is not None:
            polity = Polity.of(group.country) if group.country else None
            return self._make(key, "group", group.name, key, polity, group.sector, (OF_NO_STATE,))
        return None

    def _region(self, key: str) -> Referent | None:
        """A region with authorities of its own; PLOVER codes one that broke away as the claiming state's."""
        region = regions.by_id(key)
        if region is None or not any(word in region.kind for word in ("region", "area", "exclave")):
            return None
        polity = Polity.of(region.claimed_by[0]) if region.claimed_by else None
        sector = "PRE" if region.kind in ("breakaway region", "de facto autonomous region") else ""
        return self._make(key, "unknown", region.name, key, polity, sector)

    def _unlisted(self, entity: Entity, words: str) -> Referent | None:
        if entity.label == "GPE" or self._names.is_place(entity):
            place = self._names.local(entity)
            return self._make(f"place {place.id}", "unknown", place.name, place.id, None)
        if entity.label == "NORP":
            return self._make(f"people {fold(words)}", "people", words, plural=True, sector="")
        if entity.label != "ORG":
            return None
        key = self._same_org(words)
        polity = self._names.polity(entity)
        noun = institutions.body_noun(words.split())
        sector = noun.sector if noun else ""
        kind: ActorKind = noun.kind if noun and noun.kind not in ("people", "state") else "organization"
        return self._make(f"org {key}", kind, words, None, polity, sector, head=head_of(words))

    def _same_org(self, words: str) -> str:
        """The key of an organisation: its acronym, its last word alone and its full name are one."""
        key = fold(words)
        if " " not in words and not words.isupper():
            wholes = {fold(other.removeprefix("the ")) for other in self._texts if other.endswith(f" {words}")}
            return wholes.pop() if len(wholes) == 1 else key
        if " " not in words and words.isupper() and len(words) > 1:
            for other in sorted(self._texts):
                initials = "".join(w[0] for w in other.split() if w[0].isupper())
                if " " in other and initials == words:
                    return fold(other)
        return key

    def body(self, body: Body) -> Referent:
        """A national body of the tables."""
        return self._make(body.id, body.kind, body.name, body.id, Polity.of(body.country), body.sector)

    def organization(self, row: Organization) -> Referent:
        """An organisation of the tables, under its acronym where the text uses only that."""
        spelled = sum(self._counts.get(n, 0) for n in row.names if n != row.acronym and not n.isupper())
        short = bool(row.acronym) and self._counts.get(row.acronym, 0) > 0 == spelled
        name = row.acronym if short else row.name
        head = row.name.split()[-1].casefold()
        return self._make(row.id, "organization", name, row.id, None, row.sector, row.codes, head=head)

    def whole(self, referent: Referent) -> Referent:
        """The organisation that a council, agency or mission is a part of; others themselves."""
        row = organizations.by_id(referent.id or "")
        parent = organizations.by_id(row.part_of) if row is not None else None
        return self.organization(parent) if parent is not None else referent

    def people(self, polity: Polity, words: str) -> Referent:
        """The people of a state, as its demonym names them."""
        return self._make(f"people {polity.id}", "people", words, None, polity, "CVL", plural=True)

    def national(self, noun: BodyNoun, polity: Polity, words: str, called: str | None = None) -> Referent:
        """A body or group of a state: under its canonical name where the nouns have one, else its own words.

        `called` is the name that it goes by where it has one of its own ("Embassy of Norland").
        """
        if polity.id.startswith("local:") and polity.name.endswith(_ADJECTIVE):
            key = f"{noun.words[-1]} {polity.id}"
            kind: ActorKind = "government" if noun.state else noun.kind
            return self._make(key, kind, words, None, polity, noun.sector, head=head(noun))
        if noun.state:
            return self.state(polity) if noun.kind == "state" else self.government(polity)
        known = [b for b in institutions.by_name(" ".join(noun.words)) if (b.country,) == polity.codes]
        if known:
            return self.body(known[0])
        if noun.office:
            name = noun.office.format(country=with_article(self._names.written(polity)))
            ident = f"office:{polity.id.partition(':')[2].lower()}-{slug(noun.role or noun.words[-1])}"
            ident = ident if polity.codes else f"local:{slug(name)}"
            return self._make(ident, noun.kind, name, ident, polity, noun.sector, head=head(noun))
        if (ministry := MINISTRY.search(words)) is not None:
            return self._ministry(ministry["of_what"], noun, polity)
        words = owned(words, polity)
        key = f"{noun.words[-1]} {polity.id} {fold(words)}"
        return self._make(
            key, noun.kind, called or words, None, polity, noun.sector, plural=noun.plural, head=head(noun)
        )

    def regional(self, noun: BodyNoun, region: Referent, words: str) -> Referent:
        """A body of a region with authorities of its own, not the state's that claims it: "Abkhazia's parliament"."""
        form = noun.office or ("Government of {country}" if noun.state and noun.kind == "government" else "")
        whole = words if region.name and region.name in words else f"{words} of {region.name}"
        name = form.format(country=region.name) if form else whole
        key = f"{noun.words[-1]} {region.id} {'' if form else fold(words)}"
        return self._make(key, noun.kind, name, f"local:{slug(name)}", None, noun.sector, region.country(),
                          plural=noun.plural, head=head(noun))  # fmt: skip

    def _ministry(self, of_what: str, noun: BodyNoun, polity: Polity) -> Referent:
        """A ministry that the nouns have no name of their own for: "the Cameroonian Ministry of External Relations"."""
        name = f"Ministry of {of_what} of {with_article(self._names.written(polity))}"
        ident = f"office:{polity.id.partition(':')[2].lower()}-ministry-of-{slug(of_what)}"
        ident = ident if polity.codes else f"local:{slug(name)}"
        return self._make(ident, noun.kind, name, ident, polity, noun.sector, head=head(noun))

    def office_of(self, title: str, polity: Polity) -> Referent:
        """The office of an office-holder ("Pashinyan's office", where he is prime minister)."""
        name = f"Office of the {title} of {with_article(self._names.written(polity))}"
        ident = f"office:{polity.id.partition(':')[2].lower()}-office-of-the-{slug(title)}"
        ident = ident if polity.codes else f"local:{slug(name)}"
        return self._make(ident, "office", name, ident, polity, "GOV", head="office")

    def unowned(self, noun: BodyNoun, words: str, codes: tuple[str, ...] = ()) -> Referent:
        """A body or group of nobody in particular, known by its words."""
        kind: ActorKind = "unknown" if noun.kind == "state" else noun.kind
        return self._make(
            f"words {fold(words)}", kind, words, None, None, noun.sector, codes, plural=noun.plural,
            head=head(noun),
        )  # fmt: skip

    def polities(self) -> list[Polity]:
        """The states met so far, in order: not those whose news agencies alone are named."""
        found = dict.fromkeys(r.polity for r in self._made.values() if r.polity is not None and r.sector != "JRN")
        return [polity for polity in found if polity.codes or self._names.is_state(polity)]
