"""What every page of a segment needs."""

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from boundaries.models import Segment


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the register to the page."""
    return [(_("Batas daerah"), reverse("boundaries:list")), *more]


def segment_of(request: HttpRequest, slug: str) -> Segment:
    """A segment within the person's scope; a stranger finds nothing."""
    first, _dash, second = slug.partition("-")
    found = Segment.objects.visible_to(request.user).for_list().of_codes(first, second).first()
    if found is None:
        raise Http404(_("Tidak ada segmen batas %(slug)s yang dapat Anda lihat.") % {"slug": slug})
    return found
