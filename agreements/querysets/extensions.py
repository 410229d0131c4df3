"""Named questions about extensions."""

from typing import TYPE_CHECKING

from django.db import models

from agreements.law.loading import codes, get_pack, versions

if TYPE_CHECKING:
    from agreements.models import Extension  # noqa: F401  named as text below


def final_states() -> set[str]:
    """The states of every pack in which a case has come to its end."""
    packs = [get_pack(code, version) for code in codes() for version in versions(code)]
    return {state.code for pack in packs for state in pack.states if state.terminal}


def resting_states() -> set[str]:
    """The states of every pack in which a case waits for nobody although it has not ended: it is carried out."""
    packs = [get_pack(code, version) for code in codes() for version in versions(code)]
    return {
        state.code for pack in packs for state in pack.states if state.turn == "none" and not state.terminal
    }


class ExtensionQuerySet(models.QuerySet["Extension"]):
    """Extensions by how far they have come."""

    def running(self) -> "ExtensionQuerySet":
        """Extensions whose case has not come to an end."""
        return self.exclude(case__state__in=final_states())
