"""What the comparison needs to know of a row: plain values, no database."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One need, potential or problem as it is compared; `goals` counts linked plan goals, `wish` is the partner hoped for."""

    id: int
    region: int
    kind: str
    urusan: int
    title: str
    description: str = ""
    figure_name: str = ""
    figure: float | None = None
    unit: str = ""
    priority: int = 2
    goals: int = 0
    budgeted: bool | None = None
    wish: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What may be set beside what: the one who lacks first; `near` asks for neighbours, `weaker` costs points."""

    code: str
    first: str
    second: str
    near: bool = False
    weaker: bool = False


FORMS: tuple[Form, ...] = (
    Form("pasokan", "kebutuhan", "potensi"),
    Form("kapasitas", "kelemahan", "kekuatan", weaker=True),
    Form("masalah", "masalah", "masalah", near=True),
)
FORM_OF = {form.code: form for form in FORMS}
