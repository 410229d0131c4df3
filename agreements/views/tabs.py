"""The pages of one case, as tabs: each a noun, shown where the case has use for it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.models import Case
from agreements.services.after_signing import has_signed_text
from ksd.core.tabs import Tab


def always(_case: Case) -> bool:
    """A page every case has."""
    return True


def has_agreed_texts(case: Case) -> bool:
    """A case far enough to have a text that may be signed."""
    if case.state_rule.terminal:
        return case.naskah.exists()
    return any(
        case.state in (*text.drafted_in, *text.agreed_in, *text.signed_in) for text in case.pack.naskah
    )


def is_reviewed_here(case: Case) -> bool:
    """A proposal that was submitted, for readers on the side whose TKKSD reviews it."""
    return bool(getattr(case, "is_own_side", False)) and not case.state_rule.initial


@dataclass(frozen=True)
class TabRule:
    """A page of a case: its address and when it is of use."""

    url_name: str
    label: str | Promise
    shown: Callable[[Case], bool] = always


def changes(case: Case) -> bool:
    """A cooperation that is carried out, has ended, or goes on from another one."""
    return case.state_rule.turn == "none" or case.predecessor_id is not None


def reports_begun(case: Case) -> bool:
    """Whether the case has come to the state in which it is reported on, or past it."""
    rule = case.pack.report_for(case.kind)
    return rule is not None and case.state in (*rule.opens_in, *rule.sent_in)


def asks_dprd(case: Case) -> bool:
    """A case whose law knows the approval of the DPRD, once it has come near it."""
    opening = [cause.opened_in for cause in case.pack.dprd_causes if cause.opened_in]
    stages = [case.pack.stage(case.pack.state(code).stage).order for code in opening]
    here = case.state_rule
    return bool(stages) and (here.terminal or case.pack.stage(here.stage).order >= min(stages))


TABS: tuple[TabRule, ...] = (
    TabRule("agreements:case", _("Ringkasan")),
    TabRule("agreements:reviews", _("Telaah"), is_reviewed_here),
    TabRule("agreements:case_letters", _("Surat")),
    TabRule("agreements:dprd", _("DPRD"), asks_dprd),
    TabRule("agreements:signing", _("Tanda tangan & arsip"), has_agreed_texts),
    TabRule("agreements:running", _("Pelaksanaan"), has_signed_text),
    TabRule("agreements:reports", _("Laporan"), reports_begun),
    TabRule("agreements:case_changes", _("Perubahan"), changes),
    TabRule("agreements:proceedings", _("Masalah")),
    TabRule("agreements:comments", _("Komentar")),
    TabRule("agreements:ledger", _("Buku")),
)


def tabs_of(case: Case, current: str = "agreements:case") -> list[Tab]:
    """The tabs of a case, with the one that is open."""
    return [
        Tab(str(rule.label), reverse(rule.url_name, args=[case.public_id]), rule.url_name == current)
        for rule in TABS
        if rule.url_name == current or rule.shown(case)
    ]
