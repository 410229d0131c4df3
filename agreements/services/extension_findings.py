"""What must be there before a cooperation may be extended: the seam to its evaluation."""

from agreements.models import Case
from agreements.naskah.checks import Finding


def extension_findings(case: Case) -> list[Finding]:  # noqa: ARG001  the seam's shape; evaluations fill it
    """What the evaluation of a cooperation says against extending it; nothing while none is kept."""
    return []
