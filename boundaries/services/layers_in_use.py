"""Choosing the layer of outlines that counts."""

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.models import RegionLayer
from boundaries.services.importing.outlines import use_layer_row
from boundaries.services.importing.rights import keeps_layers
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep, NotAllowed


@transaction.atomic
def use_layer(*, actor: User, layer: RegionLayer) -> RegionLayer:
    """Make a layer the one in use; the one before it is kept."""
    if not keeps_layers(actor):
        raise NotAllowed(
            _("Anda tidak berwenang mengganti lapisan wilayah."),
            remedy=_("Mintalah Biro Pemerintahan provinsi."),
        )
    rows = {row.pk: row for row in RegionLayer.objects.select_for_update().order_by("pk")}
    found = rows[layer.pk]
    if found.in_use:
        raise ImpossibleStep(
            _("Lapisan ini memang sudah dipakai."), remedy=_("Pilih lapisan lain atau biarkan.")
        )
    if not found.shapes.exists():
        raise ImpossibleStep(
            _("Lapisan ini tidak memuat satu wilayah pun."), remedy=_("Impor garis luarnya lebih dahulu.")
        )
    use_layer_row(found)
    return found
