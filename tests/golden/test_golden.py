"""Golden documents: `<name>/source.txt`, read with the options beside it, gives `<name>/expected.jsonl`.

`pytest tests/golden --update-golden` writes the expectations anew; read the difference before committing it.
"""

import json
from pathlib import Path

import pytest

from onrecord.ingest.sources import documents
from onrecord.model import Document
from onrecord.reader import Reader

HERE = Path(__file__).parent
NAMES = sorted(path.parent.name for path in HERE.glob("*/source.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_golden_document_reads_as_expected(name: str, reader: Reader, request: pytest.FixtureRequest) -> None:
    folder = HERE / name
    options = json.loads((folder / "options.json").read_text(encoding="utf-8"))
    (source,) = documents([str(folder / "source.txt")], options.get("published"))
    assert isinstance(source, Document), source
    got = reader.read(source).to_jsonl()
    expected = folder / "expected.jsonl"
    if request.config.getoption("--update-golden"):
        expected.write_text(got, encoding="utf-8")
    assert got.splitlines() == expected.read_text(encoding="utf-8").splitlines()
