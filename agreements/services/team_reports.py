"""The yearly report of a TKKSD: asked for, written with the register's figures, handed to the Kepala Daerah."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.models import Team, TeamReport
from agreements.services.acting import not_yours
from agreements.services.after_signing import require_seen
from agreements.services.practice import chosen_days
from agreements.services.team_figures import Figure, figures_of
from agreements.services.teams import TEAM
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline
from ksd.deadlines.services import meet_deadline, start_deadline
from regions.models import Region

# The duty stands in the article, its day does not: that is an office setting.
ARTICLE = "Pasal 46 ayat (2) huruf j Permendagri 22/2020; Pasal 46 ayat (3) Permendagri 22/2020"
SETTING = "hari_laporan_tkksd"
TERM = "laporan_tkksd"
REMIND = (30, 7, 0)
WORDS = ("trouble", "remedy", "plan")


def open_team_reports(today: date | None = None) -> int:
    """Ask every region that has a team for its report on the running year; how many were asked now.

    Asked within the year, due after it: a standstill around the turn of the year loses nothing.
    """
    day, days = today or clock.today(), chosen_days(SETTING)
    if not days:
        return 0
    asked = Team.objects.current(day).select_related("region").order_by("region", "pk")
    return sum(_open(team.region, day.year, days) for team in asked)


@transaction.atomic
def _open(region: Region, year: int, days: int) -> bool:
    report = locked_report(region, year)
    if report.is_sent or Deadline.objects.of(report).exists():
        return False
    start_deadline(
        actor=None,
        subject=report,
        code=TERM,
        title=f"Laporan tahunan TKKSD {year}: {region.full_name}",
        legal_basis=ARTICLE,
        explanation="Laporan tahunan adalah tugas TKKSD; tanggalnya tidak disebut dan ditetapkan kantor.",
        base_date=date(year, 12, 31),
        base_label=f"Akhir tahun {year}",
        length=days,
        responsible_region=region,
        responsible_label="TKKSD",
        on_lapse="Sampaikan segera; laporan ini diteruskan berjenjang.",
        link=report.get_absolute_url(),
        regions=[region],
        audience=TEAM,
        remind_days=REMIND,
    )
    return True


def locked_report(region: Region, year: int) -> TeamReport:
    """The report of this year under its lock, begun when there was none."""
    Region.objects.select_for_update().get(pk=region.pk)
    report, _new = TeamReport.objects.select_related("region").get_or_create(region=region, year=year)
    return report


def require_reportable(year: int) -> None:
    """Refuse a year to come and one long before. Raises ImpossibleStep."""
    today = clock.today()
    if not today.year - LONGEST_AGO <= year <= today.year:
        raise ImpossibleStep(
            _("Laporan tahun %d tidak disusun di sini.") % year,
            remedy=_("Pilih tahun berjalan atau tahun yang baru lalu."),
        )


LONGEST_AGO = 5


@transaction.atomic
def save_team_report(
    *, actor: User, region: Region, year: int, words: Mapping[str, str], seen_revision: int
) -> TeamReport:
    """Write what the team says beside the figures. Raises NotAllowed, ImpossibleStep or StaleForm."""
    report = _writable(actor, region, year)
    require_seen(report.revision, seen_revision)
    for name in WORDS:
        setattr(report, name, words.get(name, "").strip())
    _keep(report, actor)
    return report


@transaction.atomic
def send_team_report(*, actor: User, region: Region, year: int, number: str, on: date) -> TeamReport:
    """Note that the report was handed to the Kepala Daerah; its figures are kept as they stand."""
    report = _writable(actor, region, year)
    if on > clock.today() or on.year < year:
        raise DomainError(
            _("Laporan tahun %(year)d tidak dapat disampaikan pada %(day)s.")
            % {"year": year, "day": long_date(on)},
            remedy=_("Periksa kembali tanggalnya."),
        )
    report.number, report.sent_on = " ".join(number.split()), on
    report.figures = figures_of(region, year)
    report.full_clean()
    _keep(report, actor)
    meet_deadline(actor=actor, subject=report, code=TERM, on=on)
    return report


def _writable(actor: User, region: Region, year: int) -> TeamReport:
    if not may(actor, TEAM, region):
        raise not_yours(region.full_name)
    require_reportable(year)
    report = locked_report(region, year)
    if report.is_sent:
        raise ImpossibleStep(
            _("Laporan ini sudah disampaikan dengan nomor %s.") % report.number,
            remedy=_("Laporan yang sudah disampaikan tidak diubah; muat ulang halaman ini."),
            article=ARTICLE,
        )
    return report


def _keep(report: TeamReport, actor: User) -> None:
    report.revision += 1
    report.recorded_by, report.recorded_at = actor, clock.now()
    report.save()


def shown_figures(report: TeamReport) -> list[Figure]:
    """The figures as they were handed over, or as the register tells them today."""
    if report.is_sent:
        return [(part, label, count) for part, label, count in report.figures]
    return figures_of(report.region, report.year)
