"""Addresses of the mapping pages, one module per noun; those with a fixed first word before the periods."""

from ksd.mapping.urls import periods, rows

app_name = "mapping"
urlpatterns = [*rows.urlpatterns, *periods.urlpatterns]
