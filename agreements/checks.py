"""A system check: every law pack is whole."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from agreements.law.loading import all_faults


@register
def law_packs_are_whole(app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001
    """One error for each fault of a pack; the site does not start on a broken law."""
    return [Error(fault, id="agreements.E001") for fault in all_faults()]
