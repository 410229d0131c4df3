"""Admin of a region's letters: its setting and patterns are kept here too; numbers and wordings are read."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.models import IssuedNumber, LetterSetting, NumberSeries, PaperTemplate
from agreements.services.letter_settings import SeriesGiven, save_letter_setting, save_series
from ksd.accounts.access import may, reach
from ksd.accounts.models import User
from ksd.core.admin import AnyAdmin, ReadOnlyAdmin
from ksd.core.number_patterns import NumberWords, pattern_faults
from regions.models import Region

KEEP = "agreements.clauses"


def _kept_by(user: Any) -> "QuerySet[Region]":
    """Regions whose letters this person keeps."""
    own = Region.objects.current().filter(pk__in=reach(user))
    return own.filter(pk__in=[region.pk for region in own if may(user, KEEP, region)])


class _OfRegion(AnyAdmin):
    """Rows of regions within reach, kept by whoever keeps the region's letters."""

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of regions within reach."""
        return super().get_queryset(request).filter(region__in=reach(cast(User, request.user)))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer only regions whose letters this person keeps."""
        if db_field.name == "region":
            kwargs["queryset"] = _kept_by(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A row of one's own region only."""
        return super().has_change_permission(request, obj) and (
            obj is None or may(cast(User, request.user), KEEP, obj.region)
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's signature
        """Refuse: what was decided stays known."""
        return False


@admin.register(LetterSetting)
class LetterSettingAdmin(_OfRegion):
    """Kop surat, paper, letter and margins of a region."""

    list_display = ("region", "paper", "font", "size_pt", "numbering", "changed_at")
    list_select_related = ("region",)
    list_filter = ("paper", "font", "numbering")
    search_fields = ("region__name", "office")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ARG002  the same
        """The region is fixed once chosen."""
        return ("region",) if obj else ()

    def save_model(self, request: HttpRequest, obj: LetterSetting, form: Any, change: bool) -> None:  # noqa: ARG002  the same
        """Keep it through its service."""
        save_letter_setting(actor=cast(User, request.user), region=obj.region, setting=obj)


class _SeriesForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A pattern, held against its rules before it is saved."""

    class Meta:
        model = NumberSeries
        fields = ("region", "kind", "pattern", "code", "unit", "after", "after_year")

    def clean(self) -> dict[str, Any]:
        """Refuse a pattern that prints no number of its own."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        words = NumberWords(cleaned.get("code", ""), cleaned.get("unit", ""))
        faults = pattern_faults(cleaned.get("pattern", ""), words)
        if faults:
            raise ValidationError(faults)
        return cleaned


@admin.register(NumberSeries)
class NumberSeriesAdmin(_OfRegion):
    """Patterns of numbers."""

    form = _SeriesForm
    list_display = ("region", "kind", "pattern", "code", "unit", "changed_at")
    list_display_links = ("region", "pattern")
    list_select_related = ("region",)
    list_filter = ("changed_at",)
    search_fields = ("region__name", "pattern", "kind")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ARG002  the same
        """Region and kind are fixed once chosen."""
        return ("region", "kind") if obj else ()

    def save_model(self, request: HttpRequest, obj: NumberSeries, form: Any, change: bool) -> None:  # noqa: ARG002  the same
        """Keep it through its service."""
        given = SeriesGiven(obj.pattern, obj.kind, obj.code, obj.unit, obj.after, obj.after_year)
        obj.pk = save_series(actor=cast(User, request.user), region=obj.region, given=given).pk


class _ReadOfRegion(ReadOnlyAdmin):
    """Rows of regions within reach, read only."""

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of regions within reach."""
        return super().get_queryset(request).filter(region__in=reach(cast(User, request.user)))


@admin.register(IssuedNumber)
class IssuedNumberAdmin(_ReadOfRegion):
    """The book of numbers."""

    list_display = ("number", "label", "region", "dated", "issued_name", "state")
    list_select_related = ("region",)
    list_filter = ("state", "year", "dated")
    search_fields = ("number", "subject", "issued_name")
    date_hierarchy = "dated"
    exclude = ("words",)


@admin.register(PaperTemplate)
class PaperTemplateAdmin(_ReadOfRegion):
    """The regions' own wordings; they are written on the pages, with a preview."""

    list_display = ("code", "region", "number", "is_current", "owner_name", "created_at")
    list_select_related = ("region",)
    list_filter = ("is_current", "created_at")
    search_fields = ("code", "region__name", "reason")
