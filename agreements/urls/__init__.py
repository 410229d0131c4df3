"""Addresses of the cooperation pages, one module per noun; those with a fixed first word before the cases."""

from agreements.urls import cases, comments, ledger, letters, signing, teams, texts

app_name = "agreements"
urlpatterns = [
    *letters.urlpatterns,
    *ledger.urlpatterns,
    *comments.urlpatterns,
    *signing.urlpatterns,
    *teams.urlpatterns,
    *texts.urlpatterns,
    *cases.urlpatterns,
]
