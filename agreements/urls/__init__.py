"""Addresses of the cooperation pages: cases first, then their texts."""

from agreements.urls import cases, texts

app_name = "agreements"
urlpatterns = [*texts.urlpatterns, *cases.urlpatterns]
