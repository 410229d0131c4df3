import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ksd.core.together import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Region",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                help_text="Kode Kemendagri sebagai teks, misalnya 64.02 atau 11.10.",
                                max_length=13,
                                verbose_name="kode wilayah",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="Tanpa kata Provinsi, Kabupaten atau Kota di depannya.",
                                max_length=120,
                                verbose_name="nama",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("negara", "Negara"),
                                    ("provinsi", "Provinsi"),
                                    ("kabupaten", "Kabupaten"),
                                    ("kota", "Kota"),
                                    ("kabupaten_administrasi", "Kabupaten Administrasi"),
                                    ("kota_administrasi", "Kota Administrasi"),
                                ],
                                max_length=24,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                choices=[(0, "Negara"), (1, "Provinsi"), (2, "Kabupaten/Kota")],
                                verbose_name="tingkat",
                            ),
                        ),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="berlaku mulai")),
                        (
                            "valid_to",
                            models.DateField(
                                blank=True,
                                help_text="Hari terakhir wilayah ini ada dalam daftar.",
                                null=True,
                                verbose_name="berlaku sampai",
                            ),
                        ),
                        ("capital", models.CharField(blank=True, max_length=80, verbose_name="ibu kota")),
                        (
                            "area_km2",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                max_digits=12,
                                null=True,
                                verbose_name="luas (km²)",
                            ),
                        ),
                        (
                            "population",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="jumlah penduduk"
                            ),
                        ),
                        (
                            "facts_source",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="sumber luas dan penduduk"
                            ),
                        ),
                        (
                            "timezone",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("Asia/Jakarta", "WIB"),
                                    ("Asia/Makassar", "WITA"),
                                    ("Asia/Jayapura", "WIT"),
                                ],
                                max_length=20,
                                verbose_name="zona waktu",
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=250, verbose_name="alamat")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        (
                            "government_label",
                            models.CharField(
                                blank=True,
                                help_text="Kosongkan bila sebutannya lazim.",
                                max_length=120,
                                verbose_name="sebutan khusus pemerintah",
                            ),
                        ),
                        (
                            "council_label",
                            models.CharField(
                                blank=True,
                                help_text="Kosongkan bila sebutannya lazim.",
                                max_length=120,
                                verbose_name="sebutan khusus DPRD",
                            ),
                        ),
                        (
                            "neighbours_complete",
                            models.BooleanField(
                                default=False,
                                help_text="Bila ya, wilayah yang tidak tercatat berbatasan dianggap memang tidak berbatasan.",
                                verbose_name="daftar tetangga lengkap",
                            ),
                        ),
                        (
                            "emblem",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="lambang",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="regions.region",
                                verbose_name="wilayah induk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wilayah",
                        "verbose_name_plural": "wilayah",
                        "ordering": ("code", "pk"),
                        "indexes": [
                            models.Index(fields=["level", "code"], name="regions_reg_level_65288a_idx"),
                            models.Index(fields=["name"], name="regions_reg_name_0bb589_idx"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("valid_to__isnull", True)),
                                fields=("code",),
                                name="regions_region_code_current",
                                violation_error_message="Kode wilayah ini sudah dipakai oleh wilayah yang masih berlaku.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_from__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="regions_region_validity",
                                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("level", 0), ("parent__isnull", True)),
                                    models.Q(("level__in", [1, 2]), ("parent__isnull", False)),
                                    _connector="OR",
                                ),
                                name="regions_region_parent",
                                violation_error_message="Provinsi dan kabupaten/kota harus mempunyai wilayah induk.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Urusan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.SlugField(max_length=60, unique=True, verbose_name="kode")),
                        ("name", models.CharField(max_length=120, verbose_name="nama")),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("wajib_dasar", "Wajib berkaitan dengan pelayanan dasar"),
                                    ("wajib_non_dasar", "Wajib tidak berkaitan dengan pelayanan dasar"),
                                    ("pilihan", "Pilihan"),
                                ],
                                max_length=20,
                                verbose_name="kelompok",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                    ],
                    options={
                        "verbose_name": "urusan",
                        "verbose_name_plural": "urusan",
                        "ordering": ("order",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("order",),
                                name="regions_urusan_order",
                                violation_error_message="Urutan urusan ini sudah dipakai.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Office",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="nama")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("perangkat_daerah", "Perangkat Daerah"),
                                    ("biro", "Biro"),
                                    ("bagian", "Bagian"),
                                    ("sekretariat_dprd", "Sekretariat DPRD"),
                                    ("lainnya", "Lainnya"),
                                ],
                                max_length=20,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "is_cooperation_unit",
                            models.BooleanField(
                                default=False,
                                help_text="Biro/Bagian yang menangani kerja sama (Sekretariat TKKSD, Pasal 10 ayat (3) Permendagri 22/2020).",
                                verbose_name="unit kerja sama",
                            ),
                        ),
                        ("address", models.CharField(blank=True, max_length=250, verbose_name="alamat")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="berlaku mulai")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="regions.office",
                                verbose_name="bagian dari",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offices",
                                to="regions.region",
                                verbose_name="wilayah",
                            ),
                        ),
                        (
                            "urusan",
                            models.ManyToManyField(
                                blank=True, related_name="offices", to="regions.urusan", verbose_name="urusan"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perangkat daerah",
                        "verbose_name_plural": "perangkat daerah",
                        "ordering": ("region__code", "name", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("valid_to__isnull", True)),
                                fields=("region", "name"),
                                name="regions_office_name_current",
                                violation_error_message="Perangkat daerah dengan nama ini sudah ada di wilayah tersebut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_from__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="regions_office_validity",
                                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Official",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="Tanpa gelar; naskah kerja sama memuat nama tanpa gelar.",
                                max_length=120,
                                verbose_name="nama",
                            ),
                        ),
                        (
                            "title_before",
                            models.CharField(blank=True, max_length=60, verbose_name="gelar depan"),
                        ),
                        (
                            "title_after",
                            models.CharField(blank=True, max_length=80, verbose_name="gelar belakang"),
                        ),
                        ("nip", models.CharField(blank=True, max_length=18, verbose_name="NIP")),
                        (
                            "position",
                            models.CharField(
                                choices=[
                                    ("kepala_daerah", "Kepala daerah"),
                                    ("wakil_kepala_daerah", "Wakil kepala daerah"),
                                    ("sekda", "Sekretaris daerah"),
                                    ("asisten", "Asisten"),
                                    ("kepala_perangkat_daerah", "Kepala perangkat daerah"),
                                    ("kepala_biro_bagian", "Kepala biro/bagian"),
                                    ("lainnya", "Lainnya"),
                                ],
                                max_length=24,
                                verbose_name="jabatan",
                            ),
                        ),
                        (
                            "position_title",
                            models.CharField(
                                help_text="Misalnya: Bupati Kutai Kartanegara.",
                                max_length=160,
                                verbose_name="sebutan jabatan",
                            ),
                        ),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("definitif", "Definitif"),
                                    ("plt", "Plt. (pelaksana tugas)"),
                                    ("plh", "Plh. (pelaksana harian)"),
                                    ("pj", "Pj. (penjabat)"),
                                ],
                                default="definitif",
                                max_length=10,
                                verbose_name="kedudukan",
                            ),
                        ),
                        ("term_start", models.DateField(verbose_name="mulai menjabat")),
                        (
                            "term_end",
                            models.DateField(blank=True, null=True, verbose_name="selesai menjabat"),
                        ),
                        (
                            "mandate_number",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nomor surat keputusan/perintah"
                            ),
                        ),
                        (
                            "mandate_date",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal surat keputusan/perintah"
                            ),
                        ),
                        (
                            "is_example",
                            models.BooleanField(
                                default=False, help_text="Orang rekaan untuk peragaan.", verbose_name="contoh"
                            ),
                        ),
                        (
                            "mandate_file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas surat keputusan/perintah",
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="officials",
                                to="regions.office",
                                verbose_name="perangkat daerah",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="officials",
                                to="regions.region",
                                verbose_name="wilayah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pejabat",
                        "verbose_name_plural": "pejabat",
                        "ordering": ("region__code", "name", "pk"),
                        "indexes": [
                            models.Index(
                                fields=["region", "position", "term_start"],
                                name="regions_off_region__cc430c_idx",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("term_end__isnull", True),
                                    ("term_end__gte", models.F("term_start")),
                                    _connector="OR",
                                ),
                                name="regions_official_term",
                                violation_error_message="Tanggal selesai menjabat tidak boleh sebelum tanggal mulai menjabat.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Adjacency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "shared_km",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                help_text="Indikatif, bukan acuan hukum.",
                                max_digits=8,
                                null=True,
                                verbose_name="panjang batas (km)",
                            ),
                        ),
                        ("source", models.CharField(max_length=250, verbose_name="sumber")),
                        ("verified", models.BooleanField(default=False, verbose_name="terverifikasi")),
                        (
                            "region_a",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="adjacencies_as_a",
                                to="regions.region",
                                verbose_name="wilayah pertama",
                            ),
                        ),
                        (
                            "region_b",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="adjacencies_as_b",
                                to="regions.region",
                                verbose_name="wilayah kedua",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "perbatasan",
                        "verbose_name_plural": "perbatasan",
                        "ordering": ("region_a__code", "region_b__code"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region_a", "region_b"),
                                name="regions_adjacency_once",
                                violation_error_message="Pasangan wilayah ini sudah tercatat berbatasan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("region_a__lt", models.F("region_b"))),
                                name="regions_adjacency_ordered",
                                violation_error_message="Wilayah tidak dapat berbatasan dengan dirinya sendiri.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RegionImport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created_at", models.DateTimeField(verbose_name="diunggah pada")),
                        (
                            "source",
                            models.CharField(
                                help_text="Keputusan yang menjadi dasar, misalnya nomor Kepmendagri.",
                                max_length=250,
                                verbose_name="dasar",
                            ),
                        ),
                        ("effective_on", models.DateField(verbose_name="berlaku mulai")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("preview", "Pratinjau"),
                                    ("applied", "Diterapkan"),
                                    ("cancelled", "Dibatalkan"),
                                ],
                                default="preview",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("diff", models.JSONField(default=dict, verbose_name="perbedaan")),
                        (
                            "register_mark",
                            models.CharField(
                                help_text="Sidik daftar wilayah pada saat pratinjau dibuat.",
                                max_length=64,
                                verbose_name="sidik daftar",
                            ),
                        ),
                        (
                            "applied_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="diterapkan pada"),
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
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "scope",
                            models.ForeignKey(
                                help_text="Seluruh Indonesia, atau satu provinsi; hanya wilayah dalam cakupan yang dapat berakhir.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="cakupan",
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
                    ],
                    options={
                        "verbose_name": "impor daftar wilayah",
                        "verbose_name_plural": "impor daftar wilayah",
                        "ordering": ("-created_at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="RegionChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                choices=[
                                    ("added", "Ditambahkan"),
                                    ("renamed", "Berganti nama"),
                                    ("moved", "Berpindah provinsi"),
                                    ("ended", "Berakhir"),
                                ],
                                max_length=10,
                                verbose_name="perubahan",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="berlaku mulai")),
                        ("before", models.CharField(blank=True, max_length=250, verbose_name="semula")),
                        ("after", models.CharField(blank=True, max_length=250, verbose_name="menjadi")),
                        ("basis", models.CharField(blank=True, max_length=250, verbose_name="dasar")),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="regions.region",
                                verbose_name="wilayah",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="regions.regionimport",
                                verbose_name="impor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat wilayah",
                        "verbose_name_plural": "riwayat wilayah",
                        "ordering": ("-on", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="RegionSuccession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal")),
                        ("basis", models.CharField(blank=True, max_length=250, verbose_name="dasar")),
                        (
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="successions",
                                to="regions.region",
                                verbose_name="wilayah pendahulu",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="origins",
                                to="regions.region",
                                verbose_name="wilayah penerus",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pergantian wilayah",
                        "verbose_name_plural": "pergantian wilayah",
                        "ordering": ("on", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("predecessor", "successor"),
                                name="regions_succession_once",
                                violation_error_message="Pergantian wilayah ini sudah tercatat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("predecessor", models.F("successor")), _negated=True),
                                name="regions_succession_not_self",
                                violation_error_message="Wilayah tidak dapat menjadi penerus dirinya sendiri.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalBasis",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "citation",
                            models.CharField(
                                help_text="Misalnya: PP 28/2018.",
                                max_length=60,
                                unique=True,
                                verbose_name="kutipan",
                            ),
                        ),
                        ("title", models.CharField(max_length=250, verbose_name="judul")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("uu", "Undang-Undang"),
                                    ("pp", "Peraturan Pemerintah"),
                                    ("perpres", "Peraturan Presiden"),
                                    ("permendagri", "Peraturan Menteri Dalam Negeri"),
                                    ("perda", "Peraturan Daerah"),
                                    ("lainnya", "Lainnya"),
                                ],
                                max_length=12,
                                verbose_name="jenis",
                            ),
                        ),
                        ("number", models.CharField(max_length=20, verbose_name="nomor")),
                        ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                        ("valid_from", models.DateField(blank=True, null=True, verbose_name="berlaku mulai")),
                        ("valid_to", models.DateField(blank=True, null=True, verbose_name="berlaku sampai")),
                        ("is_wrong", models.BooleanField(default=False, verbose_name="kutipan keliru")),
                        ("note", models.CharField(blank=True, max_length=400, verbose_name="catatan")),
                        ("verified", models.BooleanField(default=False, verbose_name="terverifikasi")),
                        ("source", models.CharField(blank=True, max_length=250, verbose_name="sumber")),
                        (
                            "corrected_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mistaken_for",
                                to="regions.legalbasis",
                                verbose_name="kutipan yang benar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dasar hukum",
                        "verbose_name_plural": "dasar hukum",
                        "ordering": ("kind", "-year", "citation"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("corrected_by__isnull", True), ("is_wrong", False)),
                                    models.Q(("corrected_by__isnull", False), ("is_wrong", True)),
                                    _connector="OR",
                                ),
                                name="regions_legal_basis_correction",
                                violation_error_message="Kutipan keliru harus menunjuk kutipan yang benar, dan hanya kutipan keliru.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("valid_to__isnull", True),
                                    ("valid_from__isnull", True),
                                    ("valid_to__gte", models.F("valid_from")),
                                    _connector="OR",
                                ),
                                name="regions_legal_basis_validity",
                                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
