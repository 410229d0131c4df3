"""Addresses of the mapping pages, one module per noun; those with a fixed first word before the periods."""

from ksd.mapping.urls import consolidation, periods, triage

app_name = "mapping"
urlpatterns = [*triage.urlpatterns, *consolidation.urlpatterns, *periods.urlpatterns]
