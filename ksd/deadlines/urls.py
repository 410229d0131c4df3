"""Addresses of deadlines, notices and the calendar."""

from django.urls import path

from ksd.deadlines import views

app_name = "deadlines"
urlpatterns = [
    path("pemberitahuan/", views.notices, name="notices"),
    path("pemberitahuan/semua-dibaca/", views.read_all, name="read_all"),
    path("pemberitahuan/<int:pk>/dibaca/", views.read_notice, name="read_notice"),
    path("kalender/", views.calendar_page, name="calendar"),
    path("tenggat/<int:pk>/", views.deadline_page, name="deadline"),
    path("tenggat/<int:pk>/tetapkan/", views.override, name="override"),
]
