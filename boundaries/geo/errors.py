"""What is wrong with a geometry, said so that the person who drew it can mend it."""


class GeometryError(ValueError):
    """A geometry the register does not take: what is wrong, what to do, and where; all in Indonesian."""

    def __init__(self, message: str, remedy: str = "", where: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.where = where

    def __str__(self) -> str:
        """The three as one paragraph."""
        return " ".join(part for part in (self.message, self.where, self.remedy) if part)


def degrees(value: float, digits: int = 6) -> str:
    """Degrees with a decimal comma, without sign."""
    return f"{abs(value):.{digits}f}".replace(".", ",")


def place(lon: float, lat: float) -> str:
    """A position in words: `0,512300° LS 115,200000° BT`."""
    north, east = ("LU" if lat >= 0 else "LS"), ("BT" if lon >= 0 else "BB")
    return f"{degrees(lat)}° {north} {degrees(lon)}° {east}"


def counted(number: int) -> str:
    """A whole number with the points of the thousands."""
    return f"{number:,}".replace(",", ".")
