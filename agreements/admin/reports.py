"""Admin of reports, evaluations and words on health: history is read here, acts happen on the pages."""

from django.contrib import admin

from agreements.admin.scoped import OfCasesRun, ReadOnlyRows
from agreements.models import (
    CaseReport,
    Evaluation,
    EvaluationAnswer,
    HealthOverride,
    ReportPart,
    ReportStep,
)


class StepRows(ReadOnlyRows):
    """The hands a report passed."""

    model = ReportStep
    fields = ("on", "label", "due_on", "actor_name", "role", "reason")


class PartRows(ReadOnlyRows):
    """What each party said."""

    model = ReportPart
    fields = ("party", "work", "trouble", "remedy", "written_by")


class AnswerRows(ReadOnlyRows):
    """Who answered a round."""

    model = EvaluationAnswer
    fields = ("form", "party", "verdict", "suggestion", "answered_by", "role")


@admin.register(CaseReport)
class CaseReportAdmin(OfCasesRun):
    """Reports by period."""

    list_display = ("case", "period", "region", "state", "awaits", "sent_on", "sent_due_on")
    list_filter = ("state", "period_end")
    list_select_related = ("case", "region")
    search_fields = ("case__title", "period", "region__name")
    inlines = (StepRows, PartRows)


@admin.register(ReportStep)
class ReportStepAdmin(OfCasesRun):
    """Every pair of hands of every report."""

    case = "report__case"

    list_display = ("at", "label", "report", "on", "due_on", "actor_name")
    list_display_links = ("label",)
    list_filter = ("code", "returned")
    list_select_related = ("report__case",)
    search_fields = ("report__case__title", "actor_name")


@admin.register(ReportPart)
class ReportPartAdmin(OfCasesRun):
    """Every party's part."""

    case = "report__case"

    list_display = ("report", "party", "written_by", "written_at")
    list_filter = ("written_at",)
    list_select_related = ("report__case", "party__region", "party__partner", "written_by")
    search_fields = ("report__case__title",)


@admin.register(Evaluation)
class EvaluationAdmin(OfCasesRun):
    """Rounds with their conclusion."""

    list_display = ("case", "period", "opened_on", "closed_on", "verdict")
    list_filter = ("verdict", "opened_on")
    list_select_related = ("case",)
    search_fields = ("case__title",)
    inlines = (AnswerRows,)


@admin.register(EvaluationAnswer)
class EvaluationAnswerAdmin(OfCasesRun):
    """Every answer of every round."""

    case = "evaluation__case"

    list_display = ("evaluation", "form", "party", "verdict", "answered_by", "answered_at")
    list_filter = ("form", "verdict")
    list_select_related = ("evaluation__case", "party__region", "party__partner", "answered_by")
    search_fields = ("evaluation__case__title",)


@admin.register(HealthOverride)
class HealthOverrideAdmin(OfCasesRun):
    """Words over the computed health."""

    list_display = ("case", "health", "set_on", "expires_on", "withdrawn_on", "set_by")
    list_filter = ("health",)
    list_select_related = ("case", "set_by")
    search_fields = ("case__title", "reason")
