"""Addresses of the shared floor."""

from django.urls import path

from ksd.core import views

app_name = "core"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("tugas/<uuid:public_id>/", views.job_status, name="job"),
]
