"""Who may sign what on which day (F34): a pure question to the facts of one signer, each answer with its reason.

Kesepakatan Bersama and Nota Kesepakatan are signed by the head of region, a Perjanjian Kerja Sama also by surat kuasa
(Permendagri 22/2020 Pasal 10, 14, 33, 36). What an acting official may sign is not settled there: a warning, never law.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from agreements.naskah.checks import Finding, Severity
from agreements.naskah.names import strip_titles
from ksd.core.words import long_date

Ground = Literal["kepala", "kuasa", "badan"]
LAYOUT = "Lampiran Permendagri 22/2020"


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in the register of officials: position, standing and term, the last day included."""

    name: str
    title: str
    is_head: bool
    position: str
    acting: str
    starts: date
    ends: date | None
    mandate: str = ""

    def holds(self, on: date) -> bool:
        """Whether the term covers the day; the last day counts."""
        return self.starts <= on and (self.ends is None or on <= self.ends)


@dataclass(frozen=True, slots=True)
class SignerFacts:
    """What is known of the signer of one party; `giver` was head of region on the day of the surat kuasa.

    `delegable` says whether this kind of text may be signed by surat kuasa, `receivers` which positions may receive it.
    """

    party: str
    ground: Ground
    name: str
    title: str
    text: str
    article: str
    on: date
    delegable: bool
    own_office: bool = True
    official: Holder | None = None
    head: Holder | None = None
    heads_known: bool = False
    giver: Holder | None = None
    receivers: tuple[str, ...] = ()
    receiver_labels: str = ""
    kuasa_number: str = ""
    kuasa_date: date | None = None
    representative: str = ""
    acting_refused: bool = False


Check = Callable[[SignerFacts], Iterator[Finding]]


def _finding(  # noqa: PLR0917  the parts of one finding, in the order they are read
    facts: SignerFacts, code: str, severity: Severity, message: str, remedy: str, article: str = ""
) -> Finding:
    place = _("Penanda tangan %s") % facts.party
    return Finding(f"authority_{code}", severity, message, article, place, remedy)


def _named(facts: SignerFacts) -> Iterator[Finding]:
    if strip_titles(facts.name) != " ".join(facts.name.split()):
        yield _finding(
            facts, "titles", "warning", _("Nama “%s” memuat gelar akademik.") % facts.name,
            _("Tulis nama tanpa gelar; naskah mencetaknya tanpa gelar."), LAYOUT,
        )  # fmt: skip


def _ground(facts: SignerFacts) -> Iterator[Finding]:
    if facts.ground == "kuasa" and not facts.delegable:
        yield _finding(
            facts, "not_delegable", "blocking",
            _("%s ditandatangani Kepala Daerah sendiri, tidak dengan surat kuasa.") % facts.text,
            _("Pilih Kepala Daerah sebagai penanda tangan."), facts.article,
        )  # fmt: skip
    if not facts.own_office:
        yield _finding(
            facts, "office", "blocking", _("Perangkat daerah penanda tangan bukan milik %s.") % facts.party,
            _("Pilih perangkat daerah pihak ini."), facts.article,
        )  # fmt: skip
    if facts.ground == "kepala" and facts.official is not None and not facts.official.is_head:
        remedy = (
            _("Pilih Kepala Daerah, atau isi surat kuasanya.")
            if facts.delegable
            else _("Pilih Kepala Daerah.")
        )
        yield _finding(
            facts, "not_head", "blocking",
            _("%(title)s bukan Kepala Daerah, jadi tidak menandatangani %(text)s atas dasar itu.")
            % {"title": facts.official.title, "text": facts.text}, remedy, facts.article,
        )  # fmt: skip


def _term(facts: SignerFacts) -> Iterator[Finding]:
    official = facts.official
    if official is None or official.holds(facts.on):
        return
    remedy = _("Pilih pejabat yang menjabat pada tanggal itu, atau ubah tanggal penandatanganan.")
    if facts.on < official.starts:
        message = _("%(name)s baru menjabat %(start)s, sesudah tanggal tanda tangan %(day)s.") % {
            "name": official.name, "start": long_date(official.starts), "day": long_date(facts.on),
        }  # fmt: skip
    else:
        message = _("Masa jabatan %(name)s berakhir %(end)s, sebelum tanggal tanda tangan %(day)s.") % {
            "name": official.name, "end": long_date(official.ends or facts.on), "day": long_date(facts.on),
        }  # fmt: skip
    yield _finding(facts, "term", "blocking", message, remedy, facts.article)


def _head(facts: SignerFacts) -> Iterator[Finding]:
    """A typed head of region is compared with the register; the register may be behind, so it only warns."""
    if facts.ground != "kepala" or facts.official is not None:
        return
    known = facts.head
    if known is not None and strip_titles(facts.name).casefold() == known.name.casefold():
        return
    message = (
        _("Daftar pejabat mencatat %(head)s sebagai Kepala Daerah pada %(day)s, bukan %(name)s.")
        % {"head": known.name, "day": long_date(facts.on), "name": facts.name}
        if known
        else _("Daftar pejabat tidak mencatat Kepala Daerah yang menjabat pada %s.") % long_date(facts.on)
    )
    remedy = _("Periksa namanya, atau perbarui daftar pejabat pada halaman wilayah.")
    yield _finding(facts, "unlisted", "warning", message, remedy)


def _acting(facts: SignerFacts) -> Iterator[Finding]:
    """Plt., Plh. and Pj. with the letter that appoints them; the office decides whether that holds a text back."""
    for person in (facts.official or facts.head if facts.ground == "kepala" else facts.official, facts.giver):
        if person is None or not person.acting:
            continue
        letter = person.mandate or _("surat perintah belum dicatat")
        severity: Severity = "blocking" if facts.acting_refused else "warning"
        yield _finding(
            facts, "acting", severity,
            _("%(title)s adalah pejabat sementara (%(letter)s).") % {"title": person.title, "letter": letter},
            _("Tanyakan kepada Biro Hukum apakah pejabat sementara boleh menandatangani; tidak ada pasal yang menentukannya."),
        )  # fmt: skip


def _letter(facts: SignerFacts) -> Iterator[Finding]:
    if facts.ground != "kuasa" or not facts.delegable:
        return
    remedy = _("Isi nomor dan tanggal surat kuasa pada halaman penanda tangan.")
    if not (facts.kuasa_number.strip() and facts.kuasa_date):
        message = _("Nomor dan tanggal surat kuasa belum diisi.")
        yield _finding(facts, "kuasa_missing", "blocking", message, remedy, facts.article)
        return
    if facts.kuasa_date > facts.on:
        message = _("Surat kuasa bertanggal %(kuasa)s, sesudah tanggal tanda tangan %(day)s.") % {
            "kuasa": long_date(facts.kuasa_date), "day": long_date(facts.on),
        }  # fmt: skip
        remedy = _("Surat kuasa harus ada lebih dahulu; periksa kedua tanggal itu.")
        yield _finding(facts, "kuasa_late", "blocking", message, remedy, facts.article)
    if facts.giver is None:
        message = _("Daftar pejabat tidak mencatat Kepala Daerah yang menjabat pada tanggal surat kuasa %s.")
        yield _finding(
            facts, "kuasa_giver", "blocking" if facts.heads_known else "warning",
            message % long_date(facts.kuasa_date),
            _("Lengkapi daftar pejabat pada halaman wilayah, atau mintalah surat kuasa dari Kepala Daerah yang menjabat."),
            facts.article if facts.heads_known else "",
        )  # fmt: skip


def _receiver(facts: SignerFacts) -> Iterator[Finding]:
    if facts.ground != "kuasa" or facts.official is None:
        return
    if facts.official.is_head:
        yield _finding(
            facts, "self", "blocking", _("Kepala daerah memberi surat kuasa, bukan menerimanya."),
            _("Pilih dasar kewenangan “Kepala daerah”, atau isi pejabat penerima kuasa."), facts.article,
        )  # fmt: skip
    elif facts.receivers and facts.official.position not in facts.receivers:
        yield _finding(
            facts, "receiver", "blocking",
            _("%(title)s bukan pejabat yang dapat menerima kuasa untuk %(text)s.")
            % {"title": facts.official.title, "text": facts.text},
            _("Penerima kuasa: %s.") % facts.receiver_labels, facts.article,
        )  # fmt: skip


def _partner(facts: SignerFacts) -> Iterator[Finding]:
    if facts.ground != "badan" or not facts.representative:
        return
    if strip_titles(facts.name).casefold() != strip_titles(facts.representative).casefold():
        yield _finding(
            facts, "representative", "warning",
            _("Data mitra mencatat %(known)s sebagai pimpinan, bukan %(name)s.")
            % {"known": facts.representative, "name": facts.name},
            _("Periksa anggaran dasar atau surat kuasa mitra, lalu perbarui data mitra."),
        )  # fmt: skip


CHECKS: tuple[Check, ...] = (_named, _ground, _term, _head, _acting, _letter, _receiver, _partner)


def authority_findings(facts: SignerFacts) -> list[Finding]:
    """Everything that speaks against this signer on this day, blocking things first; nothing while nobody is named."""
    if not facts.name.strip():
        return []
    found = [finding for check in CHECKS for finding in check(facts)]
    return sorted(dict.fromkeys(found), key=lambda finding: finding.severity != "blocking")
