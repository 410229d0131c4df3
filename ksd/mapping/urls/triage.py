"""Addresses of what is said and found of one row."""

from django.urls import path

from ksd.mapping.views import comments, duplicates, triage

urlpatterns = [
    path("baris/<slug:public_id>/uji/", triage.triage, name="triage"),
    path("baris/<slug:public_id>/komentar/", comments.comments, name="comments"),
    path("baris/<slug:public_id>/lepas/", duplicates.unmerge, name="unmerge"),
    path("baris/<slug:one>/banding/<slug:other>/", duplicates.duplicate, name="duplicate"),
    path("baris/<slug:one>/banding/<slug:other>/beda/", duplicates.apart, name="apart"),
]
