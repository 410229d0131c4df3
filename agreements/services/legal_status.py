"""What a text is in law today, and which text stands in its place: computed from dates, never typed."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from agreements.choices import LifeState, NaskahState, Standing
from agreements.models import Naskah
from ksd.core import clock

TONES = {
    Standing.DRAFT: "secondary",
    Standing.AGREED: "info",
    Standing.CANCELLED: "secondary",
    Standing.FUTURE: "info",
    Standing.IN_FORCE: "success",
    Standing.AMENDED: "success",
    Standing.EXTENDED: "success",
    Standing.ENDED: "danger",
    Standing.REPLACED: "warning",
    Standing.UNKNOWN: "secondary",
}


@dataclass(frozen=True)
class Relation:
    """Another text that says more: what it does to this one, and the text itself."""

    label: str
    text: Naskah


@dataclass(frozen=True)
class LegalStatus:
    """The standing of a text on a day."""

    code: Standing
    on: date
    relations: tuple[Relation, ...] = ()

    @property
    def label(self) -> str:
        """The standing in words."""
        return str(self.code.label)

    @property
    def tone(self) -> str:
        """The colour of its badge."""
        return TONES[self.code]


def status_of(naskah: Naskah, on: date | None = None) -> LegalStatus:
    """The standing of a text, with the addenda that changed it and the text that goes on from it."""
    day = on or clock.today()
    before = {
        NaskahState.CANCELLED: Standing.CANCELLED,
        NaskahState.AGREED: Standing.AGREED,
        NaskahState.SIGNED: None,
    }.get(NaskahState(naskah.state), Standing.DRAFT)
    if before is not None:
        return LegalStatus(before, day, _changed(naskah))
    addenda, heirs = _addenda(naskah, day), _heirs(naskah)
    relations = (
        *(Relation(_("Diubah dengan"), text) for text in addenda),
        *(Relation(_("Diteruskan dengan"), text) for text in heirs),
        *_changed(naskah),
    )
    return LegalStatus(_signed(naskah, day, addenda, heirs), day, relations)


def _signed(naskah: Naskah, day: date, addenda: list[Naskah], heirs: list[Naskah]) -> Standing:
    life = naskah.life(day)
    if life == LifeState.UNSIGNED:
        return Standing.UNKNOWN
    if life == LifeState.FUTURE:
        return Standing.FUTURE
    if life == LifeState.ENDED:
        return Standing.REPLACED if heirs else Standing.ENDED
    if any(text.life(day) == LifeState.IN_FORCE for text in heirs):
        return Standing.REPLACED
    if heirs:
        return Standing.EXTENDED
    return Standing.AMENDED if addenda else Standing.IN_FORCE


def _addenda(naskah: Naskah, day: date) -> list[Naskah]:
    """Addenda in force: signed, and their first day has come."""
    rows = naskah.children.filter(addendum__isnull=False, state=NaskahState.SIGNED, starts_on__lte=day)
    return list(rows.select_related("case", "parent").order_by("starts_on", "pk"))


def _heirs(naskah: Naskah) -> list[Naskah]:
    """Signed texts of the same kind in the cases that extend this one."""
    rows = Naskah.objects.filter(
        case__extension__text=naskah, kind=naskah.kind, state=NaskahState.SIGNED, starts_on__isnull=False
    )
    return list(rows.select_related("case", "parent").order_by("starts_on", "pk"))


def _changed(naskah: Naskah) -> tuple[Relation, ...]:
    """The text an addendum changes."""
    if not naskah.rule.amends or naskah.parent is None:
        return ()
    return (Relation(_("Mengubah"), naskah.parent),)
