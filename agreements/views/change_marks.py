"""What the page of a text says about its changes, its end and its origin, and what this person may do about them."""

from dataclasses import dataclass

from agreements.choices import CopyForm, LifeState
from agreements.models import Addendum, Extension, Naskah
from agreements.services.addendum import amending_rule, open_addendum, told_of
from agreements.services.archive import MANAGE
from agreements.services.archive_completing import unknown_of
from agreements.services.dprd_again import CAUSE
from agreements.services.dprd_tracks import is_cleared
from agreements.services.extension import is_extendable, may_extend, running_extension
from agreements.services.naskah import DRAFT
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User


@dataclass(frozen=True)
class ChangeMarks:
    """Everything beside the wording that concerns the present standing of a signed text."""

    told: Addendum | None
    dprd: str
    outlives: bool
    unknown: list[str]
    kept_at: str
    unfinished: Naskah | None
    extension: Extension | None
    may_amend: bool
    may_change: bool
    may_extend: bool
    may_end: bool
    may_complete: bool
    is_changed: bool


def change_marks(user: User, naskah: Naskah) -> ChangeMarks:
    """The marks of one text for one reader."""
    drafts = _acts_for_initiator(user, naskah, DRAFT)
    manages = _acts_for_initiator(user, naskah, MANAGE)
    told = told_of(naskah) if naskah.rule.amends else None
    running = naskah.life() == LifeState.IN_FORCE
    unfinished = open_addendum(naskah)
    extension = running_extension(naskah)
    rule = amending_rule(naskah)
    return ChangeMarks(
        told=told,
        outlives=Naskah.objects.outliving_parent().filter(pk=naskah.pk).exists(),
        unknown=unknown_of(naskah, list(naskah.signatures.select_related("party__region", "party__partner")))
        if naskah.from_archive
        else [],
        kept_at=_kept_at(naskah) if naskah.from_archive else "",
        unfinished=unfinished,
        extension=extension,
        may_amend=bool(
            drafts and running and rule and not unfinished and naskah.case.state in rule.drafted_in
        ),
        may_change=bool(told and drafts and naskah.state == "disusun"),
        dprd=_dprd(told, naskah),
        may_extend=is_extendable(naskah) and extension is None and may_extend(user, naskah.case),
        may_end=manages and naskah.life() in (LifeState.IN_FORCE, LifeState.FUTURE) and not _is_over(naskah),
        may_complete=manages and naskah.from_archive,
        is_changed=naskah.children.filter(addendum__isnull=False, state="ditandatangani").exists(),
    )


def _is_over(naskah: Naskah) -> bool:
    return naskah.case.state_rule.terminal


def _acts_for_initiator(user: User, naskah: Naskah, permission: str) -> bool:
    return naskah.case.initiator.region_id in acting_region_ids(user, permission)


def _dprd(told: Addendum | None, naskah: Naskah) -> str:
    """How the DPRDs stand to a change that adds to the burden; empty where they are not asked."""
    if told is None or not told.burden:
        return ""
    return "cleared" if not naskah.is_open or is_cleared(naskah.case, CAUSE) else "waiting"


def _kept_at(naskah: Naskah) -> str:
    """Where the originals are, as far as it was written down."""
    own = naskah.copies.filter(party=naskah.case.initiator, form=CopyForm.ORIGINAL).exclude(shelf="")
    return own.values_list("shelf", flat=True).first() or ""
