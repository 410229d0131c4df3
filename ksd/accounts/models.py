"""Who signs in, and for which region in which role."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from ksd.accounts.choices import Role
from ksd.accounts.querysets import MembershipQuerySet, PeopleManager
from ksd.core.clock import today


class User(AbstractUser):
    """A person who signs in; what they may do comes from their memberships."""

    first_name = None  # type: ignore[assignment]  # one field holds the whole name
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField(_("nama lengkap"), max_length=150)
    email = models.EmailField(_("alamat surel"), blank=True)
    phone = models.CharField(_("telepon"), max_length=30, blank=True)
    is_example = models.BooleanField(
        _("orang contoh"),
        default=False,
        help_text=_("Orang rekaan untuk data contoh, bukan pejabat sungguhan."),
    )

    objects: ClassVar[PeopleManager] = PeopleManager()
    REQUIRED_FIELDS: ClassVar[list[str]] = ["email", "full_name"]

    class Meta:
        verbose_name = _("pengguna")
        verbose_name_plural = _("pengguna")
        ordering = ("full_name", "username")
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_once",
                condition=~models.Q(email=""),
                violation_error_message=_("Alamat surel ini sudah dipakai pengguna lain."),
            ),
            models.UniqueConstraint(
                Lower("username"),
                name="accounts_user_username_once",
                violation_error_message=_("Nama pengguna ini sudah dipakai."),
            ),
        )

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """The whole name, or the sign-in name when none was given."""
        return self.full_name or self.username

    def get_short_name(self) -> str:
        """The name shown in tight places."""
        return self.get_full_name()

    @property
    def initials(self) -> str:
        """One or two letters for the round picture, titles left out."""
        bare = self.get_full_name().partition(",")[0].split()
        words = [word for word in bare if word[:1].isalpha() and not word.endswith(".")]
        return "".join(word[0] for word in words[:2]).upper() or "?"


class Membership(models.Model):
    """A role held for a region from a day on; ended, never deleted."""

    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("pengguna")
    )
    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, related_name="memberships", verbose_name=_("daerah")
    )
    office = models.ForeignKey(
        "regions.Office",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("perangkat daerah"),
    )
    role = models.CharField(_("peran"), max_length=20, choices=Role.choices)
    valid_from = models.DateField(_("berlaku sejak"), default=today)
    valid_to = models.DateField(
        _("tidak berlaku sejak"),
        null=True,
        blank=True,
        help_text=_("Pada tanggal ini keanggotaan sudah tidak berlaku. Kosong berarti tanpa batas."),
    )
    granted_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diberikan oleh"),
    )
    ended_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diakhiri oleh"),
    )
    end_reason = models.CharField(_("alasan diakhiri"), max_length=300, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("keanggotaan")
        verbose_name_plural = _("keanggotaan")
        ordering = ("user", "region", "role", "valid_from")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "region", "role"),
                condition=models.Q(valid_to__isnull=True),
                name="accounts_membership_once",
                violation_error_message=_("Orang ini sudah memegang peran itu untuk daerah itu."),
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="accounts_membership_dates",
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum tanggal mulai."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.region}"

    @property
    def is_current(self) -> bool:
        """Whether it is in force today."""
        day = today()
        return self.valid_from <= day and (self.valid_to is None or self.valid_to > day)
