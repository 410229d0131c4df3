import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ksd.core.clock
from ksd.core.together import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Counter",
                    fields=[
                        (
                            "name",
                            models.CharField(
                                max_length=120, primary_key=True, serialize=False, verbose_name="nama urutan"
                            ),
                        ),
                        ("value", models.PositiveBigIntegerField(default=0, verbose_name="nomor terakhir")),
                    ],
                    options={
                        "verbose_name": "urutan nomor",
                        "verbose_name_plural": "urutan nomor",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="Heartbeat",
                    fields=[
                        (
                            "name",
                            models.CharField(
                                max_length=40, primary_key=True, serialize=False, verbose_name="bagian"
                            ),
                        ),
                        ("beat_at", models.DateTimeField(verbose_name="tanda hidup terakhir")),
                    ],
                    options={
                        "verbose_name": "tanda hidup",
                        "verbose_name_plural": "tanda hidup",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="StoredFile",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="nama berkas")),
                        ("content_type", models.CharField(max_length=100, verbose_name="jenis isi")),
                        ("size", models.PositiveBigIntegerField(verbose_name="ukuran (bita)")),
                        (
                            "sha256",
                            models.CharField(db_index=True, max_length=64, verbose_name="sidik SHA-256"),
                        ),
                        ("path", models.CharField(max_length=120, verbose_name="tempat di penyimpanan")),
                        ("kind", models.CharField(max_length=60, verbose_name="kegunaan")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="disimpan pada"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "berkas tersimpan",
                        "verbose_name_plural": "berkas tersimpan",
                        "ordering": ("-created_at", "id"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("size__gt", 0)),
                                name="core_storedfile_not_empty",
                                violation_error_message="Berkas kosong tidak dapat disimpan.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Job",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "public_id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, unique=True, verbose_name="nomor acuan"
                            ),
                        ),
                        ("kind", models.CharField(max_length=60, verbose_name="jenis")),
                        ("key", models.CharField(max_length=200, verbose_name="kunci")),
                        ("label", models.CharField(max_length=200, verbose_name="keterangan")),
                        ("payload", models.JSONField(default=dict, verbose_name="data")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("queued", "Menunggu giliran"),
                                    ("running", "Sedang dikerjakan"),
                                    ("done", "Selesai"),
                                    ("failed", "Gagal"),
                                ],
                                default="queued",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(default=0, verbose_name="kemajuan (%)"),
                        ),
                        (
                            "message",
                            models.CharField(blank=True, max_length=200, verbose_name="pesan kemajuan"),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="percobaan")),
                        (
                            "lease_until",
                            models.DateTimeField(blank=True, null=True, verbose_name="dipegang sampai"),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="terakhir dikirim ke antrean"
                            ),
                        ),
                        ("error", models.TextField(blank=True, verbose_name="penyebab gagal")),
                        ("detail", models.TextField(blank=True, verbose_name="rincian teknis")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diminta pada"),
                        ),
                        (
                            "started_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="mulai dikerjakan"),
                        ),
                        (
                            "finished_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="selesai pada"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diminta oleh",
                            ),
                        ),
                        (
                            "result",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="hasil",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tugas latar belakang",
                        "verbose_name_plural": "tugas latar belakang",
                        "ordering": ("-created_at", "-pk"),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state__in", ("queued", "running"))),
                                fields=["state", "lease_until"],
                                name="core_job_unfinished",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "key"),
                                name="core_job_once_per_key",
                                violation_error_message="Tugas yang sama sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("progress__lte", 100)),
                                name="core_job_progress_is_percent",
                                violation_error_message="Kemajuan tugas paling besar 100%.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormToken",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("token", models.CharField(max_length=64, verbose_name="tanda formulir")),
                        ("result", models.CharField(blank=True, max_length=500, verbose_name="alamat hasil")),
                        (
                            "used_at",
                            models.DateTimeField(
                                db_index=True, default=ksd.core.clock.now, verbose_name="dipakai pada"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengirim",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "formulir terkirim",
                        "verbose_name_plural": "formulir terkirim",
                        "ordering": ("-used_at", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "token"),
                                name="core_formtoken_once",
                                violation_error_message="Formulir ini sudah dikirim.",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
