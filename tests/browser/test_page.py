import json
from itertools import pairwise

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.page import ENTER, ESCAPE, LEFT, RIGHT
from tests.present import sample
from tests.present.sample import EMPTY, REPORT, TEXT, hostile

pytestmark = pytest.mark.browser

ORDER = [record.id for record in REPORT.records() if record.id.split("-")[0] not in {"doc", "mention"}]


def test_page_click_on_a_line_highlights_its_words_and_brings_them_into_view(open_page: OpenPage) -> None:
    page = open_page(REPORT, height=500)
    page.click_line("Johan Reyes (IGO) asks")
    assert page.held() == sample.GUARANTEE.evidence.text
    box = page.box(".canon .on")
    assert 0 < box["top"] < box["bottom"] < 500
    assert "REQUEST change" in page.card()
    assert "request-sample" in page.card()


def test_page_click_on_words_highlights_their_line_and_brings_it_into_view(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.click_words(sample.SHORTAGE.evidence.start)
    (line,) = page.lines()
    assert line.startswith("alleged")
    assert "Tamary: shortage (fuel, health)" in line
    pane, box = page.box(".dossier"), page.box(".dossier .ln.on")
    assert pane["top"] - 1 <= box["top"] < box["bottom"] <= pane["bottom"] + 1


def test_page_second_click_on_the_same_words_shows_the_record_around_them(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.click_words(sample.SENT.anchor.start)
    assert sample.SENT.id in page.card()
    page.click_words(sample.SENT.anchor.start)
    assert sample.VIOLATED.id in page.card()
    assert sample.VIOLATED.content[0].text in page.held()


def test_page_keys_walk_the_records_in_text_order_and_back(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    for record in ORDER[:6]:
        page.press("j")
        assert record in page.card()
    for key, place in (("k", 4), (RIGHT, 5), (LEFT, 4)):
        page.press(key)
        assert ORDER[place] in page.card()


def test_page_enter_jumps_between_the_words_and_their_line(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.press("j")
    assert page.focus() == "text"
    page.press(ENTER)
    assert page.focus() == "dossier"
    page.press(ENTER)
    assert page.focus() == "text"
    assert page.held()
    page.press(ESCAPE)
    assert page.held() == page.card() == ""


def test_page_tab_reaches_a_line_and_shows_its_record(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.do("document.querySelector('.demands a.go').focus()")
    assert sample.REOPEN.id in page.card()


def test_page_filter_by_words_keeps_the_lines_that_have_them(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    lines = ".dossier .en:not(:has(.en))"
    everything = page.visible(lines)
    page.press("/")
    assert page.focus() == "filter"
    page.press("insulin")
    found = page.visible(lines)
    assert len(found) == 2
    assert all("insulin" in line for line in found)
    assert page.text("#found").startswith("2 of ")
    page.press(ESCAPE)
    assert page.visible(lines) == everything


def test_page_filter_by_speaker_keeps_only_what_is_theirs(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.do("[...document.querySelectorAll('.who')].find(b => b.innerText.includes('Johan Reyes')).click()")
    (speaker,) = page.visible(".speakers > .en")
    assert "Johan Reyes" in speaker
    tags = page.do("return [...document.querySelectorAll('.canon .st:not(.off)')].map(e => e.dataset.tag)")
    assert set(tags) == {"JR"}
    page.do("document.querySelector('.who[aria-pressed=true]').click()")
    assert len(page.visible(".speakers > .en")) == 8
    assert page.do("return document.querySelectorAll('.canon .off').length") == 0


def test_page_help_opens_and_closes_by_key(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.press("?")
    assert page.do("return document.querySelector('#help').open")
    page.press(ESCAPE)
    assert not page.do("return document.querySelector('#help').open")


def test_page_hover_shows_the_record_and_leaving_hides_it(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    page.hover(f"#r1-p{sample.CALL.anchor.start}")
    assert "CONSULT phone" in page.card()
    page.hover(".title")
    assert page.card() == ""


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_page_never_scrolls_sideways(open_page: OpenPage, width: int) -> None:
    page = open_page(REPORT, EMPTY, hostile(), width=width)
    assert page.do("return document.documentElement.scrollWidth") <= width
    page.press("j")
    assert page.card()
    assert page.do("return document.documentElement.scrollWidth") <= width


def test_page_on_a_phone_keeps_the_tapped_words_above_the_record(open_page: OpenPage) -> None:
    page = open_page(REPORT, width=390, height=844)
    tap = "const e = document.getElementById(arguments[0]); e.scrollIntoView({block: 'end'}); e.click()"
    page.do(tap, f"r1-p{sample.AGREED.anchor.start}")
    assert sample.AGREED.id in page.card()
    assert 0 < page.box(".canon .on")["bottom"] <= page.box("#card")["top"]


def test_page_stands_in_one_column_on_a_phone_and_in_two_on_a_desk(open_page: OpenPage) -> None:
    page = open_page(REPORT, width=390, height=844)
    assert page.box(".dossier")["top"] >= page.box(".text")["bottom"]
    page = open_page(REPORT, width=1280)
    assert page.box(".dossier")["left"] >= page.box(".text")["right"]


@pytest.mark.parametrize("dark", [False, True])
def test_page_asks_nothing_of_the_network_and_logs_no_error(open_page: OpenPage, dark: bool) -> None:
    page = open_page(REPORT, hostile(), dark=dark)
    page.press("j", "j", "?", ESCAPE)
    assert page.log("browser") == []
    messages = [json.loads(entry["message"])["message"] for entry in page.log("performance")]
    urls = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    assert any(url.startswith("file:") for url in urls)
    assert all(url.startswith(("file:", "data:")) for url in urls)


def test_page_is_dark_where_the_reader_wants_it(open_page: OpenPage) -> None:
    shade = "return getComputedStyle(document.body).backgroundColor"
    assert open_page(REPORT).do(shade) != open_page(REPORT, dark=True).do(shade)


def test_page_of_a_hostile_report_runs_nothing(open_page: OpenPage) -> None:
    page = open_page(hostile())
    page.press("j")
    assert "onerror=alert(1)" in page.held()
    assert page.do("return typeof window.hacked") == "undefined"


def test_page_reads_without_scripts(open_page: OpenPage) -> None:
    page = open_page(REPORT, script=False)
    assert TEXT.rsplit(". ", 1)[1].strip() in " ".join(page.text(".canon").split())
    assert "Ada Lindqvist (VLD) asks Karsunia" in page.text(".demands")
    assert page.visible("#filter") == []
    link = page.do("return document.querySelector('.demands a.go').getAttribute('href')")
    words = page.do("return document.querySelector(arguments[0]).textContent", link)
    assert sample.REOPEN.evidence.text.startswith(words)


def test_page_names_its_parts_and_keeps_its_headings_in_order(open_page: OpenPage) -> None:
    page = open_page(REPORT)
    headings = page.do("return [...document.querySelectorAll('main :is(h1, h2, h3, h4)')].map(e => e.tagName)")
    levels = [int(str(one)[1]) for one in headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    unnamed = page.do(
        "return [...document.querySelectorAll('button, input, a, nav, section, aside, dialog')].filter("
        "e => !(e.textContent.trim() && e.matches('button, a'))"
        " && !e.hasAttribute('aria-label') && !e.hasAttribute('aria-labelledby')).map(e => e.outerHTML)"
    )
    assert unnamed == []


def test_page_prints_everything_whole_and_without_backgrounds(open_page: OpenPage) -> None:
    page = open_page(REPORT, media="print", dark=True)
    assert page.visible(".bar, #card, .records, .brief") == []
    assert page.box(".dossier")["top"] >= page.box(".text")["bottom"]
    style = "const s = getComputedStyle(document.querySelector('.tag')); return [s.color, s.backgroundColor]"
    ink, ground = page.do(style)
    assert ground == "rgba(0, 0, 0, 0)"
    assert ink == "rgb(27, 90, 150)", "the colours of the day, also for a reader of the night"
