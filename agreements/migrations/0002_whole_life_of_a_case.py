from decimal import Decimal

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import agreements.models.case
import ksd.core.clock
from ksd.core.together import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("agreements", "0001_initial"),
        ("core", "0001_initial"),
        ("deadlines", "0002_pauses"),
        ("regions", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="ActionPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "state",
                            models.CharField(
                                choices=[("disusun", "Disusun"), ("ditetapkan", "Ditetapkan")],
                                default="disusun",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("revision", models.PositiveSmallIntegerField(default=1, verbose_name="revisi")),
                        ("items", models.JSONField(blank=True, default=dict, verbose_name="isi")),
                        ("fixed_on", models.DateField(blank=True, null=True, verbose_name="ditetapkan pada")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plans",
                                to="agreements.naskah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rencana aksi",
                        "verbose_name_plural": "rencana aksi",
                        "ordering": ("-year", "naskah"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("naskah", "year"),
                                name="plan_once_per_year",
                                violation_error_message="Naskah ini sudah mempunyai rencana aksi untuk tahun itu.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Addendum",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="alasan perubahan")),
                        ("burden", models.BooleanField(verbose_name="menambah beban")),
                        ("burden_reason", models.TextField(verbose_name="alasan jawaban tentang beban")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                        (
                            "naskah",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="addendum",
                                to="agreements.naskah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "keterangan addendum",
                        "verbose_name_plural": "keterangan addendum",
                        "ordering": ("naskah",),
                    },
                ),
                migrations.CreateModel(
                    name="ApprovalStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "naskah_kind",
                            models.CharField(
                                blank=True,
                                help_text="Kosong berarti untuk semua naskah.",
                                max_length=20,
                                verbose_name="jenis naskah",
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                help_text="Langkah dengan urutan sama berjalan bersamaan.",
                                verbose_name="urutan",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                help_text="Jabatan atau unit, misalnya Bagian Hukum.",
                                max_length=120,
                                verbose_name="langkah",
                            ),
                        ),
                        (
                            "permission",
                            models.CharField(
                                choices=[
                                    ("agreements.draft", "Penyusun naskah"),
                                    ("agreements.review", "TKKSD"),
                                    ("agreements.approve", "Yang menyetujui naskah"),
                                    ("agreements.manage", "Pengurus pelaksanaan"),
                                ],
                                default="agreements.approve",
                                max_length=40,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        ("active", models.BooleanField(default=True, verbose_name="dipakai")),
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
                        "verbose_name": "langkah persetujuan",
                        "verbose_name_plural": "langkah persetujuan",
                        "ordering": ("region__code", "naskah_kind", "order", "label"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "naskah_kind", "label"),
                                name="approval_step_once",
                                violation_error_message="Langkah ini sudah ada dalam rangkaian daerah itu.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun anggaran")),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("apbd_prov", "APBD provinsi"),
                                    ("apbd_kabkota", "APBD kabupaten/kota"),
                                    ("apbn", "APBN"),
                                    ("pihak_ketiga", "Pihak ketiga"),
                                    ("bantuan_keuangan", "Bantuan keuangan"),
                                    ("lain", "Sumber lain yang sah"),
                                ],
                                max_length=20,
                                verbose_name="sumber",
                            ),
                        ),
                        ("purpose", models.CharField(max_length=250, verbose_name="untuk")),
                        (
                            "planned",
                            models.DecimalField(
                                decimal_places=2, max_digits=18, verbose_name="direncanakan (Rp)"
                            ),
                        ),
                        (
                            "budgeted",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0"),
                                max_digits=18,
                                verbose_name="dianggarkan (Rp)",
                            ),
                        ),
                        (
                            "dpa_number",
                            models.CharField(blank=True, max_length=120, verbose_name="nomor DPA"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="budget_lines",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.party",
                                verbose_name="pihak",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anggaran kerja sama",
                        "verbose_name_plural": "anggaran kerja sama",
                        "ordering": ("-year", "party__order", "source", "pk"),
                        "indexes": [models.Index(fields=["case", "year"], name="budget_case_year")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("budgeted__gte", 0), ("planned__gte", 0)),
                                name="budget_not_negative",
                                violation_error_message="Jumlah uang tidak boleh negatif.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Goal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "document",
                            models.CharField(
                                choices=[
                                    ("rpjmd", "RPJMD"),
                                    ("rkpd", "RKPD"),
                                    ("renstra", "Renstra perangkat daerah"),
                                ],
                                max_length=10,
                                verbose_name="dokumen",
                            ),
                        ),
                        ("period_start", models.PositiveSmallIntegerField(verbose_name="tahun awal")),
                        ("period_end", models.PositiveSmallIntegerField(verbose_name="tahun akhir")),
                        ("title", models.CharField(max_length=250, verbose_name="sasaran")),
                        ("indicator", models.CharField(max_length=250, verbose_name="indikator")),
                        ("unit", models.CharField(max_length=40, verbose_name="satuan")),
                        (
                            "base",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=16,
                                null=True,
                                verbose_name="nilai awal",
                            ),
                        ),
                        (
                            "lower_is_better",
                            models.BooleanField(default=False, verbose_name="makin rendah makin baik"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "updated_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diubah pada"),
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
                        "verbose_name": "sasaran daerah",
                        "verbose_name_plural": "sasaran daerah",
                        "ordering": ("region", "document", "period_start", "title", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "document", "period_start", "title", "indicator"),
                                name="goal_once",
                                violation_error_message="Sasaran dengan indikator itu sudah tercatat; pakai yang ada.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("period_end__gte", models.F("period_start"))),
                                name="goal_period_sensible",
                                violation_error_message="Tahun akhir tidak boleh mendahului tahun awal.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseGoal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="ditautkan pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="goal_links",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links",
                                to="agreements.goal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sasaran kerja sama",
                        "verbose_name_plural": "sasaran kerja sama",
                        "ordering": ("case", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "goal"),
                                name="case_goal_once",
                                violation_error_message="Sasaran ini sudah ditautkan pada kerja sama ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("rule_code", models.CharField(max_length=40, verbose_name="laporan")),
                        ("period", models.CharField(max_length=10, verbose_name="periode")),
                        ("period_end", models.DateField(db_index=True, verbose_name="akhir periode")),
                        ("state", models.CharField(default="disusun", max_length=40, verbose_name="keadaan")),
                        (
                            "awaits",
                            models.CharField(blank=True, max_length=40, verbose_name="menunggu yang berizin"),
                        ),
                        ("items", models.JSONField(blank=True, default=dict, verbose_name="isi")),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="dikirim pada")),
                        (
                            "sent_due_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="seharusnya dikirim paling lambat"
                            ),
                        ),
                        (
                            "heads_told_on",
                            models.DateField(blank=True, null=True, verbose_name="pimpinan diberi tahu pada"),
                        ),
                        (
                            "province_told_on",
                            models.DateField(blank=True, null=True, verbose_name="provinsi diberi tahu pada"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "opened_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dibuka pada"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reports",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="deadlines.deadline",
                                verbose_name="tenggat",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah pelapor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "laporan pelaksanaan",
                        "verbose_name_plural": "laporan pelaksanaan",
                        "ordering": ("-period_end", "case"),
                        "indexes": [models.Index(fields=["awaits", "region"], name="report_awaits")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "rule_code", "period"),
                                name="report_once_per_period",
                                violation_error_message="Laporan periode ini sudah ada.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Comment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("paper", models.CharField(blank=True, max_length=40, verbose_name="dokumen")),
                        (
                            "audience",
                            models.CharField(
                                choices=[("daerah", "Hanya daerah saya"), ("semua", "Semua pihak")],
                                max_length=10,
                                verbose_name="dapat dibaca",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="komentar")),
                        ("author_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="ditulis pada")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ditarik pada"),
                        ),
                        (
                            "answers",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replies",
                                to="agreements.comment",
                                verbose_name="menjawab",
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="comments",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "mentions",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diminta menjawab",
                            ),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="comments",
                                to="agreements.naskah",
                                verbose_name="naskah",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah penulis",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "komentar",
                        "verbose_name_plural": "komentar",
                        "ordering": ("at", "pk"),
                        "indexes": [models.Index(fields=["case", "at"], name="comment_case_at")],
                    },
                ),
                migrations.CreateModel(
                    name="Copy",
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
                                default=agreements.models.case.new_public_id,
                                editable=False,
                                max_length=16,
                                unique=True,
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[("asli", "Asli"), ("fotokopi", "Fotokopi")],
                                max_length=10,
                                verbose_name="bentuk",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nomor eksemplar")),
                        ("purpose", models.CharField(max_length=120, verbose_name="peruntukan")),
                        ("article", models.CharField(blank=True, max_length=200, verbose_name="dasar hukum")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("ditunggu", "Belum diterima"),
                                    ("disimpan", "Disimpan"),
                                    ("dipinjam", "Dipinjam"),
                                    ("hilang", "Hilang"),
                                ],
                                db_index=True,
                                default="ditunggu",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("holder", models.CharField(max_length=200, verbose_name="pemegang")),
                        ("shelf", models.CharField(blank=True, max_length=150, verbose_name="tempat simpan")),
                        (
                            "received_on",
                            models.DateField(blank=True, null=True, verbose_name="diterima pada"),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="copies",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="copies",
                                to="agreements.party",
                                verbose_name="pihak",
                            ),
                        ),
                        (
                            "scan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="pindaian",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "eksemplar",
                        "verbose_name_plural": "eksemplar",
                        "ordering": ("naskah", "form", "number"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("naskah", "form", "number"), name="copy_number_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "ditunggu"), ("received_on__isnull", False), _connector="OR"
                                ),
                                name="copy_kept_was_received",
                                violation_error_message="Isi tanggal eksemplar diterima.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CopyMove",
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
                                    ("terima", "Diterima dan disimpan"),
                                    ("pindah", "Dipindahkan"),
                                    ("pinjam", "Dipinjamkan"),
                                    ("kembali", "Dikembalikan"),
                                    ("hilang", "Dinyatakan hilang"),
                                    ("temukan", "Ditemukan kembali"),
                                ],
                                max_length=10,
                                verbose_name="peristiwa",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("source", models.CharField(blank=True, max_length=200, verbose_name="dari")),
                        ("target", models.CharField(blank=True, max_length=200, verbose_name="kepada")),
                        ("shelf", models.CharField(blank=True, max_length=150, verbose_name="tempat simpan")),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="harus kembali pada"),
                        ),
                        ("note", models.CharField(blank=True, max_length=250, verbose_name="catatan")),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pelaku",
                            ),
                        ),
                        (
                            "copy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="moves",
                                to="agreements.copy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat eksemplar",
                        "verbose_name_plural": "riwayat eksemplar",
                        "ordering": ("-on", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Courier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("original", models.PositiveSmallIntegerField(verbose_name="naskah asli nomor")),
                        ("carrier", models.CharField(max_length=150, verbose_name="pembawa")),
                        ("handed_on", models.DateField(verbose_name="diserahkan pada")),
                        (
                            "received_on",
                            models.DateField(blank=True, null=True, verbose_name="diterima pada"),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="couriers",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "receiver",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.party",
                                verbose_name="kepada",
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
                            "sender",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.party",
                                verbose_name="dari",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pengantaran naskah asli",
                        "verbose_name_plural": "pengantaran naskah asli",
                        "ordering": ("naskah", "handed_on", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("received_on__isnull", True)),
                                fields=("naskah", "original"),
                                name="courier_one_way_at_a_time",
                                violation_error_message="Naskah asli ini masih dalam perjalanan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("received_on__isnull", True),
                                    ("received_on__gte", models.F("handed_on")),
                                    _connector="OR",
                                ),
                                name="courier_received_after_handed",
                                violation_error_message="Tanggal diterima tidak boleh sebelum tanggal diserahkan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sender", models.F("receiver")), _negated=True),
                                name="courier_between_two_parties",
                                violation_error_message="Pengirim dan penerima harus pihak yang berbeda.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DprdTrack",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("cause", models.CharField(max_length=40, verbose_name="sebab")),
                        ("note", models.CharField(blank=True, max_length=200, verbose_name="mengenai")),
                        ("round", models.PositiveSmallIntegerField(default=1, verbose_name="putaran")),
                        ("state", models.CharField(max_length=40, verbose_name="keadaan")),
                        ("state_since", models.DateField(default=ksd.core.clock.today, verbose_name="sejak")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_needed", "Tidak diperlukan"),
                                    ("approved", "Disetujui"),
                                    ("deemed", "Dianggap menyetujui"),
                                    ("refused", "Tidak disetujui"),
                                ],
                                max_length=12,
                                verbose_name="hasil",
                            ),
                        ),
                        ("test", models.JSONField(blank=True, default=dict, verbose_name="uji keperluan")),
                        ("tested_at", models.DateTimeField(blank=True, null=True, verbose_name="diuji pada")),
                        (
                            "submitted_on",
                            models.DateField(blank=True, null=True, verbose_name="diterima Sekretariat DPRD"),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="selesai pada")),
                        (
                            "opened_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuka pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dprd_tracks",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dprd_tracks",
                                to="agreements.naskah",
                                verbose_name="naskah perubahan",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dprd_tracks",
                                to="agreements.party",
                            ),
                        ),
                        (
                            "tested_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diuji oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persetujuan DPRD",
                        "verbose_name_plural": "persetujuan DPRD",
                        "ordering": ("case", "party__order", "cause", "-round"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "party", "cause", "round"),
                                name="dprd_track_once_per_round",
                                violation_error_message="Putaran ini sudah dibuka.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DprdLetter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=40, verbose_name="jenis surat")),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                        ("dated", models.DateField(blank=True, null=True, verbose_name="tanggal surat")),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dprd_letters",
                                to="agreements.caseevent",
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
                            "track",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letters",
                                to="agreements.dprdtrack",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat DPRD",
                        "verbose_name_plural": "surat DPRD",
                        "ordering": ("pk",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("event", "kind"),
                                name="dprd_letter_once_per_act",
                                violation_error_message="Surat ini sudah dicatat pada langkah itu.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evaluation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("period", models.CharField(max_length=10, verbose_name="periode")),
                        (
                            "opened_on",
                            models.DateField(default=ksd.core.clock.today, verbose_name="dibuka pada"),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("dilanjutkan", "Dilanjutkan"),
                                    ("diperluas", "Diperluas"),
                                    ("dihentikan", "Dihentikan"),
                                ],
                                max_length=15,
                                verbose_name="kesimpulan",
                            ),
                        ),
                        ("conclusion", models.TextField(blank=True, verbose_name="uraian kesimpulan")),
                        ("closed_on", models.DateField(blank=True, null=True, verbose_name="ditutup pada")),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evaluations",
                                to="agreements.case",
                            ),
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
                            "naskah",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.naskah",
                                verbose_name="naskah",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibuka oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evaluasi",
                        "verbose_name_plural": "evaluasi",
                        "ordering": ("-opened_on", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=("case",),
                                name="evaluation_one_open",
                                violation_error_message="Evaluasi lain atas kerja sama ini masih terbuka.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_on__isnull", True), ("verdict", "")),
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        models.Q(("verdict", ""), _negated=True),
                                        models.Q(("conclusion", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="evaluation_closed_with_verdict",
                                violation_error_message="Evaluasi ditutup dengan kesimpulan dan uraiannya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("form", models.CharField(max_length=30, verbose_name="formulir")),
                        ("ratings", models.JSONField(default=dict, verbose_name="nilai")),
                        ("remarks", models.JSONField(blank=True, default=dict, verbose_name="catatan")),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("dilanjutkan", "Dilanjutkan"),
                                    ("diperluas", "Diperluas"),
                                    ("dihentikan", "Dihentikan"),
                                ],
                                max_length=15,
                                verbose_name="pendapat",
                            ),
                        ),
                        ("suggestion", models.TextField(blank=True, verbose_name="saran")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        (
                            "answered_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diisi pada"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diisi oleh",
                            ),
                        ),
                        (
                            "evaluation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="agreements.evaluation",
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
                                verbose_name="bukti",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="agreements.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jawaban evaluasi",
                        "verbose_name_plural": "jawaban evaluasi",
                        "ordering": ("evaluation", "form", "party__order"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("evaluation", "form", "party"), name="evaluation_answer_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Extension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="extension",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extensions",
                                to="agreements.naskah",
                                verbose_name="naskah yang diperpanjang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perpanjangan",
                        "verbose_name_plural": "perpanjangan",
                        "ordering": ("pk",),
                    },
                ),
                migrations.CreateModel(
                    name="GoalReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "target",
                            models.DecimalField(
                                decimal_places=3, max_digits=16, verbose_name="target kerja sama"
                            ),
                        ),
                        (
                            "achieved",
                            models.DecimalField(
                                blank=True, decimal_places=3, max_digits=16, null=True, verbose_name="capaian"
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reports",
                                to="agreements.casegoal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "capaian sasaran",
                        "verbose_name_plural": "capaian sasaran",
                        "ordering": ("-year", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="GoalTarget",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        (
                            "target",
                            models.DecimalField(decimal_places=3, max_digits=16, verbose_name="target"),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="targets",
                                to="agreements.goal",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "target sasaran",
                        "verbose_name_plural": "target sasaran",
                        "ordering": ("goal", "year"),
                        "constraints": [
                            models.UniqueConstraint(fields=("goal", "year"), name="goal_target_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HealthOverride",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "health",
                            models.CharField(
                                choices=[
                                    ("sehat", "Sehat"),
                                    ("perlu_perhatian", "Perlu perhatian"),
                                    ("bermasalah", "Bermasalah"),
                                    ("belum_ada_data", "Belum ada data"),
                                ],
                                max_length=20,
                                verbose_name="penilaian",
                            ),
                        ),
                        ("reason", models.TextField(verbose_name="alasan")),
                        (
                            "set_on",
                            models.DateField(default=ksd.core.clock.today, verbose_name="ditetapkan pada"),
                        ),
                        ("expires_on", models.DateField(verbose_name="berlaku sampai")),
                        (
                            "withdrawn_on",
                            models.DateField(blank=True, null=True, verbose_name="dicabut pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="health_overrides",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penetapan kesehatan",
                        "verbose_name_plural": "penetapan kesehatan",
                        "ordering": ("-pk",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True),
                                name="health_override_has_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("expires_on__gte", models.F("set_on"))),
                                name="health_override_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntakeTriage",
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
                                default=agreements.models.case.new_public_id,
                                editable=False,
                                max_length=16,
                                unique=True,
                            ),
                        ),
                        ("title", models.CharField(max_length=250, verbose_name="tentang")),
                        ("answers", models.JSONField(blank=True, default=dict, verbose_name="jawaban")),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("lanjut", "Lanjut sebagai usulan"),
                                    ("bukan_ksd", "Bukan kerja sama daerah"),
                                ],
                                db_index=True,
                                max_length=12,
                                verbose_name="hasil",
                            ),
                        ),
                        ("destination", models.CharField(blank=True, max_length=20, verbose_name="tujuan")),
                        ("reason", models.TextField(blank=True, verbose_name="alasan")),
                        (
                            "created_at",
                            models.DateTimeField(
                                db_index=True, default=ksd.core.clock.now, verbose_name="dicatat pada"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="triage",
                                to="agreements.case",
                                verbose_name="usulan",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.office",
                                verbose_name="perangkat daerah",
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
                        "verbose_name": "triase usulan",
                        "verbose_name_plural": "triase usulan",
                        "ordering": ("-created_at", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("verdict", "bukan_ksd"), models.Q(("destination", ""), _negated=True)
                                    ),
                                    models.Q(("destination", ""), ("verdict", "lanjut")),
                                    _connector="OR",
                                ),
                                name="triage_sent_somewhere",
                                violation_error_message="Yang bukan kerja sama daerah menyebut tujuannya; yang lanjut tidak.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LedgerAnchor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(unique=True, verbose_name="tanggal")),
                        ("previous", models.CharField(max_length=64, verbose_name="segel sebelumnya")),
                        ("root", models.CharField(max_length=64, verbose_name="akar")),
                        ("chains", models.PositiveIntegerField(verbose_name="jumlah rantai")),
                        ("hash", models.CharField(max_length=64, verbose_name="segel")),
                        ("heads", models.JSONField(verbose_name="ujung rantai")),
                        (
                            "made_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                    ],
                    options={
                        "verbose_name": "jangkar harian",
                        "verbose_name_plural": "jangkar harian",
                        "ordering": ("-day",),
                    },
                ),
                migrations.CreateModel(
                    name="LedgerEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sequence", models.PositiveIntegerField(verbose_name="nomor urut")),
                        ("payload", models.JSONField(verbose_name="isi")),
                        ("content", models.CharField(max_length=64, verbose_name="sidik isi")),
                        ("previous", models.CharField(max_length=64, verbose_name="segel sebelumnya")),
                        ("hash", models.CharField(max_length=64, verbose_name="segel")),
                        (
                            "sealed_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="disegel pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ledger",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "event",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="ledger_entry",
                                to="agreements.caseevent",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catatan buku penyimpanan",
                        "verbose_name_plural": "buku penyimpanan",
                        "ordering": ("case", "sequence"),
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "sequence"), name="ledger_sequence_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("activity", models.CharField(max_length=250, verbose_name="kegiatan")),
                        ("starts_on", models.DateField(verbose_name="mulai")),
                        ("ends_on", models.DateField(verbose_name="selesai")),
                        ("indicator", models.CharField(blank=True, max_length=200, verbose_name="indikator")),
                        ("target", models.CharField(blank=True, max_length=120, verbose_name="target")),
                        ("weight", models.PositiveSmallIntegerField(default=1, verbose_name="bobot")),
                        (
                            "dropped_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dicoret pada"),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.office",
                                verbose_name="perangkat daerah pelaksana",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.party",
                                verbose_name="pihak pelaksana",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="milestones",
                                to="agreements.actionplan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kegiatan rencana aksi",
                        "verbose_name_plural": "kegiatan rencana aksi",
                        "ordering": ("plan", "starts_on", "order"),
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "order"), name="milestone_order_once"),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="milestone_ends_after_start",
                                violation_error_message="Tanggal selesai tidak boleh mendahului tanggal mulai.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("weight__gte", 1), ("weight__lte", 100)),
                                name="milestone_weight_sensible",
                                violation_error_message="Bobot diisi 1 sampai 100.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Obligation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("hak", "Hak"), ("kewajiban", "Kewajiban")],
                                max_length=10,
                                verbose_name="jenis",
                            ),
                        ),
                        ("wording", models.TextField(verbose_name="uraian")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=120, verbose_name="letak dalam naskah"),
                        ),
                        (
                            "person",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="orang penanggung jawab"
                            ),
                        ),
                        (
                            "every",
                            models.CharField(
                                choices=[
                                    ("sekali", "Sekali"),
                                    ("bulan", "Setiap bulan"),
                                    ("triwulan", "Setiap triwulan"),
                                    ("semester", "Setiap semester"),
                                    ("tahun", "Setiap tahun"),
                                ],
                                default="sekali",
                                max_length=10,
                                verbose_name="berulang",
                            ),
                        ),
                        (
                            "first_due_on",
                            models.DateField(blank=True, null=True, verbose_name="jatuh tempo pertama"),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, db_index=True, null=True, verbose_name="jatuh tempo"
                            ),
                        ),
                        (
                            "proof_wanted",
                            models.CharField(blank=True, max_length=200, verbose_name="bukti yang diminta"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("belum", "Belum dimulai"),
                                    ("berjalan", "Berjalan"),
                                    ("terpenuhi", "Terpenuhi"),
                                    ("dihapus", "Dihapus"),
                                ],
                                default="belum",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="terpenuhi pada")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="obligations",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.office",
                                verbose_name="perangkat daerah penanggung jawab",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="obligations",
                                to="agreements.party",
                                verbose_name="pihak",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hak atau kewajiban",
                        "verbose_name_plural": "hak dan kewajiban",
                        "ordering": ("naskah", "party__order", "order"),
                        "indexes": [models.Index(fields=["state", "due_on"], name="obligation_due")],
                        "constraints": [
                            models.UniqueConstraint(fields=("naskah", "order"), name="obligation_order_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "terpenuhi"), _negated=True),
                                    ("done_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="obligation_done_has_day",
                                violation_error_message="Isi tanggal terpenuhinya.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("every", "sekali"), ("due_on__isnull", False), _connector="OR"
                                ),
                                name="obligation_recurring_has_day",
                                violation_error_message="Kewajiban yang berulang memerlukan tanggal jatuh tempo pertama.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObligationEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        ("what", models.CharField(max_length=120, verbose_name="peristiwa")),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="untuk jatuh tempo")),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "obligation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="agreements.obligation",
                            ),
                        ),
                        (
                            "proof",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="bukti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat kewajiban",
                        "verbose_name_plural": "riwayat kewajiban",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="PartySuccession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="sejak")),
                        ("basis", models.CharField(max_length=250, verbose_name="dasar")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "recorded_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="successions",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="succeeded_by",
                                to="agreements.party",
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
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="succeeds",
                                to="agreements.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "daerah penerus",
                        "verbose_name_plural": "daerah penerus",
                        "ordering": ("case", "on", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("predecessor", "successor"),
                                name="party_succession_once",
                                violation_error_message="Daerah penerus ini sudah dicatat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                                name="party_succession_not_self",
                                violation_error_message="Pihak tidak dapat menjadi penerus dirinya sendiri.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanConfirmation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        ("revision", models.PositiveSmallIntegerField(verbose_name="revisi")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.party",
                                verbose_name="pihak",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="confirmations",
                                to="agreements.actionplan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persetujuan rencana aksi",
                        "verbose_name_plural": "persetujuan rencana aksi",
                        "ordering": ("plan", "revision", "party__order"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "party", "revision"),
                                name="plan_confirmed_once",
                                violation_error_message="Pihak ini sudah menyetujui revisi tersebut.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanRevision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        ("number", models.PositiveSmallIntegerField(verbose_name="revisi")),
                        ("body", models.JSONField(verbose_name="isi")),
                        ("reason", models.TextField(verbose_name="alasan penyesuaian")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="revisions",
                                to="agreements.actionplan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "revisi rencana aksi",
                        "verbose_name_plural": "revisi rencana aksi",
                        "ordering": ("plan", "-number"),
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "number"), name="plan_revision_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Proceeding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(db_index=True, max_length=40, verbose_name="jenis")),
                        ("title", models.CharField(max_length=250, verbose_name="pokok")),
                        ("step", models.CharField(max_length=40, verbose_name="langkah terakhir")),
                        ("step_since", models.DateField(verbose_name="sejak")),
                        ("opened_on", models.DateField(verbose_name="dibuka")),
                        (
                            "closed_on",
                            models.DateField(blank=True, db_index=True, null=True, verbose_name="selesai"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proceedings",
                                to="agreements.case",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perselisihan dan pembinaan",
                        "verbose_name_plural": "perselisihan dan pembinaan",
                        "ordering": ("closed_on", "-step_since", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=("case", "code", "title"),
                                name="proceeding_open_once",
                                violation_error_message="Urusan dengan pokok ini sudah dicatat dan belum selesai.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProceedingEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("step", models.CharField(max_length=40, verbose_name="langkah")),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                        ("text", models.TextField(verbose_name="uraian")),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=18,
                                null=True,
                                verbose_name="jumlah (rupiah)",
                            ),
                        ),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        (
                            "actor",
                            models.ForeignKey(
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
                        (
                            "proceeding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="agreements.proceeding",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "langkah",
                        "verbose_name_plural": "langkah",
                        "ordering": ("on", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="ProgressEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        ("percent", models.PositiveSmallIntegerField(verbose_name="persen")),
                        ("on", models.DateField(verbose_name="keadaan pada")),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="agreements.milestone",
                            ),
                        ),
                        (
                            "proof",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="bukti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kemajuan kegiatan",
                        "verbose_name_plural": "kemajuan kegiatan",
                        "ordering": ("-on", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("percent__lte", 100)),
                                name="progress_percent_sensible",
                                violation_error_message="Kemajuan diisi 0 sampai 100 persen.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Realisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        (
                            "amount",
                            models.DecimalField(decimal_places=2, max_digits=18, verbose_name="jumlah (Rp)"),
                        ),
                        ("on", models.DateField(verbose_name="tanggal realisasi")),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        ("void_reason", models.TextField(blank=True, verbose_name="alasan pembatalan")),
                        (
                            "voided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada"),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dicatat oleh",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="realisations",
                                to="agreements.budgetline",
                            ),
                        ),
                        (
                            "proof",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="bukti",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "realisasi anggaran",
                        "verbose_name_plural": "realisasi anggaran",
                        "ordering": ("-on", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("amount__gt", 0)),
                                name="realisation_positive",
                                violation_error_message="Realisasi harus lebih dari nol.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("voided_at__isnull", True),
                                    models.Q(("void_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="realisation_void_has_reason",
                                violation_error_message="Pembatalan realisasi memerlukan alasan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Recommendation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "advice",
                            models.CharField(
                                choices=[
                                    ("tandatangani", "Disarankan ditandatangani"),
                                    ("dengan_catatan", "Disarankan dengan catatan"),
                                    ("belum", "Belum disarankan"),
                                ],
                                max_length=15,
                                verbose_name="rekomendasi",
                            ),
                        ),
                        ("number", models.CharField(max_length=120, verbose_name="nomor")),
                        ("dated", models.DateField(verbose_name="tanggal")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "recorded_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="recommendations",
                                to="agreements.naskah",
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
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rekomendasi TKKSD",
                        "verbose_name_plural": "rekomendasi TKKSD",
                        "ordering": ("naskah", "-dated", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("naskah", "region", "number"),
                                name="recommendation_number_once",
                                violation_error_message="Rekomendasi dengan nomor ini sudah dicatat.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReplacedCopy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.CharField(max_length=250, verbose_name="alasan")),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="diganti pada")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pelaku",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                            ),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replaced_copies",
                                to="agreements.naskahparty",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "salinan bertanda tangan lama",
                        "verbose_name_plural": "salinan bertanda tangan lama",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="ReportPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("work", models.TextField(blank=True, verbose_name="pelaksanaan")),
                        ("trouble", models.TextField(blank=True, verbose_name="permasalahan")),
                        ("remedy", models.TextField(blank=True, verbose_name="upaya penyelesaian")),
                        (
                            "written_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="ditulis pada"),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="agreements.party",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="agreements.casereport",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditulis oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bagian laporan",
                        "verbose_name_plural": "bagian laporan",
                        "ordering": ("report", "party__order"),
                        "constraints": [
                            models.UniqueConstraint(fields=("report", "party"), name="report_part_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReportStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=40, verbose_name="langkah")),
                        ("label", models.CharField(max_length=200, verbose_name="uraian")),
                        ("article", models.CharField(blank=True, max_length=250, verbose_name="dasar hukum")),
                        ("returned", models.BooleanField(default=False, verbose_name="dikembalikan")),
                        ("on", models.DateField(verbose_name="tanggal")),
                        (
                            "due_on",
                            models.DateField(blank=True, null=True, verbose_name="seharusnya paling lambat"),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="catatan")),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="agreements.casereport",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "langkah laporan",
                        "verbose_name_plural": "langkah laporan",
                        "ordering": ("report", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Review",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("round", models.PositiveIntegerField(verbose_name="putaran")),
                        ("instruction", models.TextField(blank=True, verbose_name="petunjuk")),
                        ("due_on", models.DateField(verbose_name="paling lambat")),
                        (
                            "assigned_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="ditugaskan pada"),
                        ),
                        ("fields", models.JSONField(blank=True, default=dict, verbose_name="hasil telaah")),
                        ("conclusion", models.TextField(blank=True, verbose_name="kesimpulan")),
                        (
                            "submitted_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dikirim pada"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ditarik pada"),
                        ),
                        (
                            "assigned_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ditugaskan oleh",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reviews",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.office",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                        (
                            "reviewer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="penelaah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "telaah anggota TKKSD",
                        "verbose_name_plural": "telaah anggota TKKSD",
                        "ordering": ("case", "round", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("case", "round", "reviewer"),
                                name="review_once_per_round",
                                violation_error_message="Orang ini sudah ditugaskan menelaah usulan ini.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SigningCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("done", models.JSONField(default=list, verbose_name="yang sudah ada")),
                        (
                            "copies",
                            models.PositiveSmallIntegerField(
                                verbose_name="jumlah naskah asli yang diperiksa"
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=250, verbose_name="catatan")),
                        ("complete", models.BooleanField(default=False, verbose_name="lengkap")),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        (
                            "at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diperiksa pada"),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pemeriksa",
                            ),
                        ),
                        (
                            "row",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="check_list",
                                to="agreements.naskahparty",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pemeriksaan naskah bertanda tangan",
                        "verbose_name_plural": "pemeriksaan naskah bertanda tangan",
                        "ordering": ("row",),
                    },
                ),
                migrations.CreateModel(
                    name="SigningEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("place", models.CharField(max_length=150, verbose_name="tempat")),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("seremonial", "Seremonial"),
                                    ("desk", "Desk-to-desk (bergiliran)"),
                                    ("hibrida", "Hibrida"),
                                ],
                                max_length=20,
                                verbose_name="cara penandatanganan",
                            ),
                        ),
                        ("agenda", models.TextField(blank=True, verbose_name="catatan acara")),
                        (
                            "state",
                            models.CharField(
                                choices=[("direncanakan", "Direncanakan"), ("terlaksana", "Terlaksana")],
                                default="direncanakan",
                                max_length=15,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "naskah",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="event",
                                to="agreements.naskah",
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
                    ],
                    options={
                        "verbose_name": "acara penandatanganan",
                        "verbose_name_plural": "acara penandatanganan",
                        "ordering": ("-on", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="SigningMark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("disiapkan", "Eksemplar disiapkan"),
                                    ("terdaftar", "Dicatat dalam buku register"),
                                ],
                                max_length=15,
                                verbose_name="langkah",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("note", models.CharField(blank=True, max_length=250, verbose_name="catatan")),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        (
                            "actor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pelaku",
                            ),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="marks",
                                to="agreements.naskahparty",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "status penandatanganan",
                        "verbose_name_plural": "status penandatanganan",
                        "ordering": ("row", "at"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("row", "step"),
                                name="signing_mark_once",
                                violation_error_message="Langkah ini sudah dicatat.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Team",
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
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="teams",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "TKKSD",
                        "verbose_name_plural": "TKKSD",
                        "ordering": ("region__code", "-valid_from", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "decree_number"),
                                name="team_decree_once",
                                violation_error_message="Keputusan dengan nomor ini sudah dicatat untuk daerah itu.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="team_validity",
                                violation_error_message="Tanggal berakhir tidak boleh mendahului tanggal berlaku.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                choices=[
                                    ("ketua", "Ketua"),
                                    ("wakil_ketua", "Wakil Ketua"),
                                    ("sekretaris", "Sekretaris"),
                                    ("anggota", "Anggota"),
                                    ("tenaga_ahli", "Tenaga teknis atau profesional"),
                                ],
                                max_length=15,
                                verbose_name="kedudukan",
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        ("title", models.CharField(max_length=200, verbose_name="jabatan")),
                        ("since", models.DateField(verbose_name="sejak")),
                        ("until", models.DateField(blank=True, null=True, verbose_name="sampai")),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                help_text="Perangkat daerah yang diwakilinya; telaah urusannya diarahkan kepadanya.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.office",
                                verbose_name="perangkat daerah",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="agreements.team",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                help_text="Diperlukan bila anggota ini menelaah dalam aplikasi.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="akun",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anggota TKKSD",
                        "verbose_name_plural": "anggota TKKSD",
                        "ordering": ("team", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True),
                                    ("until__gte", models.F("since")),
                                    _connector="OR",
                                ),
                                name="team_member_period",
                                violation_error_message="Tanggal selesai tidak boleh mendahului tanggal mulai.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VersionStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("label", models.CharField(max_length=120, verbose_name="langkah")),
                        ("permission", models.CharField(max_length=40, verbose_name="dicatat oleh")),
                        (
                            "word",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("setuju", "Disetujui"),
                                    ("setuju_catatan", "Disetujui dengan catatan"),
                                ],
                                max_length=15,
                                verbose_name="putusan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        ("actor_name", models.CharField(blank=True, max_length=150, verbose_name="nama")),
                        ("role", models.CharField(blank=True, max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(blank=True, null=True, verbose_name="pada")),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pelaku",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="agreements.party",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="agreements.naskahversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persetujuan berjenjang",
                        "verbose_name_plural": "persetujuan berjenjang",
                        "ordering": ("version", "party__order", "order", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "party", "label"), name="version_step_once"
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.AlterModelOptions(
            name="partner",
            options={"ordering": ("name", "pk"), "verbose_name": "mitra", "verbose_name_plural": "mitra"},
        ),
        migrations.AddField(
            model_name="case",
            name="direction",
            field=models.CharField(
                choices=[("keluar", "Penawaran keluar"), ("masuk", "Penawaran masuk")],
                default="keluar",
                max_length=10,
                verbose_name="arah penawaran",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="entry",
            field=models.CharField(
                choices=[("bertahap", "Melalui tahapan"), ("arsip", "Dicatat dari arsip")],
                default="bertahap",
                max_length=10,
                verbose_name="cara masuk",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="predecessor",
            field=models.ForeignKey(
                blank=True,
                help_text="Kerja sama yang diperpanjang atau diubah oleh permohonan ini.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="successors",
                to="agreements.case",
                verbose_name="kerja sama asal",
            ),
        ),
        Together(
            [
                migrations.AddField(
                    model_name="case",
                    name="request_type",
                    field=models.CharField(
                        choices=[
                            ("baru", "Baru"),
                            ("perpanjangan", "Perpanjangan"),
                            ("addendum", "Perubahan (addendum)"),
                        ],
                        default="baru",
                        max_length=15,
                        verbose_name="jenis permohonan",
                    ),
                ),
                migrations.AddField(
                    model_name="naskah",
                    name="entry",
                    field=models.CharField(
                        choices=[("bertahap", "Melalui tahapan"), ("arsip", "Dicatat dari arsip")],
                        default="bertahap",
                        max_length=10,
                        verbose_name="cara masuk",
                    ),
                ),
                migrations.AddField(
                    model_name="naskahparty",
                    name="official",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.official",
                        verbose_name="pejabat dalam daftar",
                    ),
                ),
                migrations.AddField(
                    model_name="partner",
                    name="country",
                    field=models.CharField(
                        blank=True,
                        help_text="Hanya untuk mitra di luar negeri.",
                        max_length=80,
                        verbose_name="negara",
                    ),
                ),
            ]
        ),
        migrations.AddField(
            model_name="partner",
            name="mandate",
            field=models.CharField(
                blank=True,
                help_text="Untuk kementerian, lembaga, atau instansi: peraturan, keputusan, atau surat yang memberi wewenang.",
                max_length=250,
                verbose_name="dasar kewenangan pejabat",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="operational_permit",
            field=models.CharField(
                blank=True,
                help_text="Nomor, tanggal, dan penerbit; bagi lembaga nirlaba asing.",
                max_length=250,
                verbose_name="izin operasional",
            ),
        ),
        Together(
            [
                migrations.AddField(
                    model_name="partner",
                    name="principle_permit",
                    field=models.CharField(
                        blank=True,
                        help_text="Nomor dan tanggal; bagi lembaga nirlaba asing.",
                        max_length=250,
                        verbose_name="izin prinsip Kementerian Luar Negeri",
                    ),
                ),
                migrations.AddField(
                    model_name="party",
                    name="is_keeper",
                    field=models.BooleanField(
                        default=False, editable=False, verbose_name="mencatat penawaran masuk"
                    ),
                ),
            ]
        ),
        migrations.AddField(
            model_name="party",
            name="succeeded_on",
            field=models.DateField(
                blank=True,
                help_text="Pihak ini tetap tercatat dengan tanda tangannya; penerusnya bertindak sejak tanggal itu.",
                null=True,
                verbose_name="digantikan daerah penerus pada",
            ),
        ),
        migrations.AlterField(
            model_name="naskahparty",
            name="authority",
            field=models.CharField(
                choices=[
                    ("kepala", "Kepala daerah"),
                    ("kuasa", "Surat kuasa khusus kepala daerah"),
                    ("badan", "Anggaran dasar mitra"),
                    ("mandat", "Wewenang dari kementerian atau lembaga"),
                    ("arsip", "Menurut naskah asli"),
                ],
                default="kepala",
                max_length=10,
                verbose_name="dasar kewenangan",
            ),
        ),
        migrations.AlterField(
            model_name="partner",
            name="partner_class",
            field=models.CharField(
                choices=[
                    ("perseorangan", "Perseorangan"),
                    ("badan_usaha", "Badan usaha berbadan hukum"),
                    ("ormas", "Organisasi kemasyarakatan"),
                    ("bumn", "BUMN"),
                    ("bumd", "BUMD"),
                    ("koperasi", "Koperasi"),
                    ("pts", "Perguruan tinggi swasta"),
                    ("kementerian", "Kementerian"),
                    ("lpnk", "Lembaga pemerintah nonkementerian"),
                    ("instansi_vertikal", "Instansi vertikal"),
                    ("tni", "Tentara Nasional Indonesia"),
                    ("polri", "Kepolisian Negara Republik Indonesia"),
                    ("bi_ojk", "Bank Indonesia atau Otoritas Jasa Keuangan"),
                    ("ptn", "Perguruan tinggi negeri (satker atau BLU)"),
                    ("ptn_bh", "Perguruan tinggi negeri badan hukum (PTN-BH)"),
                    ("otorita_ikn", "Otorita Ibu Kota Nusantara"),
                    ("pemda_luar_negeri", "Pemerintah daerah di luar negeri"),
                    ("organisasi_internasional", "Organisasi internasional"),
                    ("nirlaba_asing", "Lembaga nirlaba asing"),
                    ("mitra_pembangunan", "Mitra pembangunan luar negeri"),
                    ("lembaga_luar_negeri", "Lembaga lain di luar negeri"),
                ],
                max_length=30,
                verbose_name="golongan",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_keeper", True)), fields=("case",), name="party_one_keeper"
            ),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="dprd_track",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="events",
                to="agreements.dprdtrack",
            ),
        ),
    ]
