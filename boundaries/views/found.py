"""What the filter of the register finds: the same for the table, its sheet and its map."""

from django.http import HttpRequest

from boundaries.filters import SegmentFilter
from boundaries.models import Segment


def found_in(request: HttpRequest) -> SegmentFilter:
    """The segments the person may see that pass the filter, with their kilometres."""
    seen = Segment.objects.visible_to(request.user).for_list().with_km()
    return SegmentFilter(request.GET, queryset=seen, request=request)
