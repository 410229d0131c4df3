"""Addresses of the cooperation pages: cases first, then their texts."""

from agreements.urls import cases, kinds, texts, triage

app_name = "agreements"
urlpatterns = [*texts.urlpatterns, *kinds.urlpatterns, *triage.urlpatterns, *cases.urlpatterns]
