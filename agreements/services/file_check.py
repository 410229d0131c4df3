"""The law check of a file that lies outside the application, as jurists run it at the command line (F27)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import DatabaseError
from django.utils.translation import gettext as _

from agreements.documents.gather import wrong_citations
from agreements.law.loading import codes, latest
from agreements.law.schema import NaskahKind
from agreements.naskah.checks import Finding, findings_of_reading
from agreements.naskah.checks.paper import is_outside, parties_of
from agreements.naskah.reading import Paragraph, Reading, read
from ksd.core.errors import DomainError
from regions.registry import read_toml

# Who the partner is, as the kinds of a pack name it.
REGION, THIRD, STATE = "region", "third_party", "institution"
STATE_WORDS = ("kementerian", "badan", "lembaga", "kepolisian", "kejaksaan", "direktorat", "komisi")


@dataclass(frozen=True)
class FileCheck:
    """What the check of a file found: the kind it was read as, the text, the findings."""

    family: str
    rule: NaskahKind
    reading: Reading
    findings: list[Finding]

    def line_of(self, finding: Finding) -> int | None:
        """The paragraph of the file a finding stands in, counted from 1, where it stands in the body."""
        return self.reading.places.get(finding.place)


def kinds() -> list[str]:
    """Every kind of naskah that can be asked for: kb, pks, … and with its family, ksdpk.pks."""
    full = [f"{pack}.{rule.code}" for pack in codes() for rule in latest(pack).naskah]
    return sorted({name.partition(".")[2] for name in full}) + full


def check_paragraphs(paragraphs: Iterable[Paragraph], kind: str) -> FileCheck:
    """Read the paragraphs of a file as a naskah of this kind and check it. Raises DomainError for an unknown kind."""
    rows = tuple(paragraphs)
    family, rule = _rule(kind, rows)
    reading = read(rows, rule)
    return FileCheck(family, rule, reading, findings_of_reading(reading, rule, known_wrong()))


def _rule(kind: str, rows: tuple[Paragraph, ...]) -> tuple[str, NaskahKind]:
    family, _dot, code = kind.rpartition(".")
    known = {pack: rule for pack in codes() for rule in latest(pack).naskah if rule.code == code}
    found = {pack: rule for pack, rule in known.items() if family in {"", pack}}
    if not found:
        raise DomainError(
            _("Jenis naskah “%s” tidak dikenal.") % kind,
            remedy=_("Pilih salah satu: %s.") % ", ".join(kinds()),
        )
    partner = _partner(read(rows)) if len(found) > 1 else ""
    serving = (pack for pack in found if any(kind.partner == partner for kind in latest(pack).kinds))
    chosen = next(serving, next(iter(found)))
    return chosen, found[chosen]


def _partner(reading: Reading) -> str:
    """Who stands beside the region: another region, the state, or a third party."""
    names = [row.name for row in parties_of(reading)] or list(reading.between)
    outside = [name.casefold() for name in names if name and is_outside(name)]
    if not outside:
        return REGION
    return STATE if any(name.startswith(STATE_WORDS) for name in outside) else THIRD


def known_wrong() -> dict[str, str]:
    """Wrong citations with the right ones: those of the register, and of our own data where it cannot be asked."""
    own = {
        row["citation"]: row["corrected_by"]
        for row in read_toml("legal-bases.toml")["basis"]
        if row.get("wrong")
    }
    try:
        return own | wrong_citations()
    except DatabaseError:
        return own
