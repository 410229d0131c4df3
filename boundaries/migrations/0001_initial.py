import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

import ksd.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("regions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Segment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "length_km",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        help_text="Indikatif, bukan acuan hukum.",
                        max_digits=8,
                        null=True,
                        verbose_name="panjang (km)",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("belum_diketahui", "Belum diketahui"),
                            ("belum_dibahas", "Belum dibahas"),
                            ("penyiapan_dokumen", "Penyiapan dokumen"),
                            ("pelacakan", "Pelacakan batas"),
                            ("pengukuran", "Pengukuran dan penentuan posisi batas"),
                            ("peta_disepakati", "Peta batas disepakati"),
                            ("diusulkan_ke_kemendagri", "Diusulkan ke Kemendagri"),
                            ("fasilitasi_pbd_pusat", "Fasilitasi Tim PBD Pusat"),
                            ("penyusunan_draf_permendagri", "Penyusunan draf Permendagri"),
                            ("ditetapkan", "Ditetapkan dengan Permendagri"),
                            ("pemasangan_pilar", "Pemasangan pilar"),
                            ("pemeliharaan", "Pemeliharaan pilar"),
                            ("berselisih", "Berselisih"),
                            ("fasilitasi_gubernur", "Fasilitasi gubernur"),
                            ("kajian_provinsi", "Kajian provinsi"),
                            ("keputusan_gubernur", "Keputusan gubernur"),
                            ("diserahkan_ke_menteri", "Diserahkan kepada Menteri"),
                            ("garis_kajian_kemendagri", "Garis kajian Kemendagri"),
                            ("digugat_ma", "Diuji di Mahkamah Agung"),
                            ("digugat_mk", "Diuji di Mahkamah Konstitusi"),
                            ("perubahan_ps34", "Perubahan menurut Pasal 34 Permendagri 141/2017"),
                        ],
                        db_index=True,
                        default="belum_diketahui",
                        max_length=30,
                        verbose_name="tahapan",
                    ),
                ),
                ("stage_since", models.DateField(blank=True, null=True, verbose_name="sejak")),
                (
                    "regulation",
                    models.CharField(
                        blank=True,
                        help_text="Misalnya: Permendagri 30/2017.",
                        max_length=120,
                        verbose_name="peraturan",
                    ),
                ),
                (
                    "regulation_title",
                    models.CharField(blank=True, max_length=300, verbose_name="judul peraturan"),
                ),
                ("source", models.CharField(blank=True, max_length=250, verbose_name="sumber")),
                ("verified", models.BooleanField(default=False, verbose_name="terverifikasi")),
                ("note", models.TextField(blank=True, verbose_name="catatan")),
                (
                    "region_a",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="segments_as_a",
                        to="regions.region",
                        verbose_name="wilayah pertama",
                    ),
                ),
                (
                    "region_b",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="segments_as_b",
                        to="regions.region",
                        verbose_name="wilayah kedua",
                    ),
                ),
            ],
            options={
                "verbose_name": "segmen batas",
                "verbose_name_plural": "segmen batas",
                "ordering": ("region_a__code", "region_b__code", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("region_a", models.F("region_b")), _negated=True),
                        name="boundaries_segment_two_sides",
                        violation_error_message="Segmen batas memisahkan dua wilayah yang berbeda.",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.comparison.Least("region_a", "region_b"),
                        django.db.models.functions.comparison.Greatest("region_a", "region_b"),
                        name="boundaries_segment_once",
                        violation_error_message="Segmen batas kedua wilayah ini sudah tercatat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("length_km__isnull", True), ("length_km__gt", 0), _connector="OR"
                        ),
                        name="boundaries_segment_length",
                        violation_error_message="Panjang segmen lebih dari nol, atau kosongkan.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SegmentChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_stage",
                    models.CharField(
                        choices=[
                            ("belum_diketahui", "Belum diketahui"),
                            ("belum_dibahas", "Belum dibahas"),
                            ("penyiapan_dokumen", "Penyiapan dokumen"),
                            ("pelacakan", "Pelacakan batas"),
                            ("pengukuran", "Pengukuran dan penentuan posisi batas"),
                            ("peta_disepakati", "Peta batas disepakati"),
                            ("diusulkan_ke_kemendagri", "Diusulkan ke Kemendagri"),
                            ("fasilitasi_pbd_pusat", "Fasilitasi Tim PBD Pusat"),
                            ("penyusunan_draf_permendagri", "Penyusunan draf Permendagri"),
                            ("ditetapkan", "Ditetapkan dengan Permendagri"),
                            ("pemasangan_pilar", "Pemasangan pilar"),
                            ("pemeliharaan", "Pemeliharaan pilar"),
                            ("berselisih", "Berselisih"),
                            ("fasilitasi_gubernur", "Fasilitasi gubernur"),
                            ("kajian_provinsi", "Kajian provinsi"),
                            ("keputusan_gubernur", "Keputusan gubernur"),
                            ("diserahkan_ke_menteri", "Diserahkan kepada Menteri"),
                            ("garis_kajian_kemendagri", "Garis kajian Kemendagri"),
                            ("digugat_ma", "Diuji di Mahkamah Agung"),
                            ("digugat_mk", "Diuji di Mahkamah Konstitusi"),
                            ("perubahan_ps34", "Perubahan menurut Pasal 34 Permendagri 141/2017"),
                        ],
                        max_length=30,
                        verbose_name="dari",
                    ),
                ),
                (
                    "to_stage",
                    models.CharField(
                        choices=[
                            ("belum_diketahui", "Belum diketahui"),
                            ("belum_dibahas", "Belum dibahas"),
                            ("penyiapan_dokumen", "Penyiapan dokumen"),
                            ("pelacakan", "Pelacakan batas"),
                            ("pengukuran", "Pengukuran dan penentuan posisi batas"),
                            ("peta_disepakati", "Peta batas disepakati"),
                            ("diusulkan_ke_kemendagri", "Diusulkan ke Kemendagri"),
                            ("fasilitasi_pbd_pusat", "Fasilitasi Tim PBD Pusat"),
                            ("penyusunan_draf_permendagri", "Penyusunan draf Permendagri"),
                            ("ditetapkan", "Ditetapkan dengan Permendagri"),
                            ("pemasangan_pilar", "Pemasangan pilar"),
                            ("pemeliharaan", "Pemeliharaan pilar"),
                            ("berselisih", "Berselisih"),
                            ("fasilitasi_gubernur", "Fasilitasi gubernur"),
                            ("kajian_provinsi", "Kajian provinsi"),
                            ("keputusan_gubernur", "Keputusan gubernur"),
                            ("diserahkan_ke_menteri", "Diserahkan kepada Menteri"),
                            ("garis_kajian_kemendagri", "Garis kajian Kemendagri"),
                            ("digugat_ma", "Diuji di Mahkamah Agung"),
                            ("digugat_mk", "Diuji di Mahkamah Konstitusi"),
                            ("perubahan_ps34", "Perubahan menurut Pasal 34 Permendagri 141/2017"),
                        ],
                        max_length=30,
                        verbose_name="ke",
                    ),
                ),
                ("on", models.DateField(help_text="Hari tahapan baru dimulai.", verbose_name="tanggal")),
                ("reason", models.TextField(verbose_name="alasan")),
                ("regulation", models.CharField(blank=True, max_length=120, verbose_name="peraturan")),
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
                        related_name="changes",
                        to="boundaries.segment",
                        verbose_name="segmen batas",
                    ),
                ),
            ],
            options={
                "verbose_name": "perubahan tahapan",
                "verbose_name_plural": "perubahan tahapan",
                "ordering": ("-at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("from_stage", models.F("to_stage")), _negated=True),
                        name="boundaries_change_moves",
                        violation_error_message="Perubahan tahapan menuju tahapan lain.",
                    )
                ],
            },
        ),
    ]
