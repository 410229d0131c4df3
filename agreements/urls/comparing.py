"""Addresses of comparisons between versions."""

from django.urls import path

from agreements.views import comparing

TEXT = "naskah/<slug:public_id>/banding/"

urlpatterns = [
    path(TEXT, comparing.naskah_compare, name="naskah_compare"),
    path(f"{TEXT}putuskan/", comparing.naskah_review, name="naskah_review"),
    path(f"{TEXT}cetak/", comparing.naskah_compare_paper, name="naskah_compare_paper"),
]
