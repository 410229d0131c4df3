"""Addresses of disputes, take-overs, consultations, secretariats and aid."""

from django.urls import path

from agreements.views import proceedings

MATTERS = "<slug:public_id>/masalah/"

urlpatterns = [
    path("masalah/", proceedings.proceeding_list, name="proceeding_list"),
    path(MATTERS, proceedings.proceedings, name="proceedings"),
    path(f"{MATTERS}buka/<slug:code>/<slug:step>/", proceedings.proceeding_new, name="proceeding_new"),
    path(f"{MATTERS}<int:pk>/<slug:step>/", proceedings.proceeding_step, name="proceeding_step"),
    path(f"{MATTERS}berkas/<int:pk>/", proceedings.proceeding_file, name="proceeding_file"),
    path(f"{MATTERS}berita-acara/<int:pk>/", proceedings.proceeding_minutes, name="proceeding_minutes"),
]
