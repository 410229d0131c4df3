"""The cooperation case, its parties and its history."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.choices import Direction, Entry, RequestType, Side
from agreements.law.loading import get_pack
from agreements.law.schema import Arrow, Kind, LawPack, State
from agreements.querysets import CaseEventQuerySet, CaseQuerySet
from ksd.core import clock
from regions.choices import Level as RegionLevel

# Bodies of a region that act for it under a name of their own.
AWAITED = {"agreements.review": _("TKKSD")}
# Whom a state may wait for without their being a party of the case.
ELSEWHERE = {"dprd": _("DPRD"), "governor": _("Gubernur"), "minister": _("Menteri Dalam Negeri")}
# The levels of the region register in the words of the law packs.
LEVELS: dict[int, str] = {RegionLevel.PROVINSI: "provinsi", RegionLevel.KABKOTA: "kabupaten_kota"}


def new_public_id() -> str:
    """Give an address that cannot be guessed."""
    return secrets.token_hex(8)


class Case(models.Model):
    """One cooperation (kerja sama daerah) from proposal to archive; it runs under one pack version."""

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    pack_code = models.CharField(_("paket hukum"), max_length=20)
    pack_version = models.CharField(_("versi paket hukum"), max_length=20)
    kind = models.CharField(_("jenis"), max_length=30, db_index=True)
    title = models.CharField(_("tentang"), max_length=250)
    summary = models.TextField(_("uraian singkat"), blank=True)
    location = models.CharField(_("lokasi"), max_length=250, blank=True)
    proposed_years = models.PositiveSmallIntegerField(_("jangka waktu yang diusulkan (tahun)"), default=5)
    urusan = models.ManyToManyField(
        "regions.Urusan", related_name="cases", verbose_name=_("urusan pemerintahan")
    )
    office = models.ForeignKey(
        "regions.Office",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cases",
        verbose_name=_("perangkat daerah pemrakarsa"),
    )
    direction = models.CharField(
        _("arah penawaran"), max_length=10, choices=Direction.choices, default=Direction.OUT
    )
    request_type = models.CharField(
        _("jenis permohonan"), max_length=15, choices=RequestType.choices, default=RequestType.NEW
    )
    predecessor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="successors",
        verbose_name=_("kerja sama asal"),
        help_text=_("Kerja sama yang diperpanjang atau diubah oleh permohonan ini."),
    )
    entry = models.CharField(_("cara masuk"), max_length=10, choices=Entry.choices, default=Entry.STAGED)
    state = models.CharField(_("keadaan"), max_length=40, db_index=True)
    state_since = models.DateField(_("sejak"), default=clock.today)
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("dibuat pada"), default=clock.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("dibuat oleh")
    )
    updated_at = models.DateTimeField(_("diubah pada"), default=clock.now, db_index=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("kerja sama")
        verbose_name_plural = _("kerja sama")
        ordering = ("-updated_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(proposed_years__gte=1, proposed_years__lte=50),
                name="case_years_sensible",
                violation_error_message=_("Jangka waktu diisi 1 sampai 50 tahun."),
            )
        ]

    def __str__(self) -> str:
        """Name the cooperation by its subject."""
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of the case page."""
        return reverse("agreements:case", args=[self.public_id])

    @property
    def pack(self) -> LawPack:
        """The law pack, in the version this case began under."""
        return get_pack(self.pack_code, self.pack_version)

    @property
    def kind_rule(self) -> Kind:
        """The kind of cooperation as the pack describes it."""
        return self.pack.kind(self.kind)

    @property
    def state_rule(self) -> State:
        """The state the case is in, as the pack describes it."""
        return self.pack.state(self.state)

    @property
    def kind_label(self) -> str:
        """The kind as people read it."""
        return self.kind_rule.label

    @property
    def state_label(self) -> str:
        """The state as people read it."""
        return self.state_rule.label

    @property
    def days_in_state(self) -> int:
        """How many days the case has been in this state."""
        return (clock.today() - self.state_since).days

    @property
    def initiator(self) -> "Party":
        """The party that proposed the cooperation (PIHAK KESATU of a KSDD), from prefetched parties."""
        mine = [party for party in self.parties.all() if party.side == Side.INITIATOR]
        return next((party for party in mine if party.succeeded_on is None), mine[0])

    @property
    def acting_parties(self) -> list["Party"]:
        """The parties that act today: those a successor stands for are left out, from prefetched parties."""
        return [party for party in self.parties.all() if party.succeeded_on is None]

    @property
    def level(self) -> str:
        """The level of the region that runs the case, as law packs name it; empty for none of theirs."""
        region = self.initiator.region
        return LEVELS.get(region.level, "") if region else ""

    def knows(self, arrow: Arrow) -> bool:
        """Whether a case of this kind and direction, run by a region of this level, knows the act."""
        return arrow.serves(self.kind, self.level) and arrow.goes(self.direction)

    @property
    def keeper(self) -> "Party":
        """The party whose region keeps the case: its initiator, or the region that recorded an inbound offer."""
        return next((party for party in self.parties.all() if party.is_keeper), None) or self.initiator

    @property
    def is_inbound(self) -> bool:
        """Whether the offer came from outside the system to the region that keeps the case."""
        return self.direction == Direction.IN

    @property
    def partners(self) -> list["Party"]:
        """The parties the cooperation is offered to, from prefetched parties."""
        return [party for party in self.acting_parties if party.side == Side.PARTNER]


class Party(models.Model):
    """One party of a cooperation: a region, or a third party; PIHAK KESATU has order 1."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    order = models.PositiveSmallIntegerField(_("urutan"))
    side = models.CharField(_("sisi"), max_length=12, choices=Side.choices)
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("daerah"),
    )
    partner = models.ForeignKey(
        "agreements.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parties",
        verbose_name=_("mitra"),
    )
    shared_at = models.DateTimeField(_("dibagikan pada"), null=True, blank=True)
    turn_since = models.DateField(_("gilirannya sejak"), null=True, blank=True, db_index=True)
    turn_permission = models.CharField(_("menunggu yang berizin"), max_length=40, blank=True)
    accepted_on = models.DateField(_("menerima tawaran pada"), null=True, blank=True)
    is_keeper = models.BooleanField(_("mencatat penawaran masuk"), default=False, editable=False)
    succeeded_on = models.DateField(
        _("digantikan daerah penerus pada"),
        null=True,
        blank=True,
        help_text=_(
            "Pihak ini tetap tercatat dengan tanda tangannya; penerusnya bertindak sejak tanggal itu."
        ),
    )

    class Meta:
        verbose_name = _("pihak")
        verbose_name_plural = _("para pihak")
        ordering = ("case_id", "order")
        constraints = [
            models.UniqueConstraint(fields=("case", "order"), name="party_order_once"),
            models.UniqueConstraint(
                fields=("case", "region"),
                name="party_region_once",
                violation_error_message=_("Daerah ini sudah menjadi pihak; pilih daerah lain."),
            ),
            models.UniqueConstraint(
                fields=("case", "partner"),
                name="party_partner_once",
                violation_error_message=_("Mitra ini sudah menjadi pihak; pilih mitra lain."),
            ),
            models.UniqueConstraint(fields=("case",), condition=Q(is_keeper=True), name="party_one_keeper"),
            models.CheckConstraint(
                condition=Q(region__isnull=False, partner__isnull=True)
                | Q(region__isnull=True, partner__isnull=False),
                name="party_is_region_or_partner",
                violation_error_message=_("Pihak adalah satu daerah atau satu mitra, bukan keduanya."),
            ),
        ]
        indexes = [models.Index(fields=("region", "shared_at"), name="party_scope")]

    def __str__(self) -> str:
        """Name the party as it stands in the naskah."""
        return self.name

    @property
    def name(self) -> str:
        """ "Pemerintah Kabupaten …", or the partner's own name."""
        if self.region:
            return self.region.government_name
        return str(self.partner)

    @property
    def awaited(self) -> str:
        """Whom the case waits for within the party, as people say it."""
        body = AWAITED.get(self.turn_permission)
        return f"{body} {self.short_name}" if body and self.region_id else self.short_name

    @property
    def short_name(self) -> str:
        """ "Kabupaten …", or the partner's own name."""
        return self.region.full_name if self.region else str(self.partner)


class CaseEvent(models.Model):
    """One act in the life of a case: who, in which role, when, why; never changed afterwards."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    naskah = models.ForeignKey(
        "agreements.Naskah", on_delete=models.CASCADE, null=True, blank=True, related_name="events"
    )
    dprd_track = models.ForeignKey(
        "agreements.DprdTrack", on_delete=models.CASCADE, null=True, blank=True, related_name="events"
    )
    arrow = models.CharField(_("tindakan"), max_length=40)
    label = models.CharField(_("uraian"), max_length=250)
    article = models.CharField(_("dasar hukum"), max_length=200, blank=True)
    source = models.CharField(_("dari"), max_length=40, blank=True)
    target = models.CharField(_("ke"), max_length=40, blank=True)
    on = models.DateField(_("tanggal peristiwa"))
    at = models.DateTimeField(_("dicatat pada"), default=clock.now)
    reason = models.TextField(_("alasan"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("pelaku")
    )
    actor_name = models.CharField(_("nama pelaku"), max_length=150)
    role = models.CharField(_("peran"), max_length=150)
    region = models.ForeignKey(
        "regions.Region", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    documents = models.ManyToManyField("agreements.CaseDocument", related_name="events", blank=True)

    objects = CaseEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("riwayat")
        verbose_name_plural = _("riwayat")
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=("case", "arrow"), name="event_case_arrow")]

    def __str__(self) -> str:
        """Say what was done and when."""
        return f"{self.label} ({self.on})"
