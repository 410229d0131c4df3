"""Mending a finding of the law check with one click: the repaired wording becomes the next version (F27)."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.documents.gather import clause_texts, facts_of, frame_of
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.checks import Finding, Stock, repaired
from agreements.naskah.structure import Body, from_json
from agreements.services.naskah import (
    lock_naskah,
    require_drafter,
    require_newest,
    require_state,
    save_version,
)
from agreements.services.naskah_rules import findings_of
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep


def stock_of(naskah: Naskah) -> Stock:
    """What repairs of this text draw on: its rule and facts, the clause library, the fixed sentences."""
    clauses = clause_texts(naskah.case, naskah.kind)
    return Stock(naskah.rule, facts_of(naskah), clauses, frame_of(naskah))


def mendable(body: Body, found: list[Finding], naskah: Naskah) -> frozenset[str]:
    """The keys of the findings one click can mend in this wording; nothing is read when none has a repair."""
    rows = [finding for finding in found if finding.repair]
    if not rows:
        return frozenset()
    stock = stock_of(naskah)
    return frozenset(row.key for row in rows if repaired(body, row, stock) is not None)


@transaction.atomic
def repair_finding(
    *, actor: User, naskah: Naskah, key: str, seen_number: int
) -> tuple[NaskahVersion, Finding]:
    """Mend one finding of the newest version and save it as the next. Raises StaleForm, ImpossibleStep, NotAllowed."""
    naskah = lock_naskah(naskah)
    require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    newest = require_newest(naskah, seen_number)
    finding = next((row for row in findings_of(naskah, newest) if row.key == key), None)
    if finding is None:
        raise ImpossibleStep(
            _("Temuan ini tidak ada lagi pada versi %d.") % newest.number,
            remedy=_("Muat ulang halaman naskah untuk melihat temuan yang tersisa."),
            article=naskah.rule.article,
        )
    better = repaired(from_json(newest.body), finding, stock_of(naskah))
    if better is None:
        raise ImpossibleStep(
            _("Temuan ini tidak dapat diperbaiki dengan sekali klik: %s") % finding.message,
            remedy=finding.remedy,
            article=finding.article,
        )
    note = f"Perbaikan temuan: {finding.message}"[:250]
    version = save_version(actor=actor, naskah=naskah, body=better, seen_number=seen_number, note=note)
    return version, finding
