import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import agreements.models.case
import ksd.core.clock
from ksd.core.together import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_initial"),
        ("regions", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Case",
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
                        ("pack_code", models.CharField(max_length=20, verbose_name="paket hukum")),
                        ("pack_version", models.CharField(max_length=20, verbose_name="versi paket hukum")),
                        ("kind", models.CharField(db_index=True, max_length=30, verbose_name="jenis")),
                        ("title", models.CharField(max_length=250, verbose_name="tentang")),
                        ("summary", models.TextField(blank=True, verbose_name="uraian singkat")),
                        ("location", models.CharField(blank=True, max_length=250, verbose_name="lokasi")),
                        (
                            "proposed_years",
                            models.PositiveSmallIntegerField(
                                default=5, verbose_name="jangka waktu yang diusulkan (tahun)"
                            ),
                        ),
                        ("state", models.CharField(db_index=True, max_length=40, verbose_name="keadaan")),
                        ("state_since", models.DateField(default=ksd.core.clock.today, verbose_name="sejak")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="dibuat pada"
                            ),
                        ),
                        (
                            "updated_at",
                            models.DateTimeField(
                                db_index=True, default=ksd.core.clock.now, verbose_name="diubah pada"
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibuat oleh",
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="regions.office",
                                verbose_name="perangkat daerah pemrakarsa",
                            ),
                        ),
                        (
                            "urusan",
                            models.ManyToManyField(
                                related_name="cases", to="regions.urusan", verbose_name="urusan pemerintahan"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kerja sama",
                        "verbose_name_plural": "kerja sama",
                        "ordering": ("-updated_at", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("proposed_years__gte", 1), ("proposed_years__lte", 50)),
                                name="case_years_sensible",
                                violation_error_message="Jangka waktu diisi 1 sampai 50 tahun.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Partner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="nama mitra")),
                        (
                            "partner_class",
                            models.CharField(
                                choices=[
                                    ("perseorangan", "Perseorangan"),
                                    ("badan_usaha", "Badan usaha berbadan hukum"),
                                    ("ormas", "Organisasi kemasyarakatan"),
                                ],
                                max_length=20,
                                verbose_name="golongan",
                            ),
                        ),
                        (
                            "legal_form",
                            models.CharField(blank=True, max_length=100, verbose_name="bentuk hukum"),
                        ),
                        ("address", models.TextField(blank=True, verbose_name="alamat")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        (
                            "representative",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="nama pimpinan (tanpa gelar)"
                            ),
                        ),
                        (
                            "representative_title",
                            models.CharField(blank=True, max_length=150, verbose_name="jabatan pimpinan"),
                        ),
                        (
                            "deed",
                            models.CharField(
                                blank=True,
                                help_text="Nomor dan tanggal akta, nama notaris.",
                                max_length=250,
                                verbose_name="anggaran dasar",
                            ),
                        ),
                        (
                            "ratification",
                            models.CharField(
                                blank=True,
                                help_text="Nomor dan tanggal keputusan Menteri.",
                                max_length=250,
                                verbose_name="pengesahan badan hukum",
                            ),
                        ),
                        (
                            "logo",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="logo",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partners",
                                to="regions.region",
                                verbose_name="didaftarkan oleh daerah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mitra pihak ketiga",
                        "verbose_name_plural": "mitra pihak ketiga",
                        "ordering": ("name", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "name"),
                                name="partner_once_per_region",
                                violation_error_message="Mitra dengan nama ini sudah terdaftar di daerah Anda; pilih dari daftar.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Party",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        (
                            "side",
                            models.CharField(
                                choices=[("initiator", "Pemrakarsa"), ("partner", "Mitra")],
                                max_length=12,
                                verbose_name="sisi",
                            ),
                        ),
                        (
                            "shared_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dibagikan pada"),
                        ),
                        (
                            "turn_since",
                            models.DateField(
                                blank=True, db_index=True, null=True, verbose_name="gilirannya sejak"
                            ),
                        ),
                        (
                            "turn_permission",
                            models.CharField(blank=True, max_length=40, verbose_name="menunggu yang berizin"),
                        ),
                        (
                            "accepted_on",
                            models.DateField(blank=True, null=True, verbose_name="menerima tawaran pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parties",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "partner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parties",
                                to="agreements.partner",
                                verbose_name="mitra",
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
                    ],
                    options={
                        "verbose_name": "pihak",
                        "verbose_name_plural": "para pihak",
                        "ordering": ("case", "order"),
                        "indexes": [models.Index(fields=["region", "shared_at"], name="party_scope")],
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "order"), name="party_order_once"),
                            models.UniqueConstraint(
                                fields=("case", "region"),
                                name="party_region_once",
                                violation_error_message="Daerah ini sudah menjadi pihak; pilih daerah lain.",
                            ),
                            models.UniqueConstraint(
                                fields=("case", "partner"),
                                name="party_partner_once",
                                violation_error_message="Mitra ini sudah menjadi pihak; pilih mitra lain.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("partner__isnull", True), ("region__isnull", False)),
                                    models.Q(("partner__isnull", False), ("region__isnull", True)),
                                    _connector="OR",
                                ),
                                name="party_is_region_or_partner",
                                violation_error_message="Pihak adalah satu daerah atau satu mitra, bukan keduanya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=40, verbose_name="jenis dokumen")),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="nomor")),
                        ("dated", models.DateField(blank=True, null=True, verbose_name="tanggal surat")),
                        ("fields", models.JSONField(blank=True, default=dict, verbose_name="isi")),
                        ("revision", models.PositiveIntegerField(default=1, verbose_name="revisi")),
                        ("is_current", models.BooleanField(default=True, verbose_name="berlaku")),
                        (
                            "recorded_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="agreements.case",
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
                            "recorded_by",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dokumen",
                        "verbose_name_plural": "dokumen",
                        "ordering": ("kind", "-revision"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "kind", "revision"), name="document_revision_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_current", True)),
                                fields=("case", "kind"),
                                name="document_one_current",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Clause",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("naskah_kind", models.CharField(max_length=20, verbose_name="jenis naskah")),
                        (
                            "family",
                            models.CharField(
                                blank=True,
                                help_text="Kosong berarti untuk semua rumpun.",
                                max_length=20,
                                verbose_name="rumpun kerja sama",
                            ),
                        ),
                        ("code", models.CharField(max_length=40, verbose_name="kode klausul")),
                        ("title", models.CharField(max_length=120, verbose_name="judul Pasal")),
                        ("purpose", models.CharField(blank=True, max_length=250, verbose_name="kegunaan")),
                        ("order", models.PositiveSmallIntegerField(default=0, verbose_name="urutan")),
                        ("optional", models.BooleanField(default=False, verbose_name="pilihan")),
                        (
                            "starter",
                            models.BooleanField(
                                default=False,
                                help_text="Klausul pilihan yang sudah ada saat naskah mulai disusun.",
                                verbose_name="langsung dipasang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "klausul",
                        "verbose_name_plural": "pustaka klausul",
                        "ordering": ("naskah_kind", "family", "order", "code"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("naskah_kind", "family", "code"), name="clause_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClauseVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="versi")),
                        ("ayat", models.JSONField(verbose_name="ayat")),
                        ("is_current", models.BooleanField(default=True, verbose_name="dipakai")),
                        ("owner_name", models.CharField(max_length=150, verbose_name="pemilik")),
                        ("reason", models.CharField(max_length=250, verbose_name="alasan perubahan")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="sejak"),
                        ),
                        (
                            "clause",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="agreements.clause",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pemilik akun",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versi klausul",
                        "verbose_name_plural": "versi klausul",
                        "ordering": ("clause", "-number"),
                        "constraints": [
                            models.UniqueConstraint(fields=("clause", "number"), name="clause_version_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("is_current", True)),
                                fields=("clause",),
                                name="clause_one_current",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Naskah",
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
                        ("kind", models.CharField(max_length=20, verbose_name="jenis naskah")),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("title", models.CharField(max_length=250, verbose_name="tentang")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("disusun", "Disusun"),
                                    ("dibahas", "Dibahas para pihak"),
                                    ("disepakati", "Disepakati, menunggu tanda tangan"),
                                    ("ditandatangani", "Ditandatangani lengkap"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                db_index=True,
                                default="disusun",
                                max_length=20,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("state_since", models.DateField(default=ksd.core.clock.today, verbose_name="sejak")),
                        ("years", models.PositiveSmallIntegerField(verbose_name="jangka waktu (tahun)")),
                        (
                            "place",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="tempat penandatanganan"
                            ),
                        ),
                        (
                            "originals",
                            models.PositiveSmallIntegerField(default=2, verbose_name="jumlah naskah asli"),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ditandatangani lengkap pada"
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(
                                blank=True, db_index=True, null=True, verbose_name="mulai berlaku"
                            ),
                        ),
                        (
                            "ends_on",
                            models.DateField(blank=True, db_index=True, null=True, verbose_name="berakhir"),
                        ),
                        (
                            "ended_early_on",
                            models.DateField(blank=True, null=True, verbose_name="diakhiri pada"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="naskah",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibuat oleh",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="agreements.naskah",
                                verbose_name="naskah induk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "naskah",
                        "verbose_name_plural": "naskah",
                        "ordering": ("case", "kind", "order"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case", "kind", "order"), name="naskah_order_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("starts_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="naskah_ends_after_start",
                                violation_error_message="Tanggal berakhir tidak boleh mendahului tanggal mulai berlaku.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("arrow", models.CharField(max_length=40, verbose_name="tindakan")),
                        ("label", models.CharField(max_length=250, verbose_name="uraian")),
                        ("article", models.CharField(blank=True, max_length=200, verbose_name="dasar hukum")),
                        ("source", models.CharField(blank=True, max_length=40, verbose_name="dari")),
                        ("target", models.CharField(blank=True, max_length=40, verbose_name="ke")),
                        ("on", models.DateField(verbose_name="tanggal peristiwa")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        ("reason", models.TextField(blank=True, verbose_name="alasan")),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama pelaku")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
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
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="events",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "documents",
                            models.ManyToManyField(
                                blank=True, related_name="events", to="agreements.casedocument"
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
                            ),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="events",
                                to="agreements.naskah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat",
                        "verbose_name_plural": "riwayat",
                        "ordering": ("-at", "-pk"),
                        "indexes": [models.Index(fields=["case", "arrow"], name="event_case_arrow")],
                    },
                ),
                migrations.CreateModel(
                    name="NaskahVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="versi")),
                        ("body", models.JSONField(verbose_name="isi")),
                        ("sha256", models.CharField(max_length=64, verbose_name="sidik isi")),
                        ("note", models.CharField(blank=True, max_length=250, verbose_name="catatan")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="disimpan pada"),
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
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="agreements.naskah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versi naskah",
                        "verbose_name_plural": "versi naskah",
                        "ordering": ("naskah", "-number"),
                        "constraints": [
                            models.UniqueConstraint(fields=("naskah", "number"), name="naskah_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfficeSetting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=60, unique=True, verbose_name="kode")),
                        ("value", models.CharField(max_length=200, verbose_name="nilai")),
                        ("note", models.CharField(blank=True, max_length=250, verbose_name="catatan")),
                        (
                            "changed_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="diubah pada"
                            ),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diubah oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pengaturan kantor",
                        "verbose_name_plural": "pengaturan kantor",
                        "ordering": ("code",),
                    },
                ),
                migrations.CreateModel(
                    name="NaskahParty",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nomor naskah pihak ini"
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(
                                choices=[
                                    ("kepala", "Kepala daerah"),
                                    ("kuasa", "Surat kuasa khusus kepala daerah"),
                                    ("badan", "Anggaran dasar mitra"),
                                ],
                                default="kepala",
                                max_length=10,
                                verbose_name="dasar kewenangan",
                            ),
                        ),
                        (
                            "signer_name",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="nama penanda tangan (tanpa gelar)"
                            ),
                        ),
                        (
                            "signer_title",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="jabatan penanda tangan"
                            ),
                        ),
                        (
                            "kuasa_number",
                            models.CharField(blank=True, max_length=120, verbose_name="nomor surat kuasa"),
                        ),
                        (
                            "kuasa_date",
                            models.DateField(blank=True, null=True, verbose_name="tanggal surat kuasa"),
                        ),
                        (
                            "signed_on",
                            models.DateField(blank=True, null=True, verbose_name="tanggal tanda tangan"),
                        ),
                        (
                            "mode",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("seremonial", "Seremonial"),
                                    ("desk", "Desk-to-desk (bergiliran)"),
                                    ("hibrida", "Hibrida"),
                                ],
                                max_length=20,
                                verbose_name="cara penandatanganan",
                            ),
                        ),
                        (
                            "recorded_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dicatat pada"),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="signatures",
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
                                verbose_name="perangkat daerah pelaksana",
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
                            "signed_copy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="salinan bertanda tangan",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="agreements.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tanda tangan pihak",
                        "verbose_name_plural": "tanda tangan para pihak",
                        "ordering": ("naskah", "party__order"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("naskah", "party"), name="signature_once_per_party"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("signed_on__isnull", True),
                                    models.Q(("number", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="signature_needs_number",
                                violation_error_message="Isi nomor naskah dari pihak yang menandatangani.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NaskahApproval",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                choices=[("setuju", "Disetujui"), ("dikembalikan", "Dikembalikan")],
                                max_length=12,
                                verbose_name="putusan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="pada")),
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
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="approvals",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="agreements.naskahversion",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="agreements.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persetujuan naskah",
                        "verbose_name_plural": "persetujuan naskah",
                        "ordering": ("-at", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("decision", "setuju")),
                                fields=("version", "party"),
                                name="approval_once_per_party_and_version",
                                violation_error_message="Pihak ini sudah menyetujui versi tersebut.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("question", models.CharField(max_length=40, verbose_name="pertanyaan")),
                        ("yes", models.BooleanField(verbose_name="jawaban ya")),
                        ("reason", models.TextField(blank=True, verbose_name="alasan")),
                        (
                            "answered_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dijawab pada"),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dijawab oleh",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="agreements.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jawaban",
                        "verbose_name_plural": "jawaban",
                        "ordering": ("case", "party", "question"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("party__isnull", True)),
                                fields=("case", "question"),
                                name="answer_once_per_case",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("party__isnull", False)),
                                fields=("case", "party", "question"),
                                name="answer_once_per_party",
                            ),
                        ],
                    },
                ),
            ]
        ),
        migrations.AddField(
            model_name="naskah",
            name="agreed_version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agreements.naskahversion",
            ),
        ),
    ]
