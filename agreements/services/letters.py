"""Asking for a letter as PDF; the same words asked for twice by one person are printed once."""

import hashlib
import json

from django.db import transaction
from django.urls import reverse

from agreements.documents.letters import Letter, to_json
from agreements.models import Case
from agreements.services.acting import not_yours
from agreements.services.issuing import issue_letter
from agreements.tasks.letters import LETTER_JOB
from ksd.accounts.models import User
from ksd.core.jobs import request_job
from ksd.core.models import Job, JobState


@transaction.atomic
def request_letter_pdf(*, actor: User, letter: Letter, label: str, case: Case | None = None) -> Job:
    """Ask for the PDF of a letter, of a case or (a list over many cases) of none.

    The result is handed out at `agreements:letter_file`. Raises NotAllowed when the person may not read the case.
    """
    if case is not None and not Case.objects.visible_to(actor).filter(pk=case.pk).exists():
        raise not_yours(case.title)
    words = to_json(letter)
    fingerprint = hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()
    issued = issue_letter(actor=actor, letter=letter, case=case, fingerprint=fingerprint)
    return request_job(
        kind=LETTER_JOB,
        key=f"{actor.pk}-{case.pk if case else 0}-{fingerprint}",
        payload={
            "letter": words,
            "case": case.pk if case else None,
            "issued": issued.pk,
            "result_url": reverse("agreements:letter_file", args=[fingerprint]),
        },
        actor=actor,
        label=label[:200],
    )


def finished_letter(actor: User, fingerprint: str) -> Job | None:
    """The newest finished letter with this fingerprint that this person asked for, or None."""
    jobs = Job.objects.filter(
        kind=LETTER_JOB,
        created_by=actor,
        key__startswith=f"{actor.pk}-",
        key__endswith=f"-{fingerprint}",
        state=JobState.DONE,
        result__isnull=False,
    )
    return jobs.select_related("result").order_by("-pk").first()
