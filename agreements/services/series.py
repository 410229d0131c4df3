"""The series a kind of paper is counted in: its pattern, its words, its key."""

from dataclasses import dataclass
from functools import lru_cache

from agreements.documents.drafts import all_drafts
from agreements.law.loading import codes, latest
from agreements.models import NumberSeries
from ksd.core.number_patterns import NumberWords, counts_by_kind
from ksd.core.paper_kinds import PaperKind, registered_paper_kinds
from regions.models import Region

# Minutes of a matter beside the stages; each says with its step what it is called.
MINUTES = PaperKind("berita-acara-masalah", "Berita acara penyelesaian masalah", "BA")
USUAL_PATTERN = "{nomor}/{jenis}/KSD/{tahun}"


@dataclass(frozen=True)
class Series:
    """A pattern with its words; `kind` is the kind it was made for, empty for all others."""

    pattern: str
    words: NumberWords
    kind: str = ""
    after: int = 0
    after_year: int | None = None

    @property
    def key(self) -> str:
        """What is counted together."""
        return f"{self.kind}:{self.words.kind}" if counts_by_kind(self.pattern) else self.kind

    def goes_on_from(self, year: int) -> int:
        """The last number of the paper book of this year, 0 when there was none."""
        return self.after if self.after_year == year else 0


@lru_cache(maxsize=1)
def own_papers() -> dict[str, PaperKind]:
    """The papers of cases that bear a number: letters and the texts themselves, by code."""
    drafts = [row for row in all_drafts() if row.numbered or row.of == "recommendation"]
    letters = {
        row.code: row for row in (MINUTES, *(PaperKind(row.code, row.label, row.short) for row in drafts))
    }
    texts = {row.code: row.label for code in codes() for row in latest(code).naskah}
    return letters | {code: PaperKind(code, label, code.upper()) for code, label in texts.items()}


def kinds_of_papers() -> dict[str, PaperKind]:
    """Every kind of paper that bears a number, by code: ours, and those other apps registered."""
    return registered_paper_kinds() | own_papers()


def short_of(kind: str) -> str:
    """What stands for a kind in a number; one no app registers any more keeps its code."""
    known = kinds_of_papers().get(kind)
    return known.short if known else kind.upper()


def series_of(row: NumberSeries, short: str = "") -> Series:
    """A saved pattern as a series of one kind."""
    words = NumberWords(row.code, row.unit, short)
    return Series(row.pattern, words, row.kind, row.after, row.after_year)


def series_for(region: Region, kind: str) -> Series:
    """The series a kind of paper is counted in: its own, else the region's for all others, else the usual one."""
    short = short_of(kind)
    rows = {row.kind: row for row in NumberSeries.objects.filter(region=region, kind__in=(kind, ""))}
    row = rows.get(kind) or rows.get("")
    if row is None:
        return Series(USUAL_PATTERN, NumberWords(kind=short))
    return series_of(row, short)
