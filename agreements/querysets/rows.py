"""All rows of a model of this app, named as text: models stand to the right of querysets."""

from typing import Any

from django.apps import apps
from django.db.models import Q

from agreements.choices import Direction, Side


def rows(model: str) -> Any:
    """All rows of a model of this app, named because models stand to the right of querysets."""
    return apps.get_model("agreements", model)._default_manager.all()


def keeping() -> Q:
    """Which party keeps its case: the initiator, or the region that recorded an inbound offer."""
    return Q(is_keeper=True) | Q(side=Side.INITIATOR, case__direction=Direction.OUT)
