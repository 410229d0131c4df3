"""The conditions a pack may name on an arrow (`checks`), each in one function."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from agreements.choices import NaskahState, Side
from agreements.law.schema import Arrow
from agreements.models import Case
from agreements.services.acting import Acting
from agreements.services.precheck import arrow_findings, blocked, proposal_findings
from agreements.services.terms import has_lapsed, is_running
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


def _lapsed(case: Case, arrow: Arrow, detail: str, on: date) -> None:
    terms = [code.strip() for code in detail.split(",")]
    if not any(has_lapsed(case, code, on) for code in terms):
        labels = " / ".join(case.pack.term(code).label for code in terms)
        raise ImpossibleStep(
            _("Belum dapat dilakukan: tenggat “%s” belum lewat.") % labels,
            remedy=_("Tunggu sampai tenggat itu lewat; tanggalnya tertera pada halaman ini."),
            article=arrow.article,
        )


def _open(case: Case, arrow: Arrow, detail: str, _on: date) -> None:
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


def dprd_needed(case: Case) -> bool | None:
    """Whether any region answered yes to a DPRD question; None while one has not answered both."""
    asked = {question.code for question in case.pack.dprd_questions}
    answers = [answer for answer in case.answers.all() if answer.party_id is not None]
    regional = [party for party in case.parties.all() if party.region_id]
    given = {(answer.party_id, answer.question) for answer in answers}
    if any((party.pk, code) not in given for party in regional for code in asked):
        return None
    return any(answer.yes for answer in answers)


def _dprd(*, needed: bool) -> Guard:
    def guard(case: Case, arrow: Arrow, _detail: str, _on: date) -> None:
        answer = dprd_needed(case)
        if answer is None:
            raise NotReady(
                _("Dua pertanyaan tentang persetujuan DPRD belum dijawab oleh semua daerah."),
                remedy=_("Jawab kedua pertanyaan pada bagian Persetujuan DPRD."),
                article=arrow.article,
            )
        if answer != needed:
            message = _("Persetujuan DPRD diperlukan.") if answer else _("Persetujuan DPRD tidak diperlukan.")
            raise ImpossibleStep(
                message, remedy=_("Pilih langkah yang sesuai jawaban."), article=arrow.article
            )

    return guard


_GUARDS: dict[str, Guard] = {
    "complete": _complete,
    "open": _open,
    "lapsed": _lapsed,
    "lapsed_any": _lapsed,
    "drafted": _drafted,
    "silence": _warned,
    "dprd_needed": _dprd(needed=True),
    "dprd_not_needed": _dprd(needed=False),
}
GUARD_NAMES = frozenset(_GUARDS)


def check(case: Case, arrow: Arrow, on: date, acting: Acting) -> None:
    """Run every condition of an arrow and its papers; one the initiator records for its partner needs the proof too.

    Raises NotReady or ImpossibleStep.
    """
    for entry in arrow.checks:
        name, _colon, detail = entry.partition(":")
        _GUARDS[name](case, arrow, detail, on)
    findings = blocked(arrow_findings(case, arrow, with_proof=acting.party.side == Side.INITIATOR))
    if findings:
        raise NotReady(
            _("“%(label)s” belum dapat dilakukan: %(first)s")
            % {"label": arrow.label, "first": findings[0].message},
            remedy=findings[0].remedy,
            article=findings[0].article,
            findings=tuple(findings),
        )
