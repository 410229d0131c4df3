"""Registering partners that are not regions: third parties and bodies of the state."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from agreements.models import Partner
from agreements.services.acting import not_yours
from agreements.services.proposal import PROPOSE
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import files


@transaction.atomic
def save_partner(
    *, actor: User, partner: Partner, data: dict[str, Any], logo: "UploadedFile[bytes] | None" = None
) -> Partner:
    """Register a partner for a region, or correct it; raises NotAllowed for another region's partner."""
    if partner.pk:
        partner = Partner.objects.select_for_update(of=("self",)).get(pk=partner.pk)
    for name, value in data.items():
        setattr(partner, name, value)
    if not may(actor, PROPOSE, partner.region):
        raise not_yours(partner.region.full_name)
    if logo is not None:
        partner.logo = files.store_emblem(logo, actor)
    partner.full_clean()
    partner.save()
    return partner
