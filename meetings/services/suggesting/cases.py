"""What signed cooperations owe: obligations and reports whose day has passed, one line for each cooperation."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.utils.translation import gettext as _

from agreements.models import Case, CaseReport, Obligation, Party
from ksd.core.words import long_date
from meetings.services.suggesting.lines import MOST, TITLE, Line, Scope, share_of_year, short


def cases_concerned(scope: Scope) -> QuerySet[Case]:
    """The cooperations the person sees in which a participant is a party."""
    parties = Party.objects.filter(region__in=scope.regions, succeeded_on=None)
    return Case.objects.visible_to(scope.user).filter(pk__in=parties.values("case"))


def overdue_obligations(scope: Scope) -> list[Line]:
    """Cooperations with duties whose day has passed; one query."""
    late = Obligation.objects.duties().late(scope.day).filter(naskah__case__in=cases_concerned(scope))
    rows = late.order_by().values("naskah__case", "naskah__case__public_id", "naskah__case__title")
    told = rows.annotate(many=Count("pk"), first=Min("due_on")).order_by("first", "naskah__case")[:MOST]
    return [
        _line(
            scope,
            source="kewajiban",
            title=_("Kewajiban yang lewat: %s"),
            reason=_("%(many)s kewajiban lewat jatuh tempo; yang terlama %(days)s hari, sejak %(day)s."),
            found=found,
            prefix="naskah__case",
        )
        for found in told
    ]


def late_reports(scope: Scope) -> list[Line]:
    """Cooperations with reports that were not sent in time; one query."""
    late = CaseReport.objects.late(scope.day).filter(
        case__in=cases_concerned(scope), region__in=scope.regions
    )
    rows = late.order_by().values("case", "case__public_id", "case__title")
    told = rows.annotate(many=Count("pk"), first=Min("deadline__due_on")).order_by("first", "case")[:MOST]
    return [
        _line(
            scope,
            source="laporan",
            title=_("Laporan yang terlambat: %s"),
            reason=_("%(many)s laporan belum dikirim; yang terlama terlambat %(days)s hari, sejak %(day)s."),
            found=found,
            prefix="case",
        )
        for found in told
    ]


def _line(
    scope: Scope, *, source: str, title: str, reason: str, found: Mapping[str, Any], prefix: str
) -> Line:
    since: date = found["first"]
    days = (scope.day - since).days
    case = Case(pk=found[prefix], public_id=found[f"{prefix}__public_id"], title=found[f"{prefix}__title"])
    return Line(
        key=f"{source}:{case.pk}",
        title=short(title % case.title, TITLE),
        reason=reason % {"many": found["many"], "days": days, "day": long_date(since)},
        url=case.get_absolute_url(),
        weight=scope.weights[source],
        urgency=share_of_year(days),
        case=case.pk,
    )


def titles_of(cases: Iterable[int]) -> dict[int, Case]:
    """Cooperations by their number; one query."""
    return Case.objects.only("public_id", "title").in_bulk(list(cases))
