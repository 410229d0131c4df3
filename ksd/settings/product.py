"""What an office may choose: mail, naskah layout, upload limits, logs."""

import logging
from pathlib import Path

import structlog

from ksd.settings.env import VAR_DIR, env

if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = str(VAR_DIR / "mail")
    Path(EMAIL_FILE_PATH).mkdir(parents=True, exist_ok=True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("KSD_FROM", default="KSD <ksd@localhost>")
KSD_BASE_URL = env.str("KSD_BASE_URL", default="http://127.0.0.1:8000")
# What one PDF may cost a worker: seconds, and memory beyond what the worker holds already.
KSD_PDF_SECONDS = env.float("KSD_PDF_SECONDS", default=120.0)
KSD_PDF_MEGABYTES = env.int("KSD_PDF_MEGABYTES", default=1024)
# How often one address may look at or check issued files within a minute.
KSD_CHECKS_PER_MINUTE = env.int("KSD_CHECKS_PER_MINUTE", default=60)
# Which service signs electronically: "" (none), "uji" (our own test authority) or "http" (a provider's API).
KSD_ESIGN = env.str("KSD_ESIGN", default="")
KSD_ESIGN_URL = env.str("KSD_ESIGN_URL", default="")
KSD_ESIGN_USER = env.str("KSD_ESIGN_USER", default="")
KSD_ESIGN_PASSWORD = env.str("KSD_ESIGN_PASSWORD", default="")
# Certificates (PEM) of the authorities whose signatures count as trusted.
KSD_ESIGN_ROOTS = env.str("KSD_ESIGN_ROOTS", default="")
KSD_ESIGN_FOLDER = VAR_DIR / "esign-uji"
# How many days before a meeting those who have not answered its invitation are reminded.
KSD_INVITATION_REMINDER_DAYS = env.list("KSD_INVITATION_REMINDER_DAYS", cast=int, default=[7, 2])
# Background pictures of the map: an address with {z}/{x}/{y}, or of a .pmtiles file of pictures; empty for none.
KSD_MAP_TILES = env.str("KSD_MAP_TILES", default="")
KSD_MAP_ATTRIBUTION = env.str("KSD_MAP_ATTRIBUTION", default="")
KSD_UPLOAD_MAX_BYTES = env.int("KSD_UPLOAD_MAX_BYTES", default=20 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# A web request gives up after this many seconds rather than wait on a mute service.
KSD_REQUEST_PATIENCE = env.float("KSD_REQUEST_PATIENCE", default=8.0)

# A refusal is everyday business: its one line is there at INFO, see ksd.core.logs.
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO
# What was printed with a traceback may hold what people typed: never the values of variables, only the places.
_PLACES_ONLY = structlog.processors.ExceptionRenderer()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"everyday": {"()": "ksd.core.logs.EverydayRefusals"}},
    "formatters": {
        "line": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": [
                structlog.processors.TimeStamper(fmt="iso"),
                structlog.stdlib.add_logger_name,
                structlog.stdlib.add_log_level,
                _PLACES_ONLY,
            ],
            "processor": (
                structlog.processors.JSONRenderer()
                if env.bool("KSD_JSON_LOGS", default=False)
                else structlog.dev.ConsoleRenderer(
                    colors=False, exception_formatter=structlog.dev.plain_traceback
                )
            ),
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["everyday"]}},
    # They tell a certificate nobody knows with a traceback; what was found stands beside the file.
    "loggers": {name: {"level": "CRITICAL"} for name in ("pyhanko", "pyhanko_certvalidator")},
    "root": {"handlers": ["console"], "level": env.str("KSD_LOG_LEVEL", default="WARNING")},
}
structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        _PLACES_ONLY,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
