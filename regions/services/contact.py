"""Where a region is reached: what every text prints of it."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.core.errors import ImpossibleStep, NotAllowed
from regions.models import Region
from regions.services.directory import may_keep


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Address, telephone and e-mail of a government."""

    address: str
    phone: str = ""
    email: str = ""


def require_keeper(actor: AbstractUser, region: Region) -> None:
    """Refuse who may not write, and a region that has ended. Raises NotAllowed, ImpossibleStep."""
    if not may_keep(actor, region):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah alamat %(region)s.") % {"region": region},
            remedy=_("Mintalah petugas wilayah itu."),
        )
    if region.has_ended:
        raise ImpossibleStep(
            _("%(region)s sudah berakhir, direktorinya menjadi riwayat.") % {"region": region},
            remedy=_("Catat di wilayah penerusnya."),
        )


@transaction.atomic
def set_contact(*, actor: AbstractUser, region: Region, contact: Contact) -> Region:
    """Write down where a region is reached; texts sent round already keep what they printed."""
    locked = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    require_keeper(actor, locked)
    locked.address, locked.phone, locked.email = contact.address, contact.phone, contact.email
    locked.save(update_fields=["address", "phone", "email"])
    return locked
