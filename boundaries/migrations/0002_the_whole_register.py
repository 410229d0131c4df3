import datetime

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

import ksd.core.clock
from boundaries.moving import leave_regulations, move_regulations
from ksd.core.together import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("boundaries", "0001_initial"),
        ("core", "0001_initial"),
        ("regions", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Regulation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("permendagri", "Peraturan Menteri Dalam Negeri"),
                                    ("kepmendagri", "Keputusan Menteri Dalam Negeri"),
                                    ("uu", "Undang-Undang"),
                                    ("pp", "Peraturan Pemerintah"),
                                    ("kepgub", "Keputusan Gubernur"),
                                    ("lainnya", "Peraturan atau keputusan lain"),
                                ],
                                default="permendagri",
                                max_length=20,
                                verbose_name="jenis",
                            ),
                        ),
                        ("number", models.CharField(max_length=60, verbose_name="nomor")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "issuer",
                            models.CharField(
                                blank=True,
                                help_text="Untuk keputusan gubernur: nama provinsinya. Kosongkan untuk peraturan pusat.",
                                max_length=120,
                                verbose_name="ditetapkan oleh",
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=300, verbose_name="tentang")),
                        ("dated", models.DateField(blank=True, null=True, verbose_name="tanggal penetapan")),
                        (
                            "gazette_number",
                            models.CharField(blank=True, max_length=20, verbose_name="nomor Berita Negara"),
                        ),
                        (
                            "gazette_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tahun Berita Negara"
                            ),
                        ),
                        ("source", models.CharField(blank=True, max_length=250, verbose_name="sumber")),
                        (
                            "verified",
                            models.BooleanField(
                                default=False,
                                help_text="Naskahnya sendiri sudah dibaca.",
                                verbose_name="terverifikasi",
                            ),
                        ),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "added_by",
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
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "peraturan batas",
                        "verbose_name_plural": "peraturan batas",
                        "ordering": ("-year", "kind", "number", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "number", "year", "issuer"),
                                name="boundaries_regulation_once",
                                violation_error_message="Peraturan dengan jenis, nomor, dan tahun ini sudah tercatat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("year__gte", 1900), ("year__lte", 2200)),
                                name="boundaries_regulation_year",
                                violation_error_message="Tahun peraturan antara 1900 dan 2200.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SegmentPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    (
                                        "uu_pembentukan",
                                        "Undang-undang pembentukan daerah dan lampiran petanya",
                                    ),
                                    ("dasar_lama", "Peraturan atau keputusan lama"),
                                    ("peta_lama", "Peta lama"),
                                    ("peta_dasar", "Peta dasar"),
                                    ("peta_kerja", "Peta kerja"),
                                    ("foto", "Foto lapangan"),
                                    ("berita_acara", "Berita acara"),
                                    ("deskripsi_pilar", "Buku deskripsi pilar"),
                                    ("daftar_koordinat", "Daftar koordinat"),
                                    ("peta_batas", "Peta batas"),
                                    ("kajian", "Kajian provinsi"),
                                    ("keputusan_gubernur", "Keputusan Gubernur"),
                                    ("surat_ke_menteri", "Surat kepada Menteri Dalam Negeri"),
                                    ("risalah", "Risalah fasilitasi"),
                                    ("draf_permendagri", "Rancangan Permendagri"),
                                    ("permendagri", "Permendagri dan lampirannya"),
                                    ("putusan", "Berkas perkara pengadilan"),
                                    ("surat", "Surat lain"),
                                    ("lainnya", "Dokumen lain"),
                                ],
                                max_length=30,
                                verbose_name="jenis dokumen",
                            ),
                        ),
                        ("title", models.CharField(max_length=250, verbose_name="judul")),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                        ("on", models.DateField(blank=True, null=True, verbose_name="tanggal")),
                        (
                            "confidential",
                            models.BooleanField(
                                default=False,
                                help_text="Hanya para pihak dan pemerintah di atasnya yang melihatnya.",
                                verbose_name="terbatas",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="ditambahkan pada"
                            ),
                        ),
                        (
                            "dropped_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="ditarik pada"
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditambahkan oleh",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                help_text="Kosongkan bila milik bersama.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="diajukan oleh",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dokumen segmen",
                        "verbose_name_plural": "dokumen segmen",
                        "ordering": ("-on", "-added_at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Amendment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("proposed_on", models.DateField(verbose_name="diajukan pada")),
                        ("reason", models.TextField(verbose_name="alasan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("diajukan", "Diajukan"),
                                    ("dibahas", "Dibahas"),
                                    ("diterima", "Diterima"),
                                    ("ditolak", "Ditolak"),
                                ],
                                default="diajukan",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(blank=True, null=True, verbose_name="diputuskan pada"),
                        ),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "added_by",
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
                            "region",
                            models.ForeignKey(
                                blank=True,
                                help_text="Kosongkan bila diajukan bersama.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="diajukan oleh",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amendments",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "regulation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.regulation",
                                verbose_name="peraturan perubahannya",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amendments",
                                to="boundaries.segmentpaper",
                                verbose_name="dokumen usul",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perubahan batas menurut Pasal 34",
                        "verbose_name_plural": "perubahan batas menurut Pasal 34",
                        "ordering": ("segment", "-proposed_on", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("decided_on", None),
                                    ("decided_on__gte", models.F("proposed_on")),
                                    _connector="OR",
                                ),
                                name="boundaries_amendment_order",
                                violation_error_message="Usul diputuskan sesudah diajukan, bukan sebelumnya.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Annex",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("koordinat", "Daftar koordinat"),
                                    ("uraian", "Uraian ruas batas"),
                                    ("peta", "Lembar peta"),
                                    ("rancangan", "Rancangan Peraturan Menteri"),
                                ],
                                max_length=20,
                                verbose_name="jenis lampiran",
                            ),
                        ),
                        ("choice", models.JSONField(blank=True, default=dict, verbose_name="pilihan")),
                        ("summary", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
                        (
                            "digest",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="sidik data"
                            ),
                        ),
                        ("confidential", models.BooleanField(default=False, verbose_name="terbatas")),
                        (
                            "asked_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="diminta pada"
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diminta oleh",
                            ),
                        ),
                        (
                            "job",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.job",
                                verbose_name="tugas",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="annexes",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lampiran tercetak",
                        "verbose_name_plural": "lampiran tercetak",
                        "ordering": ("-asked_at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="putaran")),
                        ("on", models.DateField(verbose_name="tanggal")),
                        (
                            "forum",
                            models.CharField(
                                help_text="Misalnya: rapat fasilitasi gubernur.",
                                max_length=200,
                                verbose_name="forum",
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200, verbose_name="tempat")),
                        (
                            "agreed_km",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=8,
                                null=True,
                                verbose_name="disepakati (km)",
                            ),
                        ),
                        (
                            "disputed_km",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=8,
                                null=True,
                                verbose_name="diperselisihkan (km)",
                            ),
                        ),
                        ("outcome", models.TextField(blank=True, verbose_name="hasil")),
                        (
                            "next_step",
                            models.CharField(blank=True, max_length=300, verbose_name="tindak lanjut"),
                        ),
                        (
                            "meeting",
                            models.CharField(
                                blank=True,
                                help_text="Nama rapat yang membahasnya, bila ada; misalnya Rakor Batas Daerah 2025.",
                                max_length=250,
                                verbose_name="rapat",
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rounds",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rounds",
                                to="boundaries.segmentpaper",
                                verbose_name="berita acara",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "putaran perundingan",
                        "verbose_name_plural": "putaran perundingan",
                        "ordering": ("segment", "number"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("segment", "number"),
                                name="boundaries_round_once",
                                violation_error_message="Nomor putaran ini sudah dipakai pada segmen ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoundaryMinutes",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("form", models.CharField(max_length=40, verbose_name="bentuk")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("ditandatangani", "Ditandatangani"),
                                    ("disahkan", "Disahkan"),
                                    ("tercantum", "Tercantum dalam Permendagri"),
                                    ("dibatalkan", "Draf dibatalkan"),
                                ],
                                default="draf",
                                max_length=20,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("place", models.CharField(max_length=200, verbose_name="tempat")),
                        ("opening", models.TextField(blank=True, verbose_name="pembuka")),
                        (
                            "points",
                            models.TextField(help_text="Satu butir tiap baris.", verbose_name="butir"),
                        ),
                        (
                            "asks_documents",
                            models.BooleanField(
                                default=False, verbose_name="daerah diminta menyampaikan dokumen tambahan"
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(blank=True, null=True, verbose_name="ditandatangani pada"),
                        ),
                        (
                            "ratified_on",
                            models.DateField(blank=True, null=True, verbose_name="disahkan pada"),
                        ),
                        (
                            "ratified_by",
                            models.CharField(blank=True, max_length=200, verbose_name="disahkan oleh"),
                        ),
                        (
                            "decree",
                            models.CharField(blank=True, max_length=120, verbose_name="tercantum dalam"),
                        ),
                        (
                            "is_example",
                            models.BooleanField(
                                default=False, help_text="Rekaan untuk peragaan.", verbose_name="ilustrasi"
                            ),
                        ),
                        (
                            "revision",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="perubahan ke"
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="disusun pada"
                            ),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="provinsi yang menomori",
                            ),
                        ),
                        (
                            "others",
                            models.ManyToManyField(
                                blank=True,
                                related_name="shared_minutes",
                                to="boundaries.segment",
                                verbose_name="segmen lain yang ikut dimuat",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disusun oleh",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes",
                                to="boundaries.round",
                                verbose_name="putaran perundingan",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.segmentpaper",
                                verbose_name="naskah bertanda tangan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "berita acara batas",
                        "verbose_name_plural": "berita acara batas",
                        "ordering": ("-on", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["draf", "dibatalkan"]),
                                    models.Q(
                                        ("signed_on__isnull", False), models.Q(("number", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="boundaries_minutes_signed_with_day",
                                violation_error_message="Berita acara yang ditandatangani mempunyai nomor dan tanggal.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "tercantum"), _negated=True),
                                    models.Q(("decree", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="boundaries_minutes_in_decree",
                                violation_error_message="Isi Permendagri yang mencantumkannya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoundaryEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    (
                                        "minta_dokumen",
                                        "Berita acara ditandatangani dengan permintaan dokumen tambahan",
                                    ),
                                    ("garis_kajian", "Garis kajian disampaikan kepada kedua daerah"),
                                    ("fasilitasi_gubernur", "Fasilitasi gubernur dimulai"),
                                    ("diserahkan", "Perselisihan diserahkan kepada Menteri Dalam Negeri"),
                                    ("tidak_dihitung", "Tidak dihitung aplikasi; hanya informasi"),
                                ],
                                max_length=30,
                                verbose_name="peristiwa",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="selesai pada")),
                        ("outcome", models.TextField(blank=True, verbose_name="hasil")),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="term_events",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "minutes",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.boundaryminutes",
                                verbose_name="berita acara",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.segmentpaper",
                                verbose_name="dokumen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "peristiwa bertenggat",
                        "verbose_name_plural": "peristiwa bertenggat",
                        "ordering": ("-on", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_on__isnull", True), ("minutes__isnull", True)),
                                fields=("segment", "kind"),
                                name="boundaries_event_open_once",
                                violation_error_message="Peristiwa yang sama masih berjalan pada segmen ini.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("minutes__isnull", False)),
                                fields=("segment", "minutes"),
                                name="boundaries_event_of_minutes_once",
                                violation_error_message="Peristiwa berita acara ini sudah dicatat.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoundaryLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("klaim", "Klaim daerah"),
                                    ("kajian_provinsi", "Garis kajian provinsi"),
                                    ("kajian_kemendagri", "Garis kajian Kemendagri"),
                                    ("kompromi", "Usul garis kompromi"),
                                    ("disepakati", "Garis yang disepakati"),
                                    ("indikatif", "Garis indikatif"),
                                ],
                                max_length=20,
                                verbose_name="jenis garis",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=160, verbose_name="nama")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versi")),
                        ("vertices", models.JSONField(verbose_name="titik garis")),
                        ("vertex_count", models.PositiveIntegerField(verbose_name="banyak titik")),
                        ("length_m", models.FloatField(verbose_name="panjang geodesik (m)")),
                        ("west", models.FloatField(verbose_name="batas barat")),
                        ("south", models.FloatField(verbose_name="batas selatan")),
                        ("east", models.FloatField(verbose_name="batas timur")),
                        ("north", models.FloatField(verbose_name="batas utara")),
                        (
                            "shared",
                            models.BooleanField(
                                default=True,
                                help_text="Garis kompromi baru terlihat para pihak sesudah dibagikan.",
                                verbose_name="dibagikan",
                            ),
                        ),
                        ("confidential", models.BooleanField(default=False, verbose_name="terbatas")),
                        ("illustrative", models.BooleanField(default=False, verbose_name="ilustrasi")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "reason",
                            models.TextField(
                                blank=True,
                                help_text="Mengapa versi ini menggantikan yang sebelumnya.",
                                verbose_name="alasan penggantian",
                            ),
                        ),
                        (
                            "drawn_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="penulis",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                help_text="Daerah yang menyatakan klaim.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                        (
                            "replaces",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="boundaries.boundaryline",
                                verbose_name="menggantikan",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="boundaries.round",
                                verbose_name="putaran",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "garis batas",
                        "verbose_name_plural": "garis batas",
                        "ordering": ("segment", "role", "drawn_at", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role", "klaim"), _negated=True),
                                    ("region__isnull", False),
                                    _connector="OR",
                                ),
                                name="boundaries_claim_has_claimant",
                                violation_error_message="Klaim menyebut daerah yang menyatakannya.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PointKind",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=12, unique=True, verbose_name="kode")),
                        ("name", models.CharField(max_length=80, verbose_name="nama")),
                        ("on_line", models.BooleanField(default=True, verbose_name="tepat pada garis batas")),
                        ("has_pillar", models.BooleanField(default=True, verbose_name="berupa pilar")),
                        ("verified", models.BooleanField(default=False, verbose_name="terverifikasi")),
                        ("note", models.CharField(blank=True, max_length=250, verbose_name="catatan")),
                    ],
                    options={
                        "verbose_name": "jenis titik",
                        "verbose_name_plural": "jenis titik",
                        "ordering": ("code",),
                    },
                ),
                migrations.CreateModel(
                    name="BoundaryPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("lat", models.DecimalField(decimal_places=9, max_digits=12, verbose_name="lintang")),
                        ("lon", models.DecimalField(decimal_places=9, max_digits=12, verbose_name="bujur")),
                        (
                            "datum",
                            models.CharField(
                                choices=[
                                    ("srgi2013", "SRGI2013"),
                                    ("wgs84", "WGS 84"),
                                    ("dgn95", "DGN95"),
                                    ("id74", "ID74"),
                                ],
                                default="srgi2013",
                                max_length=10,
                                verbose_name="datum",
                            ),
                        ),
                        (
                            "as_given",
                            models.CharField(
                                blank=True,
                                help_text="Tulisan sumbernya, apa adanya.",
                                max_length=200,
                                verbose_name="koordinat seperti ditulis",
                            ),
                        ),
                        (
                            "accuracy_m",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=9,
                                null=True,
                                verbose_name="ketelitian (m)",
                            ),
                        ),
                        (
                            "height_m",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=8,
                                null=True,
                                verbose_name="tinggi (m)",
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("kartometrik", "Kartometrik"),
                                    ("survei_lapangan", "Survei lapangan"),
                                    ("tidak_diketahui", "Tidak diketahui"),
                                ],
                                default="tidak_diketahui",
                                max_length=20,
                                verbose_name="metode",
                            ),
                        ),
                        ("measured_on", models.DateField(blank=True, null=True, verbose_name="diukur pada")),
                        (
                            "brass_text",
                            models.CharField(
                                blank=True,
                                help_text="Tulisan pada pilar; dapat berbeda dari jenis resminya.",
                                max_length=80,
                                verbose_name="tulisan pelat kuningan",
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=250, verbose_name="letak")),
                        ("source", models.CharField(blank=True, max_length=250, verbose_name="sumber")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="ditambahkan pada"
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditambahkan oleh",
                            ),
                        ),
                        (
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="foto",
                            ),
                        ),
                        (
                            "kind",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="points",
                                to="boundaries.pointkind",
                                verbose_name="jenis titik",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "titik batas",
                        "verbose_name_plural": "titik batas",
                        "ordering": ("pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("lat__gte", -90), ("lat__lte", 90), ("lon__gte", -180), ("lon__lte", 180)
                                ),
                                name="boundaries_point_on_earth",
                                violation_error_message="Lintang antara -90 dan 90, bujur antara -180 dan 180.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoundaryTeam",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("decree_number", models.CharField(max_length=120, verbose_name="nomor keputusan")),
                        ("decree_date", models.DateField(verbose_name="tanggal keputusan")),
                        ("valid_from", models.DateField(verbose_name="berlaku mulai")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas keputusan",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="boundary_teams",
                                to="regions.region",
                                verbose_name="wilayah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "Tim PBD",
                        "verbose_name_plural": "Tim PBD",
                        "ordering": ("region__code", "-valid_from", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "decree_number"),
                                name="boundaries_team_decree_once",
                                violation_error_message="Keputusan dengan nomor ini sudah dicatat untuk wilayah itu.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="boundaries_team_validity",
                                violation_error_message="Tanggal berakhir tidak boleh mendahului tanggal berlaku.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoundaryTeamMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("ketua", "Ketua"),
                                    ("wakil_ketua", "Wakil ketua"),
                                    ("sekretaris", "Sekretaris"),
                                    ("anggota", "Anggota"),
                                ],
                                default="anggota",
                                max_length=20,
                                verbose_name="kedudukan",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        ("title", models.CharField(max_length=200, verbose_name="jabatan")),
                        (
                            "signs",
                            models.BooleanField(
                                default=False,
                                help_text="Centang bagi yang menurut keputusan menandatangani atas nama tim.",
                                verbose_name="menandatangani berita acara",
                            ),
                        ),
                        ("since", models.DateField(verbose_name="sejak")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="sampai")),
                        (
                            "official",
                            models.ForeignKey(
                                blank=True,
                                help_text="Bila diisi, masa jabatannya ikut diperiksa pada tanggal tanda tangan.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.official",
                                verbose_name="pejabat dalam direktori",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="boundaries.boundaryteam",
                                verbose_name="Tim PBD",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anggota Tim PBD",
                        "verbose_name_plural": "anggota Tim PBD",
                        "ordering": ("team_id", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True),
                                    ("until__gte", models.F("since")),
                                    _connector="OR",
                                ),
                                name="boundaries_team_member_period",
                                violation_error_message="Tanggal selesai tidak boleh mendahului tanggal mulai.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoundarySigner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("tim", "Tim PBD"),
                                    ("camat", "Camat/kepala distrik"),
                                    ("kepala_desa", "Kepala desa/lurah"),
                                ],
                                default="tim",
                                max_length=20,
                                verbose_name="sebagai",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="nama")),
                        ("title", models.CharField(blank=True, max_length=200, verbose_name="jabatan")),
                        ("must", models.BooleanField(default=True, verbose_name="wajib")),
                        ("article", models.CharField(blank=True, max_length=200, verbose_name="dasar")),
                        ("verified", models.BooleanField(default=False, verbose_name="terverifikasi")),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("menunggu", "Belum menandatangani"),
                                    ("menandatangani", "Sudah menandatangani"),
                                    ("menolak", "Menolak menandatangani"),
                                ],
                                default="menunggu",
                                max_length=20,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(blank=True, null=True, verbose_name="tanggal tanda tangan"),
                        ),
                        (
                            "reason",
                            models.TextField(blank=True, verbose_name="keberatan atau alasan menolak"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="pindaian",
                            ),
                        ),
                        (
                            "minutes",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signers",
                                to="boundaries.boundaryminutes",
                                verbose_name="berita acara",
                            ),
                        ),
                        (
                            "recorded_by",
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
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="atas nama wilayah",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="boundaries.boundaryteammember",
                                verbose_name="anggota tim",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penanda tangan berita acara",
                        "verbose_name_plural": "penanda tangan berita acara",
                        "ordering": ("minutes", "order", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("member__isnull", False)),
                                fields=("minutes", "member"),
                                name="boundaries_signer_once",
                                violation_error_message="Anggota ini sudah tercantum sebagai penanda tangan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("signed_on__isnull", False), ("state", "menandatangani")),
                                    models.Q(
                                        models.Q(("state", "menandatangani"), _negated=True),
                                        ("signed_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="boundaries_signer_with_day",
                                violation_error_message="Tanda tangan mempunyai tanggal.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "menolak"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="boundaries_refusal_with_reason",
                                violation_error_message="Tuliskan alasan menolak.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoundaryTerm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=40, verbose_name="kode")),
                        ("label", models.CharField(max_length=200, verbose_name="ketentuan")),
                        (
                            "level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("dalam_provinsi", "Di dalam provinsi"),
                                    ("antar_provinsi", "Antarprovinsi"),
                                ],
                                help_text="Kosongkan bila berlaku di dalam provinsi dan antarprovinsi.",
                                max_length=20,
                                verbose_name="berlaku bagi segmen",
                            ),
                        ),
                        (
                            "event",
                            models.CharField(
                                choices=[
                                    (
                                        "minta_dokumen",
                                        "Berita acara ditandatangani dengan permintaan dokumen tambahan",
                                    ),
                                    ("garis_kajian", "Garis kajian disampaikan kepada kedua daerah"),
                                    ("fasilitasi_gubernur", "Fasilitasi gubernur dimulai"),
                                    ("diserahkan", "Perselisihan diserahkan kepada Menteri Dalam Negeri"),
                                    ("tidak_dihitung", "Tidak dihitung aplikasi; hanya informasi"),
                                ],
                                max_length=30,
                                verbose_name="mulai dihitung dari",
                            ),
                        ),
                        (
                            "amount",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Kosongkan bila belum dibaca dalam naskah peraturan; tidak ada tenggat yang berjalan.",
                                null=True,
                                verbose_name="lama",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                choices=[("day", "hari"), ("month", "bulan"), ("count", "kali")],
                                default="day",
                                max_length=10,
                                verbose_name="satuan",
                            ),
                        ),
                        (
                            "day_type",
                            models.CharField(
                                choices=[("calendar", "hari kalender"), ("working", "hari kerja")],
                                default="calendar",
                                max_length=10,
                                verbose_name="jenis hari",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(blank=True, max_length=250, verbose_name="pasal atau sumber"),
                        ),
                        (
                            "verified",
                            models.BooleanField(
                                default=False,
                                help_text="Centang sesudah sumbernya dibaca sendiri.",
                                verbose_name="terverifikasi",
                            ),
                        ),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="berlaku mulai")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "revision",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="perubahan ke"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ketentuan waktu batas daerah",
                        "verbose_name_plural": "ketentuan waktu batas daerah",
                        "ordering": ("code", "level", "valid_from", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("code"),
                                models.F("level"),
                                django.db.models.functions.comparison.Coalesce(
                                    "valid_from", models.Value(datetime.date(1, 1, 1))
                                ),
                                name="boundaries_term_once",
                                violation_error_message="Ketentuan dengan kode dan awal masa berlaku ini sudah ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_from__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="boundaries_term_validity",
                                violation_error_message="Masa berlaku tidak boleh berakhir sebelum dimulai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("amount__isnull", True),
                                    models.Q(("amount__gte", 1), models.Q(("source", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="boundaries_term_sourced",
                                violation_error_message="Isi pasal atau sumber lama waktunya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BoundaryTermChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("before", models.TextField(blank=True, verbose_name="semula")),
                        ("after", models.TextField(verbose_name="menjadi")),
                        ("reason", models.TextField(verbose_name="alasan")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="pada"
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
                            "term",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="boundaries.boundaryterm",
                                verbose_name="ketentuan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perubahan ketentuan waktu",
                        "verbose_name_plural": "perubahan ketentuan waktu",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="ChainLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("undangan", "Undangan rapat fasilitasi"),
                                    ("penyerahan", "Surat penyerahan gubernur kepada Menteri Dalam Negeri"),
                                    ("ba_penyerahan", "Berita acara penyerahan berkas"),
                                ],
                                max_length=20,
                                verbose_name="jenis",
                            ),
                        ),
                        ("dated", models.DateField(verbose_name="tanggal surat")),
                        ("place", models.CharField(max_length=120, verbose_name="tempat")),
                        ("data", models.JSONField(default=dict, verbose_name="isi")),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                        (
                            "revision",
                            models.PositiveIntegerField(
                                default=0, editable=False, verbose_name="perubahan ke"
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="disusun pada"
                            ),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="provinsi",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="chain_letters",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disusun oleh",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.round",
                                verbose_name="putaran perundingan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat tentang segmen",
                        "verbose_name_plural": "surat tentang segmen",
                        "ordering": ("-dated", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Compromise",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="nama alternatif")),
                        (
                            "shared_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="dibagikan pada"
                            ),
                        ),
                        (
                            "revision",
                            models.PositiveIntegerField(default=1, editable=False, verbose_name="revisi"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dibuat pada"
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="penulis",
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="penengah",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="compromises",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "alternatif kompromi",
                        "verbose_name_plural": "alternatif kompromi",
                        "ordering": ("segment", "created_at", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("segment", "office", "name"),
                                name="boundaries_alternative_once",
                                violation_error_message="Nama alternatif ini sudah dipakai pada segmen ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompromiseStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="langkah")),
                        ("note", models.CharField(blank=True, max_length=250, verbose_name="catatan")),
                        (
                            "before",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="after",
                                to="boundaries.compromisestep",
                                verbose_name="sesudah langkah",
                            ),
                        ),
                        (
                            "compromise",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="boundaries.compromise",
                                verbose_name="alternatif",
                            ),
                        ),
                        (
                            "line",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="step",
                                to="boundaries.boundaryline",
                                verbose_name="garis",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "langkah kompromi",
                        "verbose_name_plural": "langkah kompromi",
                        "ordering": ("compromise", "-number"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("compromise", "number"), name="boundaries_step_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CompromiseEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                choices=[
                                    ("langkah", "Garis disimpan"),
                                    ("urung", "Langkah diurungkan"),
                                    ("ulang", "Langkah diulangi"),
                                    ("bagikan", "Dibagikan kepada para pihak"),
                                    ("tarik", "Pembagian ditarik"),
                                ],
                                max_length=12,
                                verbose_name="perbuatan",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="catatan")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="pada"
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
                            "compromise",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="boundaries.compromise",
                                verbose_name="alternatif",
                            ),
                        ),
                        (
                            "step",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.compromisestep",
                                verbose_name="langkah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat kompromi",
                        "verbose_name_plural": "riwayat kompromi",
                        "ordering": ("compromise", "-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="CourtCase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "court",
                            models.CharField(
                                choices=[("ma", "Mahkamah Agung"), ("mk", "Mahkamah Konstitusi")],
                                max_length=4,
                                verbose_name="pengadilan",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya: 10/PUU-XXII/2024.",
                                max_length=80,
                                verbose_name="nomor perkara",
                            ),
                        ),
                        ("object", models.CharField(max_length=300, verbose_name="yang diuji")),
                        ("filed_on", models.DateField(blank=True, null=True, verbose_name="didaftarkan")),
                        ("decided_on", models.DateField(blank=True, null=True, verbose_name="diputus")),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("berjalan", "Belum diputus"),
                                    ("dikabulkan", "Dikabulkan"),
                                    ("sebagian", "Dikabulkan sebagian"),
                                    ("ditolak", "Ditolak"),
                                    ("tidak_diterima", "Tidak dapat diterima"),
                                    ("dicabut", "Dicabut pemohon"),
                                ],
                                default="berjalan",
                                max_length=20,
                                verbose_name="putusan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "added_by",
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
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="court_cases",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="court_cases",
                                to="boundaries.segmentpaper",
                                verbose_name="berkas perkara",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perkara pengadilan",
                        "verbose_name_plural": "perkara pengadilan",
                        "ordering": ("segment", "-decided_on", "-filed_on", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("segment", "court", "number"),
                                name="boundaries_court_case_once",
                                violation_error_message="Perkara dengan nomor ini sudah tercatat pada segmen ini.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("filed_on", None),
                                    ("decided_on", None),
                                    ("decided_on__gte", models.F("filed_on")),
                                    _connector="OR",
                                ),
                                name="boundaries_court_case_order",
                                violation_error_message="Perkara diputus sesudah didaftarkan, bukan sebelumnya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EventAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("text", models.TextField(verbose_name="isi jawaban")),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="boundaries.boundaryevent",
                                verbose_name="peristiwa",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="atas nama",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.segmentpaper",
                                verbose_name="dokumen",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jawaban daerah",
                        "verbose_name_plural": "jawaban daerah",
                        "ordering": ("event", "on", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "region"),
                                name="boundaries_answer_once",
                                violation_error_message="Daerah ini sudah menjawab.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("hukum", "Peraturan atau keputusan"),
                                    ("peta_lama", "Peta lama"),
                                    ("kesaksian", "Kesaksian"),
                                    ("survei", "Hasil survei lapangan"),
                                ],
                                max_length=20,
                                verbose_name="jenis bukti",
                            ),
                        ),
                        ("title", models.CharField(max_length=250, verbose_name="judul")),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                        ("on", models.DateField(blank=True, null=True, verbose_name="tanggal")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("sendiri", "Hanya pihak sendiri dan provinsinya"),
                                    ("para_pihak", "Kedua pihak dan pemerintah di atasnya"),
                                    ("publik", "Terbuka untuk umum"),
                                ],
                                default="para_pihak",
                                max_length=20,
                                verbose_name="kerahasiaan",
                            ),
                        ),
                        (
                            "scale",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Untuk peta, misalnya 250000.",
                                null=True,
                                verbose_name="skala 1 :",
                            ),
                        ),
                        ("source", models.CharField(blank=True, max_length=250, verbose_name="sumber")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tahun"),
                        ),
                        (
                            "fitness",
                            models.CharField(
                                choices=[
                                    ("belum_dinilai", "Belum dinilai"),
                                    ("layak", "Layak"),
                                    ("bersyarat", "Layak dengan catatan"),
                                    ("tidak_layak", "Tidak layak"),
                                ],
                                default="belum_dinilai",
                                max_length=20,
                                verbose_name="kelayakan",
                            ),
                        ),
                        (
                            "fitness_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="alasan kelayakan"),
                        ),
                        (
                            "witness",
                            models.CharField(
                                blank=True,
                                help_text="Inisial dan kedudukannya saja, misalnya: A.B., tokoh adat. Tanpa NIK, alamat, atau nomor telepon.",
                                max_length=120,
                                verbose_name="saksi",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "dropped_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="ditarik pada"
                            ),
                        ),
                        (
                            "drop_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="alasan ditarik"),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "dropped_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditarik oleh",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="diajukan oleh",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bukti",
                        "verbose_name_plural": "bukti",
                        "ordering": ("segment", "kind", "-on", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind", "kesaksian"), ("level", "publik"), _negated=True),
                                name="boundaries_testimony_not_public",
                                violation_error_message="Kesaksian tidak dibuka untuk umum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("fitness", "belum_dinilai"),
                                    models.Q(("fitness_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="boundaries_fitness_has_reason",
                                violation_error_message="Penilaian kelayakan menyebut alasannya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceRemark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("diterima", "Dapat diterima"),
                                    ("sebagian", "Diterima sebagian"),
                                    ("ditolak", "Tidak dapat diterima"),
                                ],
                                max_length=20,
                                verbose_name="tanggapan",
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="alasan")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "evidence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="remarks",
                                to="boundaries.evidence",
                                verbose_name="bukti",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tanggapan atas bukti",
                        "verbose_name_plural": "tanggapan atas bukti",
                        "ordering": ("evidence", "-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="FacilitationAttendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "invitation",
                            models.CharField(blank=True, max_length=120, verbose_name="nomor undangan"),
                        ),
                        (
                            "invited_on",
                            models.DateField(blank=True, null=True, verbose_name="tanggal undangan"),
                        ),
                        ("present", models.BooleanField(verbose_name="hadir")),
                        ("by", models.CharField(blank=True, max_length=200, verbose_name="dihadiri oleh")),
                        ("reason", models.TextField(blank=True, verbose_name="alasan tidak hadir")),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah yang diundang",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="boundaries.round",
                                verbose_name="putaran perundingan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kehadiran dalam fasilitasi",
                        "verbose_name_plural": "kehadiran dalam fasilitasi",
                        "ordering": ("round", "region__code"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("round", "region"),
                                name="boundaries_attendance_once",
                                violation_error_message="Kehadiran daerah ini pada putaran itu sudah dicatat.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FieldFix",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pilar", "Pilar ditemukan"),
                                    ("pilar_rusak", "Pilar rusak"),
                                    ("pilar_hilang", "Pilar tidak ditemukan"),
                                    ("tanda", "Tanda alam atau bangunan"),
                                    ("usul", "Usul titik baru"),
                                ],
                                max_length=20,
                                verbose_name="yang ditemukan",
                            ),
                        ),
                        ("lat", models.DecimalField(decimal_places=9, max_digits=12, verbose_name="lintang")),
                        ("lon", models.DecimalField(decimal_places=9, max_digits=12, verbose_name="bujur")),
                        (
                            "accuracy_m",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="ketelitian menurut alat (m)",
                            ),
                        ),
                        (
                            "spread_m",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="sebaran (m)",
                            ),
                        ),
                        (
                            "samples",
                            models.PositiveIntegerField(
                                default=0, help_text="Nol bila diketik.", verbose_name="banyak bacaan"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        ("taken_at", models.DateTimeField(verbose_name="diambil pada")),
                        (
                            "sent_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="diterima pada"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(editable=False, max_length=64, verbose_name="kunci kiriman"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("diusulkan", "Diusulkan"),
                                    ("dijadikan", "Dijadikan titik batas"),
                                    ("ditolak", "Tidak dipakai"),
                                ],
                                default="diusulkan",
                                max_length=20,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("answer", models.CharField(blank=True, max_length=500, verbose_name="alasan")),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada"),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diputuskan oleh",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="foto",
                            ),
                        ),
                        (
                            "point",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="fix",
                                to="boundaries.boundarypoint",
                                verbose_name="titik batas",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="fixes",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "posisi lapangan",
                        "verbose_name_plural": "posisi lapangan",
                        "ordering": ("-taken_at", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "key"),
                                name="boundaries_fix_once",
                                violation_error_message="Kiriman ini sudah diterima.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("lat__gte", -90), ("lat__lte", 90), ("lon__gte", -180), ("lon__lte", 180)
                                ),
                                name="boundaries_fix_on_earth",
                                violation_error_message="Lintang antara -90 dan 90, bujur antara -180 dan 180.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegionLayer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama")),
                        ("source", models.CharField(max_length=250, verbose_name="sumber")),
                        ("dated", models.DateField(blank=True, null=True, verbose_name="tanggal data")),
                        ("in_use", models.BooleanField(default=False, verbose_name="dipakai")),
                        (
                            "digest",
                            models.CharField(blank=True, editable=False, max_length=64, verbose_name="sidik"),
                        ),
                        (
                            "loaded_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dimuat pada"
                            ),
                        ),
                        (
                            "loaded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dimuat oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lapisan wilayah",
                        "verbose_name_plural": "lapisan wilayah",
                        "ordering": ("-loaded_at", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("in_use", True)),
                                fields=("in_use",),
                                name="boundaries_one_layer_in_use",
                                violation_error_message="Hanya satu lapisan wilayah yang dipakai.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GeoImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "content",
                            models.CharField(
                                choices=[
                                    ("titik", "Titik satu segmen"),
                                    ("garis", "Garis satu segmen"),
                                    ("garis_luar", "Garis luar wilayah (lapisan)"),
                                ],
                                max_length=12,
                                verbose_name="isi berkas",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("dibaca", "Sedang dibaca"),
                                    ("pratinjau", "Pratinjau"),
                                    ("diterapkan", "Diterapkan"),
                                    ("dibatalkan", "Dibatalkan"),
                                    ("ditolak", "Tidak dapat dibaca"),
                                ],
                                default="dibaca",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("options", models.JSONField(default=dict, verbose_name="pilihan")),
                        ("format", models.CharField(blank=True, max_length=20, verbose_name="format")),
                        (
                            "crs",
                            models.CharField(blank=True, max_length=160, verbose_name="sistem koordinat"),
                        ),
                        (
                            "transformed",
                            models.BooleanField(default=False, verbose_name="diubah ke EPSG:4326"),
                        ),
                        ("counts", models.JSONField(default=dict, verbose_name="jumlah")),
                        ("rows", models.JSONField(default=list, verbose_name="baris contoh")),
                        ("problems", models.JSONField(default=list, verbose_name="temuan")),
                        ("drawing", models.TextField(blank=True, verbose_name="gambar")),
                        (
                            "uploaded_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="diunggah pada"
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada"),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diputuskan oleh",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imports",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                        (
                            "layer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="boundaries.regionlayer",
                                verbose_name="lapisan hasil",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "impor geometri",
                        "verbose_name_plural": "impor geometri",
                        "ordering": ("-uploaded_at", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("content", "garis_luar"), ("segment__isnull", False), _connector="OR"
                                ),
                                name="boundaries_import_has_segment",
                                violation_error_message="Titik dan garis diimpor bagi satu segmen.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Layer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama lapisan")),
                        (
                            "theme",
                            models.CharField(
                                choices=[
                                    ("desa", "Desa dan kelurahan"),
                                    ("penduduk", "Penduduk"),
                                    ("sekolah", "Sekolah"),
                                    ("kesehatan", "Fasilitas kesehatan"),
                                    ("izin", "Izin"),
                                    ("jalan", "Jalan"),
                                    ("aset", "Aset daerah"),
                                    ("lainnya", "Lainnya"),
                                ],
                                max_length=20,
                                verbose_name="tema",
                            ),
                        ),
                        (
                            "shape",
                            models.CharField(
                                blank=True,
                                choices=[("titik", "Titik"), ("garis", "Garis"), ("area", "Area")],
                                max_length=10,
                                verbose_name="bentuk",
                            ),
                        ),
                        ("source", models.CharField(max_length=250, verbose_name="sumber")),
                        ("dated", models.DateField(verbose_name="tanggal data")),
                        (
                            "licence",
                            models.CharField(blank=True, max_length=250, verbose_name="catatan lisensi"),
                        ),
                        (
                            "restricted",
                            models.BooleanField(
                                default=False,
                                help_text="Tidak terlihat oleh kabupaten/kota di bawah provinsi yang menyimpannya.",
                                verbose_name="hanya untuk penyimpannya",
                            ),
                        ),
                        ("illustrative", models.BooleanField(default=False, verbose_name="ilustrasi")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("pratinjau", "Pratinjau, belum dipakai"),
                                    ("dipakai", "Dipakai"),
                                    ("ditarik", "Ditarik"),
                                ],
                                default="pratinjau",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "name_column",
                            models.CharField(blank=True, max_length=60, verbose_name="kolom nama"),
                        ),
                        (
                            "epsg",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="sistem koordinat (EPSG)"
                            ),
                        ),
                        (
                            "feature_count",
                            models.PositiveIntegerField(default=0, verbose_name="banyak objek"),
                        ),
                        ("faults", models.JSONField(blank=True, default=list, verbose_name="kesalahan")),
                        (
                            "notes",
                            models.JSONField(blank=True, default=list, verbose_name="catatan pembacaan"),
                        ),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dimuat pada"
                            ),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="ditarik pada"
                            ),
                        ),
                        (
                            "withdraw_reason",
                            models.CharField(blank=True, max_length=500, verbose_name="alasan ditarik"),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dimuat oleh",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="disimpan oleh",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by",
                                to="boundaries.layer",
                                verbose_name="menggantikan",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditarik oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "lapisan objek",
                        "verbose_name_plural": "lapisan objek",
                        "ordering": ("theme", "-dated", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="LayerDrawing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("level", models.PositiveSmallIntegerField(verbose_name="tingkat rincian")),
                        ("body", models.BinaryField(verbose_name="isi")),
                        ("digest", models.CharField(editable=False, max_length=64, verbose_name="sidik")),
                        ("tolerance", models.FloatField(verbose_name="toleransi penyederhanaan (derajat)")),
                        ("vertex_count", models.PositiveIntegerField(verbose_name="banyak titik")),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dibuat pada"
                            ),
                        ),
                        (
                            "layer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drawings",
                                to="boundaries.regionlayer",
                                verbose_name="lapisan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gambar lapisan",
                        "verbose_name_plural": "gambar lapisan",
                        "ordering": ("layer", "level"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("layer", "level"),
                                name="boundaries_drawing_once",
                                violation_error_message="Gambar tingkat ini sudah ada.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LayerFeature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="nama")),
                        ("geometry", models.JSONField(verbose_name="geometri")),
                        ("west", models.FloatField(verbose_name="batas barat")),
                        ("south", models.FloatField(verbose_name="batas selatan")),
                        ("east", models.FloatField(verbose_name="batas timur")),
                        ("north", models.FloatField(verbose_name="batas utara")),
                        ("figures", models.JSONField(blank=True, default=dict, verbose_name="angka")),
                        (
                            "layer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="features",
                                to="boundaries.layer",
                                verbose_name="lapisan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "objek lapisan",
                        "verbose_name_plural": "objek lapisan",
                        "ordering": ("layer", "name", "pk"),
                        "indexes": [
                            models.Index(fields=["layer", "west", "east"], name="boundaries_feature_box")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SegmentPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(max_length=40, verbose_name="nama titik")),
                        ("order", models.PositiveIntegerField(verbose_name="urutan")),
                        (
                            "point",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="listings",
                                to="boundaries.boundarypoint",
                                verbose_name="titik",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="listed_points",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "titik pada segmen",
                        "verbose_name_plural": "titik pada segmen",
                        "ordering": ("segment", "order", "pk"),
                        "indexes": [
                            models.Index(fields=["segment", "order"], name="boundaries_listing_order")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("segment", "label"),
                                name="boundaries_label_once",
                                violation_error_message="Nama titik ini sudah dipakai pada segmen ini.",
                            ),
                            models.UniqueConstraint(
                                fields=("segment", "point"),
                                name="boundaries_point_once",
                                violation_error_message="Titik ini sudah ada dalam daftar segmen ini.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Leg",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveIntegerField(verbose_name="urutan")),
                        ("name", models.CharField(blank=True, max_length=200, verbose_name="nama ruas")),
                        (
                            "direction",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya: timur laut. Kosong: dihitung.",
                                max_length=20,
                                verbose_name="arah",
                            ),
                        ),
                        (
                            "along",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya: as Sungai Belayan; kosong: garis lurus.",
                                max_length=200,
                                verbose_name="menyusuri",
                            ),
                        ),
                        (
                            "lies_a",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="letak di wilayah pertama"
                            ),
                        ),
                        (
                            "lies_b",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="letak di wilayah kedua"
                            ),
                        ),
                        (
                            "length_km",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=8,
                                null=True,
                                verbose_name="panjang (km)",
                            ),
                        ),
                        (
                            "disputed_ha",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=12,
                                null=True,
                                verbose_name="luas diperselisihkan (ha)",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("disepakati", "Disepakati"),
                                    ("diperselisihkan", "Diperselisihkan"),
                                    ("belum_dibahas", "Belum dibahas"),
                                ],
                                default="belum_dibahas",
                                max_length=20,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "agreed_on",
                            models.DateField(blank=True, null=True, verbose_name="disepakati pada"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="legs",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="legs",
                                to="boundaries.segmentpaper",
                                verbose_name="berita acara",
                            ),
                        ),
                        (
                            "end",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="boundaries.segmentpoint",
                                verbose_name="sampai titik",
                            ),
                        ),
                        (
                            "start",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="boundaries.segmentpoint",
                                verbose_name="dari titik",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ruas",
                        "verbose_name_plural": "ruas",
                        "ordering": ("segment", "order", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("length_km__isnull", True), ("length_km__gt", 0), _connector="OR"
                                ),
                                name="boundaries_leg_length",
                                violation_error_message="Panjang ruas lebih dari nol, atau kosongkan.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LineDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("klaim", "Klaim daerah"),
                                    ("kajian_provinsi", "Garis kajian provinsi"),
                                    ("kajian_kemendagri", "Garis kajian Kemendagri"),
                                    ("kompromi", "Usul garis kompromi"),
                                    ("disepakati", "Garis yang disepakati"),
                                    ("indikatif", "Garis indikatif"),
                                ],
                                max_length=20,
                                verbose_name="jenis garis",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=160, verbose_name="nama")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        ("reason", models.TextField(blank=True, verbose_name="alasan penggantian")),
                        ("confidential", models.BooleanField(default=False, verbose_name="terbatas")),
                        ("vertices", models.JSONField(verbose_name="titik garis")),
                        ("notes", models.JSONField(default=list, verbose_name="catatan pembacaan")),
                        ("decided", models.BooleanField(default=False, verbose_name="arah sudah pasti")),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dibuat pada"
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="penulis",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="boundaries.boundaryline",
                                verbose_name="menggantikan",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="line_drafts",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="boundaries.round",
                                verbose_name="putaran",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "garis yang belum disimpan",
                        "verbose_name_plural": "garis yang belum disimpan",
                        "ordering": ("-made_at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="LineEvidence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("first", models.PositiveIntegerField(verbose_name="dari titik")),
                        ("last", models.PositiveIntegerField(verbose_name="sampai titik")),
                        ("note", models.CharField(blank=True, max_length=250, verbose_name="catatan")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "dropped_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="dihapus pada"
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "dropped_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dihapus oleh",
                            ),
                        ),
                        (
                            "evidence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uses",
                                to="boundaries.evidence",
                                verbose_name="bukti",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bases",
                                to="boundaries.boundaryline",
                                verbose_name="garis",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dasar garis",
                        "verbose_name_plural": "dasar garis",
                        "ordering": ("line", "first"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("first__lt", models.F("last"))),
                                name="boundaries_basis_has_length",
                                violation_error_message="Bentang berjalan dari titik yang lebih awal ke titik sesudahnya.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("dropped_at", None)),
                                fields=("line", "first"),
                                name="boundaries_stretch_once",
                                violation_error_message="Bentang yang mulai di titik ini sudah punya dasar.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LineOverlay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("figures", models.JSONField(verbose_name="angka")),
                        ("rings", models.JSONField(default=list, verbose_name="tepi kantong untuk gambar")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dihitung pada"
                            ),
                        ),
                        (
                            "first",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="boundaries.boundaryline",
                                verbose_name="garis pertama",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="boundaries.boundaryline",
                                verbose_name="garis kedua",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tumpang tindih",
                        "verbose_name_plural": "tumpang tindih",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("first", "second"), name="boundaries_overlay_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LineWithdrawal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="alasan")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="ditarik pada"
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
                            "line",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="withdrawal",
                                to="boundaries.boundaryline",
                                verbose_name="garis",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penarikan garis",
                        "verbose_name_plural": "penarikan garis",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="MinutesEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(max_length=160, verbose_name="peristiwa")),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="pada"
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
                            "minutes",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="events",
                                to="boundaries.boundaryminutes",
                                verbose_name="berita acara",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat berita acara",
                        "verbose_name_plural": "riwayat berita acara",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="MissingPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("item", models.CharField(max_length=40, verbose_name="dokumen")),
                        ("reason", models.TextField(verbose_name="alasan")),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="missing_papers",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dokumen yang tidak ada",
                        "verbose_name_plural": "dokumen yang tidak ada",
                        "ordering": ("segment", "item", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("segment"),
                                models.F("item"),
                                django.db.models.functions.comparison.Coalesce("region", models.Value(0)),
                                name="boundaries_missing_once",
                                violation_error_message="Ketiadaan dokumen ini sudah dicatat.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pillar",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "size",
                            models.CharField(
                                blank=True,
                                help_text="Misalnya: tipe B, 30 × 30 × 150 cm.",
                                max_length=120,
                                verbose_name="tipe dan ukuran",
                            ),
                        ),
                        ("set_on", models.DateField(blank=True, null=True, verbose_name="dipasang pada")),
                        (
                            "set_by",
                            models.CharField(blank=True, max_length=200, verbose_name="dipasang oleh"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "state",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Belum diperiksa"),
                                    ("ada", "Ada dan utuh"),
                                    ("rusak", "Rusak"),
                                    ("hilang", "Hilang"),
                                ],
                                db_index=True,
                                default="",
                                editable=False,
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "inspected_on",
                            models.DateField(
                                blank=True, editable=False, null=True, verbose_name="terakhir diperiksa"
                            ),
                        ),
                        (
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="foto",
                            ),
                        ),
                        (
                            "point",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pillar",
                                to="boundaries.boundarypoint",
                                verbose_name="titik",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pilar",
                        "verbose_name_plural": "pilar",
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="PillarInspection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        (
                            "state",
                            models.CharField(
                                choices=[("ada", "Ada dan utuh"), ("rusak", "Rusak"), ("hilang", "Hilang")],
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("inspector", models.CharField(max_length=200, verbose_name="pemeriksa")),
                        (
                            "lat",
                            models.DecimalField(
                                blank=True,
                                decimal_places=9,
                                max_digits=12,
                                null=True,
                                verbose_name="lintang ditemukan",
                            ),
                        ),
                        (
                            "lon",
                            models.DecimalField(
                                blank=True,
                                decimal_places=9,
                                max_digits=12,
                                null=True,
                                verbose_name="bujur ditemukan",
                            ),
                        ),
                        (
                            "as_given",
                            models.CharField(blank=True, max_length=200, verbose_name="posisi ditemukan"),
                        ),
                        (
                            "offset_m",
                            models.FloatField(blank=True, null=True, verbose_name="jarak dari titik (m)"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "photo",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="foto",
                            ),
                        ),
                        (
                            "pillar",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inspections",
                                to="boundaries.pillar",
                                verbose_name="pilar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pemeriksaan pilar",
                        "verbose_name_plural": "pemeriksaan pilar",
                        "ordering": ("-on", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="PillarPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "km_per_pillar",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="jarak antarpilar utama (km)"
                            ),
                        ),
                        ("basis", models.CharField(blank=True, max_length=250, verbose_name="dasar")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="pada"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "segment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pillar_plan",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rencana kerapatan pilar",
                        "verbose_name_plural": "rencana kerapatan pilar",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("km_per_pillar__gt", 0)),
                                name="boundaries_plan_distance",
                                violation_error_message="Jarak antarpilar lebih dari nol.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PointChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "act",
                            models.CharField(
                                choices=[
                                    ("ditambahkan", "Ditambahkan"),
                                    ("posisi", "Posisi diubah"),
                                    ("keterangan", "Keterangan diubah"),
                                    ("urutan", "Urutan diubah"),
                                    ("setuju", "Disetujui"),
                                    ("keberatan", "Keberatan diajukan"),
                                    ("simpul", "Dijadikan titik simpul"),
                                    ("dilepas", "Dilepas dari daftar"),
                                    ("pilar", "Data pilar dicatat"),
                                    ("diperiksa", "Pilar diperiksa"),
                                ],
                                max_length=12,
                                verbose_name="perbuatan",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "lat",
                            models.DecimalField(
                                blank=True,
                                decimal_places=9,
                                max_digits=12,
                                null=True,
                                verbose_name="lintang sebelumnya",
                            ),
                        ),
                        (
                            "lon",
                            models.DecimalField(
                                blank=True,
                                decimal_places=9,
                                max_digits=12,
                                null=True,
                                verbose_name="bujur sebelumnya",
                            ),
                        ),
                        (
                            "datum",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("srgi2013", "SRGI2013"),
                                    ("wgs84", "WGS 84"),
                                    ("dgn95", "DGN95"),
                                    ("id74", "ID74"),
                                ],
                                max_length=10,
                                verbose_name="datum sebelumnya",
                            ),
                        ),
                        (
                            "as_given",
                            models.CharField(blank=True, max_length=200, verbose_name="tulisan sebelumnya"),
                        ),
                        ("moved_m", models.FloatField(blank=True, null=True, verbose_name="bergeser (m)")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="pada"
                            ),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "point",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="boundaries.boundarypoint",
                                verbose_name="titik",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="atas nama",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="point_changes",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat titik",
                        "verbose_name_plural": "riwayat titik",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="PointVerdict",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                choices=[("setuju", "Disetujui"), ("keberatan", "Keberatan")],
                                max_length=12,
                                verbose_name="penilaian",
                            ),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="alasan")),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="pada"
                            ),
                        ),
                        (
                            "voided_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="gugur pada"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "point",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verdicts",
                                to="boundaries.boundarypoint",
                                verbose_name="titik",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penilaian titik",
                        "verbose_name_plural": "penilaian titik",
                        "ordering": ("-at", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("voided_at__isnull", True)),
                                fields=("point", "region"),
                                name="boundaries_one_verdict",
                                violation_error_message="Daerah ini sudah menilai titik ini.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("verdict", "keberatan"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="boundaries_objection_has_reason",
                                violation_error_message="Keberatan menyebut alasannya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegionShape",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("coordinates", models.JSONField(verbose_name="koordinat")),
                        ("area_m2", models.FloatField(verbose_name="luas geodesik (m²)")),
                        ("west", models.FloatField(verbose_name="batas barat")),
                        ("south", models.FloatField(verbose_name="batas selatan")),
                        ("east", models.FloatField(verbose_name="batas timur")),
                        ("north", models.FloatField(verbose_name="batas utara")),
                        (
                            "layer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shapes",
                                to="boundaries.regionlayer",
                                verbose_name="lapisan",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shapes",
                                to="regions.region",
                                verbose_name="wilayah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "garis luar wilayah",
                        "verbose_name_plural": "garis luar wilayah",
                        "ordering": ("layer", "region__code"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("layer", "region"),
                                name="boundaries_shape_once",
                                violation_error_message="Wilayah ini sudah ada dalam lapisan ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RoundPosition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="posisi")),
                        (
                            "written_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="positions",
                                to="boundaries.boundaryline",
                                verbose_name="garis yang dimaksud",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="positions",
                                to="boundaries.round",
                                verbose_name="putaran",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "posisi dalam putaran",
                        "verbose_name_plural": "posisi dalam putaran",
                        "ordering": ("round", "region__code"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("round", "region"),
                                name="boundaries_position_once",
                                violation_error_message="Posisi daerah ini pada putaran ini sudah dicatat.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SegmentRegulation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("menetapkan", "Menetapkan"),
                                    ("mengubah", "Mengubah"),
                                    ("dasar_lama", "Dasar lama"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                default="menetapkan",
                                max_length=20,
                                verbose_name="kedudukan",
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="catatan")),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "added_by",
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
                            "regulation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uses",
                                to="boundaries.regulation",
                                verbose_name="peraturan",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bases",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dasar hukum segmen",
                        "verbose_name_plural": "dasar hukum segmen",
                        "ordering": ("segment", "-regulation__year", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("segment", "regulation"),
                                name="boundaries_basis_once",
                                violation_error_message="Peraturan ini sudah tercatat pada segmen ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SegmentTrace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(max_length=250, verbose_name="perbuatan")),
                        ("detail", models.TextField(blank=True, verbose_name="rincian")),
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
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="traces",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jejak segmen",
                        "verbose_name_plural": "jejak segmen",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="TacitConsent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("reason", models.TextField(verbose_name="alasan dan dasarnya")),
                        (
                            "absences",
                            models.PositiveSmallIntegerField(verbose_name="ketidakhadiran tercatat"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "dropped_at",
                            models.DateTimeField(
                                blank=True, editable=False, null=True, verbose_name="ditarik pada"
                            ),
                        ),
                        ("dropped_reason", models.TextField(blank=True, verbose_name="alasan ditarik")),
                        (
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.segmentpaper",
                                verbose_name="dokumen",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tacit_consents",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pencatatan dianggap menyetujui",
                        "verbose_name_plural": "pencatatan dianggap menyetujui",
                        "ordering": ("-on", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("dropped_at__isnull", True)),
                                fields=("segment", "region"),
                                name="boundaries_tacit_once",
                                violation_error_message="Pencatatan bagi daerah ini sudah ada.",
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.AddField(
            model_name="compromise",
            name="current",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="boundaries.compromisestep",
                verbose_name="langkah sekarang",
            ),
        ),
        Together(
            [
                migrations.AddField(
                    model_name="compromise",
                    name="shared_step",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boundaries.compromisestep",
                        verbose_name="langkah yang dibagikan",
                    ),
                ),
                migrations.AddField(
                    model_name="boundarypoint",
                    name="segments",
                    field=models.ManyToManyField(
                        related_name="points",
                        through="boundaries.SegmentPoint",
                        to="boundaries.segment",
                        verbose_name="segmen batas",
                    ),
                ),
                migrations.AddField(
                    model_name="regulation",
                    name="segments",
                    field=models.ManyToManyField(
                        related_name="regulations",
                        through="boundaries.SegmentRegulation",
                        to="boundaries.segment",
                        verbose_name="segmen batas",
                    ),
                ),
            ]
        ),
        migrations.RemoveConstraint(
            model_name="segmentchange",
            name="boundaries_change_moves",
        ),
        Together(
            [
                migrations.AddField(
                    model_name="segment",
                    name="published",
                    field=models.BooleanField(
                        default=False,
                        help_text="Ringkasan tanpa hal terbatas dapat dibaca siapa saja tanpa masuk.",
                        verbose_name="kartu umum diterbitkan",
                    ),
                ),
                migrations.AddField(
                    model_name="segmentchange",
                    name="act",
                    field=models.CharField(
                        choices=[
                            ("langkah", "Langkah"),
                            ("keadaan", "Keadaan yang dicatat"),
                            ("ralat", "Ralat"),
                        ],
                        default="langkah",
                        max_length=10,
                        verbose_name="jenis catatan",
                    ),
                ),
            ]
        ),
        migrations.AddField(
            model_name="segmentchange",
            name="from_since",
            field=models.DateField(blank=True, null=True, verbose_name="tahapan lama sejak"),
        ),
        migrations.AlterField(
            model_name="segment",
            name="regulation",
            field=models.CharField(
                blank=True,
                help_text="Ditulis dari daftar dasar hukumnya.",
                max_length=250,
                verbose_name="peraturan",
            ),
        ),
        migrations.AlterField(
            model_name="segmentchange",
            name="regulation",
            field=models.CharField(blank=True, max_length=250, verbose_name="peraturan"),
        ),
        migrations.AddField(
            model_name="segmentchange",
            name="paper",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="changes",
                to="boundaries.segmentpaper",
                verbose_name="dokumen",
            ),
        ),
        migrations.AddConstraint(
            model_name="segmentchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("from_stage", models.F("to_stage")), _negated=True),
                    ("act", "ralat"),
                    _connector="OR",
                ),
                name="boundaries_change_moves",
                violation_error_message="Perubahan tahapan menuju tahapan lain.",
            ),
        ),
        migrations.RunPython(move_regulations, leave_regulations),
    ]
