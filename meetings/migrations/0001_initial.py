import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ksd.core.clock
import meetings.models.meeting


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("regions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=meetings.models.meeting.new_public_id,
                        editable=False,
                        max_length=16,
                        unique=True,
                    ),
                ),
                ("title", models.CharField(max_length=250, verbose_name="nama rapat")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rakor_pemerintahan", "Rakor Pemerintahan"),
                            ("rakor_kepala_daerah", "Rakor Kepala Daerah dan Forkopimda"),
                            ("rakor_perangkat_daerah", "Rakor Perangkat Daerah"),
                            ("rakor_batas_daerah", "Rakor batas daerah"),
                            ("fasilitasi_segmen", "Rapat fasilitasi segmen batas"),
                            ("pemetaan_potensi", "Rapat pemetaan potensi KSD"),
                            ("bimtek_ksd", "Bimtek KSD"),
                            ("tkksd_pleno", "Rapat pleno TKKSD"),
                            ("tkksd_teknis", "Rapat teknis TKKSD"),
                            ("musrenbang", "Musrenbang"),
                            ("rakor_fkub", "Rakor FKUB"),
                            ("konsultasi_publik", "Forum konsultasi publik"),
                            ("lainnya", "Rapat lainnya"),
                        ],
                        db_index=True,
                        max_length=30,
                        verbose_name="jenis",
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=300, verbose_name="tema")),
                (
                    "fiscal_year",
                    models.PositiveSmallIntegerField(db_index=True, verbose_name="tahun anggaran"),
                ),
                ("starts_at", models.DateTimeField(db_index=True, verbose_name="mulai")),
                ("ends_at", models.DateTimeField(verbose_name="selesai")),
                ("place", models.CharField(blank=True, max_length=250, verbose_name="tempat")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("rencana", "Rencana"),
                            ("disetujui", "Disetujui"),
                            ("undangan_terkirim", "Undangan terkirim"),
                            ("berlangsung", "Berlangsung"),
                            ("rumusan_disepakati", "Rumusan disepakati"),
                            ("tindak_lanjut", "Tindak lanjut"),
                            ("selesai", "Selesai"),
                            ("ditunda", "Ditunda"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        db_index=True,
                        default="rencana",
                        max_length=30,
                        verbose_name="keadaan",
                    ),
                ),
                ("state_since", models.DateField(default=ksd.core.clock.today, verbose_name="sejak")),
                ("note", models.TextField(blank=True, verbose_name="catatan")),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        default=ksd.core.clock.now, editable=False, verbose_name="dibuat pada"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hosted_meetings",
                        to="regions.region",
                        verbose_name="tuan rumah",
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organised_meetings",
                        to="regions.region",
                        verbose_name="penyelenggara",
                    ),
                ),
                (
                    "organiser_office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="regions.office",
                        verbose_name="perangkat daerah penyelenggara",
                    ),
                ),
                (
                    "participants",
                    models.ManyToManyField(
                        blank=True,
                        related_name="meetings",
                        to="regions.region",
                        verbose_name="daerah peserta",
                    ),
                ),
            ],
            options={
                "verbose_name": "rapat",
                "verbose_name_plural": "rapat",
                "ordering": ("-starts_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gte", models.F("starts_at"))),
                        name="meetings_meeting_span",
                        violation_error_message="Rapat tidak dapat selesai sebelum dimulai.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fiscal_year__gte", 2000), ("fiscal_year__lte", 2100)),
                        name="meetings_meeting_year",
                        violation_error_message="Tahun anggaran diisi 2000 sampai 2100.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=30, verbose_name="langkah")),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("rencana", "Rencana"),
                            ("disetujui", "Disetujui"),
                            ("undangan_terkirim", "Undangan terkirim"),
                            ("berlangsung", "Berlangsung"),
                            ("rumusan_disepakati", "Rumusan disepakati"),
                            ("tindak_lanjut", "Tindak lanjut"),
                            ("selesai", "Selesai"),
                            ("ditunda", "Ditunda"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        max_length=30,
                        verbose_name="dari",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("rencana", "Rencana"),
                            ("disetujui", "Disetujui"),
                            ("undangan_terkirim", "Undangan terkirim"),
                            ("berlangsung", "Berlangsung"),
                            ("rumusan_disepakati", "Rumusan disepakati"),
                            ("tindak_lanjut", "Tindak lanjut"),
                            ("selesai", "Selesai"),
                            ("ditunda", "Ditunda"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        max_length=30,
                        verbose_name="ke",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="alasan")),
                (
                    "at",
                    models.DateTimeField(
                        default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="meetings.meeting",
                        verbose_name="rapat",
                    ),
                ),
            ],
            options={
                "verbose_name": "riwayat rapat",
                "verbose_name_plural": "riwayat rapat",
                "ordering": ("-at", "-pk"),
            },
        ),
    ]
