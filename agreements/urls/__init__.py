"""Addresses of the cooperation pages, one module per noun; those with a fixed first word before the cases."""

from agreements.urls import (
    cases,
    changes,
    comments,
    inbound,
    kinds,
    ledger,
    letters,
    proceedings,
    teams,
    texts,
    triage,
)

app_name = "agreements"
urlpatterns = [
    *changes.urlpatterns,
    *inbound.urlpatterns,
    *letters.urlpatterns,
    *ledger.urlpatterns,
    *comments.urlpatterns,
    *teams.urlpatterns,
    *proceedings.urlpatterns,
    *kinds.urlpatterns,
    *triage.urlpatterns,
    *texts.urlpatterns,
    *cases.urlpatterns,
]
