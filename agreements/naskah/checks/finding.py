"""One thing to mend in a naskah: which rule, where, by which article, and what mends it."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Severity = Literal["blocking", "warning"]
INTERNAL = "Ketentuan internal"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; blocking ones hold back the approval of the text.

    `anchor` is the part of the text it stands in (konsiderans, pasal-objek, lampiran-1), `repair` the name of what
    mends it with one click, `values` what the rule found.
    """

    code: str
    severity: Severity
    message: str
    article: str = ""
    place: str = ""
    remedy: str = ""
    anchor: str = ""
    repair: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """What tells this finding from the others of the same text."""
        told = "\x1f".join((self.code, self.place, self.message))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def value(self, name: str) -> str:
        """One thing the rule found, by its name in the rule."""
        return dict(self.values).get(name, "")


def blocking(found: list[Finding]) -> tuple[Finding, ...]:
    """The findings that hold back the approval."""
    return tuple(finding for finding in found if finding.severity == "blocking")
