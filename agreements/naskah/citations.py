"""Legal citations found in running text: kind, number, year, title, what they are said to be changed by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 1945, 2099
MAX_SOURCE = 400_000
TITLE = 250

# Longest names first: "Peraturan Pemerintah Pengganti Undang-Undang" is no Peraturan Pemerintah.
_DASH = r"\s*[-\u2010-\u2015]?\s*"
KINDS: tuple[tuple[str, str], ...] = (
    ("perppu", rf"peraturan\s+pemerintah\s+pengganti\s+undang{_DASH}undang|perp+u"),
    ("uu", rf"undang{_DASH}undang(?!{_DASH}dasar)|uu"),
    ("pp", r"peraturan\s+pemerintah|pp"),
    ("perpres", r"peraturan\s+presiden|perpres"),
    ("keppres", r"keputusan\s+presiden|keppres"),
    ("inpres", r"instruksi\s+presiden|inpres"),
    ("permendagri", r"peraturan\s+menteri\s+dalam\s+negeri|permendagri|pmdn"),
    ("kepmendagri", r"keputusan\s+menteri\s+dalam\s+negeri|kepmendagri"),
    ("permen", r"peraturan\s+menteri|permen[a-z]{2,12}|pmk"),
    ("kepmen", r"keputusan\s+menteri|kepmen[a-z]{2,12}"),
    ("perban", r"peraturan\s+(?:kepala\s+)?(?:badan|lembaga|arsip|otoritas)"),
    ("perda", r"peraturan\s+daerah(?:\s+istimewa)?|perda|qanun"),
    ("pergub", r"peraturan\s+gubernur|pergub"),
    ("perbup", r"peraturan\s+bupati|perbup"),
    ("perwali", r"peraturan\s+wali\s*kota|perwali|perwako"),
    ("kepkada", r"keputusan\s+(?:gubernur|bupati|wali\s*kota)"),
)
# How the register writes a kind, and how a legal basis does.
NAMES = {
    "perppu": ("Perppu", "Peraturan Pemerintah Pengganti Undang-Undang"),
    "uu": ("UU", "Undang-Undang"),
    "pp": ("PP", "Peraturan Pemerintah"),
    "perpres": ("Perpres", "Peraturan Presiden"),
    "keppres": ("Keppres", "Keputusan Presiden"),
    "inpres": ("Inpres", "Instruksi Presiden"),
    "permendagri": ("Permendagri", "Peraturan Menteri Dalam Negeri"),
    "kepmendagri": ("Kepmendagri", "Keputusan Menteri Dalam Negeri"),
    "permen": ("Permen", "Peraturan Menteri"),
    "kepmen": ("Kepmen", "Keputusan Menteri"),
    "perban": ("Perban", "Peraturan Badan"),
    "perda": ("Perda", "Peraturan Daerah"),
    "pergub": ("Pergub", "Peraturan Gubernur"),
    "perbup": ("Perbup", "Peraturan Bupati"),
    "perwali": ("Perwali", "Peraturan Wali Kota"),
    "kepkada": ("Kepkada", "Keputusan Kepala Daerah"),
}
# Kinds of which there is one series for the whole country; the others belong to whoever issued them.
NATIONAL = frozenset({"perppu", "uu", "pp", "perpres", "keppres", "inpres", "permendagri", "kepmendagri"})

_KIND = "|".join(f"(?P<{code}>{words})" for code, words in KINDS)
_ISSUER = r"(?P<issuer>(?:\s+(?!nomor\b|no\b|nr\b|tentang\b|dan\b\s+peraturan|yang\b|ini\b|pasal\b)[a-z.,/()'-]+){0,9}?)"
_NUMBER = r"(?:nomor|no|nr)\s*[.:]?\s*[.:]?\s*"
_YEAR = r"(?:tahun|thn|th)\s*\.?\s*"
PATTERN = re.compile(
    rf"\b(?:{_KIND})\b\s*(?:\((?:uu|pp|perpres|permendagri|perda)\)\s*)?(?:republik\s+indonesia\b|\bri\b)?{_ISSUER}\s*[,:]?\s*"
    rf"(?:"
    rf"(?:{_NUMBER})?(?P<number>\d[\w./-]*?)\s*,?\s*{_YEAR}(?P<year>\d{{4}})"
    rf"|(?:{_NUMBER})?(?P<short>\d{{1,4}}[a-z]?)\s*/\s*(?P<short_year>(?:19|20)\d{{2}})"
    rf"|{_NUMBER}(?P<long>\d[\w.-]*(?:/[\w.-]+)*?)/(?P<long_year>(?:19|20)\d{{2}})"
    rf")(?![\w/])",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b(?:nomor|no|nr)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\s*,?\s*tentang\s+(?P<title>.+?)(?=,?\s+sebagaimana\s+(?:telah|diubah|beberapa)|\s*\((?:lembaran|tambahan|berita)"
    r"|\s*;|\.\s|\.?\s*$|\n\s*\n|\s+(?:juncto|jo\.?)\s)",
    re.IGNORECASE | re.DOTALL,
)
_CHANGED = re.compile(
    r"[^;]{0,160}?sebagaimana\s+(?:telah\s+)?(?:beberapa\s+kali\s+)?(?:diubah|dicabut|diganti)", re.IGNORECASE
)
_BY = re.compile(
    r"(?:diubah|dicabut|diganti)[^;.]{0,60}?\b(?:dengan|oleh)\s*$|terakhir\s+dengan\s*$|\b(?:dan|serta)\s+dengan\s*$",
    re.IGNORECASE,
)
_AMENDS = re.compile(r"perubahan\s+(?:\w+\s+){0,3}?atas\s*$|pencabutan\s+(?:atas\s*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """One law named in a text; `role` tells the one that changes another, and the one being changed, from the rest."""

    kind: str
    number: str
    year: int
    issuer: str = ""
    title: str = ""
    role: str = ""
    changed: bool = False
    short: bool = False
    start: int = 0
    end: int = 0

    @property
    def shown(self) -> str:
        """The citation as the register writes it: PP 28/2018."""
        return f"{NAMES[self.kind][0]} {self.number}/{self.year}"

    @property
    def key(self) -> str:
        """What two citations of the same law have in common: "permendagri:22/2020", "perda:kutai kartanegara:3/2020"."""
        issuer = "" if self.kind in NATIONAL else f"{issuer_key(self.issuer)}:"
        return f"{self.kind}:{issuer}{self.number.casefold()}/{self.year}"


def cite(text: str) -> tuple[Citation, ...]:
    """Every citation of a text in reading order."""
    return tuple(_citations(text[:MAX_SOURCE]))


def shown_in(text: str) -> str:
    """The citation a text consists of, as the register writes it; empty for anything else."""
    found = next(iter(cite(text)), None)
    return found.shown if found and found.start == 0 and found.end == len(text.strip()) else ""


def in_words(shown: str) -> str:
    """PP 28/2018 as a legal basis writes it: Peraturan Pemerintah Nomor 28 Tahun 2018."""
    kind, _space, rest = shown.partition(" ")
    number, slash, year = rest.partition("/")
    name = next((long for short, long in NAMES.values() if short == kind), "")
    return f"{name} Nomor {number} Tahun {year}" if name and slash else shown


def keys_of(text: str) -> frozenset[str]:
    """The laws a text names."""
    return frozenset(found.key for found in cite(text))


def issuer_key(issuer: str) -> str:
    """A region or ministry without the words that come and go: "Prov. Kaltim" and "Provinsi Kalimantan Timur" agree."""
    words = re.sub(r"[^a-z ]+", " ", issuer.casefold()).split()
    kept = [SHORT.get(word, word) for word in words if word not in IDLE]
    return " ".join(kept)


IDLE = frozenset(
    {"provinsi", "prov", "propinsi", "daerah", "tingkat", "i", "ii", "republik", "indonesia", "ri"}
)
SHORT = {
    "kab": "kabupaten", "kaltim": "kalimantan timur", "kalsel": "kalimantan selatan",
    "kalteng": "kalimantan tengah", "kalbar": "kalimantan barat", "kaltara": "kalimantan utara",
    "kukar": "kutai kartanegara", "kubar": "kutai barat", "kutim": "kutai timur",
}  # fmt: skip


def _citations(text: str) -> Iterator[Citation]:
    for found in PATTERN.finditer(text):
        year = int(found["year"] or found["short_year"] or found["long_year"])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        kind = next(code for code, _words in KINDS if found[code])
        number = found["number"] or found["short"] or found["long"]
        before, after = text[: found.start()], text[found.end() :]
        about = _ABOUT.match(after)
        rest = after[about.end() :] if about else after
        yield Citation(
            kind=kind,
            number=number.strip("./-"),
            year=year,
            issuer=_issuer(kind, found),
            title=" ".join(about["title"].split())[:TITLE] if about else "",
            role=_role(before),
            changed=bool(_CHANGED.match(rest[:260])),
            short=not _WORD.search(found[0]),
            start=found.start(),
            end=found.end(),
        )


def _issuer(kind: str, found: re.Match[str]) -> str:
    if kind in NATIONAL:
        return ""
    words = " ".join((found["issuer"] or "").split()).strip(" ,.:")
    name = found[kind].casefold()
    short = {"permen": name.removeprefix("permen"), "kepmen": name.removeprefix("kepmen")}.get(kind, "")
    if name == "pmk":
        return "keuangan"
    return words or ("" if " " in name else short.strip())


def _role(before: str) -> str:
    """Whether the words before say that this law changes another one, or is changed by it."""
    near = before[-120:]
    if _AMENDS.search(near):
        return "target"
    return "change" if _BY.search(near) else ""
