"""Addresses of points and pillars: the list of all, the tab of a segment, one point."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import one_point, points, segment_points

_TAB = "<segment_codes:slug>/titik/"
_POINT = f"{_TAB}<int:pk>/"

urlpatterns = [
    path("titik/", points.points, name="points"),
    path("titik/unduh/", points.points_file, name="points_file"),
    path(_TAB, segment_points.segment_points, name="segment_points"),
    path(f"{_TAB}unduh/", segment_points.segment_points_file, name="segment_points_file"),
    path(f"{_TAB}tambah/", segment_points.point_add, name="point_add"),
    path(f"{_TAB}tempel/", segment_points.point_paste, name="point_paste"),
    path(f"{_TAB}simpul/", segment_points.point_node, name="point_node"),
    path(f"{_TAB}setujui/", segment_points.points_approve, name="points_approve"),
    path(f"{_TAB}rencana-pilar/", segment_points.pillar_plan, name="pillar_plan"),
    path(_POINT, one_point.point, name="point"),
    path(f"{_POINT}ubah/", one_point.point_change, name="point_change"),
    path(f"{_POINT}nilai/", one_point.point_judge, name="point_judge"),
    path(f"{_POINT}pindah/", one_point.point_move, name="point_move"),
    path(f"{_POINT}lepas/", one_point.point_drop, name="point_drop"),
    path(f"{_POINT}simpul/<int:point>/", one_point.point_join, name="point_join"),
    path(f"{_POINT}foto/", one_point.point_photo, name="point_photo"),
    path(f"{_POINT}pilar/", one_point.pillar, name="pillar"),
    path(f"{_POINT}pilar/foto/", one_point.pillar_photo, name="pillar_photo"),
    path(f"{_POINT}periksa/", one_point.pillar_inspect, name="pillar_inspect"),
    path(f"{_POINT}periksa/<int:visit>/foto/", one_point.inspection_photo, name="inspection_photo"),
]
