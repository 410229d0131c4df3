"""Addresses of the result of one meeting."""

from django.urls import path

from meetings.views import results as views

RESULT = "<slug:public_id>/hasil/"
urlpatterns = [
    path(RESULT, views.results, name="results"),
    path(f"{RESULT}matriks/", views.results_matrix, name="results_matrix"),
    path(f"{RESULT}bawaan/", views.results_carry, name="results_carry"),
    path(f"{RESULT}bawaan/<slug:follow_up>/lepas/", views.results_leave, name="results_leave"),
    path(f"{RESULT}butir/", views.result_point, name="result_point_new"),
    path(f"{RESULT}butir/<slug:point>/", views.result_point, name="result_point"),
    path(f"{RESULT}butir/<slug:point>/cabut/", views.result_point_drop, name="result_point_drop"),
]
