"""Applications, middleware, templates, languages and static files."""

from pathlib import Path

from ksd.settings.env import BASE_DIR, VAR_DIR, env

DEBUG = env.bool("KSD_DEBUG", default=False)
ROOT_URLCONF = "ksd.urls"
WSGI_APPLICATION = "ksd.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django_linear_migrations",
    "ksd.office",
    "ksd.mapping",
    "meetings",
    "agreements",
    "boundaries",
    "ksd.deadlines",
    "ksd.accounts",
    "regions",
    "ksd.core",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "template_partials",
    "csp",
    "django_structlog",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "ksd.core.middleware.PatienceMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "ksd.core.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ksd.core.request_log.QuietRequestMiddleware",
    "ksd.core.middleware.DomainErrorMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "ksd.office.context.page",
            ],
            "builtins": ["ksd.core.templatetags.core"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env.str("KSD_TIME_ZONE", default="Asia/Makassar")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("KSD_STATIC_ROOT", default=str(VAR_DIR / "static")))
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# Third-party assets are installed from the npm lock into vendor/, never committed.
STATICFILES_DIRS = [BASE_DIR / "static", *([BASE_DIR / "vendor"] if (BASE_DIR / "vendor").is_dir() else [])]
WHITENOISE_USE_FINDERS = not env.bool("KSD_COLLECTED", default=False)
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "files"},
    },
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if env.bool("KSD_COLLECTED", default=False)
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
