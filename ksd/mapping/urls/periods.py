"""Addresses of periods."""

from django.urls import path

from ksd.mapping.views import filling, planning, rows, writing
from ksd.mapping.views import periods as views

urlpatterns = [
    path("", views.period_list, name="list"),
    path("baru/", planning.period_new, name="period_new"),
    path("<slug:public_id>/", views.period, name="period"),
    path("<slug:public_id>/ubah/", planning.period_edit, name="period_edit"),
    path("<slug:public_id>/peserta/", planning.participants, name="participants"),
    path("<slug:public_id>/langkah/<slug:code>/", planning.period_step, name="period_step"),
    path("<slug:public_id>/ingatkan/", planning.remind, name="remind"),
    path("<slug:public_id>/isian/", rows.row_list, name="rows"),
    path("<slug:public_id>/isian/<str:code>/", filling.filling, name="filling"),
    path("<slug:public_id>/isian/<str:code>/baru/", writing.row_new, name="row_new"),
    path("<slug:public_id>/isian/<str:code>/kirim/", filling.answer_submit, name="answer_submit"),
    path("<slug:public_id>/isian/<str:code>/buka-kembali/", filling.answer_reopen, name="answer_reopen"),
    path("<slug:public_id>/isian/<str:code>/salin/", filling.copy, name="copy"),
]
