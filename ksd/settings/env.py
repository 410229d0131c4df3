"""The environment, read in one place."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
VAR_DIR = Path(env.str("KSD_VAR", default=str(BASE_DIR / "var")))
EMBEDDED = not env.str("REDIS_URL", default="")
