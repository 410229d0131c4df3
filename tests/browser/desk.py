"""A person before the browser: what they do, and what must never happen on any page they open."""

import re
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, expect

REFUSED = re.compile(r"status of (403|404|409|422)")
# Elements that stick out of the page, unless something around them scrolls or hides it.
STICKING_OUT = """() => {
  const wide = window.innerWidth;
  const held = (node) => {
    for (let up = node.parentElement; up && up !== document.body; up = up.parentElement) {
      const how = getComputedStyle(up).overflowX;
      if (how === 'auto' || how === 'scroll' || how === 'hidden' || how === 'clip') return true;
    }
    return false;
  };
  return [...document.body.querySelectorAll('*')].filter((node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > wide + 1 && !held(node);
  }).slice(0, 5).map((node) => node.outerHTML.slice(0, 120));
}"""


class Desk:
    """One person's browser; `problems` gathers what the browser or the server complained of."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        """Open a page and listen."""
        self.home = home
        self.problems: list[str] = []
        self.status = 0
        self.page: Page = context.new_page()
        context.set_default_timeout(20_000)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.problems.append(f"skrip: {error}"))
        self.page.on("request", self._request)
        self.page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # A page may be refused itself, and so may what its script sends to an address below it.
        own = str(message.location.get("url", "")).startswith(self.page.url.partition("?")[0])
        refused = REFUSED.search(message.text) and own
        # Drawing in software, where there is no graphics card, tells how long it took to read its own picture.
        slow = "GL Driver Message" in message.text
        if message.type in ("error", "warning") and not refused and not slow:
            self.problems.append(f"konsol: {message.text} pada {self.page.url}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:", "about:")):
            self.problems.append(f"alamat asing: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.problems.append(f"{response.status}: {response.url}")

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        answer = self.page.goto(path if path.startswith("http") else f"{self.home}{path}")
        self.status = answer.status if answer else 0
        return self.page

    def press(self, name: str, *, exact: bool = True) -> None:
        """Press a button in the page's content."""
        self.page.locator("main").get_by_role("button", name=name, exact=exact).first.click()

    def follow(self, name: str, *, exact: bool = True) -> None:
        """Follow a link in the page's content."""
        self.page.locator("main").get_by_role("link", name=name, exact=exact).first.click()

    def fill(self, label: str, value: str) -> None:
        """Fill a field by its label."""
        self.page.locator("main form").get_by_label(label).first.fill(value)

    def told(self, words: str) -> None:
        """A flash message says this."""
        expect(self.page.locator(".ksd-messages")).to_contain_text(words)

    def reads(self, *words: str) -> None:
        """The page's content says all this."""
        for word in words:
            expect(self.page.locator("main")).to_contain_text(word)

    def fits(self) -> list[str]:
        """What makes the page wider than the screen."""
        wide: Any = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        found: list[str] = self.page.evaluate(STICKING_OUT)
        return found + ([f"halaman {wide} px terlalu lebar"] if wide > 0 else [])
