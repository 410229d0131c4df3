"""Addresses of series of meetings and of the count of meetings wanted each year."""

from django.urls import path

from meetings.views import series, yearly

urlpatterns = [
    path("seri/", series.series_list, name="series"),
    path("seri/baru/", series.series_new, name="series_new"),
    path("seri/<int:pk>/", series.series_edit, name="series_edit"),
    path("wajib/", yearly.yearly, name="yearly"),
]
