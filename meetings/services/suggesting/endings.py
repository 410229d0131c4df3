"""Agreements that end soon, and offers nobody answered in time."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.models import Case, Extension, Naskah
from ksd.core.words import long_date
from ksd.deadlines.calendar import add_months
from ksd.deadlines.models import Deadline
from meetings.services.suggesting.cases import cases_concerned, titles_of
from meetings.services.suggesting.lines import MOST, REASON, TITLE, Line, Scope, share_of_year, short

MONTHS = 6
# The terms of the law packs within which an offer is to be answered.
ANSWER_TERMS = ("tanggapan", "tanggapan_kedua", "tanggapan_masuk")


def ending_agreements(scope: Scope) -> list[Line]:
    """Texts in force that end within six months and were not prolonged; one query."""
    last = add_months(scope.day, MONTHS)
    begun = Extension.objects.filter(text=OuterRef("pk"))
    prolonged = begun.filter(case__naskah__state=NaskahState.SIGNED)
    rows = (
        Naskah.objects.in_force(scope.day)
        .filter(case__in=cases_concerned(scope), ends_on__lte=last)
        .filter(~Exists(prolonged))
        .annotate(is_asked=Exists(begun))
        .select_related("case", "parent")
        .order_by("ends_on", "pk")[:MOST]
    )
    span = (last - scope.day).days
    return [_ending(scope, row, span) for row in rows]


def _ending(scope: Scope, row: Naskah, span: int) -> Line:
    ends = row.ends_on or scope.day
    left = (ends - scope.day).days
    asked = getattr(row, "is_asked", False)
    return Line(
        key=f"berakhir:{row.pk}",
        title=short(_("Akan berakhir: %s") % row, TITLE),
        reason=short(
            _("Berakhir %(day)s, %(days)s hari lagi; %(extension)s.")
            % {
                "day": long_date(ends),
                "days": left,
                "extension": _("perpanjangan sedang diproses")
                if asked
                else _("perpanjangan belum diusulkan"),
            },
            REASON,
        ),
        url=row.get_absolute_url(),
        weight=scope.weights["berakhir"],
        # The nearer the end, the more urgent; an extension under way takes half of it.
        urgency=(1 - left / span) / (2 if asked else 1),
        case=row.case_id,
    )


def unanswered_offers(scope: Scope) -> list[Line]:
    """Offers whose term of answer has run out; two queries."""
    rows = (
        Deadline.objects.overdue()
        .filter(
            content_type=ContentType.objects.get_for_model(Case),
            object_id__in=cases_concerned(scope).values("pk"),
            code__in=ANSWER_TERMS,
            due_on__lt=scope.day,
        )
        .order_by("due_on", "pk")[:MOST]
    )
    found = list(rows)
    cases = titles_of(row.object_id for row in found)
    return [_offer(scope, row, cases[row.object_id]) for row in found]


def _offer(scope: Scope, row: Deadline, case: Case) -> Line:
    days = (scope.day - row.due_on).days
    return Line(
        key=f"tawaran:{row.pk}",
        title=short(_("Tawaran yang belum dijawab: %s") % case.title, TITLE),
        reason=short(
            _("Batas tanggapan %(day)s lewat %(days)s hari (%(basis)s).")
            % {"day": long_date(row.due_on), "days": days, "basis": row.legal_basis or row.base_label},
            REASON,
        ),
        url=case.get_absolute_url(),
        weight=scope.weights["tawaran"],
        urgency=share_of_year(days),
        case=case.pk,
    )
