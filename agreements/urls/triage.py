"""Addresses of the triage before proposals."""

from django.urls import path

from agreements.views import triage

urlpatterns = [
    path("triase/", triage.triage_list, name="triage_list"),
    path("triase/baru/", triage.triage_new, name="triage_new"),
    path("triase/<slug:public_id>/", triage.triage, name="triage"),
]
