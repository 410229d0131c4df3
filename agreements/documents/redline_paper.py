"""A redline on paper: additions underlined, deletions struck out, each also marked by a sign."""

from collections.abc import Iterator

from agreements.documents.letters import Block, Facts, Heading, Letter, Marked, Text, letterhead_of
from agreements.documents.redline import RedLine, Redline, RedSection
from agreements.models import Naskah, NaskahVersion
from ksd.core.words import long_date
from regions.models import Region

SORTS = {
    "added": "seluruhnya baru",
    "removed": "dihapus seluruhnya",
}
LEGEND = "Tambahan digarisbawahi dan diapit [+ +]; yang dihapus dicoret dan diapit [- -]."


def redline_letter(naskah: Naskah, redline: Redline, region: Region, *, only_changed: bool) -> Letter:
    """The comparison of two versions, under the letterhead of a region."""
    counts = redline.difference.counts
    told = (
        f"{counts['changed']} diubah, {counts['added']} ditambah, {counts['removed']} dihapus, "
        f"{counts['moved']} dipindah"
    )
    facts = (
        ("Naskah", naskah.rule.label),
        ("Tentang", naskah.title),
        ("Versi lama", _version(redline.old)),
        ("Versi baru", _version(redline.new)),
        ("Perubahan", told),
        ("Keterangan", LEGEND),
    )
    sections = redline.shown(only_changed=only_changed)
    blocks: list[Block] = [Facts(facts), *(block for row in sections for block in _section(row))]
    if redline.difference.empty and not any(row.touched for row in sections):
        blocks.append(Text("Kedua versi sama."))
    return Letter(
        head=letterhead_of(region),
        form="daftar",
        subject=f"Perbandingan versi {redline.old.number} dan versi {redline.new.number}",
        blocks=tuple(blocks),
        note=f"{naskah.rule.label} · versi {redline.old.number} → {redline.new.number}",
    )


def _version(version: NaskahVersion) -> str:
    who, day = version.author.get_full_name(), long_date(version.created_at.date())
    return f"{version.number}, disimpan {who} pada {day}, sidik teks {version.words_sha256[:16] or '-'}"


def _section(section: RedSection) -> Iterator[Block]:
    told = [section.label]
    if section.what in SORTS:
        told.append(SORTS[section.what])
    if section.came_from:
        told.append(f"semula {section.came_from}")
    yield Heading(" – ".join(told))
    yield from (_line(line) for line in section.lines)


def _line(line: RedLine) -> Marked:
    runs: list[tuple[str, str]] = []
    for number, cell in enumerate(line.cells):
        runs += [("kept", " | ")] if number else []
        runs += [(run.fate, run.text) for run in cell]
    return Marked(mark=line.mark, runs=tuple(runs), depth=line.depth, title=line.level == "judul")
