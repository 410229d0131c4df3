"""Addresses of the consolidation of a period."""

from django.urls import path

from ksd.mapping.views import consolidation, duplicates, triage

urlpatterns = [
    path("<slug:public_id>/konsolidasi/", consolidation.consolidation, name="consolidation"),
    path("<slug:public_id>/konsolidasi/uji/", triage.triage_next, name="triage_next"),
    path("<slug:public_id>/konsolidasi/duplikat/", duplicates.duplicates, name="duplicates"),
]
