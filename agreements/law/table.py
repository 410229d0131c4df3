"""Prints the rules of every pack by article as Markdown: `python -m agreements.law.table > docs/hukum.md`."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence

from agreements.law.loading import codes, latest
from agreements.law.schema import Arrow, DocumentKind, LawPack, NaskahKind, Setting, Term

Line = tuple[str, str, str]  # article, sort of rule, what it says
SIDES = {"initiator": "pemrakarsa", "partner": "mitra", "any": "para pihak", "system": "sistem"}
UNITS = {"day": "hari", "month": "bulan", "year": "tahun", "before_end": "bulan sebelum naskah berakhir"}
REPEATED = {"semester": "setiap semester", "yearly": "setiap tahun"}
HEAD = """# Aturan hukum dalam aplikasi

Halaman ini dicetak dari paket hukum (`agreements/law/packs/`) dengan `python -m agreements.law.table > docs/hukum.md`;
jangan disunting dengan tangan. Yang bertanda pasal adalah bunyi peraturan; kebiasaan kantor dan pengaturan
disebut terpisah dan tidak pernah ditampilkan sebagai hukum.
"""


def page() -> str:
    """The whole page: every pack in its newest version."""
    return "\n".join([HEAD, *(line for code in codes() for line in _pack(latest(code)))])


def _pack(pack: LawPack) -> Iterator[str]:
    yield f"## {pack.name} ({pack.code} {pack.version})\n"
    yield from (f"- {basis.citation}: {basis.title}" for basis in pack.bases)
    yield "\n### Aturan menurut pasal\n"
    lines: list[Line] = sorted(_by_article(pack), key=lambda row: _order(pack, row))
    yield from _grid(("Pasal", "Macam", "Aturan"), lines)
    yield "\n### Tindakan\n"
    head = ("Tindakan", "Dari", "Ke", "Pelaku", "Sisi, izin", "Dokumen", "Tenggat", "Dasar")
    yield from _grid(head, (_act(pack, row) for row in pack.arrows))
    if pack.dprd_arrows:
        yield "\n### Persetujuan DPRD, bagi setiap daerah\n"
        yield from _grid(head, (_act(pack, row) for row in pack.dprd_arrows))
    yield "\n### Kebiasaan kantor (bukan hukum)\n"
    yield from (f"- {text}" for text in _practice(pack))
    yield "\n### Pengaturan kantor (bukan hukum)\n"
    yield from _grid(("Pengaturan", "Bawaan", "Mengapa"), (_setting(row) for row in pack.settings))
    yield "\n### Pertanyaan terbuka\n"
    yield from (f"- {text}" for text in pack.open_questions)
    yield ""


def _grid(head: tuple[str, ...], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)


def _by_article(pack: LawPack) -> Iterator[Line]:
    for article, sort, text in _rules(pack):
        yield from ((part, sort, text) for part in article.split("; ") if part)


def _rules(pack: LawPack) -> Iterator[Line]:
    yield pack.stages_article, "urutan tahap", " → ".join(row.label for row in pack.stages)
    for kind in pack.kinds:
        yield kind.article, "jenis", f"{kind.label}: {kind.help}"
        yield from ((row.article, f"pertanyaan {kind.label}", row.text) for row in kind.questions)
        yield from ((row.article, f"izin mitra {kind.label}", row.label) for row in kind.permits)
        for row in kind.configurations:
            yield row.article, "susunan", row.label
            yield row.takeover_article, "pengambilalihan", f"{row.label}: {row.takeover_by}"
    yield from ((row.article, f"tahap {row.order}", f"{row.label}. {row.help}") for row in pack.stages)
    yield from ((row.article, "tindakan", row.label) for row in pack.arrows)
    yield from ((row.article, "pertanyaan DPRD", row.text) for row in pack.dprd_questions)
    yield from _dprd(pack)
    yield from ((row.article, "dokumen", _document(row)) for row in pack.documents)
    yield from (
        (row.article, "tujuan surat", _addressed(pack, row.document, row.label)) for row in pack.addressees
    )
    yield from ((row.article, "tenggat", _term(row)) for row in pack.terms)
    yield from _reports(pack)
    yield from ((row.silence_article, "akibat", row.silence) for row in pack.reports)
    for text in pack.naskah:
        yield from _naskah(text)
    yield from ((row.article, "alasan berakhir", row.label) for row in pack.end_reasons)
    yield from ((row.article, "jenis permohonan", f"{row.label}: {row.help}") for row in pack.requests)


def _reports(pack: LawPack) -> Iterator[Line]:
    for report in pack.reports:
        law = [_inner(item.label) for item in report.items if not item.internal]
        yield report.article, "laporan", f"{report.label}; {len(law)} isi: {', '.join(law)}"
        yield from ((tier.article, "jenjang laporan", f"{tier.label}; {tier.actor}") for tier in report.tiers)


def _dprd(pack: LawPack) -> Iterator[Line]:
    """When a DPRD is asked, the rows of the decision table, the acts and letters of a region's track."""
    yield from ((row.article, "DPRD diminta", f"{row.label}. {row.help}") for row in pack.dprd_causes)
    for row in pack.dprd_table:
        said = [f"{code} ya" for code in row.yes] + [f"{code} tidak" for code in row.no]
        result = "perlu" if row.needed else "tidak perlu"
        yield row.article, "tabel keputusan DPRD", f"{', '.join(said) or 'selalu'}: {result}. {row.reading}"
    yield from ((row.article, "tindakan DPRD", row.label) for row in pack.dprd_arrows)
    yield from ((row.article, "surat DPRD", row.label) for row in pack.dprd_letters)


def _document(paper: DocumentKind) -> str:
    told = [f"{paper.label}; dibuat {paper.by}"]
    told += [f"ditandatangani {paper.signer}"] if paper.signer else []
    law = [_inner(item.label) for item in paper.items if not item.internal]
    told += [f"{len(law)} isi: {', '.join(law)}"] if law else []
    return "; ".join(told)


def _inner(label: str) -> str:
    """A label inside a sentence: a small first letter, abbreviations as they are."""
    return label[:1].lower() + label[1:]


def _addressed(pack: LawPack, document: str, label: str) -> str:
    return f"{pack.document(document).label}: kepada {label}"


def _term(term: Term) -> str:
    length = REPEATED.get(term.unit) or f"{term.length} {UNITS[term.unit]}"
    return f"{term.label}: {length}. {term.explanation} Bila lewat: {term.on_lapse}"


def _naskah(text: NaskahKind) -> Iterator[Line]:
    clauses = [_inner(rule.label) for rule in text.clauses if rule.required and rule.article == text.article]
    held = (
        f"memuat {len(clauses)} klausul: {', '.join(clauses)}" if clauses else "tanpa format dalam peraturan"
    )
    yield text.article, "naskah", f"{text.label} {held}"
    further = [rule for rule in text.clauses if rule.required and rule.article not in ("", text.article)]
    yield from ((rule.article, "klausul", f"{text.label} memuat {_inner(rule.label)}") for rule in further)
    yield text.signer_article, "penanda tangan", f"{text.label}: {text.signer_label}"
    yield text.emblems_article, "lambang", f"{text.label}: {EMBLEMS[text.emblems]}"
    if text.max_years:
        yield text.max_years_article, "jangka waktu", f"{text.label} paling lama {text.max_years} tahun"
    if text.originals_note:
        yield text.originals_article, "eksemplar", f"{text.label}: {text.originals_note}"


EMBLEMS = {
    "state_center": "lambang negara di tengah",
    "initiator_right": "lambang daerah pemrakarsa di kanan, lambang daerah mitra di kiri",
    "third_party_left": "logo pihak ketiga di kiri, lambang daerah di kanan",
}


def _act(pack: LawPack, row: Arrow) -> tuple[str, ...]:
    papers = [pack.document(code).label for code in row.documents]
    papers += [f"({pack.document(code).label})" for code in row.optional]
    clocks = [f"mulai: {pack.term(code).label}" for code in row.starts]
    clocks += [f"berhenti: {pack.term(code).label}" for code in row.stops]
    return (
        f"{row.label} (`{row.code}`)",
        ", ".join(row.sources),
        row.target,
        row.actor,
        f"{SIDES[row.side]}, {row.permission or row.trigger}",
        "; ".join(papers),
        "; ".join(clocks),
        row.article or "kebiasaan kantor",
    )


def _practice(pack: LawPack) -> Iterator[str]:
    acts = (*pack.arrows, *pack.dprd_arrows)
    yield from (f"Tindakan “{row.label}”" for row in acts if row.internal)
    yield from (f"Surat “{row.label}”" for row in pack.dprd_letters if row.internal)
    yield from (f"Bacaan tabel keputusan DPRD: {row.reading}" for row in pack.dprd_table if row.internal)
    yield from (f"Dokumen “{row.label}”" for row in pack.documents if row.internal)
    yield from (f"Alasan berakhir “{row.label}”" for row in pack.end_reasons if row.internal)
    for kind in pack.kinds:
        yield from (f"Daftar periksa {kind.label}: {row.text}" for row in kind.screening)
    for text in pack.naskah:
        loose = ", ".join(_inner(rule.label) for rule in text.clauses if rule.internal)
        yield f"Klausul {'tambahan ' if text.has_format else ''}{text.label}: {loose}"


def _setting(row: Setting) -> tuple[str, str, str]:
    return f"{row.label} (`{row.code}`)", dict(row.options).get(row.default, row.default), row.why


def _order(pack: LawPack, row: Line) -> tuple[int, list[int], str, str, str]:
    article, sort, text = row
    basis = next(n for n, known in enumerate(pack.bases) if article.endswith(known.citation))
    numbers = [int(part) for part in re.findall(r"\d+", article.removesuffix(pack.bases[basis].citation))]
    return basis, numbers or [10_000], article, sort, text


if __name__ == "__main__":
    sys.stdout.write(page())
