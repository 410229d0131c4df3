"""Addresses of the cooperation pages, one module per noun; those with a fixed first word before the cases."""

from agreements.urls import (
    cases,
    changes,
    comments,
    desk,
    dprd,
    inbound,
    kinds,
    law_changes,
    ledger,
    letters,
    library,
    proceedings,
    reports,
    running,
    signing,
    teams,
    texts,
    triage,
)

app_name = "agreements"
urlpatterns = [
    *changes.urlpatterns,
    *comments.urlpatterns,
    *desk.urlpatterns,
    *dprd.urlpatterns,
    *inbound.urlpatterns,
    *kinds.urlpatterns,
    *law_changes.urlpatterns,
    *ledger.urlpatterns,
    *letters.urlpatterns,
    *library.urlpatterns,
    *proceedings.urlpatterns,
    *reports.urlpatterns,
    *running.urlpatterns,
    *signing.urlpatterns,
    *teams.urlpatterns,
    *triage.urlpatterns,
    *texts.urlpatterns,
    *cases.urlpatterns,
]
