"""Celery: Redis when REDIS_URL is set, otherwise files on disk with the same worker and beat."""

from typing import Any

from ksd.settings.env import EMBEDDED, VAR_DIR, env

_QUEUE = VAR_DIR / "queue"
if EMBEDDED:
    for _folder in ("messages", "control"):
        (_QUEUE / _folder).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_URL = "ksdfiles://localhost//"  # ksd.core.filequeue, named in ksd.celery
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
        "data_folder_in": str(_QUEUE / "messages"),
        "data_folder_out": str(_QUEUE / "messages"),
        "control_folder": str(_QUEUE / "control"),
        "polling_interval": 0.1,
    }
else:
    CELERY_BROKER_URL = env.str("REDIS_URL")
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        # A mute broker must not hold a web request: give up after two seconds, the sweep re-sends.
        "socket_timeout": 2,
        "socket_connect_timeout": 2,
        "visibility_timeout": 3600,
    }

CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A child reads WeasyPrint's fonts before its first task, which takes longer than Celery's four seconds.
CELERY_WORKER_PROC_ALIVE_TIMEOUT = 60
# A worker that says nothing for this long has lost its job; what nobody took is sent again.
KSD_JOB_LEASE_SECONDS = env.float("KSD_JOB_LEASE_SECONDS", default=60)
KSD_JOB_RESEND_SECONDS = env.float("KSD_JOB_RESEND_SECONDS", default=10)
CELERY_TIMEZONE = env.str("KSD_TIME_ZONE", default="Asia/Makassar")
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat-schedule")
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "beat-heartbeat": {"task": "ksd.core.tasks.beat_heartbeat", "schedule": 10.0, "options": {"expires": 20}},
    "sweep-jobs": {"task": "ksd.core.tasks.sweep_jobs", "schedule": 15.0, "options": {"expires": 30}},
    "sweep-reminders": {
        "task": "ksd.deadlines.tasks.sweep_reminders",
        "schedule": 300.0,
        "options": {"expires": 600},
    },
    "sweep-reports": {
        "task": "ksd.office.tasks.sweep_reports",
        "schedule": 1800.0,
        "options": {"expires": 3600},
    },
    "anchor-ledger": {
        "task": "agreements.tasks.ledger.anchor_ledger",
        "schedule": 1800.0,
        "options": {"expires": 1800},
    },
    "sweep-invitations": {
        "task": "meetings.tasks.sendings.sweep_sendings",
        "schedule": 20.0,
        "options": {"expires": 40},
    },
    "remind-invitees": {
        "task": "ksd.office.tasks.remind_invitees",
        "schedule": 1800.0,
        "options": {"expires": 3600},
    },
    "sweep-matching": {
        "task": "ksd.mapping.tasks.sweep_matching",
        "schedule": 60.0,
        "options": {"expires": 120},
    },
    "sweep-mail": {"task": "ksd.deadlines.tasks.sweep_mail", "schedule": 20.0, "options": {"expires": 40}},
}
