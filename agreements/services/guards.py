"""The conditions a pack may name on an arrow (`checks`), each in one function."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from agreements.choices import CopyState, NaskahState, Side
from agreements.law.schema import Arrow
from agreements.models import Case, Copy, DprdTrack
from agreements.naskah.checks import Finding
from agreements.services.acting import Acting
from agreements.services.precheck import arrow_findings, blocked, document_findings, proposal_findings
from agreements.services.terms import has_lapsed, is_running, office_setting
from ksd.core.errors import ImpossibleStep, NotReady

Guard = Callable[[Case, Arrow, str, date], None]


def _complete(case: Case, arrow: Arrow, _detail: str, _on: date) -> None:
    findings = blocked(proposal_findings(case))
    if findings:
        raise NotReady(
            _("Usulan belum lengkap: %d hal masih kurang.") % len(findings),
            remedy=" ".join(finding.message for finding in findings[:3]),
            article=arrow.article,
            findings=tuple(findings),
        )


def _lapsed(case: Case | DprdTrack, arrow: Arrow, detail: str, on: date) -> None:
    terms = [code.strip() for code in detail.split(",")]
    if not any(has_lapsed(case, code, on) for code in terms):
        labels = " / ".join(case.pack.term(code).label for code in terms)
        raise ImpossibleStep(
            _("Belum dapat dilakukan: tenggat “%s” belum lewat.") % labels,
            remedy=_("Tunggu sampai tenggat itu lewat; tanggalnya tertera pada halaman ini."),
            article=arrow.article,
        )


def _open(case: Case | DprdTrack, arrow: Arrow, detail: str, _on: date) -> None:
    if not is_running(case, detail):
        raise ImpossibleStep(
            _("Tidak dapat dilakukan: tenggat “%s” tidak sedang berjalan.") % case.pack.term(detail).label,
            remedy=_("Periksa riwayat; langkah ini mungkin sudah dicatat, atau langkah sebelumnya belum."),
            article=arrow.article,
        )


def _drafted(case: Case, arrow: Arrow, detail: str, _on: date) -> None:
    if not case.naskah.filter(kind=detail).exclude(state=NaskahState.CANCELLED).exists():
        raise NotReady(
            _("%s belum disusun.") % case.pack.naskah_kind(detail).label,
            remedy=_("Susun dahulu rancangannya pada halaman kerja sama ini."),
            article=arrow.article,
        )


def _warned(_case: Case, _arrow: Arrow, _detail: str, _on: date) -> None:
    """A silent year is told before the act and refuses nothing; the Menteri decides (Permendagri 25/2020 Pasal 38)."""


def _in_time(case: Case, arrow: Arrow, detail: str, on: date) -> None:
    _open(case, arrow, detail, on)
    if has_lapsed(case, detail, on):
        raise ImpossibleStep(
            _("Tidak dapat dilakukan lagi: tenggat “%s” sudah lewat.") % case.pack.term(detail).label,
            remedy=_("Selesaikan yang diminta tenggat itu."),
            article=arrow.article,
        )


def _allowed(case: Case, arrow: Arrow, detail: str, _on: date) -> None:
    if office_setting(case, detail) != "ya":
        raise ImpossibleStep(
            _("“%s” tidak dipakai kantor ini.") % arrow.label,
            remedy=_("Admin dapat mengizinkannya pada pengaturan “%s”.") % case.pack.setting(detail).label,
        )


def _unsigned(case: Case, arrow: Arrow, detail: str, _on: date) -> None:
    """Asked of every text of the case, or of one kind: a letter of intent that was signed keeps nobody in the case."""
    signed = case.naskah.exclude(state=NaskahState.CANCELLED).filter(signatures__signed_on__isnull=False)
    text = (signed.filter(kind=detail) if detail else signed).first()
    if text is None:
        return
    raise ImpossibleStep(
        _("“%(label)s” tidak dapat dilakukan: %(text)s sudah ditandatangani salah satu pihak.")
        % {"label": arrow.label, "text": text.rule.label},
        remedy=_("Lengkapi tanda tangannya; sesudah itu kerja sama dapat diakhiri dengan alasannya."),
        article=text.rule.signer_article,
    )


def _archived(case: Case, arrow: Arrow, _detail: str, _on: date) -> None:
    """Every signed text has its copies in the register, each received by somebody or reported lost."""
    signed = case.naskah.filter(state=NaskahState.SIGNED)
    unlisted = signed.filter(copies__isnull=True).first()
    awaited = Copy.objects.filter(naskah__in=signed, state=CopyState.AWAITED).count()
    if unlisted is None and not awaited:
        return
    message = (
        _("Register eksemplar %s belum dibuka.") % unlisted.rule.label
        if unlisted
        else _("%d eksemplar belum dicatat diterima oleh pemegangnya.") % awaited
    )
    remedy = _("Buka bagian Tanda tangan & arsip, lalu catat pemegang setiap eksemplar.")
    found = Finding("archived", "blocking", message, arrow.article, "penandatanganan", remedy)
    raise NotReady(message, remedy=remedy, article=arrow.article, findings=(found,))


_GUARDS: dict[str, Guard] = {
    "complete": _complete,
    "open": _open,
    "in_time": _in_time,
    "allowed": _allowed,
    "lapsed": _lapsed,
    "lapsed_any": _lapsed,
    "drafted": _drafted,
    "silence": _warned,
    "unsigned": _unsigned,
    "unsigned_text": _unsigned,
    "archived": _archived,
}
# Those that ask about a clock also serve the track of one region's DPRD.
_CLOCKS: dict[str, Callable[[Case | DprdTrack, Arrow, str, date], None]] = {
    "open": _open,
    "lapsed": _lapsed,
    "lapsed_any": _lapsed,
}
GUARD_NAMES = frozenset(_GUARDS)


def check_end_reason(case: Case, code: str) -> None:
    """Refuse an ending whose reason needs a paper that is not there (court ruling, bankruptcy). Raises NotReady."""
    reason = next((row for row in case.pack.end_reasons if row.code == code), None)
    if reason is None or not reason.proof:
        return
    findings = blocked(document_findings(case, case.pack.document(reason.proof)))
    if findings:
        raise NotReady(
            _("Alasan “%(reason)s” perlu dibuktikan: %(first)s")
            % {"reason": reason.label, "first": findings[0].message},
            remedy=_("Simpan dokumennya pada halaman kerja sama, lalu ulangi."),
            article=reason.article,
            findings=tuple(findings),
        )


def check(case: Case, arrow: Arrow, on: date, acting: Acting) -> None:
    """Run every condition of an arrow and its papers; one recorded for another party needs the proof too.

    Raises NotReady or ImpossibleStep.
    """
    for entry in arrow.checks:
        name, _colon, detail = entry.partition(":")
        _GUARDS[name](case, arrow, detail, on)
    findings = blocked(arrow_findings(case, arrow, with_proof=_needs_proof(arrow, acting), by=acting.subject))
    if findings:
        raise NotReady(
            _("“%(label)s” belum dapat dilakukan: %(first)s")
            % {"label": arrow.label, "first": findings[0].message},
            remedy=findings[0].remedy,
            article=findings[0].article,
            findings=tuple(findings),
        )


def _needs_proof(arrow: Arrow, acting: Acting) -> bool:
    """Whether somebody else's act is recorded: that of an absent party, or the partner's by the initiator."""
    if acting.recorded_for is not None:
        return True
    return arrow.side == "any" and acting.above is None and acting.party.side == Side.INITIATOR


def check_clocks(track: DprdTrack, arrow: Arrow, on: date) -> None:
    """Run the conditions of an act on a track: only clocks can be asked there. Raises ImpossibleStep."""
    for entry in arrow.checks:
        name, _colon, detail = entry.partition(":")
        _CLOCKS[name](track, arrow, detail, on)
