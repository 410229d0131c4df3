"""Which wording a region uses today: its own version, else the national one."""

from dataclasses import dataclass

from agreements.documents.drafts.schema import Draft
from agreements.models import PaperTemplate
from regions.models import Region


@dataclass(frozen=True)
class Worded:
    """A letter in the words of a region, and the version they come from (None: the national wording)."""

    draft: Draft
    version: PaperTemplate | None = None


def worded_for(draft: Draft, region: Region) -> Worded:
    """The letter as this region words it today."""
    own = PaperTemplate.objects.filter(region=region, code=draft.code, is_current=True).first()
    if own is None or not own.wording:
        return Worded(draft, None)
    return Worded(draft.worded(own.wording), own)
