"""Layers for reading; they are loaded, replaced and withdrawn on their pages."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from boundaries.models import Layer, LayerFeature
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin


def _readable(request: HttpRequest) -> "QuerySet[Layer]":
    return Layer.objects.visible_to(cast(User, request.user))


@admin.register(Layer)
class LayerAdmin(ReadOnlyAdmin):
    """All deliveries within reach, withdrawn ones included."""

    list_display = ("name", "theme", "region", "dated", "feature_count", "state")
    list_filter = ("theme", "state")
    list_select_related = ("region",)
    search_fields = ("name", "source")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the layers the person may see."""
        return super().get_queryset(request).filter(pk__in=_readable(request))


@admin.register(LayerFeature)
class LayerFeatureAdmin(ReadOnlyAdmin):
    """Their features."""

    list_display = ("name", "layer")
    list_select_related = ("layer",)
    search_fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of layers the person may see."""
        return super().get_queryset(request).filter(layer__in=_readable(request))
