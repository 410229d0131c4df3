"""The phones of a room: each asks again and again, and says its word once, on one address of this machine."""

import http.client
import random
import re
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

PAUSE = 1.7
# People come in and open the page within so many seconds, before the text is read out.
ENTRY = 4.0
# What a page says of itself to its script.
_SAYS = re.compile(r'data-(pulse|state|mark)="([^"]*)"')
CSRF = "k" * 32
HOST = "127.0.0.1"


@dataclass
class Tally:
    """What the crowd saw."""

    seconds: list[float] = field(default_factory=list)
    followed: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    read_at: float = 0.0


@dataclass
class Phone:
    """One phone: its cookie, the page it follows, and what the last answer said of how far it is."""

    port: int
    session: str
    address: str
    seen: dict[str, str]
    page: str = ""

    def get(self, address: str) -> tuple[int, dict[str, str]]:
        """Ask; the status and the marks of ours."""
        return self._send("GET", address, None)[:2]

    def post(self, address: str, given: dict[str, Any]) -> int:
        """Send a form as the page's script does."""
        return self._send("POST", address, urlencode(given))[0]

    def open(self, tally: Tally) -> None:
        """Open the page that is followed; it says how far it is, and the script goes on from there."""
        if self.page:
            status, _marks, words = self._send("GET", self.page, None)
            if status != 200:
                tally.refused.append(f"buka {status}")
            self.seen |= dict(_SAYS.findall(words))

    def _send(self, method: str, address: str, body: str | None) -> tuple[int, dict[str, str], str]:
        line = http.client.HTTPConnection(HOST, self.port, timeout=30)
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={CSRF}", "X-CSRFToken": CSRF, "X-KSD-Live": "1",
            "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        try:
            line.request(method, address, body, headers)
            answer = line.getresponse()
            words = answer.read().decode("utf-8", "replace")
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, words
        except OSError as trouble:  # the page waits and asks again
            return 0, {"trouble": str(trouble)}, ""
        finally:
            line.close()

    def ask(self, tally: Tally) -> None:
        """One poll, measured; the first that shows the edition read out tells how soon this page followed."""
        begin = time.monotonic()
        status, marks = self.get(f"{self.address}?{urlencode(self.seen)}")
        end = time.monotonic()
        tally.seconds.append(end - begin)
        if status not in (0, 200, 204):
            tally.refused.append(f"poll {status}")
        fresh = {
            name: marks[f"x-ksd-{name}"] for name in ("pulse", "state", "mark") if f"x-ksd-{name}" in marks
        }
        news = fresh.get("mark", self.seen.get("mark")) != self.seen.get("mark")
        if tally.read_at and begin > tally.read_at and news and "late" not in self.__dict__:
            self.__dict__["late"] = True
            tally.followed.append(end - tally.read_at)
        self.seen.update(fresh)


def walk(phones: list[Phone], tally: Tally, seconds: float, acts: dict[int, tuple[float, Any]]) -> None:
    """Let all phones ask for so long; `acts` are done by the phone with that number after so many seconds.

    An act says whether it arrived; one that did not is tried again, as the page does.
    """
    begin = time.monotonic()

    def one(number: int, phone: Phone) -> None:
        chance = random.Random(number)  # noqa: S311  the pace of a crowd, not a secret
        time.sleep(chance.random() * ENTRY)
        phone.open(tally)
        time.sleep(chance.random() * PAUSE)
        at, act = acts.get(number, (0.0, None))
        while time.monotonic() - begin < seconds:
            if act is not None and time.monotonic() - begin >= at and act():
                act = None
            phone.ask(tally)
            time.sleep(PAUSE * (0.9 + chance.random() * 0.2))
        # What waits on the phone is sent until it has arrived.
        while act is not None and not act() and time.monotonic() - begin < 3 * seconds:
            time.sleep(PAUSE)

    threads = [threading.Thread(target=one, args=pair) for pair in enumerate(phones)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
