"""Rows that changed: their pairs are looked for anew in the background."""

from uuid import uuid4

from django.utils.translation import gettext as _

from ksd.core.jobs import request_job
from ksd.core.models import Job, JobState
from ksd.mapping.choices import RowState
from ksd.mapping.models import MappingRow, MatchRow

DUE_JOB = "mapping_match_due"


def rescore_row(row_id: int) -> None:
    """Let the pairs of a row be looked for anew, after it was sent, changed, merged, judged or withdrawn.

    A draft nobody has compared is nobody's business. Lost requests are caught by the sweep, which knows what is due.
    """
    row = MappingRow.objects.filter(pk=row_id).values_list("period", "state").first()
    if row is None:
        return
    period, state = row
    if state == RowState.DRAF and not MatchRow.objects.filter(row=row_id).exists():
        return
    request_due(period)


def note_changed(row: MappingRow) -> None:
    """Let the pairs of a row the forum sees be looked for anew; costs a draft nothing."""
    if row.state != RowState.DRAF:
        request_due(row.period_id)


def request_due(period: int) -> Job:
    """One waiting job per period does for any number of changed rows."""
    key = f"{period}:"
    waiting = Job.objects.filter(kind=DUE_JOB, key__startswith=key, state=JobState.QUEUED).first()
    return waiting or request_job(
        kind=DUE_JOB, key=f"{key}{uuid4().hex}", payload={"period": period}, actor=None,
        label=_("Memperbarui pasangan pemetaan"),
    )  # fmt: skip
