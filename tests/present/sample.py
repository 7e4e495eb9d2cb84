"""The report of `examples/harbour-road.txt` made by hand, so that pages can be tested without the parser."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from onrecord.model import (
    Actor,
    Agreement,
    Candidate,
    CodedBy,
    Condition,
    Diagnostic,
    Document,
    Event,
    EventDetail,
    Mention,
    Place,
    Report,
    Span,
    Statement,
    Time,
)
from onrecord.model.ids import document_id, record_id, sha256

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour-road.txt"
TEXT = EXAMPLE.read_text(encoding="utf-8")
DOC = document_id(TEXT, "harbour-road.txt")


def at(words: str, nth: int = 0) -> Span:
    """The `nth` place of `words` in the example."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def between(first: str, last: str) -> Span:
    """From the first place of `first` to the end of the next `last`."""
    start = TEXT.index(first)
    return Span.of(TEXT, start, TEXT.index(last, start) + len(last))


def person(name: str, words: str, nth: int = 0, **more: Any) -> Actor:
    return Actor(mention=at(words, nth), id=f"person:{name}", name=name, kind="person", resolved_by="name", **more)


LINDQVIST = person(
    "Ada Lindqvist", "Ada Lindqvist", office="Foreign Minister, Veldoria", country=("VLD",), sector="GOV"
)
MAREK = person("Teodor Marek", "Teodor Marek", office="Foreign Minister, Karsunia", country=("KRS",))
BRANDT = person("Ivo Brandt", "Ivo Brandt", office="spokesman, foreign ministry, Veldoria", country=("VLD",))
REYES = person("Johan Reyes", "Johan Reyes", office="mediator", country=("IGO",))
OFFICE = Actor(
    mention=at("Marek’s office"), id="office:marek", name="Office of the Foreign Minister of Karsunia",
    kind="office", country=("KRS",), resolved_by="office",
)  # fmt: skip
VELDORIA = Actor(mention=at("Veldoria "), id="VLD", name="Veldoria", kind="state", country=("VLD",), resolved_by="name")
KARSUNIA = Actor(mention=at("Karsunia "), id="KRS", name="Karsunia", kind="state", country=("KRS",), resolved_by="name")
OFFICIAL = Actor(mention=at("A senior Karsunian official"), kind="person")
WITNESSES = Actor(mention=at("witnesses"), kind="people")
COUNCIL = Actor(
    mention=at("the Council of Littoral States"), id="org:littoral", name="Council of Littoral States",
    kind="organization", country=("IGO",), resolved_by="name",
)  # fmt: skip
DRIVERS = Actor(mention=at("hundreds of lorry drivers"), kind="group")
POLICE = Actor(mention=at("Police"), kind="organization", sector="PRM")

TUESDAY = Time(
    mention=at("Tuesday"), type="DATE", value="2031-05-13", start="2031-05-13", end="2031-05-13",
    basis="publication date",
)  # fmt: skip
WEEKS = Time(
    mention=at("more than three weeks"), type="DURATION", value="P3W", end="2031-04-22", basis="publication date"
)
LAST_WEEK = Time(
    mention=at("last week"), type="DATE", basis="unresolved", reason="the week it counts from is not certain"
)
APRIL = Time(
    mention=at("April 20"), type="DATE", value="2031-04-20", start="2031-04-20", end="2031-04-20",
    basis="publication date",
)  # fmt: skip
TAMARY = Place(mention=at("Tamary"), name="Tamary", id="place:tamary", kind="enclave", lat=41.2, lon=44.1)
ORLO = Place(
    mention=at("the Orlo checkpoint"),
    candidates=(Candidate("place:orlo-1", "Orlo (north)", 0.5), Candidate("place:orlo-2", "Orlo (south)", 0.4)),
)
HALDEN = Place(mention=at("Halden"), name="Halden", id="place:halden", kind="city", lat=50.1, lon=10.1)


def _statement(*content: Span, **fields: Any) -> Statement:
    return Statement(id=record_id("statement", DOC, content), doc=DOC, content=content, **fields)


TOLD = _statement(
    between("the closure of the Harbour Road", "three weeks"), kind="indirect", cue=at("told"), speaker=LINDQVIST,
    addressees=(MAREK,), channel="phone call", when=TUESDAY,
)  # fmt: skip
READOUT = _statement(
    between("“Minister Lindqvist", "delay,”"), kind="direct", cue=at("said"), speaker=BRANDT, channel="statement"
)
CONCERN = _statement(
    between("grave concern", "in Tamary"), kind="indirect", cue=at("expressed"), speaker=LINDQVIST,
    addressees=(MAREK,), channel="phone call", parent=READOUT.id,
)  # fmt: skip
ADDED = _statement(between("“She also", "talks,”"), kind="direct", cue=at("added"), speaker=BRANDT)
REJECTED = _statement(
    between("Marek had rejected", "humanitarian traffic.”"), kind="mixed", cue=at("said", 1), speaker=OFFICE,
    channel="readout",
)  # fmt: skip
NOTED = _statement(
    at("the road “remains open to humanitarian traffic.”"), kind="mixed", cue=at("noted"), speaker=MAREK,
    channel="phone call", parent=REJECTED.id,
)  # fmt: skip
STRESSED = _statement(
    between("“The Minister stressed", "2029,”"), kind="direct", cue=at("said", 2), speaker=OFFICE, channel="readout"
)
VIOLATED = _statement(
    between("by sending armed men", "2029"), kind="indirect", cue=at("stressed"), speaker=MAREK,
    channel="phone call", parent=STRESSED.id,
)  # fmt: skip
DENIED = _statement(at("that it sent any troops to the crossing"), kind="indirect", cue=at("denies"), speaker=VELDORIA)
GAS = _statement(
    at("Police used tear gas to disperse the crowd"), kind="indirect", cue=at("said", 3), speaker=WITNESSES
)
FREED = _statement(between("the men would be freed", "over.”"), kind="mixed", cue=at("said", 4), speaker=OFFICIAL)
CALLED = _statement(
    between("on both sides to guarantee", "by June 1"), kind="mixed", cue=at("called on"), speaker=REYES,
    channel="speech", venue="special session of the Council of Littoral States, Halden",
)  # fmt: skip
CANNOT = _statement(
    between("“The people of Tamary", "within days,”"), kind="direct", cue=at("said", 5), speaker=REYES,
    channel="speech",
)  # fmt: skip
SANCTIONS = _statement(
    between("“If the road", "sanctions,”"), kind="direct", cue=at("warned"), speaker=REYES, channel="speech"
)
MEET = _statement(
    between("Lindqvist and Marek agreed to meet", "next month"), kind="indirect", cue=at("said", 6), speaker=BRANDT
)


def _event(name: str, quad: int, intensity: float, anchor: Span, evidence: Span, **fields: Any) -> Event:
    return Event(
        id=record_id("event", DOC, (anchor,), name),
        doc=DOC,
        event=name,
        quad=quad,
        intensity=intensity,
        anchor=anchor,
        evidence=evidence,
        coded_by=CodedBy(rule=f"{name.lower()}-sample"),
        **fields,
    )


CALL = _event(
    "CONSULT", 1, 1.5, at("phone call"), between("told her Karsunian", "on Tuesday"), mode="phone",
    actors=(LINDQVIST, MAREK), when=TUESDAY, detail=EventDetail(agenda=(at("the closure of the Harbour Road"),)),
)  # fmt: skip
REOPEN = _event(
    "REQUEST", 3, -1, at("urged"), between("urged Karsunia", "without delay"), mode="yield", actors=(LINDQVIST,),
    recipients=(KARSUNIA,), statement=READOUT.id,
    detail=EventDetail(demand=at("reopen the Harbour Road"), deadline=at("without delay")),
)  # fmt: skip
ACCESS = _event(
    "RETREAT", 2, 6.5, at("reopen"), at("reopen the Harbour Road"), mode="access", actors=(KARSUNIA,),
    status="demanded", statement=READOUT.id,
)  # fmt: skip
BREACH = _event(
    "ACCUSE", 3, -3.5, at("violated"), between("by sending armed men", "2029"), mode="allege", actors=(MAREK,),
    recipients=(VELDORIA,), statement=VIOLATED.id,
    detail=EventDetail(
        allegation=at("violated the Tamary Protocol of March 3, 2029"),
        agreement=at("the Tamary Protocol of March 3, 2029"),
    ),
)  # fmt: skip
SENT = _event(
    "MOBILIZE", 4, -6.5, at("sending"), at("sending armed men to the Orlo checkpoint on April 20"), mode="troops",
    actors=(VELDORIA,), where=ORLO, when=APRIL, status="alleged", statement=VIOLATED.id,
)  # fmt: skip
NOT_SENT = _event(
    "MOBILIZE", 4, -6.5, at("sent"), at("it sent any troops to the crossing"), mode="troops", actors=(VELDORIA,),
    status="denied", negated=True, statement=DENIED.id,
)  # fmt: skip
DEMO = _event(
    "PROTEST", 4, -5, at("demonstrated"), between("hundreds of lorry", "on Tuesday"), mode="demo", actors=(DRIVERS,),
    when=replace(TUESDAY, mention=at("Tuesday", 1)),
)  # fmt: skip
ARREST = _event(
    "COERCE", 4, -7, at("arrested"), between("eleven colleagues", "last week"), mode="arrest", when=LAST_WEEK,
    where=ORLO,
)  # fmt: skip
CROWD = _event(
    "ASSAULT", 4, -7.5, at("used tear gas"), at("Police used tear gas to disperse the crowd"), mode="crowd-control",
    actors=(POLICE,), recipients=(DRIVERS,), status="alleged", statement=GAS.id,
)  # fmt: skip
RELEASE = _event(
    "RETREAT", 2, 6.5, at("freed"), at("the men would be freed"), mode="release", status="planned",
    statement=FREED.id,
)  # fmt: skip
GUARANTEE = _event(
    "REQUEST", 3, -1, at("called on"), between("mediator Johan Reyes called", "both directions”"), mode="change",
    actors=(REYES,), statement=CALLED.id,
    detail=EventDetail(demand=between("guarantee “the safety", "both directions”")),
)  # fmt: skip
CONSIDER = _event(
    "THREATEN", 3, -3, at("consider sanctions"), between("If the road", "sanctions"), mode="restrict",
    actors=(COUNCIL,), recipients=(), status="hypothetical", statement=SANCTIONS.id,
    detail=EventDetail(condition=at("If the road is not reopened")),
)  # fmt: skip
AGREED = _event(
    "AGREE", 1, 2.5, at("agreed"), between("Lindqvist and Marek agreed", "next month"),
    actors=(LINDQVIST, MAREK), status="planned", statement=MEET.id,
    detail=EventDetail(pledge=between("meet in Halden", "next month")),
)  # fmt: skip
AID = _event("AID", 2, 10, at("sent 40"), between("The Council has sent", "May 2"), actors=(COUNCIL,), where=TAMARY)
CLOSED = Condition(
    id=record_id("condition", DOC, (at("the closure of the Harbour Road"),)), doc=DOC, kind="access",
    place=Place(mention=at("the Harbour Road"), name="Harbour Road", id="place:harbour-road", kind="route"),
    state="closed", since=WEEKS, evidence=between("the closure of the", "three weeks"), status="alleged",
    statement=TOLD.id, restricted=("persons", "goods", "vehicles"),
)  # fmt: skip
SHORTAGE = Condition(
    id=record_id("condition", DOC, (at("without fuel and medicine"),)), doc=DOC, kind="shortage", place=TAMARY,
    sectors=("fuel", "health"), evidence=at("the enclave of Tamary without fuel and medicine"), status="alleged",
    statement=TOLD.id, cause=CLOSED.id,
)  # fmt: skip
INSULIN = Condition(
    id=record_id("condition", DOC, (at("Stocks of insulin could run out within days"),)), doc=DOC, kind="shortage",
    sectors=("health",), severity="critical", evidence=at("Stocks of insulin could run out within days"),
    status="hypothetical", statement=CANNOT.id,
)  # fmt: skip
PROTOCOL = Agreement(
    id=record_id("agreement", DOC, (at("the Tamary Protocol of March 3, 2029"),)), doc=DOC, name="Tamary Protocol",
    date="2029-03-03", mentions=(at("the Tamary Protocol of March 3, 2029"),),
)  # fmt: skip


def _mention(span: Span, **linked: Any) -> Mention:
    kind: Any = next(iter(linked))
    return Mention(id=record_id("mention", DOC, (span,), kind), doc=DOC, kind=kind, span=span, **linked)


MENTIONS = (
    _mention(at("Ada Lindqvist"), actor=LINDQVIST),
    _mention(at("Teodor Marek"), actor=MAREK),
    _mention(at("Tamary"), place=TAMARY),
    _mention(at("the Orlo checkpoint"), place=ORLO),
    _mention(at("Tuesday"), time=TUESDAY),
    _mention(at("last week"), time=LAST_WEEK),
)

DOCUMENT = Document(
    id=DOC,
    title="Harbour Road closure",
    published="2031-05-14",
    published_basis="option",
    publisher="Meridian Wire",
    uri="harbour-road.txt",
    language="en",
    sha256=sha256(TEXT),
    diagnostics=(Diagnostic("OR-W004", "an opening quotation mark at 12 is never closed."),),
    version="0.1.0",
    text=TEXT,
)

REPORT = Report.of(
    (
        DOCUMENT, TOLD, READOUT, CONCERN, ADDED, REJECTED, NOTED, STRESSED, VIOLATED, DENIED, GAS, FREED, CALLED,
        CANNOT, SANCTIONS, MEET, CALL, REOPEN, ACCESS, BREACH, SENT, NOT_SENT, DEMO, ARREST, CROWD, RELEASE,
        GUARANTEE, CONSIDER, AGREED, AID, CLOSED, SHORTAGE, INSULIN, PROTOCOL, *MENTIONS,
    )
)  # fmt: skip

EMPTY = Report(document=Document(id="doc-empty", sha256=sha256("Nothing here."), version="0.1.0", text="Nothing here."))


def hostile() -> Report:
    """A report whose every text is an attack on the page or the terminal that shows it."""
    attack = "</script><script>window.hacked=1</script><img src=x onerror=alert(1)> {{7*7}} \x1b[31m \u202eevil"
    text = f"Mr {attack} said that {attack} & so on."
    start = text.index("that")
    speaker = Actor(mention=Span.of(text, 0, 3 + len(attack)), name=attack, id=attack, office=attack, country=(attack,))
    content = Span.of(text, start, len(text))
    return Report(
        document=Document(
            id="doc-hostile",
            title=attack,
            uri=f"javascript:{attack}",
            publisher=attack,
            sha256=sha256(text),
            version="0.1.0",
            text=text,
            diagnostics=(Diagnostic(attack, attack),),
        ),
        statements=(
            Statement(
                id=f"statement-{attack}",
                doc="doc-hostile",
                kind="indirect",
                content=(content,),
                speaker=speaker,
                venue=attack,
                cue=Span.of(text, text.index("said"), text.index("said") + 4),
            ),
        ),
    )
