"""How the tones of stages look on a map: a colour, and a dash that tells them apart without colour."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Stroke:
    """A line on the map; the dash in widths of the line, empty for an unbroken one."""

    tone: str
    label: str | Promise
    colour: str
    dash: tuple[float, ...]

    def as_data(self) -> dict[str, object]:
        """The stroke as the browser reads it."""
        return {"tone": self.tone, "label": str(self.label), "colour": self.colour, "dash": self.dash}


STROKES = (
    Stroke("success", _("Sudah ditetapkan"), "#1a7f37", ()),
    Stroke("warning", _("Ditetapkan, kemudian diuji atau diubah"), "#9a5b00", (6, 1.5, 1, 1.5)),
    Stroke("info", _("Dalam proses penegasan"), "#0b63a5", (4, 2)),
    Stroke("danger", _("Berselisih"), "#c01c28", (1.5, 1.5)),
    Stroke("secondary", _("Belum dibahas atau belum diketahui"), "#5b6472", (0.5, 2)),
)
