"""All rows of a model of this app, named as text: models stand to the right of querysets."""

from typing import Any

from django.apps import apps


def rows(model: str) -> Any:
    """All rows of a model of this app."""
    return apps.get_model("boundaries", model)._default_manager.all()
