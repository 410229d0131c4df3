"""Handing a job's number to the broker without ever waiting on it for long."""

import time

import structlog
from celery import current_app

logger = structlog.get_logger(__name__)

QUIET_SECONDS = 30.0
# One second per wait on a socket and no second try: a mute broker costs a request little over a second,
# once every thirty seconds. Celery's own defaults cost six seconds each time.
_IMPATIENT = {
    "socket_timeout": 1.0,
    "socket_connect_timeout": 1.0,
    "max_retries": 0,
    "connect_retries_timeout": 1.0,
    "retry_on_timeout": False,
}


class _Silence:
    """Until when the broker is left in peace (monotonic seconds)."""

    until = 0.0


def send_to_worker(job_id: int) -> bool:
    """Try to tell a worker; on failure say so in the log and leave it to the sweep."""
    if time.monotonic() < _Silence.until:
        return False
    try:
        connection = current_app.connection_for_write(transport_options=_IMPATIENT)
        try:
            current_app.send_task(
                "ksd.core.tasks.run_job",
                args=(job_id,),
                connection=connection,
                retry=False,
                ignore_result=True,
            )
        finally:
            connection.release()
    except Exception as error:
        _Silence.until = time.monotonic() + QUIET_SECONDS
        logger.warning("broker_away", job=job_id, error=repr(error))
        return False
    return True


def forget_silence() -> None:
    """Trust the broker again at once."""
    _Silence.until = 0.0
