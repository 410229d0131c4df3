"""Addresses of the cooperation pages, one module per noun; those with a fixed first word before the cases."""

from agreements.urls import cases, inbound, letters, texts

app_name = "agreements"
urlpatterns = [
    *inbound.urlpatterns,
    *letters.urlpatterns,
    *texts.urlpatterns,
    *cases.urlpatterns,
]
