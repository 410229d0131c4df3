"""Addresses of the cooperation pages: cases first, then their texts."""

from agreements.urls import cases, running, texts

app_name = "agreements"
urlpatterns = [*texts.urlpatterns, *running.urlpatterns, *cases.urlpatterns]
