"""Addresses of issued files and their receipts, and of the requests for electronic signatures."""

from django.urls import path

from agreements.urls.texts import TEXT
from agreements.views import esign, issued

RECEIPT = "terbitan/<slug:token>/"

urlpatterns = [
    path(RECEIPT, issued.receipt, name="receipt"),
    path(f"{RECEIPT}cetak/", issued.receipt_letter, name="receipt_letter"),
    path(f"{TEXT}terbitan/", issued.issued_list, name="issued_list"),
    path(f"{TEXT}tte/", esign.esign, name="esign"),
    path(f"{TEXT}tte/cara/", esign.esign_mode, name="esign_mode"),
    path(f"{TEXT}tte/<int:order>/minta/", esign.esign_ask, name="esign_ask"),
    path(f"{TEXT}tte/<int:pk>/tarik/", esign.esign_withdraw, name="esign_withdraw"),
]
