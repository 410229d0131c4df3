"""The refusal of a coordinate: what is wrong and how to mend it."""


class CoordinateError(ValueError):
    """A coordinate that cannot be read or cannot be meant; `code` names the reason, `remedy` the way out."""

    def __init__(self, message: str, remedy: str, code: str = "unreadable") -> None:
        """Keep reason and way out beside the message."""
        super().__init__(message)
        self.message, self.remedy, self.code = message, remedy, code

    def __str__(self) -> str:
        """Both sentences, as they are shown beside a field."""
        return f"{self.message} {self.remedy}"
