"""Addresses of sessions, their desks and their lists of attendance."""

from django.urls import path

from meetings.views import attendance, attendance_papers, desk, sessions

urlpatterns = [
    path("<slug:public_id>/kehadiran/", attendance.attendance, name="attendance"),
    path("<slug:public_id>/kehadiran/xlsx/", attendance_papers.attendance_xlsx, name="attendance_xlsx"),
    path("<slug:public_id>/kehadiran/siapkan/", sessions.sessions_prepare, name="sessions_prepare"),
    path("<slug:public_id>/kehadiran/sesi/", sessions.session_add, name="session_add"),
    path("<slug:public_id>/kehadiran/sesi/<int:pk>/", sessions.session_edit, name="session_edit"),
    path("<slug:public_id>/kehadiran/sesi/<int:pk>/hapus/", sessions.session_drop, name="session_drop"),
    path("<slug:public_id>/kehadiran/sesi/<int:pk>/pintu/", sessions.session_door, name="session_door"),
    path(
        "<slug:public_id>/kehadiran/sesi/<int:pk>/cetak/",
        attendance_papers.attendance_paper,
        name="attendance_paper",
    ),
    path("<slug:public_id>/kehadiran/sesi/<int:pk>/meja/", desk.desk, name="attendance_desk"),
    path("<slug:public_id>/kehadiran/sesi/<int:pk>/meja/tamu/", desk.guest_add, name="attendance_guest"),
    path(
        "<slug:public_id>/kehadiran/sesi/<int:pk>/meja/<slug:code>/",
        desk.invitee_came,
        name="attendance_invitee",
    ),
    path("<slug:public_id>/kehadiran/baris/<int:pk>/", desk.line_edit, name="attendance_line"),
    path("<slug:public_id>/kehadiran/baris/<int:pk>/coret/", desk.line_strike, name="attendance_strike"),
]
