"""The Berita Acara of the mapping for the signature of the heads (Pasal 5 ayat (6) Permendagri 22/2020)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agreements.documents.letters import Block, Heading, Letter, Numbered, Table, Text, letterhead_of
from ksd.core.words import date_in_words, long_date
from ksd.mapping.choices import RowVerdict
from ksd.mapping.documents.outputs.lines import NOTHING, Line, by_urusan
from ksd.mapping.models import MappingMinutes, Period

TITLE = "Berita Acara hasil pemetaan urusan pemerintahan"
CLOSING = "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagai dasar penyusunan rencana kerja sama."
HEAD = (
    "No.",
    "Daerah dan perangkat daerah",
    "Program dan kegiatan",
    "Tahun dan jangka waktu",
    "Prioritas",
    "Jenis kerja sama",
)
WIDTHS = (5, 22, 32, 16, 11, 14)


@dataclass(frozen=True)
class Head:
    """The head of one region as the paper names him, with "Plt." or "Pj." before the title where he only acts."""

    region: str
    name: str
    title: str


@dataclass(frozen=True)
class Voiceless:
    """Regions that sign without rows of their own: those that declared to have nothing, those that did not answer."""

    nothing: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()

    @property
    def points(self) -> list[str]:
        """What the paper says of them."""
        said = ((self.nothing, "menyatakan tidak ada usulan"), (self.silent, "tidak mengirim isian"))
        return [f"{', '.join(names)} {words}." for names, words in said if names]


def minutes_letter(
    minutes: MappingMinutes,
    lines: Sequence[Line],
    heads: Iterable[Head],
    number: str = "",
    voiceless: Voiceless = Voiceless(),
) -> Letter:
    """The paper with its annex; without a number it says that it is a draft."""
    period = minutes.period
    agreed = [line for line in lines if not line.is_elsewhere]
    planned = [line for line in agreed if line.is_planned]
    return Letter(
        head=letterhead_of(period.region),
        form="berita_acara",
        subject=f"{TITLE} tahun {period.year}",
        number=number,
        place=minutes.place,
        dated=long_date(minutes.dated),
        blocks=(
            Text(_opening(minutes)), Numbered((*_points(lines, agreed, planned), *voiceless.points)), *_notes(minutes), Text(CLOSING),
            _signatures(heads),
        ),
        annexed=(
            Heading(f"Lampiran: daftar rencana program dan kegiatan tahun {period.year}"), *_annex(planned),
        ),
        note="" if number else "Rancangan; belum bernomor dan belum ditandatangani.",
    )  # fmt: skip


def _opening(minutes: MappingMinutes) -> str:
    day = date_in_words(minutes.dated)
    return (
        f"Pada hari ini {day.day} tanggal {day.date} bulan {day.month} tahun {day.year} ({day.figures}), bertempat di "
        f"{minutes.place}, berdasarkan pembahasan dalam {_forum(minutes.period)}, kami yang bertanda tangan di bawah "
        f"ini menyepakati hasil identifikasi dan pemetaan urusan pemerintahan tahun {minutes.period.year} sebagai "
        "dasar kerja sama daerah, sebagai berikut:"
    )


def _forum(period: Period) -> str:
    """The forum in a sentence."""
    name = str(period.get_forum_display())
    when = f" tanggal {long_date(period.forum_on)}" if period.forum_on else ""
    return f"{name[:1].lower()}{name[1:]}{when}{f' di {period.forum_place}' if period.forum_place else ''}"


def _points(lines: Sequence[Line], agreed: Sequence[Line], planned: Sequence[Line]) -> list[str]:
    names = list(dict.fromkeys(line.urusan for line in agreed))
    regions = list(dict.fromkeys(line.region for line in lines))
    found = {line.verdict for line in agreed}
    kinds = [str(verdict.label) for verdict in RowVerdict if verdict in found]
    points = [
        f"Hasil pemetaan memuat {len(agreed)} baris dari {len(regions)} daerah.",
        f"Urusan pemerintahan yang disepakati: {'; '.join(names) or NOTHING}.",
        f"Rencana program dan kegiatan untuk setiap urusan, sebanyak {len(planned)} rencana, tercantum dalam Lampiran.",
    ]
    if kinds:
        told = (f"{name} {sum(line.verdict_label == name for line in agreed)}" for name in kinds)
        points.append(f"Jenis kerja sama menurut hasil uji: {', '.join(told)}.")
    if elsewhere := len(lines) - len(agreed):
        points.append(
            f"{elsewhere} baris dinyatakan bukan kerja sama daerah; ke mana seharusnya diajukan disebut dalam "
            "rekapitulasi hasil uji."
        )
    return points


def _notes(minutes: MappingMinutes) -> list[Block]:
    return [Text(part.strip()) for part in minutes.notes.split("\n") if part.strip()]


def _signatures(heads: Iterable[Head]) -> Table:
    rows = tuple(
        (str(number), head.region, f"{head.name}, {head.title}", "") for number, head in enumerate(heads, 1)
    )
    return Table(
        ("No.", "Daerah", "Nama dan jabatan", "Tanda tangan"),
        rows,
        (6, 28, 36, 30),
        "Yang menyepakati",
        tall=True,
    )


def _annex(lines: Sequence[Line]) -> list[Block]:
    if not lines:
        return [Text("Belum ada rencana program atau kegiatan.")]
    return [
        Table(
            HEAD, tuple(_row(number, line) for number, line in enumerate(group, 1)), WIDTHS, f"Urusan {name}"
        )
        for name, group in by_urusan(lines)
    ]


def _row(number: int, line: Line) -> tuple[str, ...]:
    works = "; ".join(part for part in (line.program, line.activity) if part) or line.title
    # The number stays with its "tahun" in the narrow column.
    term = line.term.replace(" ", "\N{NO-BREAK SPACE}")
    when = f"{line.start_year}, {term}" if line.years else str(line.start_year)
    return (str(number), line.owner, works, when, line.priority, line.verdict_label)
