"""Names as a naskah prints them: without academic titles (Lampiran PM 22/2020)."""

import re

BEFORE = {
    "prof", "dr", "dra", "drs", "drg", "drh", "ir", "apt", "ns", "ak", "phd", "doktor", "profesor", "dr(hc)",
}  # fmt: skip
AFTER = re.compile(
    r"(?:S|M|D|A\.?Md|Sp|Ph|Ak|Dipl|B|LL|Lc|S\.?Tr|M\.?Tr)\.[A-Za-z.]+|A\.?Md\.?|S\.?(?:H|E|T|P|IP|Sos|Pd|STP|Kom|Hut|KM)\.?"
    r"|M\.?(?:H|M|T|P|Si|Sc|Pd|AP|Kes|Kom|BA)\.?|Ph\.?D\.?|MPA|MBA|LL\.?M\.?|CA|CPA|Lc\.?",
)


def strip_titles(name: str) -> str:
    """A person's name without Prof., Dr., Ir., S.H., M.Si. and their kin; initials and H./Hj. stay."""
    words = name.split(",", 1)[0].split()
    while len(words) > 1 and _is_before(words[0]):
        words.pop(0)
    while len(words) > 1 and AFTER.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def _is_before(word: str) -> bool:
    """Whether a first word is a title: "Dr." or glued ones like "Dr.Ir."."""
    parts = [part for part in word.lower().split(".") if part]
    return bool(parts) and ("." in word or len(word) > 2) and all(part in BEFORE for part in parts)
