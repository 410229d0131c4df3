"""Tokens of a written coordinate, grouped into one or two angles."""

from dataclasses import dataclass
from itertools import pairwise

from boundaries.geo.coordinates.errors import CoordinateError
from boundaries.geo.coordinates.tokens import Kind, Token

PARTS = (Kind.DEGREE, Kind.MINUTE, Kind.SECOND)
EXAMPLE = "Tulis misalnya: 0° 24' 44,442\" LS, 116° 58' 52,444\" BT."


@dataclass(frozen=True)
class Angle:
    """An angle in degrees, its side (N, S, E, W or nothing), whether it has minutes and whether it bore a sign."""

    degrees: float
    side: str
    sexagesimal: bool
    signed: bool

    @property
    def axis(self) -> str:
        """Which of the two it is by its side: lat, lon, or nothing."""
        return "" if not self.side else ("lat" if self.side in "NS" else "lon")


def split(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of each angle: cut at a comma, at a side, at the second degree sign, or in the middle."""
    if any(token.kind is Kind.CUT for token in tokens):
        groups: list[list[Token]] = [[]]
        for token in tokens:
            if token.kind is Kind.CUT:
                groups.append([])
            else:
                groups[-1].append(token)
        return [group for group in groups if group]
    at = _cut_at(tokens)
    return [part for part in (tokens[:at], tokens[at:]) if part] if at else [tokens]


def _cut_at(tokens: list[Token]) -> int:
    marks = [place for place, token in enumerate(tokens) if token.kind is Kind.MARK]
    if marks and marks[0] == 0:
        return marks[1] if len(marks) > 1 else 0
    if marks and marks[0] < len(tokens) - 1:
        return marks[0] + 1
    degrees = [place for place, token in enumerate(tokens) if token.kind is Kind.DEGREE]
    signs = [place for place, token in enumerate(tokens) if token.kind is Kind.SIGN and place]
    if len(degrees) == 2:
        return degrees[1] - 1 - (tokens[degrees[1] - 2].kind is Kind.SIGN)
    if len(signs) == 1:
        return signs[0]
    return _middle(tokens)


def _middle(tokens: list[Token]) -> int:
    """Plain numbers in a row: half of them belong to each angle."""
    numbers = [place for place, token in enumerate(tokens) if token.kind is Kind.NUMBER]
    if len(numbers) not in {2, 4, 6}:
        return 0
    return numbers[len(numbers) // 2]


def read_angle(tokens: list[Token]) -> Angle:
    """One angle; raises CoordinateError naming the part that cannot be."""
    sides = {token.text for token in tokens if token.kind is Kind.MARK}
    if len(sides) > 1:
        raise CoordinateError("Satu angka memuat dua arah mata angin.", EXAMPLE, "two_sides")
    signs = [token.text for token in tokens if token.kind is Kind.SIGN]
    if len(signs) > 1 or ("-" in signs and sides):
        raise CoordinateError(
            "Tanda minus dan arah (LU, LS, BT) dipakai bersama.", "Pakai salah satunya saja.", "sign_and_side"
        )
    side = next(iter(sides), "")
    parts = _parts([token for token in tokens if token.kind not in {Kind.MARK, Kind.SIGN}])
    size = parts[0] + parts[1] / 60 + parts[2] / 3600
    negative = "-" in signs or side in {"S", "W"}
    return Angle(-size if negative else size, side, _has_minutes(tokens), bool(signs))


def _has_minutes(tokens: list[Token]) -> bool:
    return sum(token.kind is Kind.NUMBER for token in tokens) > 1


def _parts(tokens: list[Token]) -> tuple[float, float, float]:
    """Degrees, minutes and seconds of an angle, each at most once and in order."""
    numbers: list[str] = []
    for token, after in pairwise([*tokens, Token(Kind.CUT, "")]):
        if token.kind is Kind.NUMBER:
            numbers.append(token.text)
            if after.kind in PARTS and after.kind is not PARTS[min(len(numbers), 3) - 1]:
                raise CoordinateError("Tanda derajat, menit, dan detik tidak berurutan.", EXAMPLE, "order")
        elif after.kind is not Kind.NUMBER and after.kind is not Kind.CUT:
            raise CoordinateError("Ada tanda derajat, menit, atau detik tanpa angka.", EXAMPLE, "order")
    if not numbers or len(numbers) > 3 or tokens[0].kind is not Kind.NUMBER:
        raise CoordinateError("Derajat, menit, dan detik tidak lengkap atau berlebih.", EXAMPLE, "parts")
    _whole(numbers)
    values = [float(number.replace(",", ".")) for number in numbers] + [0.0, 0.0]
    _below_sixty(values)
    return values[0], values[1], values[2]


def _whole(numbers: list[str]) -> None:
    for number, name in zip(numbers[:-1], ("Derajat", "Menit"), strict=False):
        if "," in number or "." in number:
            raise CoordinateError(
                f"{name} “{number}” berkoma, padahal masih diikuti bagian yang lebih kecil.",
                "Hanya bagian terakhir yang boleh berkoma.",
                "fraction",
            )


def _below_sixty(values: list[float]) -> None:
    for value, name in ((values[1], "Menit"), (values[2], "Detik")):
        if value >= 60:
            raise CoordinateError(
                f"{name} {value:g} tidak mungkin; paling besar 59,999.".replace(
                    ".", ",", value != int(value)
                ),
                "Periksa angkanya; enam puluh berarti satu satuan di atasnya.",
                "sixty",
            )
