"""The findings of the law check as a page shows them: by weight, each with the way to its place and its repair."""

from dataclasses import dataclass
from uuid import uuid4

from agreements.models import Naskah, NaskahVersion
from agreements.naskah.checks import Finding
from agreements.services.repairing import mendable
from agreements.services.wording import body_of

PARTIES = ("signer", "authority_")


@dataclass(frozen=True)
class FindingRow:
    """One finding: where its place is on the page, and the token of its repair form, empty when it has none."""

    finding: Finding
    href: str
    token: str = ""


@dataclass(frozen=True)
class FindingList:
    """The findings of one version: what must be mended, and what should be looked at."""

    must: list[FindingRow]
    look: list[FindingRow]
    version: NaskahVersion

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.must or self.look)


def finding_list(
    naskah: Naskah, version: NaskahVersion, found: list[Finding], *, mends: bool, here: str = ""
) -> FindingList:
    """The findings of a version; with `mends` those that one click can mend get their button.

    `here` is the part whose own editor shows them: it needs no way to itself.
    """
    open_to_click = mendable(body_of(version), found, naskah) if mends else frozenset()
    rows = [
        FindingRow(row, _way(row, here, naskah), uuid4().hex if row.key in open_to_click else "")
        for row in found
    ]
    must = [row for row in rows if row.finding.severity == "blocking"]
    return FindingList(must, [row for row in rows if row not in must], version)


def _way(finding: Finding, here: str, naskah: Naskah) -> str:
    page = naskah.get_absolute_url() if here else ""
    if finding.code.startswith(PARTIES):
        return f"{page}#pihak"
    return f"{page}#{finding.anchor}" if finding.anchor and finding.anchor != here else ""
