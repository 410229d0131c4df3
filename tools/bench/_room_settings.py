"""The settings of the site, with bare views beside it to measure against."""

from ksd.settings import *  # noqa: F403  settings are read as one flat module

ROOT_URLCONF = "tools.bench._room_site"
