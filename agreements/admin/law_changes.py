"""Admin of changed laws: recorded and told on their own pages, only read here."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from agreements.models import CitedLaws, LawChange
from ksd.core.admin import ReadOnlyAdmin


@admin.register(LawChange)
class LawChangeAdmin(ReadOnlyAdmin):
    """What happened to which law, and who was told."""

    list_display = ("basis", "kind", "by_citation", "effective_on", "confirmed_at", "told")
    list_filter = ("kind", "effective_on")
    list_select_related = ("basis",)
    search_fields = ("basis__citation", "by_citation")


class CitesAny(admin.SimpleListFilter):
    """Wordings that name a law at all."""

    title = _("peraturan yang dikutip")
    parameter_name = "mengutip"

    def lookups(self, _request: Any, _model_admin: Any) -> list[tuple[str, str]]:
        """Yes or no."""
        return [("ya", str(_("Ya"))), ("tidak", str(_("Tidak")))]

    def queryset(self, _request: Any, queryset: Any) -> Any:
        """Those asked for."""
        return {"ya": queryset.exclude(keys=[]), "tidak": queryset.filter(keys=[])}.get(self.value() or "")


@admin.register(CitedLaws)
class CitedLawsAdmin(ReadOnlyAdmin):
    """The laws wordings name, by fingerprint."""

    list_display = ("sha256", "keys")
    list_filter = (CitesAny,)
    search_fields = ("sha256",)
