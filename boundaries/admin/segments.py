"""Admin of segments: facts are kept here, stages change on the segment's page with a reason."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from boundaries.models import Segment, SegmentChange
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin, ReadOnlyInline
from regions.admin import KeptAdmin
from regions.choices import Level


class SegmentAdminForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """Two kabupaten/kota in either order, put into the order of their codes."""

    class Meta:
        model = Segment
        exclude = ()  # noqa: DJ006  the admin's fieldsets name the fields

    def clean(self) -> dict[str, Any]:
        """Order the pair, and refuse what is not a kabupaten or kota."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, second = cleaned.get("region_a"), cleaned.get("region_b")
        if first and second:
            if Level.KABKOTA not in {first.level, second.level} or first.level != second.level:
                raise ValidationError(_("Segmen batas terletak di antara dua kabupaten/kota."))
            cleaned["region_a"], cleaned["region_b"] = Segment.ordered(first, second)
        return cleaned


class ChangeInline(ReadOnlyInline):
    """Who moved the segment to which stage, and why."""

    model = SegmentChange


def _in_scope(request: HttpRequest) -> "QuerySet[Segment]":
    return Segment.objects.visible_to(cast(User, request.user))


@admin.register(Segment)
class SegmentAdmin(KeptAdmin):
    """Segments, their length, regulation and source."""

    form = SegmentAdminForm
    list_display = ("__str__", "stage", "stage_since", "length_km", "regulation", "verified")
    list_filter = ("stage", "verified", "region_a__parent")
    list_select_related = ("region_a", "region_b")
    autocomplete_fields = ("region_a", "region_b")
    search_fields = (
        "region_a__name",
        "region_a__code",
        "region_b__name",
        "region_b__code",
        "regulation",
        "note",
    )
    fieldsets = (
        (_("Segmen"), {"fields": ("region_a", "region_b", "length_km")}),
        (_("Tahapan"), {"fields": ("stage", "stage_since")}),
        (
            _("Dasar"),
            {"fields": ("regulation", "regulation_title", "source", "verified", "note", "published")},
        ),
    )
    inlines = (ChangeInline,)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the segments with a side within the admin's reach."""
        return super().get_queryset(request).filter(pk__in=_in_scope(request))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ARG002  Django's signature
        """The rule it rests on and its card are kept on its pages; once recorded, so are the pair and the stage."""
        told = ("regulation", "regulation_title", "published")
        return ("region_a", "region_b", "stage", "stage_since", *told) if obj else told


@admin.register(SegmentChange)
class SegmentChangeAdmin(ReadOnlyAdmin):
    """History of all segments."""

    list_display = ("segment", "from_stage", "to_stage", "on", "actor", "at")
    list_filter = ("to_stage",)
    list_select_related = ("segment__region_a", "segment__region_b", "actor")
    search_fields = ("segment__region_a__name", "segment__region_b__name", "reason", "regulation")
    date_hierarchy = "on"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the history of those segments."""
        return super().get_queryset(request).filter(segment__in=_in_scope(request))
