"""Words exchanged about a case or one of its papers, with the people asked to answer (F14)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.choices.comments import Audience
from agreements.models.case import Case
from agreements.models.naskah import Naskah
from agreements.querysets.comments import CommentQuerySet
from ksd.core import clock


class Comment(models.Model):
    """One remark; it is never changed, its author may withdraw it, and its place in the thread stays."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="comments")
    paper = models.CharField(_("dokumen"), max_length=40, blank=True)
    naskah = models.ForeignKey(
        Naskah,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("naskah"),
    )
    # The clause of the text it is about, as the Pasal carries it.
    anchor = models.CharField(_("pasal"), max_length=120, blank=True)
    answers = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("menjawab"),
    )
    audience = models.CharField(_("dapat dibaca"), max_length=10, choices=Audience.choices)
    text = models.TextField(_("komentar"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("penulis"),
    )
    guest = models.ForeignKey(
        "agreements.GuestLink",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="comments",
        verbose_name=_("tamu"),
    )
    author_name = models.CharField(_("nama"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("daerah penulis"),
    )
    mentions = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", blank=True, verbose_name=_("diminta menjawab")
    )
    at = models.DateTimeField(_("ditulis pada"), default=clock.now)
    withdrawn_at = models.DateTimeField(_("ditarik pada"), null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("komentar")
        verbose_name_plural = _("komentar")
        ordering = ("at", "pk")
        indexes = [models.Index(fields=("case", "at"), name="comment_case_at")]
        constraints = [
            models.CheckConstraint(
                condition=Q(author__isnull=False, region__isnull=False) | Q(guest__isnull=False),
                name="comment_has_a_writer",
            )
        ]

    def __str__(self) -> str:
        """Name the comment by its author and beginning."""
        return f"{self.author_name}: {self.text[:40]}"
