"""Addresses of letters."""

from django.urls import path

from agreements.views import letters

urlpatterns = [path("surat/<slug:fingerprint>/", letters.letter_file, name="letter_file")]
