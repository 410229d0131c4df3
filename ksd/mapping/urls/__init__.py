"""Addresses of the mapping pages, one module per noun; those with a fixed first word before the periods."""

from ksd.mapping.urls import outputs, periods, sheets

app_name = "mapping"
urlpatterns = [*sheets.urlpatterns, *outputs.urlpatterns, *periods.urlpatterns]
