"""Plays the part of a story whose two texts go together."""

from agreements.models import Case, Naskah


class PairPlayer:
    """Takes up a text begun earlier, so that the next steps share, approve or sign it."""

    case: Case
    text: Naskah | None

    def do_open(self, detail: str) -> None:
        """Take up the text of this kind."""
        self.text = self.case.naskah.get(kind=detail)
