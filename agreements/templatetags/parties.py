"""How a page names the side of a party."""

from django import template
from django.utils.translation import gettext as _

from agreements.choices import Side
from agreements.models import Case, Party

register = template.Library()


@register.filter
def side_in(party: Party, case: Case) -> str:
    """The side as people call it; where a third party had the idea the region is no pemrakarsa (PP 28/2018 Pasal 15)."""
    if case.kind_rule.initiative != "partner":
        return str(party.get_side_display())
    return _("Pemerintah daerah") if party.side == Side.INITIATOR else _("Pihak ketiga (pemrakarsa)")
