import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import agreements.models.issued
import ksd.core.clock
import ksd.core.shortcodes
from ksd.core.together import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("agreements", "0004_reports_of_the_team"),
        ("core", "0001_initial"),
        ("regions", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="CitedLaws",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64, unique=True, verbose_name="sidik isi")),
                        ("keys", models.JSONField(default=list, verbose_name="peraturan")),
                    ],
                    options={
                        "verbose_name": "peraturan yang dikutip",
                        "verbose_name_plural": "peraturan yang dikutip",
                    },
                ),
                migrations.CreateModel(
                    name="GuestLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(max_length=150, verbose_name="untuk")),
                        ("token_sha256", models.CharField(editable=False, max_length=64, unique=True)),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="berlaku sampai")),
                        (
                            "revoked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada"),
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
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="guest_links",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="guest_links",
                                to="agreements.party",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tautan tamu",
                        "verbose_name_plural": "tautan tamu",
                        "ordering": ("-created_at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="GuestUse",
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
                                    ("masuk", "Membuka tautan"),
                                    ("baca", "Membaca"),
                                    ("posisi", "Menyatakan posisi"),
                                    ("komentar", "Menulis komentar"),
                                    ("ditolak", "Ditolak"),
                                ],
                                max_length=10,
                                verbose_name="tindakan",
                            ),
                        ),
                        ("detail", models.CharField(blank=True, max_length=200, verbose_name="rincian")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="pada")),
                        (
                            "link",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="uses",
                                to="agreements.guestlink",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pemakaian tautan tamu",
                        "verbose_name_plural": "pemakaian tautan tamu",
                        "ordering": ("-at", "-pk"),
                        "indexes": [models.Index(fields=["link", "at"], name="guest_use_at")],
                    },
                ),
                migrations.CreateModel(
                    name="IssuedFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "token",
                            models.CharField(
                                default=agreements.models.issued.new_token,
                                editable=False,
                                max_length=32,
                                unique=True,
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                default=ksd.core.shortcodes.new_code,
                                editable=False,
                                max_length=12,
                                unique=True,
                                verbose_name="kode",
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                editable=False, max_length=200, unique=True, verbose_name="kunci isi"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf naskah"),
                                    ("final", "Naskah yang disepakati"),
                                    ("surat", "Surat atau daftar"),
                                    ("bertanda_tangan", "Naskah bertanda tangan elektronik"),
                                ],
                                max_length=20,
                                verbose_name="jenis",
                            ),
                        ),
                        ("title", models.CharField(max_length=250, verbose_name="tentang")),
                        ("issuer", models.CharField(blank=True, max_length=200, verbose_name="penerbit")),
                        ("number", models.CharField(blank=True, max_length=120, verbose_name="nomor surat")),
                        (
                            "sha256",
                            models.CharField(
                                blank=True, db_index=True, max_length=64, verbose_name="sidik SHA-256"
                            ),
                        ),
                        ("size", models.PositiveBigIntegerField(default=0, verbose_name="ukuran (bita)")),
                        (
                            "asked_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diminta pada"),
                        ),
                        (
                            "issued_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="diterbitkan pada"),
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
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="issued_files",
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
                            ),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="issued_files",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="agreements.naskahversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "berkas terbitan",
                        "verbose_name_plural": "berkas terbitan",
                        "ordering": ("-asked_at", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("issued_at__isnull", True), ("sha256", "")),
                                    models.Q(
                                        ("issued_at__isnull", False),
                                        models.Q(("sha256", ""), _negated=True),
                                        ("file__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="issued_file_with_its_hash",
                                violation_error_message="Berkas yang diterbitkan mempunyai sidik dan waktunya.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IssuedEntry",
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
                                    ("terbit", "Diterbitkan"),
                                    ("unduh", "Diunduh"),
                                    ("kode", "Diperiksa dengan kode"),
                                    ("cocok", "Diperiksa dengan berkas: cocok"),
                                    ("berbeda", "Diperiksa dengan berkas: berbeda"),
                                ],
                                max_length=20,
                                verbose_name="tindakan",
                            ),
                        ),
                        ("on", models.DateField(default=ksd.core.clock.today, verbose_name="tanggal")),
                        (
                            "at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="terakhir pada"),
                        ),
                        ("times", models.PositiveIntegerField(default=1, verbose_name="kali")),
                        ("by_name", models.CharField(blank=True, max_length=150, verbose_name="oleh")),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "issued",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="agreements.issuedfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catatan berkas terbitan",
                        "verbose_name_plural": "catatan berkas terbitan",
                        "ordering": ("at", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("by__isnull", True)),
                                fields=("issued", "act", "on"),
                                name="issued_entry_of_the_public_once_a_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=60, verbose_name="kode surat")),
                        ("number", models.PositiveIntegerField(verbose_name="versi")),
                        ("wording", models.JSONField(blank=True, default=dict, verbose_name="rumusan")),
                        ("is_current", models.BooleanField(default=True, verbose_name="dipakai")),
                        ("reason", models.CharField(max_length=250, verbose_name="alasan perubahan")),
                        ("owner_name", models.CharField(max_length=150, verbose_name="pemilik")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="sejak"),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pemilik akun",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="paper_templates",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "template surat",
                        "verbose_name_plural": "template surat",
                        "ordering": ("region__code", "code", "-number"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "code", "number"), name="paper_template_version_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_current", True)),
                                fields=("region", "code"),
                                name="paper_template_one_current",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IssuedNumber",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(db_index=True, max_length=60, verbose_name="jenis")),
                        ("label", models.CharField(max_length=160, verbose_name="nama surat")),
                        ("series", models.CharField(blank=True, max_length=80, verbose_name="deret")),
                        ("year", models.PositiveSmallIntegerField(db_index=True, verbose_name="tahun")),
                        (
                            "sequence",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="nomor urut"),
                        ),
                        ("number", models.CharField(max_length=120, verbose_name="nomor")),
                        ("dated", models.DateField(verbose_name="tanggal surat")),
                        ("subject", models.CharField(max_length=400, verbose_name="hal")),
                        ("addressee", models.CharField(blank=True, max_length=300, verbose_name="kepada")),
                        (
                            "state",
                            models.CharField(
                                choices=[("berlaku", "Berlaku"), ("batal", "Batal")],
                                default="berlaku",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "document",
                            models.CharField(blank=True, max_length=40, verbose_name="dokumen paket hukum"),
                        ),
                        ("row", models.PositiveBigIntegerField(default=0, verbose_name="baris asal")),
                        (
                            "words",
                            models.JSONField(blank=True, default=dict, verbose_name="isi saat diterbitkan"),
                        ),
                        ("issued_name", models.CharField(max_length=150, verbose_name="nama pemberi")),
                        (
                            "issued_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diberi pada"),
                        ),
                        ("reason", models.CharField(blank=True, max_length=250, verbose_name="alasan batal")),
                        (
                            "cancelled_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dibatalkan pada"),
                        ),
                        (
                            "cancelled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dibatalkan oleh",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="numbers",
                                to="agreements.case",
                            ),
                        ),
                        (
                            "issued_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diberi oleh",
                            ),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="numbers",
                                to="agreements.naskah",
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
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="issued_numbers",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.papertemplate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nomor surat",
                        "verbose_name_plural": "buku nomor surat",
                        "ordering": ("-year", "-issued_at", "-pk"),
                        "indexes": [
                            models.Index(
                                fields=["region", "year", "kind"], name="agreements__region__e876a1_idx"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("sequence__isnull", False)),
                                fields=("region", "series", "year", "sequence"),
                                name="issued_number_once",
                                violation_error_message="Nomor ini sudah diberikan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "berlaku"),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="issued_number_cancelled_with_reason",
                                violation_error_message="Tuliskan alasan pembatalan nomor.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LawChange",
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
                                choices=[("dicabut", "Dicabut oleh"), ("diubah", "Diubah dengan")],
                                max_length=10,
                                verbose_name="perubahan",
                            ),
                        ),
                        ("by_citation", models.CharField(max_length=250, verbose_name="oleh")),
                        ("effective_on", models.DateField(verbose_name="berlaku sejak")),
                        ("note", models.CharField(blank=True, max_length=400, verbose_name="catatan")),
                        (
                            "recorded_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada"),
                        ),
                        (
                            "confirmed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dipastikan pada"),
                        ),
                        (
                            "told",
                            models.PositiveIntegerField(default=0, verbose_name="orang yang diberi tahu"),
                        ),
                        (
                            "basis",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="regions.legalbasis",
                                verbose_name="peraturan",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changing",
                                to="regions.legalbasis",
                                verbose_name="oleh peraturan dalam register",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dipastikan oleh",
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
                        "verbose_name": "perubahan peraturan",
                        "verbose_name_plural": "perubahan peraturan",
                        "ordering": ("-effective_on", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "dicabut")),
                                fields=("basis",),
                                name="law_repealed_once",
                                violation_error_message="Peraturan ini sudah dicatat dicabut.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetterSetting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "government",
                            models.CharField(blank=True, max_length=160, verbose_name="baris pemerintah"),
                        ),
                        (
                            "office",
                            models.CharField(blank=True, max_length=160, verbose_name="baris unit kerja"),
                        ),
                        (
                            "address",
                            models.CharField(blank=True, max_length=250, verbose_name="alamat pada kop"),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="telepon, surel, laman pada kop"
                            ),
                        ),
                        (
                            "with_emblem",
                            models.BooleanField(default=True, verbose_name="lambang daerah pada kop"),
                        ),
                        (
                            "paper",
                            models.CharField(
                                choices=[("f4", "F4 (21,5 × 33 cm)"), ("a4", "A4 (21 × 29,7 cm)")],
                                default="f4",
                                max_length=4,
                                verbose_name="kertas",
                            ),
                        ),
                        (
                            "font",
                            models.CharField(
                                choices=[
                                    ("arimo", "Arimo (selebar Arial)"),
                                    ("tinos", "Tinos (selebar Times New Roman)"),
                                ],
                                default="arimo",
                                max_length=10,
                                verbose_name="huruf",
                            ),
                        ),
                        (
                            "size_pt",
                            models.PositiveSmallIntegerField(
                                default=11,
                                validators=[
                                    django.core.validators.MinValueValidator(9),
                                    django.core.validators.MaxValueValidator(14),
                                ],
                                verbose_name="ukuran huruf",
                            ),
                        ),
                        (
                            "top_mm",
                            models.PositiveSmallIntegerField(
                                default=20,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(50),
                                ],
                                verbose_name="tepi atas (mm)",
                            ),
                        ),
                        (
                            "right_mm",
                            models.PositiveSmallIntegerField(
                                default=20,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(50),
                                ],
                                verbose_name="tepi kanan (mm)",
                            ),
                        ),
                        (
                            "bottom_mm",
                            models.PositiveSmallIntegerField(
                                default=20,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(50),
                                ],
                                verbose_name="tepi bawah (mm)",
                            ),
                        ),
                        (
                            "left_mm",
                            models.PositiveSmallIntegerField(
                                default=25,
                                validators=[
                                    django.core.validators.MinValueValidator(10),
                                    django.core.validators.MaxValueValidator(50),
                                ],
                                verbose_name="tepi kiri (mm)",
                            ),
                        ),
                        (
                            "numbering",
                            models.CharField(
                                choices=[
                                    ("aplikasi", "Aplikasi ini memberi nomor"),
                                    ("luar", "Kantor memberi nomor di tempat lain; nomornya diketik"),
                                ],
                                default="aplikasi",
                                max_length=10,
                                verbose_name="penomoran",
                            ),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="diubah pada"
                            ),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diubah oleh",
                            ),
                        ),
                        (
                            "region",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letter_setting",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pengaturan surat",
                        "verbose_name_plural": "pengaturan surat",
                        "ordering": ("region__code",),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("bottom_mm__range", (10, 50)),
                                    ("left_mm__range", (10, 50)),
                                    ("right_mm__range", (10, 50)),
                                    ("top_mm__range", (10, 50)),
                                ),
                                name="letter_margins_sane",
                                violation_error_message="Tepi kertas antara 10 dan 50 milimeter.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("size_pt__range", (9, 14))),
                                name="letter_size_sane",
                                violation_error_message="Ukuran huruf antara 9 dan 14 poin.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NaskahDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("part", models.CharField(max_length=80, verbose_name="bagian")),
                        ("base", models.PositiveIntegerField(verbose_name="disunting dari versi")),
                        ("content", models.JSONField(verbose_name="tulisan")),
                        (
                            "stamp",
                            models.PositiveIntegerField(
                                default=1,
                                help_text="Bertambah pada setiap simpanan otomatis.",
                                verbose_name="urutan simpanan",
                            ),
                        ),
                        (
                            "saved_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="tersimpan pada"),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="penulis",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tulisan yang belum disimpan",
                        "verbose_name_plural": "tulisan yang belum disimpan",
                        "ordering": ("naskah", "user", "part"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("naskah", "user", "part"), name="naskah_draft_once_per_part"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NaskahPresence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("part", models.CharField(blank=True, max_length=80, verbose_name="bagian")),
                        (
                            "seen_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, verbose_name="terakhir terlihat"
                            ),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="presences",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="orang",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "orang yang sedang menyunting",
                        "verbose_name_plural": "orang yang sedang menyunting",
                        "ordering": ("naskah", "user"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("naskah", "user"), name="naskah_presence_once_per_person"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NegotiatedClause",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("clause", models.CharField(max_length=120, verbose_name="klausul")),
                        (
                            "state",
                            models.CharField(
                                choices=[("dibahas", "Masih dibahas"), ("disepakati", "Disepakati")],
                                default="dibahas",
                                max_length=12,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("round", models.PositiveSmallIntegerField(default=1, verbose_name="putaran")),
                        (
                            "agreed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="disepakati pada"),
                        ),
                        (
                            "agreed_version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.naskahversion",
                            ),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="negotiated",
                                to="agreements.naskah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pembahasan pasal",
                        "verbose_name_plural": "pembahasan pasal",
                        "ordering": ("naskah", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("naskah", "clause"), name="negotiated_clause_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state", "dibahas"),
                                    models.Q(("agreed_at__isnull", False), ("agreed_version__isnull", False)),
                                    _connector="OR",
                                ),
                                name="agreed_clause_says_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NumberSeries",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(blank=True, max_length=60, verbose_name="jenis surat")),
                        ("pattern", models.CharField(max_length=80, verbose_name="pola nomor")),
                        (
                            "code",
                            models.CharField(blank=True, max_length=30, verbose_name="kode klasifikasi"),
                        ),
                        (
                            "unit",
                            models.CharField(blank=True, max_length=30, verbose_name="singkatan unit kerja"),
                        ),
                        (
                            "after",
                            models.PositiveIntegerField(
                                default=0, verbose_name="nomor terakhir di buku lama"
                            ),
                        ),
                        (
                            "after_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tahun buku lama"
                            ),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="diubah pada"
                            ),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diubah oleh",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="number_series",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "deret nomor",
                        "verbose_name_plural": "deret nomor",
                        "ordering": ("region__code", "kind"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "kind"),
                                name="number_series_once",
                                violation_error_message="Jenis surat ini sudah mempunyai pola nomor.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PdfReading",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("report", models.JSONField(default=dict, verbose_name="temuan")),
                        (
                            "read_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibaca pada"),
                        ),
                        (
                            "file",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pdf_reading",
                                to="core.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pemeriksaan tanda tangan elektronik",
                        "verbose_name_plural": "pemeriksaan tanda tangan elektronik",
                        "ordering": ("-read_at",),
                    },
                ),
                migrations.CreateModel(
                    name="SignRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("official", models.CharField(max_length=150, verbose_name="pejabat")),
                        ("title", models.CharField(blank=True, max_length=200, verbose_name="jabatan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("menunggu", "Menunggu tanda tangan"),
                                    ("ditandatangani", "Ditandatangani"),
                                    ("ditolak", "Ditolak"),
                                    ("ditarik", "Ditarik kembali"),
                                    ("kedaluwarsa", "Kedaluwarsa"),
                                ],
                                default="menunggu",
                                max_length=20,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("expires_on", models.DateField(verbose_name="berlaku sampai")),
                        ("link_hash", models.CharField(editable=False, max_length=64, unique=True)),
                        (
                            "held_until",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="sedang diproses sampai"
                            ),
                        ),
                        ("provider", models.CharField(blank=True, max_length=60, verbose_name="penyedia")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=500, verbose_name="alasan penolakan"),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diminta pada"),
                        ),
                        (
                            "opened_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="tautan pertama dibuka"),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="selesai pada"),
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
                            "issued",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.issuedfile",
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
                            ),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sign_requests",
                                to="agreements.naskahparty",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "permintaan tanda tangan elektronik",
                        "verbose_name_plural": "permintaan tanda tangan elektronik",
                        "ordering": ("row__naskah", "order", "-asked_at"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "menunggu")),
                                fields=("row",),
                                name="sign_request_one_waiting_per_party",
                                violation_error_message="Pihak ini sudah diminta menandatangani.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordReturn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="urutan")),
                        ("foreign", models.BooleanField(default=False, verbose_name="draf dari luar")),
                        ("reading", models.JSONField(verbose_name="hasil baca")),
                        (
                            "note",
                            models.CharField(blank=True, max_length=250, verbose_name="catatan pengirim"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("menunggu", "Menunggu keputusan"),
                                    ("diterima", "Diterima"),
                                    ("ditolak", "Ditolak"),
                                ],
                                db_index=True,
                                default="menunggu",
                                max_length=10,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diunggah pada"),
                        ),
                        ("role", models.CharField(max_length=150, verbose_name="peran")),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="diputuskan pada"),
                        ),
                        ("reason", models.TextField(blank=True, verbose_name="alasan")),
                        (
                            "accepted",
                            models.JSONField(blank=True, default=list, verbose_name="bagian yang diterima"),
                        ),
                        (
                            "compared_with",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="word_returns",
                                to="agreements.naskahversion",
                                verbose_name="dibandingkan dengan",
                            ),
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
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "naskah",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="word_returns",
                                to="agreements.naskah",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diunggah oleh",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.naskahversion",
                                verbose_name="menjadi versi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hasil Word",
                        "verbose_name_plural": "hasil Word",
                        "ordering": ("naskah", "-number"),
                        "constraints": [
                            models.UniqueConstraint(fields=("naskah", "number"), name="word_return_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "diterima"), _negated=True),
                                    ("version__isnull", False),
                                    _connector="OR",
                                ),
                                name="word_accepted_has_version",
                                violation_error_message="Hasil Word yang diterima harus menjadi sebuah versi.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "ditolak"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="word_refused_has_reason",
                                violation_error_message="Penolakan harus beralasan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClauseFallback",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                        ("title", models.CharField(max_length=120, verbose_name="nama")),
                        ("when", models.CharField(max_length=400, verbose_name="kapan dipakai")),
                        ("ayat", models.JSONField(verbose_name="ayat")),
                        ("owner_name", models.CharField(max_length=150, verbose_name="pemilik")),
                        ("reason", models.CharField(max_length=250, verbose_name="alasan")),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="sejak"),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="tidak dipakai sejak"),
                        ),
                        (
                            "ended_by",
                            models.CharField(blank=True, max_length=150, verbose_name="dihentikan oleh"),
                        ),
                        (
                            "ended_reason",
                            models.CharField(blank=True, max_length=250, verbose_name="alasan dihentikan"),
                        ),
                        (
                            "clause",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="fallbacks",
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
                        "verbose_name": "posisi cadangan",
                        "verbose_name_plural": "posisi cadangan",
                        "ordering": ("clause", "order", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("clause", "order"),
                                name="clause_fallback_order_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClausePosition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("round", models.PositiveSmallIntegerField(verbose_name="putaran")),
                        (
                            "stance",
                            models.CharField(
                                choices=[
                                    ("setuju", "Setuju"),
                                    ("usul", "Usul perubahan"),
                                    ("keberatan", "Keberatan"),
                                    ("buka", "Minta dibuka kembali"),
                                ],
                                max_length=10,
                                verbose_name="posisi",
                            ),
                        ),
                        ("wording", models.JSONField(blank=True, null=True, verbose_name="usul rumusan")),
                        ("wording_sha256", models.CharField(max_length=64, verbose_name="sidik rumusan")),
                        ("remark", models.TextField(blank=True, verbose_name="catatan")),
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
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="positions",
                                to="agreements.party",
                            ),
                        ),
                        (
                            "guest",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="positions",
                                to="agreements.guestlink",
                            ),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="positions",
                                to="agreements.negotiatedclause",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "posisi pihak",
                        "verbose_name_plural": "posisi para pihak",
                        "ordering": ("row", "pk"),
                    },
                ),
            ]
        ),
        migrations.AddField(
            model_name="clause",
            name="conditions",
            field=models.JSONField(blank=True, default=list, verbose_name="syarat pemakaian"),
        ),
        migrations.AddField(
            model_name="clause",
            name="conditions_by",
            field=models.CharField(blank=True, max_length=150, verbose_name="syarat ditetapkan oleh"),
        ),
        Together(
            [
                migrations.AddField(
                    model_name="clause",
                    name="conditions_reason",
                    field=models.CharField(blank=True, max_length=250, verbose_name="alasan syarat"),
                ),
                migrations.AddField(
                    model_name="comment",
                    name="anchor",
                    field=models.CharField(blank=True, max_length=120, verbose_name="pasal"),
                ),
                migrations.AddField(
                    model_name="naskahversion",
                    name="frozen",
                    field=models.JSONField(
                        blank=True, default=dict, editable=False, verbose_name="lembar yang dibekukan"
                    ),
                ),
            ]
        ),
        migrations.AddField(
            model_name="naskahversion",
            name="words_sha256",
            field=models.CharField(
                blank=True, editable=False, max_length=64, verbose_name="sidik teks lengkap"
            ),
        ),
        migrations.AlterField(
            model_name="comment",
            name="author",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="penulis",
            ),
        ),
        migrations.AlterField(
            model_name="comment",
            name="region",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="regions.region",
                verbose_name="daerah penulis",
            ),
        ),
        migrations.AlterField(
            model_name="naskahparty",
            name="mode",
            field=models.CharField(
                blank=True,
                choices=[
                    ("seremonial", "Seremonial"),
                    ("desk", "Desk-to-desk (bergiliran)"),
                    ("hibrida", "Hibrida"),
                    ("elektronik", "Tanda tangan elektronik"),
                ],
                max_length=20,
                verbose_name="cara penandatanganan",
            ),
        ),
        migrations.AlterField(
            model_name="signingevent",
            name="mode",
            field=models.CharField(
                choices=[
                    ("seremonial", "Seremonial"),
                    ("desk", "Desk-to-desk (bergiliran)"),
                    ("hibrida", "Hibrida"),
                    ("elektronik", "Tanda tangan elektronik"),
                ],
                max_length=20,
                verbose_name="cara penandatanganan",
            ),
        ),
        migrations.AddField(
            model_name="comment",
            name="guest",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="comments",
                to="agreements.guestlink",
                verbose_name="tamu",
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("author__isnull", False), ("region__isnull", False)),
                    ("guest__isnull", False),
                    _connector="OR",
                ),
                name="comment_has_a_writer",
            ),
        ),
    ]
