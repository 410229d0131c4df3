"""Settings of KSD, all from the environment; the embedded default needs none."""

from ksd.settings.base import *  # noqa: F403  settings are read as one flat module
from ksd.settings.broker import *  # noqa: F403
from ksd.settings.data import *  # noqa: F403
from ksd.settings.product import *  # noqa: F403
from ksd.settings.security import *  # noqa: F403
