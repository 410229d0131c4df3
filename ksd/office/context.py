"""What every page shows around its content: navigation and unread notices."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from ksd.deadlines.models import Notice


def _navigation(request: HttpRequest) -> list[dict[str, Any]]:
    entries = [
        (_("Beranda"), "office:home", "home"),
        (_("Pekerjaan saya"), "office:my_work", "checklist"),
        (_("Kerja sama"), "agreements:case_list", "file-text"),
        (_("Eksemplar"), "agreements:copy_list", "archive"),
        (_("Pustaka klausul"), "agreements:clause_list", "books"),
        (_("Rapat koordinasi"), "meetings:list", "users"),
        (_("Batas daerah"), "boundaries:list", "map-2"),
        (_("Pemetaan potensi"), "mapping:list", "chart-dots"),
        (_("Wilayah"), "regions:list", "building-community"),
        (_("Kalender"), "deadlines:calendar", "calendar"),
    ]
    addresses = [reverse(name) for _label, name, _icon in entries]
    here = max((url for url in addresses if request.path.startswith(url)), key=len, default="")
    return [
        {
            "label": label,
            "url": url,
            "icon": icon,
            "active": url == here and (url != "/" or request.path == "/"),
        }
        for (label, _name, icon), url in zip(entries, addresses, strict=True)
    ]


def page(request: HttpRequest) -> dict[str, Any]:
    """Give templates the navigation, the count of unread notices and the product's name."""
    user = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {
        "product": "KSD",
        "nav": _navigation(request) if signed_in else [],
        "unread_notices": SimpleLazyObject(lambda: Notice.objects.visible_to(user).unread().count())
        if signed_in
        else 0,
    }
