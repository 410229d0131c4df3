"""Addresses of repealed and amended laws."""

from django.urls import path

from agreements.views import law_changes

urlpatterns = [
    path("perubahan-peraturan/", law_changes.law_changes, name="law_changes"),
    path("perubahan-peraturan/baru/", law_changes.law_change_new, name="law_change_new"),
    path("perubahan-peraturan/<int:pk>/", law_changes.law_change, name="law_change"),
    path("perubahan-peraturan/<int:pk>/beri-tahu/", law_changes.law_change_tell, name="law_change_tell"),
    path("perubahan-peraturan/<int:pk>/surat/", law_changes.law_change_letter_file, name="law_change_letter"),
]
