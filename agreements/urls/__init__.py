"""Addresses of the cooperation pages, one module per noun; those with a fixed first word before the cases."""

from agreements.urls import (
    cases,
    changes,
    comments,
    comparing,
    dprd,
    inbound,
    kinds,
    ledger,
    letters,
    negotiation,
    proceedings,
    reports,
    running,
    signing,
    teams,
    texts,
    triage,
    word,
)

app_name = "agreements"
urlpatterns = [
    *changes.urlpatterns,
    *comments.urlpatterns,
    *comparing.urlpatterns,
    *dprd.urlpatterns,
    *inbound.urlpatterns,
    *kinds.urlpatterns,
    *ledger.urlpatterns,
    *letters.urlpatterns,
    *negotiation.urlpatterns,
    *proceedings.urlpatterns,
    *reports.urlpatterns,
    *running.urlpatterns,
    *signing.urlpatterns,
    *teams.urlpatterns,
    *triage.urlpatterns,
    *word.urlpatterns,
    *texts.urlpatterns,
    *cases.urlpatterns,
]
