"""The sentences that open the sections of a text: the day, the recitals, the legal bases, the agreement."""

import re

OPENING = re.compile(r"pada\s+(?:hari|tanggal)\b", re.I)
RECITALS = re.compile(
    r"menimbang\b|.*\b(?:menerangkan|mempertimbangkan|menyatakan|mengakui|berhasrat)\b.*:$", re.I
)
BASES = re.compile(
    r"mengingat\b|dasar\s+hukum\b|(?:dengan\s+)?(?:memperhatikan|mengingat)\b.{0,120}(?:peraturan|undang|hukum|ketentuan)",
    re.I,
)
AGREEMENT = re.compile(
    r"(?:berdasarkan|maka|selanjutnya|sehubungan|atas\s+dasar|para\s+pihak|oleh\s+karena|dengan|untuk|kedua)\b.*"
    r"\b(?:bersepakat|sepakat|setuju|menyepakati|menyetujui)\b|memutuskan\b|telah\s+(?:sepakat|mencapai)",
    re.I,
)
# "Menimbang : a. bahwa …" carries its first item on the same line.
INLINE = re.compile(r"(?:menimbang|mengingat|dasar\s+hukum)\s*:?\s*(?P<rest>.*)", re.I)
ANNEX_MARK = re.compile(r"lampiran(?:\s+(?:[IVXLC]+|\d+)\b)?\s*[:.]?\s*", re.I)
# An emblem above the title, told by the alternative text of its image or in brackets.
EMBLEM = re.compile(r"[\[(]?\s*(?:lambang|logo|garuda)\b", re.I)
ADDENDUM = ("ADDENDUM", "ADENDUM", "AMANDEMEN")
