"""Addresses of a region's letters and of the letters of a case."""

from django.urls import path

from agreements.views import case_letters, number_register, office_letters, paper_templates

OFFICE = "surat-daerah/<str:code>/"
BOOK = f"{OFFICE}nomor/"
TEMPLATES = f"{OFFICE}template/"

urlpatterns = [
    path("surat-daerah/", office_letters.letters_desk, name="letters_desk"),
    path(OFFICE, office_letters.office_letters, name="office_letters"),
    path(f"{OFFICE}pengaturan/", office_letters.letter_setting_edit, name="letter_setting"),
    path(f"{OFFICE}pola/", office_letters.series_edit, name="number_series"),
    path(f"{OFFICE}pola/<int:pk>/hapus/", office_letters.series_drop, name="number_series_drop"),
    path(BOOK, number_register.number_register, name="number_register"),
    path(f"{BOOK}cetak/", number_register.number_register_file, name="number_register_file"),
    path(f"{BOOK}<int:pk>/batal/", number_register.number_cancel, name="number_cancel"),
    path(f"{BOOK}<int:pk>/surat/", number_register.issued_letter, name="issued_letter"),
    path(TEMPLATES, paper_templates.template_list, name="template_list"),
    path(f"{TEMPLATES}<slug:draft>/", paper_templates.template, name="template"),
    path(f"{TEMPLATES}<slug:draft>/pratinjau/", paper_templates.template_preview, name="template_preview"),
    path("<slug:public_id>/surat/", case_letters.case_letters, name="case_letters"),
    path("<slug:public_id>/surat/<slug:code>/<int:row>/", case_letters.case_letter, name="case_letter"),
]
