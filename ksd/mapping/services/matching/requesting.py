"""Asking for a comparison: the rows and runs are the promise, the queue only a hint."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from ksd.core.jobs import request_job
from ksd.core.models import Job
from ksd.mapping.models import MatchRun, Period
from ksd.mapping.services.access import require_manager

RUN_JOB = "mapping_match"


@transaction.atomic
def request_run(*, actor: User | None, period: Period) -> Job:
    """Ask for a comparison of the whole period, or join the one under way. Raises NotAllowed or ImpossibleStep."""
    if actor is not None:
        require_manager(actor, period.region)
    if period.is_over:
        raise ImpossibleStep(
            _("Periode ini sudah %s; pasangannya tidak dihitung lagi.") % period.get_state_display().lower(),
            remedy=_("Tinjau kembali periodenya dahulu, bila masih perlu."),
        )
    return request_job(
        kind=RUN_JOB, key=str(_run_of(period, actor).pk), actor=actor,
        label=_("Mencari pasangan %s") % period,
        payload={"period": period.pk, "result_url": reverse("mapping:matches", args=[period.public_id])},
    )  # fmt: skip


def _run_of(period: Period, actor: User | None) -> MatchRun:
    """The unfinished run of the period, or a new one; only one of two askers begins it."""
    try:
        with transaction.atomic():
            return MatchRun.objects.create(period=period, requested_by=actor)
    except IntegrityError:
        return MatchRun.objects.get(period=period, finished_at=None)


def job_of(period: Period) -> Job | None:
    """The job of the run that is not finished."""
    run = MatchRun.objects.filter(period=period, finished_at=None).first()
    return Job.objects.filter(kind=RUN_JOB, key=str(run.pk)).first() if run else None
