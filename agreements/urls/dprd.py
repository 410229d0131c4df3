"""Addresses of the regions of a case with their DPRDs."""

from django.urls import path

from agreements.views import dprd

PAGE = "<slug:public_id>/dprd/"
TRACK = f"{PAGE}<int:track>/"

urlpatterns = [
    path(PAGE, dprd.dprd, name="dprd"),
    path(f"{TRACK}uji/", dprd.dprd_test, name="dprd_test"),
    path(f"{TRACK}langkah/<slug:code>/", dprd.dprd_step, name="dprd_step"),
    path(f"{TRACK}surat/<slug:code>/", dprd.dprd_letter_make, name="dprd_letter"),
    path(f"{TRACK}berkas/<int:letter>/", dprd.dprd_file, name="dprd_file"),
    path(f"{TRACK}lampiran/", dprd.dprd_package, name="dprd_package"),
]
