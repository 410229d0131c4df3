"""What an act still lacks, each thing with its article and the page where it is mended."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from agreements.law.schema import Arrow
from agreements.models import Case
from agreements.naskah.checks import Finding
from agreements.services import guards
from agreements.services.acting import Acting
from ksd.core import clock
from ksd.core.errors import DomainError, NotReady

PAPER = "dokumen-"
# Pages of a case a finding may name; every other place is a step of the proposal.
PAGES = {"penandatanganan": "agreements:signing"}


@dataclass(frozen=True)
class Lack:
    """One finding and where to mend it."""

    message: str
    remedy: str
    article: str
    url: str
    warning: bool = False


def lacks_of(case: Case, findings: Iterable[Finding]) -> list[Lack]:
    """Findings as the pages show them."""
    return [
        Lack(
            message=finding.message,
            remedy=finding.remedy,
            article=finding.article,
            url=_place(case, finding.place),
            warning=finding.severity != "blocking",
        )
        for finding in findings
    ]


def lacking(case: Case, arrow: Arrow, acting: Acting) -> list[Lack]:
    """Why the act would be refused today; empty when it may be taken."""
    try:
        guards.check(case, arrow, clock.today(), acting)
    except NotReady as error:
        return lacks_of(case, error.findings) or [_refusal(error)]
    except DomainError as error:
        return [_refusal(error)]
    return []


def _refusal(error: DomainError) -> Lack:
    return Lack(message=str(error), remedy=error.remedy, article=error.article, url="")


def _place(case: Case, place: str) -> str:
    """The page of a finding: a paper, a page of the case, or a step of the proposal."""
    if place in PAGES:
        return reverse(PAGES[place], args=[case.public_id])
    if place.startswith(PAPER):
        return reverse("agreements:paper", args=[case.public_id, place.removeprefix(PAPER)])
    return reverse("agreements:proposal", args=[case.public_id, place]) if place else ""
