"""How a view finds a region and asks for permission."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

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
