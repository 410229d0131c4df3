import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ksd.core.clock
from ksd.core.together import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("regions", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Deadline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="nomor pokok")),
                        ("code", models.CharField(max_length=60, verbose_name="kode")),
                        ("title", models.CharField(max_length=200, verbose_name="tenggat")),
                        (
                            "legal_basis",
                            models.CharField(blank=True, max_length=250, verbose_name="dasar hukum"),
                        ),
                        ("explanation", models.TextField(blank=True, verbose_name="penjelasan")),
                        ("base_date", models.DateField(verbose_name="tanggal dasar")),
                        ("base_label", models.CharField(max_length=200, verbose_name="peristiwa dasar")),
                        ("length", models.PositiveIntegerField(verbose_name="lama")),
                        (
                            "unit",
                            models.CharField(
                                choices=[("day", "hari"), ("month", "bulan"), ("year", "tahun")],
                                default="day",
                                max_length=5,
                                verbose_name="satuan",
                            ),
                        ),
                        (
                            "day_type",
                            models.CharField(
                                choices=[("calendar", "hari kalender"), ("working", "hari kerja")],
                                default="calendar",
                                max_length=8,
                                verbose_name="jenis hari",
                            ),
                        ),
                        ("computed_on", models.DateField(verbose_name="jatuh tempo menurut hitungan")),
                        (
                            "override_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="jatuh tempo yang ditetapkan"
                            ),
                        ),
                        ("override_reason", models.TextField(blank=True, verbose_name="alasan penetapan")),
                        ("due_on", models.DateField(db_index=True, verbose_name="jatuh tempo")),
                        (
                            "responsible_label",
                            models.CharField(blank=True, max_length=200, verbose_name="penanggung jawab"),
                        ),
                        ("on_lapse", models.TextField(blank=True, verbose_name="bila terlewat")),
                        ("link", models.CharField(blank=True, max_length=300, verbose_name="alamat halaman")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Berjalan"),
                                    ("met", "Terpenuhi"),
                                    ("cancelled", "Dihentikan"),
                                ],
                                default="open",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("met_on", models.DateField(blank=True, null=True, verbose_name="terpenuhi pada")),
                        (
                            "audience",
                            models.CharField(
                                default="agreements.answer",
                                max_length=60,
                                verbose_name="izin yang diingatkan",
                            ),
                        ),
                        ("remind_days", models.JSONField(default=list, verbose_name="hari pengingat")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditutup oleh",
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="jenis pokok",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "overridden_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditetapkan oleh",
                            ),
                        ),
                        (
                            "regions",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah yang diingatkan",
                            ),
                        ),
                        (
                            "responsible_region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah penanggung jawab",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tenggat",
                        "verbose_name_plural": "tenggat",
                        "ordering": ("due_on", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")),
                                fields=("content_type", "object_id", "code"),
                                name="deadlines_deadline_one_open",
                                violation_error_message="Tenggat yang sama masih berjalan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("override_on", None),
                                    models.Q(("override_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="deadlines_deadline_override_has_reason",
                                violation_error_message="Penetapan tanggal lain harus disertai alasan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="pada")),
                        ("from_due", models.DateField(verbose_name="semula")),
                        ("to_due", models.DateField(verbose_name="menjadi")),
                        ("reason", models.TextField(verbose_name="alasan")),
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
                            "deadline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="changes",
                                to="deadlines.deadline",
                                verbose_name="tenggat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perubahan tenggat",
                        "verbose_name_plural": "perubahan tenggat",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Holiday",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("date", models.DateField(verbose_name="tanggal")),
                        ("name", models.CharField(max_length=150, verbose_name="nama hari libur")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("libur_nasional", "Libur nasional"),
                                    ("cuti_bersama", "Cuti bersama"),
                                ],
                                default="libur_nasional",
                                max_length=20,
                                verbose_name="jenis",
                            ),
                        ),
                        ("source", models.CharField(max_length=250, verbose_name="sumber")),
                        ("verified", models.BooleanField(default=False, verbose_name="sudah diperiksa")),
                    ],
                    options={
                        "verbose_name": "hari libur",
                        "verbose_name_plural": "hari libur",
                        "ordering": ("date", "name"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("date", "name"),
                                name="deadlines_holiday_once",
                                violation_error_message="Hari libur itu sudah tercatat pada tanggal tersebut.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Notice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=40, verbose_name="jenis")),
                        ("title", models.CharField(max_length=200, verbose_name="judul")),
                        ("body", models.TextField(blank=True, verbose_name="isi")),
                        ("link", models.CharField(blank=True, max_length=300, verbose_name="alamat halaman")),
                        ("key", models.CharField(max_length=200, verbose_name="kunci")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                        ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="dibaca pada")),
                        (
                            "email_state",
                            models.CharField(
                                choices=[
                                    ("none", "Tanpa surel"),
                                    ("due", "Menunggu kirim"),
                                    ("sending", "Sedang dikirim"),
                                    ("sent", "Terkirim"),
                                    ("failed", "Gagal"),
                                ],
                                default="none",
                                max_length=8,
                                verbose_name="surel",
                            ),
                        ),
                        (
                            "email_due_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="surel dikirim mulai"),
                        ),
                        (
                            "emailed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="surel terkirim pada"),
                        ),
                        (
                            "attempts",
                            models.PositiveSmallIntegerField(default=0, verbose_name="percobaan surel"),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notices",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="penerima",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pemberitahuan",
                        "verbose_name_plural": "pemberitahuan",
                        "ordering": ("-created_at", "-pk"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("read_at", None)),
                                fields=["user"],
                                name="deadlines_notice_unread",
                            ),
                            models.Index(
                                condition=models.Q(("email_state__in", ("due", "sending"))),
                                fields=["email_due_at"],
                                name="deadlines_notice_mail",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "key"),
                                name="deadlines_notice_once_per_key",
                                violation_error_message="Pemberitahuan itu sudah dibuat.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoticeLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.CharField(max_length=400, verbose_name="isi")),
                        ("link", models.CharField(blank=True, max_length=300, verbose_name="alamat halaman")),
                        (
                            "deadline",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="notice_lines",
                                to="deadlines.deadline",
                                verbose_name="tenggat",
                            ),
                        ),
                        (
                            "notice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="deadlines.notice",
                                verbose_name="pemberitahuan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "baris pemberitahuan",
                        "verbose_name_plural": "baris pemberitahuan",
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("days_before", models.SmallIntegerField(verbose_name="hari sebelum jatuh tempo")),
                        ("due_on", models.DateField(verbose_name="diingatkan pada")),
                        (
                            "claimed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="diambil pada"),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reminders",
                                to="deadlines.deadline",
                                verbose_name="tenggat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pengingat",
                        "verbose_name_plural": "pengingat",
                        "ordering": ("due_on", "pk"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("claimed_at", None)),
                                fields=["due_on"],
                                name="deadlines_reminder_unclaimed",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("deadline", "days_before"),
                                name="deadlines_reminder_once",
                                violation_error_message="Pengingat itu sudah ada.",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
