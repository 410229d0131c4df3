"""How a view of a follow-up finds its row and says no."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from meetings.duties import DutyStep
from meetings.models import FollowUp
from meetings.services.follow_ups import roles_of
from meetings.views.access import crumbs


def follow_up_or_404(http: HttpRequest, public_id: str) -> FollowUp:
    """A follow-up within the person's scope whose decision stands; a stranger finds nothing."""
    return get_object_or_404(
        FollowUp.objects.visible_to(http.user).standing().for_list(), public_id=public_id
    )


def require_step(http: HttpRequest, follow_up: FollowUp, step: DutyStep) -> None:
    """403 for a person who may read it but not take this step."""
    if not roles_of(http.user, follow_up) & set(step.who):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan atas tindak lanjut ini."))


def follow_up_crumbs(follow_up: FollowUp, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way from the meetings through the list of follow-ups to this page."""
    own = (str(follow_up)[:80], follow_up.get_absolute_url() if more else "")
    return crumbs((_("Tindak lanjut"), reverse("meetings:follow_up_list")), own, *more)
