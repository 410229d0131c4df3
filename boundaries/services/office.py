"""The office's own answers about boundaries, where no regulation has been read."""

from agreements.models import OfficeSetting
from agreements.services.office_settings import open_settings


def office_number(code: str) -> int:
    """What the office set for this question, or what practice suggests."""
    chosen = OfficeSetting.objects.filter(code=code).values_list("value", flat=True).first()
    if chosen is not None and chosen.isdigit():
        return int(chosen)
    return int(open_settings()[code].default)
