"""Admin of the register: what decrees decide is read only, the directory is kept under the same rules as on the pages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ksd.core.admin import AnyAdmin, ReadOnlyAdmin
from regions.models import (
    Adjacency,
    LegalBasis,
    Office,
    Official,
    Region,
    RegionChange,
    RegionImport,
    RegionSuccession,
    Urusan,
)
from regions.services.directory import PERMISSION, check_office, check_official


def kept_by(request: HttpRequest) -> list[int]:
    """The regions whose directory this person keeps."""
    return [row.pk for row in Region.objects.only("pk") if request.user.has_perm(PERMISSION, row)]


class KeptAdmin(AnyAdmin):
    """Rows that may be added and corrected, but are never deleted."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's signature
        """Refuse: end it by its date instead."""
        return False


class DirectoryAdmin(KeptAdmin):
    """Rows of a region's directory: read by every admin, kept by those who keep that region's on the pages."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Ask as the pages do, for the region of the row."""
        allowed = super().has_change_permission(request, obj)
        if obj is None or not allowed:
            return allowed
        return request.user.has_perm(PERMISSION, obj if isinstance(obj, Region) else obj.region)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Put a row into a region one keeps, nowhere else."""
        if db_field.name == "region":
            kwargs["queryset"] = Region.objects.filter(pk__in=kept_by(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Region)
class RegionAdmin(DirectoryAdmin):
    """Facts of regions; codes, names and validity change through an import only."""

    list_display = ("code", "name", "kind", "parent", "capital", "population", "valid_to")
    list_display_links = ("code", "name")
    list_filter = ("level", "kind", ("valid_to", admin.EmptyFieldListFilter), "neighbours_complete")
    list_select_related = ("parent",)
    search_fields = ("code", "name", "capital")
    readonly_fields = ("code", "name", "kind", "level", "parent", "valid_from", "valid_to", "emblem")
    fieldsets = (
        (
            _("Daftar Kemendagri"),
            {"fields": ("code", "name", "kind", "level", "parent", "valid_from", "valid_to")},
        ),
        (_("Fakta"), {"fields": ("capital", "area_km2", "population", "facts_source", "timezone")}),
        (
            _("Pemerintah daerah"),
            {"fields": ("government_label", "council_label", "address", "phone", "email")},
        ),
        (_("Perbatasan dan lambang"), {"fields": ("neighbours_complete", "emblem")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  Django's signature
        """Refuse: regions come from the register."""
        return False


@admin.register(RegionChange)
class RegionChangeAdmin(ReadOnlyAdmin):
    """What imports changed."""

    list_display = ("region", "what", "on", "before", "after", "basis")
    list_filter = ("what", "on")
    list_select_related = ("region",)
    search_fields = ("region__name", "region__code", "before", "after", "basis")


@admin.register(RegionSuccession)
class RegionSuccessionAdmin(KeptAdmin):
    """Splits and mergers."""

    list_display = ("predecessor", "successor", "on", "basis")
    list_select_related = ("predecessor", "successor")
    autocomplete_fields = ("predecessor", "successor")
    search_fields = ("predecessor__name", "successor__name", "basis")


@admin.register(RegionImport)
class RegionImportAdmin(ReadOnlyAdmin):
    """Uploads of the register; applying them happens on their own page."""

    list_display = ("source", "scope", "state", "effective_on", "uploaded_by", "created_at", "applied_at")
    list_filter = ("state",)
    list_select_related = ("scope", "uploaded_by")
    search_fields = ("source",)


class AdjacencyForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """Two regions in either order."""

    class Meta:
        model = Adjacency
        fields = ("region_a", "region_b", "shared_km", "source", "verified")

    def clean(self) -> dict[str, Any]:
        """Put the pair into the order the table keeps."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        a, b = cleaned.get("region_a"), cleaned.get("region_b")
        if a and b and a.pk > b.pk:
            cleaned["region_a"], cleaned["region_b"] = b, a
        return cleaned


@admin.register(Adjacency)
class AdjacencyAdmin(AnyAdmin):
    """Bordering regions."""

    form = AdjacencyForm
    list_display = ("region_a", "region_b", "shared_km", "verified", "source")
    list_filter = ("verified",)
    list_select_related = ("region_a", "region_b")
    autocomplete_fields = ("region_a", "region_b")
    search_fields = ("region_a__name", "region_a__code", "region_b__name", "region_b__code")


class OfficeAdminForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """The rules of the page's form."""

    class Meta:
        model = Office
        exclude = ()  # noqa: DJ006  the admin's fieldsets name the fields

    def full_clean(self) -> None:
        """Refuse a parent in another region."""
        super().full_clean()
        _add_faults(self, check_office)


class OfficialAdminForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """The rules of the page's form."""

    class Meta:
        model = Official
        exclude = ("mandate_file",)  # noqa: DJ006  files are uploaded on the page

    def full_clean(self) -> None:
        """Refuse missing mandates and two heads at once."""
        super().full_clean()
        _add_faults(self, check_official)


def _add_faults(form: Any, check: Any) -> None:
    if form.is_bound and not form.errors:
        try:
            check(form.instance)
        except ValidationError as error:
            form.add_error(None, error)


@admin.register(Office)
class OfficeAdmin(DirectoryAdmin):
    """Perangkat daerah, biro and bagian."""

    form = OfficeAdminForm
    list_display = ("name", "region", "kind", "is_cooperation_unit", "valid_to")
    list_filter = ("kind", "is_cooperation_unit", ("valid_to", admin.EmptyFieldListFilter))
    list_select_related = ("region",)
    autocomplete_fields = ("region", "parent")
    filter_horizontal = ("urusan",)
    search_fields = ("name", "region__name", "region__code")


@admin.register(Official)
class OfficialAdmin(DirectoryAdmin):
    """Officials with their terms."""

    form = OfficialAdminForm
    list_display = ("name", "position_title", "standing", "region", "term_start", "term_end", "is_example")
    list_filter = ("position", "standing", "is_example", ("term_end", admin.EmptyFieldListFilter))
    list_select_related = ("region",)
    autocomplete_fields = ("region", "office")
    date_hierarchy = "term_start"
    search_fields = ("name", "nip", "position_title", "region__name", "region__code")


@admin.register(Urusan)
class UrusanAdmin(ReadOnlyAdmin):
    """The 32 urusan, fixed by law."""

    list_display = ("order", "name", "group")
    list_display_links = ("name",)
    list_filter = ("group",)
    search_fields = ("name", "code")


@admin.register(LegalBasis)
class LegalBasisAdmin(KeptAdmin):
    """Citations, right and wrong."""

    list_display = ("citation", "title", "valid_from", "valid_to", "verified", "is_wrong", "corrected_by")
    list_filter = ("kind", "verified", "is_wrong")
    list_select_related = ("corrected_by",)
    autocomplete_fields = ("corrected_by",)
    search_fields = ("citation", "title", "note")
