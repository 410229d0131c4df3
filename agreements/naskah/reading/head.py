"""The head of a foreign text: its kind, the parties ANTARA … DAN …, the subject after TENTANG, and the numbers."""

import re
from dataclasses import dataclass, field

from agreements.naskah.reading.lines import NUMBER, Line, is_capitals

KIND = re.compile(
    r"(?:(?:RANCANGAN|DRAF|DRAFT|NASKAH)\s+)?(?:KESEPAKATAN\s+BERSAMA|PERJANJIAN\s+KERJA\s*SAMA|KONTRAK\b|NOTA\s+KESEPA(?:KATAN|HAMAN)"
    r"|MEMORANDUM\s+|PERNYATAAN\s+KEHENDAK|LETTER\s+OF\s+INTENT|SURAT\s+PERNYATAAN\s+KEHENDAK|RENCANA\s+KERJA\b(?!\s+PEMERINTAH)"
    r"|ADD?ENDUM|AMANDEMEN|NASKAH\s+KERJA\s*SAMA|(?:NASKAH\s+)?KERJA\s*SAMA\b)",
    re.I,
)
SPLIT = re.compile(r"\s*\b(ANTARA|TENTANG)\b\s*")
BLANK = re.compile(r"[.…_\s/-]*$")
# A word that begins the name of a party: only before one of them does "DAN" part two parties on one line.
PARTY = (
    "PEMERINTAH", "PROVINSI", "KABUPATEN", "KOTA", "DINAS", "BADAN", "KEMENTERIAN", "PT", "PT.", "CV", "CV.",
    "UNIVERSITAS", "YAYASAN", "BUPATI", "GUBERNUR", "WALI", "WALIKOTA", "SEKRETARIAT", "KANTOR", "KOPERASI", "PERUMDA",
    "PERUSAHAAN", "BANK", "THE", "RUMAH", "DIREKTORAT", "POLITEKNIK", "INSTITUT", "LEMBAGA", "BALAI", "KEPOLISIAN",
)  # fmt: skip
AND = re.compile(rf"(?:^|\s|,)\s*DAN\s+(?=(?:{'|'.join(map(re.escape, PARTY))})(?:\s|$))")
MOST_HEAD = 300


@dataclass
class Head:
    """What the title block says, gathered line by line."""

    kind: list[str] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    slot: str = "kind"

    def take(self, line: Line) -> bool:
        """Place one line; False when it is no longer part of the title block."""
        number = NUMBER.match(line.text)
        if number:
            value = number["number"].strip()
            self.numbers.append("" if BLANK.match(value) else value)
            return True
        if len(line.text) > MOST_HEAD or not self._fits(line.text):
            return False
        for piece in SPLIT.split(line.text) if self.slot != "title" else [line.text]:
            self._piece(piece.strip())
        return True

    def _fits(self, text: str) -> bool:
        """Capitals always do; a line in small letters only where its slot is still empty, or goes on so."""
        if is_capitals(text) or not any(sign.isalpha() for sign in text):
            return True
        if text.endswith((":", ";")) or not any(word in text for word in ("ANTARA", "TENTANG")):
            rows = {"kind": self.kind, "between": self.between, "title": self.title}[self.slot]
            return len(text.split()) <= 25 and not text.endswith((":", ";")) and (
                not rows or not is_capitals(rows[-1])
            )  # fmt: skip
        return True

    def _piece(self, text: str) -> None:
        if not text:
            return
        if text == "ANTARA":
            self.slot = "between"
        elif text == "TENTANG":
            self.slot = "title"
        elif self.slot == "between":
            self._party(text)
        else:
            {"kind": self.kind, "title": self.title}[self.slot].append(text)

    def _party(self, text: str) -> None:
        if text.upper() in {"DAN", "DENGAN"}:
            return
        self.between += [part.strip(" ,") for part in AND.split(text) if part.strip(" ,")]
