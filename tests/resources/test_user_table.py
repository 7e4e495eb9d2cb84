"""A user's own actors: read, refused with file, line and remedy, and stronger than ours."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.annotate.entities import entities
from onrecord.annotate.parse import parse
from onrecord.errors import InputError
from onrecord.ingest.document import document
from onrecord.link.actors import ActorLinker
from onrecord.reader import load
from onrecord.resources.user_table import read_user_table


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "actors.csv"
    path.write_text(
        "id,name,aliases,country,sector,kind\n"
        "p1,Ada Lindqvist,A. Lindqvist,ARM,GOV,person\n"
        ",Port Watch,PW|the watchers,GBR|IGO,CVL,organization\n"
        "nk,Nagorno-Karabakh,,AZE,PRE,group\n",
        encoding="utf-8",
    )
    return path


def test_user_table_overrides_ours(table: Path) -> None:
    text = "Ada Lindqvist met Port Watch. PW and the watchers left Nagorno-Karabakh, Lindqvist said."
    layers = replace(parse(document(text)), own_actors=read_user_table(table))
    layers = replace(layers, entities=entities(layers))
    found = {a.mention.text: a for a in ActorLinker(layers).mentions() if a.mention is not None}
    assert found["Lindqvist"].id == "p1"
    assert found["Lindqvist"].country == ("ARM",)
    assert found["PW"].id == found["the watchers"].id == "user:port-watch"
    assert found["PW"].country == ("GBR", "IGO")
    stand = ActorLinker(layers)
    start = text.index("Nagorno")
    assert stand.actor(layers.span(start, start + 16)).id == "nk"


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("nam,country\nx,ARM\n", 1, "no column 'name'"),
        ("name,colour\nx,red\n", 1, "unknown column 'colour'"),
        ("name,country\nFoo,ARM\nBar,ZZZ\n", 3, "'ZZZ' is no country code"),
        ("name,kind\nFoo\n", 2, "more or fewer cells"),
        ("name,kind\nFoo,hero\n", 2, "'hero' is no kind of actor"),
        ("name,sector\nFoo,ABC\n", 2, "'ABC' is no PLOVER sector"),
        ("name,country\n,ARM\n", 2, "the name is empty"),
        ("name\nFoo\nFoo\n", 3, "is in line 2 already"),
        ('name,kind\n"Foo,x\n', 2, "unexpected end of data"),
        ("name,kind,kind\nFoo,group,group\n", 1, "the column 'kind' is there twice"),
        ("name;aliases\nFoo;Bar\n", 1, "parted by semicolons"),
        ("name\taliases\nFoo\tBar\n", 1, "parted by tabs"),
        ("name\nFoo\0\n", 2, "NUL character"),
        ("name,kind\nFoo,group\n?,group\n", 3, "'?' is no name"),
        ("name,aliases\nFoo,…|F\n", 2, "'…' is no name"),
        ('name,aliases\nFoo,"Harbour Front, HF"\n', 2, "the aliases hold ',' and no '|'"),
        ("name,aliases\nFoo,Harbour Front; HF\n", 2, "the aliases hold ';' and no '|'"),
        ('name,kind\nFoo,group\n\n"Bar,group\nBaz,group\nQux,group\n', 4, "unexpected end of data"),
        ("name,aliases\nFoo,FF|The Front\nBar,the front\n", 3, "the name 'the front' is in line 2 already"),
        ("name,aliases,id\nFoo,Bar,a\nBar,,b\n", 3, "the name 'Bar' is in line 2 already"),
        ('name,aliases\nFoo,"FF\nF"\n\nBar,FF,x\n', 5, "more or fewer cells"),
        ("name,country\n", 2, "no actor below the header"),
        ("", 1, "no column 'name'"),
    ],
)
def test_user_table_malformed_is_refused(tmp_path: Path, content: str, line: int, says: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_user_table(path)
    message = str(refused.value)
    assert refused.value.code == "OR-E020"
    assert "bad.csv" in message
    assert f"line {line}" in message
    assert says in message


def test_user_table_unreadable_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="OR-E001"):
        read_user_table(tmp_path / "missing.csv")
    latin = tmp_path / "latin.csv"
    latin.write_bytes(b"name\nPort\nCaf\xe9\n")
    with pytest.raises(InputError, match=r"OR-E005: .*latin\.csv .* line 3: "):
        read_user_table(latin)


def test_user_table_acronyms_differ_by_case(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text("name,aliases\nRiver Union,RU|R. U.\nRu Sanders,Ru|Ru\n", encoding="utf-8")
    assert [row.name for row in read_user_table(path).rows] == ["River Union", "Ru Sanders"]


def test_user_table_goes_through_the_door(table: Path) -> None:
    text = "Port Watch accused the police of shooting at PW on Monday."
    report = load(read_user_table(table)).read(text, published="2031-05-14")
    accused = report.events[0].actors[0]
    assert (accused.id, accused.sector) == ("user:port-watch", "CVL")
    assert any(d.code == "OR-W009" and "actors.csv (3 rows" in d.message for d in report.document.diagnostics)
    plain = load().read(text, published="2031-05-14")
    assert not any(d.code == "OR-W009" for d in plain.document.diagnostics)


def test_user_table_decides_in_every_process(table: Path) -> None:
    texts = ["Port Watch left.", "The watchers stayed with Nagorno-Karabakh."]
    own = load(read_user_table(table))
    side_by_side = [report.to_jsonl() for report in own.pipe(texts, workers=2)]
    assert side_by_side == [report.to_jsonl() for report in own.pipe(texts)]
    assert "user:port-watch" in side_by_side[0]


def test_user_table_names_the_holder_of_an_office(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,id,country,kind\nEmmanuel Macron,fr-1,FRA,person\n", encoding="utf-8")
    report = load(read_user_table(path)).read("The French president called for talks.", published="2019-03-05")
    found = [m.actor for m in report.mentions if m.actor and m.actor.kind == "person"]
    assert [(a.id, a.resolved_by) for a in found] == [("fr-1", "office")]


def test_user_table_an_alias_with_a_comma_is_marked_as_one_name(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text('name,aliases\nHarbour Works,"Harbour Works, Ltd|"\n', encoding="utf-8")
    assert read_user_table(path).rows[0].aliases == ("Harbour Works, Ltd",)


def test_user_table_a_name_that_is_a_place_stays_the_place_where_words_say_where(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("name,kind\nBaku,government\nStepanakert,government\n", encoding="utf-8")
    reader = load(read_user_table(path))
    for text in ("The trucks left Baku for Tbilisi.", "Dockers marched in Baku.", "She flew from Stepanakert to Baku."):
        own = [m for m in reader.read(text).mentions if m.actor is not None and (m.actor.id or "").startswith("user:")]
        assert own == [], text
    (said,) = (m for m in reader.read("Baku rejected the draft.").mentions if m.actor is not None)
    assert said.actor is not None and said.actor.id == "user:baku"
