"""The daily anchor of the depositary ledger, asked for by beat."""

from celery import shared_task

from agreements.ledger.sealing import make_anchor


@shared_task
def anchor_ledger() -> None:
    """Seal the heads of all chains once a day."""
    make_anchor()
