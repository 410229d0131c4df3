"""Addresses of the cooperation pages, one module per noun; those with a fixed first word before the cases."""

from agreements.urls import cases, comments, dprd, ledger, letters, teams, texts

app_name = "agreements"
urlpatterns = [
    *letters.urlpatterns,
    *ledger.urlpatterns,
    *comments.urlpatterns,
    *teams.urlpatterns,
    *texts.urlpatterns,
    *dprd.urlpatterns,
    *cases.urlpatterns,
]
