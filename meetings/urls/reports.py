"""Addresses of the report of a meeting."""

from django.urls import path

from meetings.views import reports

urlpatterns = [
    path("<slug:public_id>/laporan/", reports.report, name="report"),
    path("<slug:public_id>/laporan/tulis/", reports.report_edit, name="report_edit"),
    path("<slug:public_id>/laporan/terbitkan/", reports.report_issue, name="report_issue"),
    path("<slug:public_id>/laporan/berkas/", reports.report_paper, name="report_paper"),
    path("<slug:public_id>/laporan/cetakan/<str:fingerprint>/", reports.report_file, name="report_file"),
]
