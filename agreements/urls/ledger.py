"""Addresses of the depositary ledger."""

from django.urls import path

from agreements.views import ledger

urlpatterns = [
    path("buku-penyimpanan/pemeriksa/", ledger.ledger_verifier, name="ledger_verifier"),
    path("<slug:public_id>/buku/", ledger.ledger, name="ledger"),
    path("<slug:public_id>/buku/ekspor/", ledger.ledger_export, name="ledger_export"),
]
