"""First law check of a naskah: what is missing or inconsistent, with its article, place and remedy."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from agreements.naskah.facts import NaskahFacts, values_of
from agreements.naskah.numbering import Numbering, Passage, passages
from agreements.naskah.placeholders import unfilled_tokens, unknown_tokens
from agreements.naskah.rules import NaskahRule
from agreements.naskah.structure import Body

Severity = Literal["blocking", "warning"]
ONE_WORD = re.compile(r"\bkerjasama\b", re.IGNORECASE)  # bentuk-salah yang dicari
BLANK = re.compile(r"…{2,}|\.{4,}|_{3,}|\[\s*(?:isi|\.\.\.)[^\]]*\]", re.IGNORECASE)
INTERNAL = "Ketentuan internal"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; blocking ones hold back the approval of the text."""

    code: str
    severity: Severity
    message: str
    article: str = ""
    place: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class _Case:
    body: Body
    rule: NaskahRule
    facts: NaskahFacts


def findings(body: Body, rule: NaskahRule, facts: NaskahFacts) -> list[Finding]:
    """Everything to mend, blocking things first, each in the order a reader meets it."""
    case = _Case(body, rule, facts)
    found = [finding for check in CHECKS for finding in check(case)]
    return sorted(dict.fromkeys(found), key=lambda finding: finding.severity != "blocking")


def blocking(found: list[Finding]) -> tuple[Finding, ...]:
    """The findings that hold back the approval."""
    return tuple(finding for finding in found if finding.severity == "blocking")


def _recitals(case: _Case) -> Iterator[Finding]:
    if not any(text.strip() for text in case.body.recitals):
        yield Finding(
            "recitals_missing", "blocking", "Naskah belum mempunyai konsiderans.", case.rule.article,
            "Konsiderans", "Tulis paling sedikit satu pertimbangan, satu pada setiap baris.",
        )  # fmt: skip
    if not any(text.strip() for text in case.body.bases):
        yield Finding(
            "bases_missing", "warning", "Naskah belum menyebut dasar hukum.", "",
            "Dasar hukum", "Tambahkan peraturan yang menjadi dasar, satu pada setiap baris.",
        )  # fmt: skip


def _required(case: _Case) -> Iterator[Finding]:
    present = {pasal.clause for pasal in case.body.pasal}
    for need in case.rule.clauses:
        if need.required and need.code not in present:
            yield Finding(
                "clause_missing", "blocking", f"Ketentuan wajib “{need.label}” belum ada.", need.article,
                "Batang tubuh", f"Tambahkan pasal {need.label.upper()} dari pustaka klausul.",
            )  # fmt: skip


def _contents(case: _Case) -> Iterator[Finding]:
    articles = {need.code: need.article for need in case.rule.clauses}
    for number, pasal in enumerate(case.body.pasal, start=1):
        place, article = f"Pasal {number}", articles.get(pasal.clause, "")
        if not pasal.title.strip():
            yield Finding(
                "title_missing", "blocking", f"{place} belum berjudul.", article, place, "Isi judul pasal."
            )
        if not pasal.ayat or not all(
            ayat.text.strip() and all(map(str.strip, ayat.huruf)) for ayat in pasal.ayat
        ):
            yield Finding(
                "clause_empty", "blocking", f"{place} {pasal.title} mempunyai bagian yang kosong.", article, place,
                "Tulis isinya atau hapus ayat dan huruf yang kosong.",
            )  # fmt: skip


def _twice(case: _Case) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, pasal in enumerate(case.body.pasal, start=1):
        if first.setdefault(pasal.clause, number) != number:
            yield Finding(
                "clause_twice", "blocking",
                f"Pasal {number} mengatur hal yang sama dengan Pasal {first[pasal.clause]} ({pasal.title}).", "",
                f"Pasal {number}", "Gabungkan kedua pasal atau hapus salah satunya.",
            )  # fmt: skip


def _order(case: _Case) -> Iterator[Finding]:
    wanted = [need.code for need in case.rule.clauses if need.required]
    placed = [pasal.clause for pasal in case.body.pasal if pasal.clause in wanted]
    if placed != sorted(placed, key=wanted.index):
        yield Finding(
            "clause_order", "warning", "Urutan pasal wajib berbeda dari urutan dalam peraturan.", case.rule.article,
            "Batang tubuh", "Susun ulang pasal menurut urutan yang disarankan.",
        )  # fmt: skip
    if case.body.pasal and wanted and wanted[0] in placed and case.body.pasal[0].clause != wanted[0]:
        label = case.rule.clauses[0].label
        yield Finding(
            "first_clause", "warning", f"Pasal 1 seharusnya {label}.", case.rule.article,
            "Pasal 1", f"Pindahkan pasal {label} ke urutan pertama.",
        )  # fmt: skip


def _tokens(case: _Case) -> Iterator[Finding]:
    values, numbers = values_of(case.facts), Numbering(case.body)
    for passage in passages(case.body):
        yield from _unknown(passage)
        yield from _unfilled(passage, values)
        for mark in numbers.unresolved(passage.text):
            yield Finding(
                "reference_unresolved", "blocking", f"Rujukan {mark} tidak menunjuk ketentuan yang ada.", "",
                passage.place.label, "Perbaiki rujukan, atau tambahkan pasal, ayat, atau huruf yang dirujuk.",
            )  # fmt: skip


def _unknown(passage: Passage) -> Iterator[Finding]:
    for token in unknown_tokens(passage.text):
        yield Finding(
            "token_unknown", "blocking", f"Isian {token} tidak dikenal.", "", passage.place.label,
            "Pilih isian dari daftar, atau hapus kurung kurawalnya.",
        )  # fmt: skip


def _unfilled(passage: Passage, values: dict[str, str]) -> Iterator[Finding]:
    for item in unfilled_tokens(passage.text, values):
        yield Finding(
            "token_unfilled", "warning" if item.late else "blocking",
            f"Data untuk isian {{{item.code}}} ({item.label}) belum ada; tercetak sebagai titik-titik.", "",
            passage.place.label, "Lengkapi datanya pada kerja sama atau pihak, atau ganti isian dengan teks.",
        )  # fmt: skip


def _wording(case: _Case) -> Iterator[Finding]:
    for passage in passages(case.body):
        place = passage.place.label
        if ONE_WORD.search(passage.text):
            yield Finding(
                "spelling", "warning", "“Kerja sama” ditulis dua kata.", "Ejaan bahasa Indonesia", place,
                "Ganti dengan “kerja sama”.",
            )  # fmt: skip
        if BLANK.search(passage.text):
            yield Finding(
                "blank_left", "warning", "Masih ada titik-titik atau tempat kosong dalam teks.", "", place,
                "Isi bagian yang kosong.",
            )  # fmt: skip
        for wrong, right in case.facts.wrong_citations.items():
            if wrong.casefold() in passage.text.casefold():
                yield Finding(
                    "wrong_citation", "warning", f"“{wrong}” bukan dasar hukum yang tepat.", right, place,
                    f"Ganti dengan {right}." if right else "Periksa kembali sumbernya.",
                )  # fmt: skip


def _term(case: _Case) -> Iterator[Finding]:
    years, most = case.facts.years, case.rule.max_years
    if most and not years and case.facts.ends_on is None:
        yield Finding(
            "term_missing", "blocking", "Jangka waktu belum diisi.", _term_article(case.rule), "Jangka waktu",
            f"Isi jangka waktu, paling lama {most} tahun.",
        )  # fmt: skip
    if most and _beyond(case.facts, most):
        yield Finding(
            "term_too_long", "blocking", f"Jangka waktu {case.rule.label} paling lama {most} tahun.",
            _term_article(case.rule), "Jangka waktu", f"Perpendek menjadi {most} tahun; perpanjang kelak bila perlu.",
        )  # fmt: skip


def _beyond(facts: NaskahFacts, most: int) -> bool:
    if facts.years and facts.years > most:
        return True
    if facts.starts_on is None or facts.ends_on is None:
        return False
    start, end = facts.starts_on, facts.ends_on
    return (end.year, end.month, end.day) > (start.year + most, start.month, start.day)


def _term_article(rule: NaskahRule) -> str:
    """The article on the term when the pack tells it, else the one on the contents."""
    return rule.max_years_article or rule.article


def _dates(case: _Case) -> Iterator[Finding]:
    facts, parent = case.facts, case.facts.parent
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        yield Finding(
            "dates_reversed", "blocking", "Tanggal berakhir mendahului tanggal mulai.", "", "Jangka waktu",
            "Periksa kedua tanggal.",
        )  # fmt: skip
    if parent and parent.signed_on and facts.signed_on and facts.signed_on < parent.signed_on:
        yield Finding(
            "before_parent", "blocking", "Tanggal naskah mendahului Kesepakatan Bersama yang menjadi dasarnya.", "",
            "Tanggal", "Periksa tanggal naskah dan tanggal Kesepakatan Bersama.",
        )  # fmt: skip
    if parent and parent.ends_on and facts.ends_on and facts.ends_on > parent.ends_on:
        yield Finding(
            "beyond_parent", "warning", "Perjanjian berakhir sesudah Kesepakatan Bersama yang menjadi dasarnya.",
            INTERNAL, "Jangka waktu", "Perpendek jangka waktu, atau perpanjang Kesepakatan Bersama lebih dahulu.",
        )  # fmt: skip


CHECKS: tuple[Callable[[_Case], Iterator[Finding]], ...] = (
    _recitals, _required, _contents, _twice, _order, _tokens, _wording, _term, _dates,
)  # fmt: skip
