"""Addresses of the cooperation pages, one module per noun; those with a fixed first word before the cases."""

from agreements.urls import cases, dprd, letters, texts

app_name = "agreements"
urlpatterns = [
    *letters.urlpatterns,
    *texts.urlpatterns,
    *dprd.urlpatterns,
    *cases.urlpatterns,
]
