"""Database, cache and sessions: SQLite unless DATABASE_URL names PostgreSQL."""

from typing import Any

from ksd.settings.env import VAR_DIR, env

# An empty address means the embedded default too.
_address = env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'ksd.sqlite3'}"
DATABASES: dict[str, dict[str, Any]] = {"default": env.db_url_config(_address)}
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    # Without IMMEDIATE two writers fail with "database is locked" instead of waiting.
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    _database["CONN_MAX_AGE"] = 60
    _database["CONN_HEALTH_CHECKS"] = True
    _database["OPTIONS"] = {
        "connect_timeout": 3,
        "tcp_user_timeout": 5000,
        "options": "-c statement_timeout=8000 -c lock_timeout=5000",
    }

CACHES = {
    "default": (
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": env.str("REDIS_URL"),
            "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 2},
        }
        if env.str("KSD_CACHE_IN_REDIS", default="")
        else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "ksd_cache"}
    )
}
SESSION_COOKIE_AGE = 60 * 60 * 12
