"""Admin of what runs after the signing: read only, for the cases one's own regions run."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.admin.scoped import OfCasesRun, ReadOnlyRows
from agreements.models import (
    ActionPlan,
    BudgetLine,
    CaseGoal,
    Goal,
    GoalReport,
    GoalTarget,
    Milestone,
    Obligation,
    ObligationEntry,
    PlanConfirmation,
    PlanRevision,
    ProgressEntry,
    Realisation,
)
from ksd.core.admin import ReadOnlyAdmin


class ObligationEntries(ReadOnlyRows):
    """What happened to an obligation."""

    model = ObligationEntry
    fields = ("at", "what", "on", "due_on", "actor_name", "role", "note", "proof")


@admin.register(Obligation)
class ObligationAdmin(OfCasesRun):
    """Rights and duties with their day and standing."""

    case = "naskah__case"
    list_display = ("wording", "kind", "party", "due_on", "every", "state", "done_on")
    list_filter = ("kind", "state", "every", "due_on")
    list_select_related = ("naskah__case", "party__region", "party__partner")
    search_fields = ("wording", "place", "naskah__title")
    inlines = (ObligationEntries,)


class MilestoneRows(ReadOnlyRows):
    """The activities of a plan."""

    model = Milestone
    fields = ("activity", "party", "starts_on", "ends_on", "weight", "dropped_at")


class ConfirmationRows(ReadOnlyRows):
    """Who confirmed which revision."""

    model = PlanConfirmation
    fields = ("party", "revision", "actor_name", "role", "at")


class RevisionRows(ReadOnlyRows):
    """How the plan stood before each adjustment."""

    model = PlanRevision
    fields = ("number", "reason", "actor_name", "at")


@admin.register(ActionPlan)
class ActionPlanAdmin(OfCasesRun):
    """Yearly plans."""

    case = "naskah__case"
    list_display = ("naskah", "year", "state", "revision", "fixed_on")
    list_filter = ("year", "state")
    list_select_related = ("naskah__case",)
    search_fields = ("naskah__title", "naskah__case__title")
    inlines = (MilestoneRows, ConfirmationRows, RevisionRows)


class ProgressRows(ReadOnlyRows):
    """How far an activity had come."""

    model = ProgressEntry
    fields = ("on", "percent", "note", "actor_name", "role", "proof")


@admin.register(Milestone)
class MilestoneAdmin(OfCasesRun):
    """Activities with their progress."""

    case = "plan__naskah__case"
    list_display = ("activity", "plan", "party", "starts_on", "ends_on", "weight")
    list_filter = ("plan__year",)
    list_select_related = ("plan__naskah__case", "party__region", "party__partner")
    search_fields = ("activity", "indicator")
    inlines = (ProgressRows,)


class RealisationRows(ReadOnlyRows):
    """Money spent from a line."""

    model = Realisation
    fields = ("on", "amount", "note", "voided_at", "void_reason", "actor_name", "proof")


@admin.register(BudgetLine)
class BudgetLineAdmin(OfCasesRun):
    """Money planned, budgeted and spent."""

    list_display = ("purpose", "case", "party", "year", "source", "planned", "budgeted")
    list_filter = ("year", "source")
    list_select_related = ("case", "party__region", "party__partner")
    search_fields = ("purpose", "dpa_number", "case__title")
    inlines = (RealisationRows,)


class TargetRows(ReadOnlyRows):
    """The yearly targets of a goal."""

    model = GoalTarget
    fields = ("year", "target")


@admin.register(Goal)
class GoalAdmin(ReadOnlyAdmin):
    """The register of goals within the admin's reach."""

    list_display = ("title", "indicator", "region", "document", "period_start", "period_end")
    list_filter = ("document", "period_start")
    list_select_related = ("region",)
    search_fields = ("title", "indicator")
    inlines = (TargetRows,)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the goals of regions within reach."""
        return super().get_queryset(request).filter(pk__in=Goal.objects.visible_to(request.user).values("pk"))


class ReportRows(ReadOnlyRows):
    """What was reported on a goal."""

    model = GoalReport
    fields = ("year", "target", "achieved", "note", "actor_name", "at")


@admin.register(CaseGoal)
class CaseGoalAdmin(OfCasesRun):
    """Goals that cooperations serve."""

    list_display = ("case", "goal", "created_at")
    list_filter = ("goal__document",)
    list_select_related = ("case", "goal")
    search_fields = ("case__title", "goal__title")
    inlines = (ReportRows,)
