"""A page in the browser, as a reader uses it."""

from typing import Any

ENTER, ESCAPE, LEFT, RIGHT = "\ue007", "\ue00c", "\ue012", "\ue014"
"""Keys as WebDriver names them."""


class Page:
    """The open page. Positions are those of the report that stands first on it."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser

    def do(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns."""
        return self._browser.execute_script(script, *arguments)

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            self._browser.switch_to.active_element.send_keys(key)

    def text(self, selector: str) -> str:
        """The visible text of the first element that fits."""
        return str(self.do("return document.querySelector(arguments[0]).innerText", selector))

    def held(self) -> str:
        """The highlighted words of the text."""
        return str(self.do("return [...document.querySelectorAll('.canon .on')].map(e => e.textContent).join('')"))

    def lines(self) -> list[str]:
        """The highlighted lines of the dossier."""
        found = self.do("return [...document.querySelectorAll('.dossier .ln.on')].map(e => e.innerText)")
        return [str(one) for one in found]

    def visible(self, selector: str) -> list[str]:
        """The texts of the elements that fit and can be seen."""
        script = "return [...document.querySelectorAll(arguments[0])].filter(e => e.offsetParent).map(e => e.innerText)"
        return [str(one) for one in self.do(script, selector)]

    def card(self) -> str:
        """The record that is shown; empty where none is."""
        return "" if self.do("return document.querySelector('#card').hidden") else self.text("#shown")

    def focus(self) -> str:
        """Which part of the page holds the focus."""
        return str(
            self.do(
                "const a = document.activeElement;"
                "return a.closest('.dossier') ? 'dossier' : a.closest('.canon') ? 'text' : a.id"
            )
        )

    def click_line(self, words: str) -> None:
        """Click the line of the dossier whose link has these words."""
        self._click(self._browser.find_element("xpath", f"//a[@class='go'][contains(., '{words}')]"))

    def click_words(self, start: int) -> None:
        """Click the words of the text that begin at this character."""
        self._click(self._browser.find_element("id", f"r1-p{start}"))

    def hover(self, selector: str) -> None:
        """Move the mouse onto the first element that fits."""
        self.do("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector)
        box = self.do("return document.querySelector(arguments[0]).getClientRects()[0].toJSON()", selector)
        place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        self._browser.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", **place})

    def log(self, name: str) -> list[dict[str, Any]]:
        """What the browser logged under this name since it was last asked."""
        return list(self._browser.get_log(name))

    def box(self, selector: str) -> dict[str, float]:
        """Where the first element that fits stands in the window, in CSS pixels."""
        return dict(self.do("return document.querySelector(arguments[0]).getBoundingClientRect().toJSON()", selector))

    def _click(self, element: Any) -> None:
        self.do("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()
