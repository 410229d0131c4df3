"""The negotiation of a text, Pasal by Pasal: what each party said, what is agreed, and guests without an account (F28)."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.choices.negotiation import ClauseState, GuestAct, Stance
from agreements.models.case import Party
from agreements.models.naskah import Naskah, NaskahVersion
from agreements.querysets.negotiation import GuestLinkQuerySet
from ksd.core import clock


class NegotiatedClause(models.Model):
    """One Pasal of a text on the table; `round` begins anew when it is agreed and when it is reopened."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="negotiated")
    clause = models.CharField(_("klausul"), max_length=120)
    state = models.CharField(
        _("keadaan"), max_length=12, choices=ClauseState.choices, default=ClauseState.OPEN
    )
    round = models.PositiveSmallIntegerField(_("putaran"), default=1)
    agreed_version = models.ForeignKey(
        NaskahVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agreed_at = models.DateTimeField(_("disepakati pada"), null=True, blank=True)

    class Meta:
        verbose_name = _("pembahasan pasal")
        verbose_name_plural = _("pembahasan pasal")
        ordering = ("naskah", "pk")
        constraints = [
            models.UniqueConstraint(fields=("naskah", "clause"), name="negotiated_clause_once"),
            models.CheckConstraint(
                condition=Q(state=ClauseState.OPEN)
                | Q(agreed_at__isnull=False, agreed_version__isnull=False),
                name="agreed_clause_says_when",
            ),
        ]

    def __str__(self) -> str:
        """Name the clause and where it stands."""
        return f"{self.clause}: {self.get_state_display()}"

    @property
    def is_agreed(self) -> bool:
        """Whether its wording is locked."""
        return self.state == ClauseState.AGREED


class GuestLink(models.Model):
    """A way in for one partner without an account: one text, one party, until a day; only the hash is kept."""

    naskah = models.ForeignKey(Naskah, on_delete=models.CASCADE, related_name="guest_links")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="guest_links")
    label = models.CharField(_("untuk"), max_length=150)
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dibuat oleh")
    )
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now)
    expires_at = models.DateTimeField(_("berlaku sampai"))
    revoked_at = models.DateTimeField(_("dicabut pada"), null=True, blank=True)

    objects = GuestLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("tautan tamu")
        verbose_name_plural = _("tautan tamu")
        ordering = ("-created_at", "-pk")

    def __str__(self) -> str:
        """Say for whom it is."""
        return self.label

    @property
    def is_alive(self) -> bool:
        """Whether it opens anything today."""
        return self.revoked_at is None and clock.now() < self.expires_at


class GuestUse(models.Model):
    """One use of a guest link; never changed."""

    link = models.ForeignKey(GuestLink, on_delete=models.CASCADE, related_name="uses")
    act = models.CharField(_("tindakan"), max_length=10, choices=GuestAct.choices)
    detail = models.CharField(_("rincian"), max_length=200, blank=True)
    at = models.DateTimeField(_("pada"), default=clock.now)

    class Meta:
        verbose_name = _("pemakaian tautan tamu")
        verbose_name_plural = _("pemakaian tautan tamu")
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=("link", "at"), name="guest_use_at")]

    def __str__(self) -> str:
        """Say what was done."""
        return f"{self.get_act_display()} {self.detail}".strip()


class ClausePosition(models.Model):
    """A party's word on a Pasal: the wording it speaks of, its proposal, its remark; never changed afterwards."""

    row = models.ForeignKey(NegotiatedClause, on_delete=models.CASCADE, related_name="positions")
    round = models.PositiveSmallIntegerField(_("putaran"))
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="positions")
    stance = models.CharField(_("posisi"), max_length=10, choices=Stance.choices)
    wording: "models.JSONField[Any, Any]" = models.JSONField(_("usul rumusan"), null=True, blank=True)
    wording_sha256 = models.CharField(_("sidik rumusan"), max_length=64)
    remark = models.TextField(_("catatan"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("pelaku")
    )
    guest = models.ForeignKey(
        GuestLink, on_delete=models.PROTECT, null=True, blank=True, related_name="positions"
    )
    actor_name = models.CharField(_("nama"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    at = models.DateTimeField(_("pada"), default=clock.now)

    class Meta:
        verbose_name = _("posisi pihak")
        verbose_name_plural = _("posisi para pihak")
        ordering = ("row", "pk")

    def __str__(self) -> str:
        """Say who said what."""
        return f"{self.party}: {self.get_stance_display()}"
