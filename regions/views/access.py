"""How a view finds a region and asks for permission."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from ksd.core import clock
from regions.choices import Level
from regions.models import Region


def region_or_404(code: str) -> Region:
    """The living region of a code, else the one that last had it."""
    regions = Region.objects.filter(code=code).select_related("parent", "emblem")
    found = regions.filter(valid_to__isnull=True).first() or regions.order_by("-valid_to").first()
    if found is None:
        raise Http404(_("Tidak ada wilayah dengan kode %(code)s.") % {"code": code})
    return found


def may(user: AbstractBaseUser | AnonymousUser, permission: str, region: Region | None = None) -> bool:
    """Whether the person signed in may do this, for one region or for any."""
    return isinstance(user, AbstractUser) and user.has_perm(permission, region)


def require(user: AbstractBaseUser | AnonymousUser, permission: str, region: Region | None = None) -> None:
    """403 for a person who may see the page but not do this."""
    if not may(user, permission, region):
        raise PermissionDenied(_("Peran Anda tidak memuat kewenangan ini untuk wilayah tersebut."))


def home_province(user: AbstractBaseUser | AnonymousUser) -> Region | None:
    """The province a person works in or under; None for national people and those without a membership."""
    today = clock.today()
    held = Q(memberships__user=user.pk, memberships__valid_from__lte=today) & (
        Q(memberships__valid_to__isnull=True) | Q(memberships__valid_to__gte=today)
    )
    own = Region.objects.current(today).filter(held).exclude(level=Level.NEGARA)
    region = own.select_related("parent").order_by("level", "code").first()
    return region.parent if region and region.level == Level.KABKOTA else region
