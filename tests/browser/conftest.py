"""A headless Chromium, driven through Selenium and Debian's chromedriver; nothing is downloaded."""

import os
import shutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import pytest

from onrecord.export.html import EXPORTER
from onrecord.export.options import Options
from onrecord.model import Report
from tests.browser.page import Page

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


def _missing(reason: str) -> NoReturn:
    if os.environ.get("ONRECORD_REQUIRE_ALL_TESTS") == "1":
        pytest.fail(f"{reason}; all tests are required here")
    pytest.skip(f"NOT RUN: {reason}")


@pytest.fixture(scope="session")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The browser; tests that need it skip, loudly, where it or its driver is not installed."""
    browser = next(filter(None, map(shutil.which, CHROMIUM)), None)
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        _missing("needs Chromium and its driver (Debian: apt-get install chromium chromium-driver)")
    try:
        webdriver: Any = import_module("selenium.webdriver")
    except ImportError:
        _missing("needs selenium (pip install selenium)")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield found
    found.quit()


type OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(chrome: Any, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens the page of some reports in a window of some CSS pixels, by night, without scripts, or as printed."""

    def opened(
        *reports: Report,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        script: bool = True,
        media: str = "",
    ) -> Page:
        path = tmp_path / "page.html"
        with path.open("w", encoding="utf-8") as out:
            EXPORTER.write(reports, out, Options())
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, still], "media": media})
        chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        page = Page(chrome)
        for name in ("browser", "performance"):
            page.log(name)  # forget what an earlier test left
        chrome.get(path.as_uri())
        return page

    yield opened
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
