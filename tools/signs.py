"""Signs of life of the three processes, as /healthz tells them: who lives but does nothing any more."""

import json

# /healthz counts a sign for a minute; with this on top a part has been silent for a minute and a half.
SILENCE = {"web": 90.0, "worker": 30.0, "beat": 30.0}
START = 90.0  # seconds a fresh process has for its first sign


class Signs:
    """When each part was last known to live, in monotonic seconds."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.seen: dict[str, float] = {}

    def note(self, status: int, words: str, now: float) -> None:
        """Take in an answer of /healthz; status 0 is none.

        Who could not be asked about is not called silent: worker and beat while web or database is away.
        """
        try:
            parts = json.loads(words) if status else {}
        except ValueError:
            parts = {}
        known = isinstance(parts, dict) and parts.get("database", False)
        for name in ("worker", "beat"):
            if not known or parts.get(name):
                self.seen[name] = now
        if status:
            self.seen["web"] = now

    def is_silent(self, name: str, started: float, now: float) -> bool:
        """Say whether this part, running since `started`, has kept silent for too long."""
        silent = now - self.seen.get(name, started)
        return now - started > START and silent > SILENCE.get(name, START)
