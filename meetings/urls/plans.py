"""Addresses of the KAK and of the speeches of a meeting."""

from django.urls import path

from meetings.views import plans, speeches

urlpatterns = [
    path("<slug:public_id>/kak/", plans.plan, name="plan"),
    path("<slug:public_id>/kak/cetak/", plans.plan_paper, name="plan_paper"),
    path("<slug:public_id>/sambutan/", speeches.speeches, name="speeches"),
    path("<slug:public_id>/sambutan/baru/", speeches.speech_new, name="speech_new"),
    path("<slug:public_id>/sambutan/<int:pk>/", speeches.speech_edit, name="speech_edit"),
    path("<slug:public_id>/sambutan/<int:pk>/hapus/", speeches.speech_drop, name="speech_drop"),
    path("<slug:public_id>/sambutan/<int:pk>/berkas/", speeches.speech_file, name="speech_file"),
]
