"""A user's own actors: read, refused with file, line and remedy, and stronger than ours."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.annotate.entities import entities
from onrecord.annotate.parse import parse
from onrecord.errors import InputError
from onrecord.ingest.document import document
from onrecord.link.actors import ActorLinker
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
        ('name,kind\n"Foo,x\n', 1, "unexpected end of data"),
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
    latin.write_bytes(b"name\nCaf\xe9\n")
    with pytest.raises(InputError, match="OR-E005"):
        read_user_table(latin)
