"""What an administrator should know before people do."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register

from ksd.core import pdf


@register()
def pdf_libraries(**_options: Any) -> list[CheckMessage]:
    """Warn when documents cannot be printed for want of Pango."""
    if pdf.is_available():
        return []
    return [
        Warning(
            "PDF mati: pasang libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0, lalu mulai ulang KSD.",
            hint="apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
            id="core.W001",
        )
    ]
