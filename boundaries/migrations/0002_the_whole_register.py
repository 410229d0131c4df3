import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ksd.core.clock


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("boundaries", "0001_initial"),
        ("core", "0001_initial"),
        ("regions", "0001_initial"),
    ]

    operations = [
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
                        max_length=120,
                        verbose_name="koordinat seperti ditulis",
                    ),
                ),
                (
                    "accuracy_m",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=9, null=True, verbose_name="ketelitian (m)"
                    ),
                ),
                (
                    "height_m",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=8, null=True, verbose_name="tinggi (m)"
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
                ("digest", models.CharField(blank=True, editable=False, max_length=64, verbose_name="sidik")),
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
                            ("uu_pembentukan", "Undang-undang pembentukan daerah dan lampiran petanya"),
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
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ditarik pada"),
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
                        help_text="Misalnya: rapat fasilitasi gubernur.", max_length=200, verbose_name="forum"
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="tempat")),
                (
                    "agreed_km",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=8, null=True, verbose_name="disepakati (km)"
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
                    models.CharField(blank=True, max_length=200, verbose_name="letak di wilayah pertama"),
                ),
                (
                    "lies_b",
                    models.CharField(blank=True, max_length=200, verbose_name="letak di wilayah kedua"),
                ),
                (
                    "length_km",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=8, null=True, verbose_name="panjang (km)"
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
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="disepakati pada")),
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
    ]
