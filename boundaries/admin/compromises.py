"""Compromise lines for reading, by the office that draws them and nobody else: a shared one has private steps too."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from boundaries.models import Compromise, CompromiseEvent, CompromiseStep
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin


def _own(request: HttpRequest) -> "QuerySet[Compromise]":
    return Compromise.objects.run_by(cast(User, request.user))


@admin.register(Compromise)
class CompromiseAdmin(ReadOnlyAdmin):
    """Alternatives of one's own office."""

    list_display = ("name", "segment", "office", "shared_at", "author")
    list_select_related = ("segment__region_a", "segment__region_b", "office", "author")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of the person's office."""
        return super().get_queryset(request).filter(pk__in=_own(request))


@admin.register(CompromiseStep)
class CompromiseStepAdmin(ReadOnlyAdmin):
    """Their steps."""

    list_display = ("compromise", "number", "note")
    list_select_related = ("compromise",)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of the person's office."""
        return super().get_queryset(request).filter(compromise__in=_own(request))


@admin.register(CompromiseEvent)
class CompromiseEventAdmin(ReadOnlyAdmin):
    """Their history."""

    list_display = ("compromise", "act", "step", "actor", "at")
    list_filter = ("act",)
    list_select_related = ("compromise", "step", "actor")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of the person's office."""
        return super().get_queryset(request).filter(compromise__in=_own(request))
