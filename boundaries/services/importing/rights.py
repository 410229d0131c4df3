"""Who may bring in what."""

from typing import Any

from django.utils.translation import gettext as _

from boundaries.choices import ImportContent, LineRole
from boundaries.models import Segment
from boundaries.services.access import MANAGE, may_manage, may_speak_for, spoken_for
from ksd.accounts.access import AnyUser, keeps_shared_tables, may
from ksd.core.errors import NotAllowed


def keeps_layers(user: AnyUser) -> bool:
    """Whoever keeps outlines and neighbours of all regions: a Biro, or an admin of province or centre."""
    return may(user, MANAGE) or keeps_shared_tables(user)


def may_import(user: AnyUser, content: str, segment: Segment | None, options: dict[str, Any]) -> bool:
    """Outlines: who keeps layers. Points: who speaks for a side. A claim: who speaks for its claimant; other lines: the Biro."""
    if content == ImportContent.GARIS_LUAR:
        return keeps_layers(user)
    if segment is None:
        return False
    if content == ImportContent.TITIK:
        return may_manage(user, segment) or bool(spoken_for(user, segment))
    if options.get("role") == LineRole.KLAIM:
        claimant = next((side for side in segment.sides if side.pk == options.get("region")), None)
        return claimant is not None and may_speak_for(user, segment, claimant)
    return may_manage(user, segment)


def require_import(user: AnyUser, content: str, segment: Segment | None, options: dict[str, Any]) -> None:
    """Refuse who may not."""
    if not may_import(user, content, segment, options):
        raise NotAllowed(
            _("Anda tidak berwenang mengimpor berkas ini."),
            remedy=_(
                "Klaim diimpor oleh daerah yang menyatakannya; garis lain dan lapisan wilayah oleh Biro Pemerintahan."
            ),
        )
