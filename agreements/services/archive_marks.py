"""Whether a case came in as an old paper, and what may then still be added to it."""

from django.utils.translation import gettext as _

from agreements.choices import Entry
from agreements.models import Case
from ksd.core.errors import ImpossibleStep


def require_old_case(case: Case) -> None:
    """Refuse to add old papers to a cooperation that goes through its stages here. Raises ImpossibleStep."""
    if case.entry != Entry.PAPER:
        raise ImpossibleStep(
            _("Naskah lama hanya ditambahkan pada kerja sama yang dicatat dari arsip."),
            remedy=_("Susun naskah baru dari halaman kerja sama ini, atau catat perjanjian lama tersendiri."),
        )
