"""Terms of agreements that are only recalled are no news; terms of one that is new are."""

import pytest

from tests.extract.beside import events_of


def told(text: str) -> list[tuple[str, str]]:
    return [(e.event, e.status) for e in events_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Few remember the Wajir protocol of 9 June 2011, under which Kenya promised to dredge the ford.",
        "Under the Wajir protocol, Kenya undertakes to lend Somalia three pumps.",
        "The treaty requires Kenya to send Somalia the list of ships each month.",
        "The convention, signed by Kenya and Somalia in Rome on 2 May 1998, has eleven articles.",
        "The statute says that Kenya shall not close the lock.",
    ],
)
def test_events_terms_of_a_known_agreement_are_no_news(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya signed an accord under which Somalia will send doctors to Garissa.", ("SUPPORT", "asserted")),
        ("Kenya promised to honour the Wajir protocol of 9 June 2011.", ("AGREE", "asserted")),
        ("Kenya accused Chad of breaking the truce signed in Rome.", ("ACCUSE", "asserted")),
        ("Kenya promised Somalia two tugs, as their treaty provides.", ("AGREE", "asserted")),
    ],
)
def test_events_what_is_done_about_an_agreement_is_news(text: str, act: tuple[str, str]) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The minister of Kenya denied that Nairobi had flouted the truce.", "REJECT"),
        ("The envoy of Kenya denied that flour was scarce.", "REJECT"),
        ("The envoy of Kenya will not deny it.", "REJECT"),
    ],
)
def test_events_who_denies_neither_refuses_nor_accuses(text: str, event: str) -> None:
    assert event not in {name for name, _ in told(text)}


def test_events_a_denial_grants_when_it_was() -> None:
    found = told("Kenya denied that it had lent boats when the army of Somalia shelled Garissa.")
    assert ("ASSAULT", "alleged") in found or ("ASSAULT", "asserted") in found
