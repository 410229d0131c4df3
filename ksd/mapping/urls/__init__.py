"""Addresses of the mapping pages, one module per noun; those with a fixed first word before the periods."""

from ksd.mapping.urls import consolidation, periods, rows, triage

app_name = "mapping"
urlpatterns = [*triage.urlpatterns, *rows.urlpatterns, *consolidation.urlpatterns, *periods.urlpatterns]
