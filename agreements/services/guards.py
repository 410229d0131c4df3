"""The conditions a pack may name on an arrow (`checks`), each in one function."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from agreements.choices import Side
from agreements.law.schema import Arrow
from agreements.models import Case, DprdTrack
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


_GUARDS: dict[str, Guard] = {
    "complete": _complete,
    "open": _open,
    "lapsed": _lapsed,
    "lapsed_any": _lapsed,
}
# Those that ask about a clock also serve the track of one region's DPRD.
_CLOCKS: dict[str, Callable[[Case | DprdTrack, Arrow, str, date], None]] = {
    "open": _open,
    "lapsed": _lapsed,
    "lapsed_any": _lapsed,
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


def check_clocks(track: DprdTrack, arrow: Arrow, on: date) -> None:
    """Run the conditions of an act on a track: only clocks can be asked there. Raises ImpossibleStep."""
    for entry in arrow.checks:
        name, _colon, detail = entry.partition(":")
        _CLOCKS[name](track, arrow, detail, on)
