"""The comparison in the background, and the sweep that catches what was lost."""

from typing import Any

from celery import shared_task

from ksd.core import clock
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job
from ksd.mapping.choices import MatchState
from ksd.mapping.models import Match, MatchRun, Period
from ksd.mapping.services.access import may_manage
from ksd.mapping.services.matching.deciding import settle
from ksd.mapping.services.matching.due import DUE_JOB, request_due
from ksd.mapping.services.matching.requesting import RUN_JOB
from ksd.mapping.services.matching.scoring import due_rows, score_due, score_period


@job_handler(RUN_JOB)
def do_run(job: Job, report: Report) -> None:
    """Compare a whole period; a run that is finished is not done again."""
    run = MatchRun.objects.select_related("period__region").filter(pk=int(job.key), finished_at=None).first()
    if run is not None:
        score_period(run, report)


@job_handler(DUE_JOB)
def do_due(job: Job, report: Report) -> None:
    """Compare what changed; while the whole period is being compared it waits for the sweep."""
    period = Period.objects.select_related("region").filter(pk=job.payload["period"]).first()
    if period is None or MatchRun.objects.filter(period=period, finished_at=None).exists():
        return
    report(10, "")
    score_due(period)


@job_viewer(RUN_JOB)
def may_see_run(user: Any, job: Job) -> bool:
    """Whoever leads the mapping."""
    period = Period.objects.select_related("region").filter(pk=job.payload.get("period")).first()
    return period is not None and may_manage(user, period)


@shared_task(name="ksd.mapping.tasks.sweep_matching")
def sweep_matching() -> None:
    """Ask again for rows that were changed and never compared, and wake pairs put off until today."""
    for period in Period.objects.running():
        if due_rows(period):
            request_due(period.pk)
    over = Match.objects.filter(state=MatchState.DITUNDA, snoozed_until__lte=clock.today())
    for match in over.order_by("pk")[:500]:
        settle(match)
