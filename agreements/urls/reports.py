"""Addresses of reports, evaluations and health, of all cases and of one."""

from django.urls import path

from agreements.views import evaluations, health, report_board, report_steps, reports

RECAP = "laporan/rekap/<str:code>/<slug:period>/"
REPORT = "<slug:public_id>/laporan/<slug:period>/"
ROUND = "<slug:public_id>/evaluasi/<int:pk>/"

urlpatterns = [
    path("laporan/", report_board.report_list, name="report_list"),
    path("laporan/ceklis/", report_board.report_checklist, name="report_checklist"),
    path(RECAP, report_board.report_recap, name="report_recap"),
    path(f"{RECAP}csv/", report_board.report_recap_csv, name="report_recap_csv"),
    path(f"{RECAP}cetak/", report_board.report_recap_print, name="report_recap_print"),
    path(f"{RECAP}surat/", report_board.report_ask, name="report_ask"),
    path("kesehatan/", health.health_list, name="health_list"),
    path("<slug:public_id>/laporan/", reports.reports, name="reports"),
    path(REPORT, reports.report, name="report"),
    path(f"{REPORT}bagian/<int:order>/", reports.report_part, name="report_part"),
    path(f"{REPORT}langkah/<slug:code>/", report_steps.report_step, name="report_step"),
    path(f"{REPORT}kembalikan/", report_steps.report_return, name="report_return"),
    path(f"{REPORT}cetak/", reports.report_print, name="report_print"),
    path("<slug:public_id>/evaluasi/", evaluations.evaluation_open, name="evaluation_open"),
    path(ROUND, evaluations.evaluation, name="evaluation"),
    path(f"{ROUND}isi/<slug:form>/<int:order>/", evaluations.evaluation_answer, name="evaluation_answer"),
    path(f"{ROUND}bukti/<slug:form>/<int:order>/", evaluations.evaluation_file, name="evaluation_file"),
    path(f"{ROUND}tutup/", evaluations.evaluation_close, name="evaluation_close"),
    path("<slug:public_id>/kesehatan/", health.health_override, name="health_override"),
    path("<slug:public_id>/kesehatan/<int:pk>/cabut/", health.health_withdraw, name="health_withdraw"),
]
