"""No date before its cause: acts and letters of a case in their order."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from agreements.law.schema import Arrow
from agreements.models import Case, CaseDocument, DprdTrack
from agreements.services.precheck import needed_documents
from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.core.words import long_date

# Nothing of a case is older than this: such a date is a slip of the pen.
OLDEST_YEARS = 5


def check_plausible(case: Case, day: date, what: str) -> None:
    """Refuse a day in the future, or one far older than the case. Raises DomainError."""
    if day > clock.today():
        raise DomainError(
            _("%s tidak boleh di masa depan.") % what, remedy=_("Isi tanggal yang sudah terjadi.")
        )
    if day.year < case.created_at.year - OLDEST_YEARS:
        raise DomainError(
            _("%(what)s %(day)s jauh mendahului usulan ini.") % {"what": what, "day": long_date(day)},
            remedy=_("Periksa tahunnya."),
        )


def check_act_day(case: Case, arrow: Arrow, day: date) -> None:
    """Refuse an act dated before its cause: the act the pack names, or the letter it sends. Raises DomainError."""
    check_plausible(case, day, _("Tanggal"))
    if arrow.date_not_before:
        cause = (
            case.events.filter(arrow__in=_standing_for(case, {arrow.date_not_before})).order_by("-on").first()
        )
        if cause:
            _not_before(day, cause.on, _("“%s”") % cause.label, arrow.article)
    letters = CaseDocument.objects.current().filter(case=case, kind__in=needed_documents(case, arrow))
    newest = letters.exclude(dated=None).order_by("-dated").first()
    if newest and newest.dated and arrow.date_label:
        _not_before(day, newest.dated, _("tanggal %s") % newest.rule.label, arrow.article)


def check_letter_day(case: Case, kind: str, day: date) -> None:
    """Refuse a letter dated before the dated act it answers. Raises DomainError."""
    check_plausible(case, day, _("Tanggal surat"))
    using = [row for row in case.pack.arrows if kind in (*row.documents, *row.optional, row.proof)]
    causes = {row.date_not_before for row in using if row.date_not_before and case.state in row.sources}
    cause = case.events.filter(arrow__in=_standing_for(case, causes)).order_by("-on").first()
    if cause:
        _not_before(day, cause.on, _("“%s”") % cause.label, cause.article)


def _standing_for(case: Case, causes: set[str]) -> set[str]:
    """The acts themselves, and those that take their place, as receiving an inbound offer does."""
    return causes | {row.code for row in case.pack.arrows if causes & set(row.replaces)}


def check_step_day(track: DprdTrack, arrow: Arrow, day: date, letters: Iterable[date | None]) -> None:
    """Refuse a step with a DPRD dated before its cause, or a letter dated after the step. Raises DomainError."""
    check_plausible(track.case, day, _("Tanggal"))
    if arrow.date_not_before:
        acts = {row.code for row in track.pack.dprd_arrows}
        of_track = arrow.date_not_before in acts
        events = track.events.all() if of_track else track.case.events.all()
        cause = events.filter(arrow=arrow.date_not_before).order_by("-on").first()
        if cause:
            _not_before(day, cause.on, _("“%s”") % cause.label, arrow.article)
    for dated in letters:
        if dated:
            check_plausible(track.case, dated, _("Tanggal surat"))
            _not_before(day, dated, _("tanggal surat"), arrow.article)


def _not_before(day: date, cause: date, name: str, article: str) -> None:
    if day < cause:
        raise DomainError(
            _("Tanggal %(day)s mendahului %(name)s pada %(cause)s.")
            % {"day": long_date(day), "name": name, "cause": long_date(cause)},
            remedy=_("Periksa kembali tanggalnya."),
            article=article,
        )
