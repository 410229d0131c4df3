"""Addresses of the mapping pages, one module per noun; those with a fixed first word before the periods."""

from ksd.mapping.urls import consolidation, outputs, periods, rows, sheets, triage

app_name = "mapping"
urlpatterns = [
    *rows.urlpatterns,
    *triage.urlpatterns,
    *consolidation.urlpatterns,
    *sheets.urlpatterns,
    *outputs.urlpatterns,
    *periods.urlpatterns,
]
