"""Whom a meeting invites, by which letter, and what they answered."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import Answer, AnsweredBy, InviteeRole, LetterKind, SendState, SignerMode
from meetings.models.meeting import Meeting, new_public_id
from meetings.querysets import InviteeQuerySet, LetterQuerySet, SendingQuerySet


class MeetingLetter(models.Model):
    """A letter about a meeting: the invitation, and each later change or cancellation.

    `sequence` is what calendars count changes by (RFC 5546); `words` is the letter as it was issued.
    """

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="letters", verbose_name=_("rapat")
    )
    kind = models.CharField(_("jenis surat"), max_length=20, choices=LetterKind)
    sequence = models.PositiveIntegerField(_("urutan perubahan"), default=0)
    nature = models.CharField(_("sifat"), max_length=40, default="Penting")
    opening = models.TextField(_("alinea pembuka"), blank=True)
    notes = models.TextField(_("catatan bagi peserta"), blank=True)
    with_plan = models.BooleanField(_("lampirkan KAK"), default=False)
    closing = models.TextField(_("alinea penutup"), blank=True)
    signer_mode = models.CharField(
        _("penandatanganan"), max_length=10, choices=SignerMode, default=SignerMode.SENDIRI
    )
    signer_title = models.CharField(_("jabatan penanda tangan"), max_length=150)
    signer_for = models.CharField(_("atas nama jabatan"), max_length=150, blank=True)
    signer_name = models.CharField(_("nama penanda tangan"), max_length=150)
    signer_rank = models.CharField(_("pangkat"), max_length=80, blank=True)
    signer_nip = models.CharField(_("NIP"), max_length=30, blank=True)
    copies_to = models.TextField(_("tembusan"), blank=True)
    number = models.OneToOneField(
        "agreements.IssuedNumber", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("nomor"),
    )  # fmt: skip
    dated = models.DateField(_("tanggal surat"), null=True, blank=True)
    words = models.JSONField(_("isi saat diterbitkan"), default=dict, blank=True)
    # What calendars were told by this letter: title, starts_at, ends_at, place, link, cancelled.
    told = models.JSONField(_("jadwal menurut surat"), default=dict, blank=True)
    # The milestones of the automatic reminder (days before the meeting) that have come and were used.
    reminded = models.JSONField(_("pengingat otomatis terpakai"), default=list, blank=True)
    paper = models.ForeignKey(
        "agreements.IssuedFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("berkas terbitan"),
    )  # fmt: skip
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("disusun oleh")
    )
    created_at = models.DateTimeField(_("disusun pada"), default=clock.now)
    issued_at = models.DateTimeField(_("diterbitkan pada"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("surat rapat")
        verbose_name_plural = _("surat rapat")
        ordering = ("-sequence", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "sequence"), name="meetings_letter_sequence_once"),
            models.UniqueConstraint(
                fields=("meeting",),
                condition=Q(issued_at__isnull=True),
                name="meetings_letter_one_draft",
                violation_error_message=_("Rapat ini sudah mempunyai konsep surat."),
            ),
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True) | Q(dated__isnull=False),
                name="meetings_letter_issued_dated",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.meeting}"

    @property
    def is_issued(self) -> bool:
        """Whether it went out and stays as it is."""
        return self.issued_at is not None

    @property
    def carries_plan(self) -> bool:
        """Whether the KAK follows it; nobody needs that of a meeting that is cancelled."""
        return self.with_plan and self.kind != LetterKind.PEMBATALAN

    @property
    def stands(self) -> bool:
        """Whether it is issued under a number that was not struck out of the book."""
        return self.is_issued and self.number is not None and self.number.is_valid

    @property
    def calls_off(self) -> bool:
        """Whether calendars drop the meeting: it is cancelled, or put off without a new day."""
        return bool(self.told.get("cancelled"))

    @property
    def starts_at(self) -> datetime | None:
        """When the meeting begins, as this letter said."""
        return datetime.fromisoformat(self.told["starts_at"]) if self.told else None


class Invitee(models.Model):
    """A region, an office or a person invited to a meeting, with the answer given."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="invitees", verbose_name=_("rapat")
    )
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("daerah"),
    )
    office = models.ForeignKey(
        "regions.Office", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("perangkat daerah"),
    )  # fmt: skip
    title = models.CharField(_("jabatan yang diundang"), max_length=200)
    name = models.CharField(_("nama"), max_length=150, blank=True)
    organisation = models.CharField(_("instansi"), max_length=200, blank=True)
    email = models.EmailField(_("surel"), blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    role = models.CharField(
        _("diundang sebagai"), max_length=20, choices=InviteeRole, default=InviteeRole.PESERTA
    )
    order = models.PositiveSmallIntegerField(_("urutan"), default=1)
    invited_by_letter = models.ForeignKey(
        MeetingLetter,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitees",
        editable=False,
    )
    withdrawn_at = models.DateTimeField(_("dicoret pada"), null=True, blank=True)

    answer = models.CharField(
        _("jawaban"), max_length=20, choices=Answer, default=Answer.BELUM, db_index=True
    )
    people = models.PositiveSmallIntegerField(_("jumlah orang"), default=1)
    delegate_name = models.CharField(_("nama yang mewakili"), max_length=150, blank=True)
    delegate_title = models.CharField(_("jabatan yang mewakili"), max_length=150, blank=True)
    delegate_phone = models.CharField(_("telepon yang mewakili"), max_length=40, blank=True)
    delegate_email = models.EmailField(_("surel yang mewakili"), blank=True)
    mandate_number = models.CharField(_("nomor surat tugas"), max_length=120, blank=True)
    mandate_file = models.ForeignKey(
        "core.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("surat tugas"),
    )  # fmt: skip
    remark = models.CharField(_("keterangan"), max_length=500, blank=True)
    answered_at = models.DateTimeField(_("dijawab pada"), null=True, blank=True)
    answered_through = models.CharField(_("dijawab lewat"), max_length=20, choices=AnsweredBy, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("dijawab oleh"),
    )  # fmt: skip

    objects = InviteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("undangan peserta")
        verbose_name_plural = _("daftar undangan")
        ordering = ("order", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(people__gte=1, people__lte=50),
                name="meetings_invitee_people",
                violation_error_message=_("Jumlah orang 1 sampai 50."),
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.DIWAKILI) | ~Q(delegate_name=""),
                name="meetings_invitee_delegate_named",
                violation_error_message=_("Tuliskan nama yang mewakili."),
            ),
            models.UniqueConstraint(
                fields=("meeting", "region", "office", "title"),
                condition=Q(withdrawn_at__isnull=True, region__isnull=False, office__isnull=False, name=""),
                name="meetings_invitee_office_once",
                violation_error_message=_("Perangkat daerah ini sudah diundang dengan jabatan yang sama."),
            ),
        )

    def __str__(self) -> str:
        return self.label

    @property
    def body(self) -> str:
        """Whom they come for: the office with its region, the government of the region, or the organisation as typed."""
        if self.office:
            return f"{self.office.name}, {self.region.full_name}" if self.region else self.office.name
        return self.region.government_name if self.region else self.organisation

    @property
    def label(self) -> str:
        """Title and body, as an address list says it."""
        return ", ".join(part for part in (self.title, self.name, self.body) if part)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the line was struck out."""
        return self.withdrawn_at is not None

    @property
    def lacks_mandate(self) -> bool:
        """Whether a delegate comes without a letter of assignment on record."""
        return self.answer == Answer.DIWAKILI and not (self.mandate_number or self.mandate_file_id)

    @property
    def comes(self) -> tuple[str, str]:
        """Name and title of who comes: the delegate where one stands in."""
        if self.answer == Answer.DIWAKILI:
            return self.delegate_name, self.delegate_title
        return self.name, self.title


class Sending(models.Model):
    """One mail to one invitee about one letter; a row, so that each is sent once whatever happens to the worker."""

    invitee = models.ForeignKey(
        Invitee, on_delete=models.CASCADE, related_name="sendings", verbose_name=_("peserta")
    )
    letter = models.ForeignKey(
        MeetingLetter, on_delete=models.CASCADE, related_name="sendings", verbose_name=_("surat")
    )
    round = models.PositiveSmallIntegerField(
        _("pengingat ke"), default=0, help_text=_("0 berarti suratnya sendiri.")
    )
    takes_back = models.BooleanField(
        _("menarik undangan"), default=False, help_text=_("Kepada yang dicoret sesudah suratnya sampai.")
    )
    state = models.CharField(
        _("keadaan"), max_length=15, choices=SendState, default=SendState.ANTRE, db_index=True
    )
    email = models.EmailField(_("surel"), blank=True)
    trouble = models.CharField(_("kendala"), max_length=300, blank=True)
    queued_at = models.DateTimeField(_("diminta pada"), default=clock.now)
    sent_at = models.DateTimeField(_("terkirim pada"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    # When it may be tried (again); while it is being sent, until when the worker's claim lasts.
    due_at = models.DateTimeField(_("dicoba pada"), default=clock.now, db_index=True)

    objects = SendingQuerySet.as_manager()

    class Meta:
        verbose_name = _("pengiriman undangan")
        verbose_name_plural = _("pengiriman undangan")
        ordering = ("-queued_at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("invitee", "letter", "round"), name="meetings_sending_once"),
        )

    def __str__(self) -> str:
        return f"{self.invitee} ({self.get_state_display()})"
