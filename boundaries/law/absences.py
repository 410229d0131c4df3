"""The rule about a party that does not come to a facilitation: told with its source, never applied by the machine."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class AbsenceRule:
    """What is said of absent parties, where it was read, and whether that was the text of the rule."""

    sentence: str | Promise
    source: str | Promise
    verified: bool


def absence_rule() -> AbsenceRule:
    """The sentence; its number of absences and its article have not been read in Permendagri 141/2017."""
    return AbsenceRule(
        sentence=_("Pihak yang tidak hadir dalam rapat fasilitasi dianggap menyetujui."),
        source=_("Abstrak jurnal tentang tata cara menurut UU 23/2014; pasalnya belum dibaca"),
        verified=False,
    )
