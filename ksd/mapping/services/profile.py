"""One region as a partner sees it: each thing with its count, its newest rows and the way to all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import CaseReport
from boundaries.models import Segment
from ksd.accounts.models import User
from ksd.core.words import long_date
from ksd.mapping.services.figures import STRENGTHS, WANTS, Figures, figures_of, rows_read, segments_read
from meetings.models import FollowUp
from regions.choices import Level
from regions.models import Region

NEWEST = 5


@dataclass(frozen=True)
class Line:
    """One row of a section; without an address where the reader may not open it."""

    title: str
    url: str = ""
    note: str = ""
    badge: str = ""
    tone: str = "secondary"


@dataclass(frozen=True)
class Section:
    """One thing of a region: how many, the newest of them, where the rest is, what to do where there are none."""

    code: str
    title: str
    icon: str
    count: int
    text: str
    lines: list[Line]
    url: str
    empty: str
    next_url: str
    next_label: str


@dataclass(frozen=True)
class Profile:
    """The page of a region in a year."""

    region: Region
    year: int
    figures: Figures
    sections: list[Section]


def profile_of(user: User, region: Region, year: int) -> Profile:
    """The profile of a region, in a fixed number of queries."""
    figures = figures_of(user, [region], year)[0]
    makers = (_strengths, _wants, _pacts, _partners, _follow_ups, _segments, _reports)
    return Profile(region, year, figures, [make(user, figures, year) for make in makers])


def _address(name: str, *parts: str, **query: str | int) -> str:
    return f"{reverse(name, args=parts)}?{urlencode(query)}"


def _row_lines(user: User, figures: Figures, year: int, kinds: Iterable[str]) -> list[Line]:
    rows = rows_read(user, [figures.region.pk], year).filter(kind__in=list(kinds)).select_related("urusan")
    newest = rows.order_by("-updated_at", "-pk")[:NEWEST]
    return [
        Line(row.title, row.get_absolute_url(), row.urusan.name, str(row.get_kind_display()))
        for row in newest
    ]


def _strengths(user: User, figures: Figures, year: int) -> Section:
    return Section(
        code="potensi",
        title=_("Potensi dan kekuatan"),
        icon="chart-bar",
        count=figures.strengths,
        text=_("Yang dapat ditawarkan kepada daerah lain."),
        lines=_row_lines(user, figures, year, STRENGTHS),
        url=_address("mapping:profile_rows", figures.region.code, tahun=year, sisi="potensi"),
        empty=_("Belum ada potensi yang dipetakan tahun ini."),
        next_url=reverse("mapping:list"),
        next_label=_("Buka pemetaan"),
    )


def _wants(user: User, figures: Figures, year: int) -> Section:
    return Section(
        code="kebutuhan",
        title=_("Kebutuhan dan masalah"),
        icon="alert-triangle",
        count=figures.wants,
        text=_("Yang dapat dikerjakan bersama."),
        lines=_row_lines(user, figures, year, WANTS),
        url=_address("mapping:profile_rows", figures.region.code, tahun=year, sisi="kebutuhan"),
        empty=_("Belum ada kebutuhan yang dipetakan tahun ini."),
        next_url=reverse("mapping:list"),
        next_label=_("Buka pemetaan"),
    )


def _pacts(user: User, figures: Figures, year: int) -> Section:  # noqa: ARG001  one shape for all
    newest = sorted(figures.pacts, key=lambda pact: (pact.case.updated_at, pact.case.pk), reverse=True)
    return Section(
        code="kerja-sama",
        title=_("Kerja sama"),
        icon="file-text",
        count=len(figures.pacts),
        text=_("%(force)d berlaku, %(way)d dalam proses.")
        % {"force": figures.in_force, "way": figures.under_way},
        lines=[
            Line(pact.case.title, pact.case.get_absolute_url(), pact.subjects, pact.label, pact.tone)
            for pact in newest[:NEWEST]
        ],
        url=_address("agreements:case_list", region=figures.region.pk),
        empty=_("Belum ada kerja sama yang dapat Anda lihat pada tahun ini."),
        next_url=reverse("mapping:gaps"),
        next_label=_("Lihat celah kerja sama"),
    )


def _partners(user: User, figures: Figures, year: int) -> Section:  # noqa: ARG001  one shape for all
    return Section(
        code="mitra",
        title=_("Mitra"),
        icon="users",
        count=len(figures.partners),
        text=_("Daerah dan pihak lain dalam kerja sama yang berlaku atau dalam proses."),
        lines=[
            Line(row.name, _profile_url(row.code, year), _pacts_told(row.count))
            for row in figures.partners[:NEWEST]
        ],
        url=_address("mapping:network", daerah=figures.region.code, tahun=year),
        empty=_("Belum ada mitra yang dapat Anda lihat pada tahun ini."),
        next_url=_address("mapping:comparison", daerah=figures.region.code, tahun=year),
        next_label=_("Bandingkan dengan daerah lain"),
    )


def _pacts_told(count: int) -> str:
    return ngettext("%(count)d kerja sama", "%(count)d kerja sama", count) % {"count": count}


def _profile_url(code: str, year: int) -> str:
    return _address("mapping:profile", code, tahun=year) if code else ""


def _follow_ups(user: User, figures: Figures, year: int) -> Section:
    rows = FollowUp.objects.visible_to(user).agreed().of_year(year).filter(region=figures.region)
    newest = rows.select_related("decision").order_by("-changed_at", "-pk")[:NEWEST]
    return Section(
        code="tindak-lanjut",
        title=_("Tindak lanjut rapat"),
        icon="checklist",
        count=figures.asked,
        text=_("%(owed)d belum selesai, %(late)d di antaranya terlambat.")
        % {"owed": figures.owed, "late": figures.late},
        lines=[
            Line(str(row), row.get_absolute_url(), badge=row.standing_label, tone=row.tone) for row in newest
        ],
        url=_address("meetings:follow_up_all", daerah=figures.region.code, tahun=year),
        empty=_("Belum ada tindak lanjut dari rapat tahun ini."),
        next_url=reverse("meetings:list"),
        next_label=_("Buka rapat"),
    )


def _segments(user: User, figures: Figures, year: int) -> Section:  # noqa: ARG001  one shape for all
    rows = segments_read(user, [figures.region.pk]).select_related("region_a__parent", "region_b__parent")
    latest = rows.order_by(F("stage_since").desc(nulls_last=True), "pk")[:NEWEST]
    side = "province" if figures.region.level == Level.PROVINSI else "region"
    return Section(
        code="batas",
        title=_("Segmen batas"),
        icon="map-2",
        count=figures.segments,
        text=_("%(settled)d sudah ditetapkan, %(open)d belum; menurut keadaan hari ini.")
        % {"settled": figures.settled, "open": figures.segments - figures.settled},
        lines=[_segment_line(row) for row in latest],
        url=_address("boundaries:list", **{side: figures.region.pk}),
        empty=_("Belum ada segmen batas yang dapat Anda lihat."),
        next_url=reverse("boundaries:list"),
        next_label=_("Buka daftar batas"),
    )


def _segment_line(row: Segment) -> Line:
    """A segment by its own page, or by its public card for whoever only reads that."""
    seen = getattr(row, "is_seen", False)
    url = row.get_absolute_url() if seen else reverse("boundaries:card", args=[row.slug])
    return Line(str(row), url, badge=str(row.get_stage_display()), tone=row.tone)


def _reports(user: User, figures: Figures, year: int) -> Section:
    due = Q(sent_due_on__year=year) | Q(sent_due_on=None, deadline__due_on__year=year)
    rows = CaseReport.objects.visible_to(user).filter(due, region=figures.region)
    share = figures.reports
    text = _("%(good)d dari %(all)d laporan yang jatuh tempo dikirim tepat waktu (%(percent)d%%).")
    return Section(
        code="laporan",
        title=_("Laporan tepat waktu"),
        icon="report",
        count=share.due,
        text=text % {"good": share.in_time, "all": share.due, "percent": share.percent or 0}
        if share.due
        else _("Belum ada laporan yang jatuh tempo tahun ini."),
        lines=[_report_line(row) for row in rows.for_list().order_by("-period_end", "-pk")[:NEWEST]],
        url=_address("agreements:report_checklist", tahun=year),
        empty=_("Belum ada laporan pelaksanaan yang dapat Anda lihat."),
        next_url=reverse("agreements:report_list"),
        next_label=_("Buka laporan"),
    )


def _report_line(row: CaseReport) -> Line:
    sent = _("dikirim %(day)s") % {"day": long_date(row.sent_on)} if row.sent_on else ""
    return Line(f"{row}: {row.case}", row.get_absolute_url(), sent, row.state_label, row.tone)
