"""Codes that people copy from paper: twelve signs without look-alikes, the last one of which guards the others."""

import re
import secrets

# Crockford's alphabet: no I, L, O, U.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
_GROUP = 4
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GAPS = re.compile(r"[\s\-.·_–]+")


def new_code() -> str:
    """A fresh random code (55 bits) with its guard."""
    signs = "".join(secrets.choice(SIGNS) for _number in range(LENGTH - 1))
    return signs + guard_of(signs)


def guard_of(signs: str) -> str:
    """The sign that makes the weighted sum even out (Luhn, modulo 32): it finds any one wrong sign."""
    total = 0
    for number, sign in enumerate(reversed(signs)):
        value = SIGNS.index(sign) * (2 if number % 2 == 0 else 1)
        total += value // len(SIGNS) + value % len(SIGNS)
    return SIGNS[-total % len(SIGNS)]


def read_code(typed: str) -> str | None:
    """The code somebody typed, whatever its gaps and look-alikes; None when it cannot be one."""
    code = _GAPS.sub("", typed[:100]).upper().translate(_ALIKE)
    if len(code) != LENGTH or any(sign not in SIGNS for sign in code):
        return None
    return code if guard_of(code[:-1]) == code[-1] else None


def spaced(code: str) -> str:
    """The code in groups of four, as it is printed."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
