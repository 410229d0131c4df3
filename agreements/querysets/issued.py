"""Named questions about issued files and requests for electronic signatures."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from agreements.choices import IssuedKind, SignState
from agreements.querysets.rows import rows
from ksd.core import clock

if TYPE_CHECKING:
    from agreements.models import IssuedFile, SignRequest  # noqa: F401  named as text below
    from ksd.core.models import StoredFile


class IssuedFileQuerySet(models.QuerySet["IssuedFile"]):
    """Issued files by scope, by standing and by content."""

    def visible_to(self, user: Any) -> "IssuedFileQuerySet":
        """Files of cases within one's scope, and letters of no case that one asked for."""
        cases = rows("Case").visible_to(user)
        own = Q(asked_by_id=getattr(user, "pk", None) or 0)
        return self.filter(
            Q(naskah__case__in=cases) | Q(case__in=cases, naskah=None) & own | Q(case=None, naskah=None) & own
        )

    def ready(self) -> "IssuedFileQuerySet":
        """Those whose bytes exist."""
        return self.filter(issued_at__isnull=False)

    def of_record(self) -> "IssuedFileQuerySet":
        """Those that carry the agreed wording, the newest first."""
        kinds = (IssuedKind.FINAL, IssuedKind.SIGNED)
        return self.ready().filter(kind__in=kinds).order_by("-issued_at", "-pk")

    def settle(self, pk: int, stored: "StoredFile") -> "StoredFile":
        """Note the bytes of an issued file once; of two workers that made it, the first one's count."""
        self.filter(pk=pk, issued_at__isnull=True).update(
            file=stored, sha256=stored.sha256, size=stored.size, issued_at=clock.now()
        )
        file: StoredFile = self.select_related("file").get(pk=pk).file  # type: ignore[assignment]  # set just now
        return file


class SignRequestQuerySet(models.QuerySet["SignRequest"]):
    """Requests for electronic signatures by scope and state."""

    def visible_to(self, user: Any) -> "SignRequestQuerySet":
        """Requests on texts of the cases the user may see."""
        return self.filter(row__naskah__case__in=rows("Case").visible_to(user))

    def waiting(self) -> "SignRequestQuerySet":
        """Those that may be signed or refused today."""
        return self.filter(state=SignState.WAITING, expires_on__gte=clock.today())
