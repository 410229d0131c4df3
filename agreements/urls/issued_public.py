"""Addresses that need no account: the check of papers, and the links of electronic signatures."""

from django.urls import path

from agreements.views import esign_public, issued_public

app_name = "issued"
SIGN = "tanda-tangan/<slug:token>/"

urlpatterns = [
    path("periksa/", issued_public.check, name="check"),
    path("periksa/<slug:token>/", issued_public.page, name="page"),
    path(SIGN, esign_public.sign_page, name="sign"),
    path(f"{SIGN}berkas/", esign_public.sign_file, name="sign_file"),
    path(f"{SIGN}beri/", esign_public.sign_give, name="sign_give"),
    path(f"{SIGN}tolak/", esign_public.sign_refuse, name="sign_refuse"),
]
