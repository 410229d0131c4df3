"""Steps of data that a migration takes: the older single line of text becomes rows of the register of regulations."""

import re
from typing import Any

CITATION = re.compile(r"^(Permendagri|Kepmendagri|UU|PP) 0*(\d+)/(\d{4})$")
YEARS = range(1900, 2201)


def move_regulations(apps: Any, _schema_editor: object = None) -> None:
    """Write "Permendagri 30/2017" of a segment down as a regulation that settles it; any other wording stays as it is."""
    segments = apps.get_model("boundaries", "Segment")
    regulations = apps.get_model("boundaries", "Regulation")
    bases = apps.get_model("boundaries", "SegmentRegulation")
    for segment in segments.objects.exclude(regulation="").order_by("pk"):
        found = CITATION.match(segment.regulation.strip())
        if found is None or int(found[3]) not in YEARS:
            continue
        rule, _new = regulations.objects.get_or_create(
            kind=found[1].lower(), number=found[2], year=int(found[3]), issuer="",
            defaults={"title": segment.regulation_title},
        )  # fmt: skip
        bases.objects.get_or_create(segment=segment, regulation=rule, defaults={"role": "menetapkan"})


def leave_regulations(_apps: Any, _schema_editor: object = None) -> None:
    """Backwards nothing is undone: the line of text was never taken away, and the tables go."""
