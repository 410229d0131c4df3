import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ksd.core.clock
import meetings.models.attendance
import meetings.models.meeting
from ksd.core.together import Together


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("agreements", "0007_signed_electronically"),
        ("boundaries", "0001_initial"),
        ("core", "0001_initial"),
        ("meetings", "0001_initial"),
        ("regions", "0001_initial"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="AgendaSection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="judul bagian")),
                        ("order", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sections",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bagian agenda",
                        "verbose_name_plural": "bagian agenda",
                        "ordering": ("order", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItem",
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
                        ("order", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pembukaan", "Pembukaan"),
                                    ("sambutan", "Sambutan atau arahan"),
                                    ("paparan", "Paparan"),
                                    ("pembahasan", "Pembahasan"),
                                    ("perumusan", "Perumusan hasil"),
                                    ("penutupan", "Penutupan"),
                                    ("istirahat", "Istirahat"),
                                    ("lainnya", "Lainnya"),
                                ],
                                default="pembahasan",
                                max_length=20,
                                verbose_name="jenis acara",
                            ),
                        ),
                        ("title", models.CharField(max_length=300, verbose_name="acara")),
                        ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="mulai")),
                        ("minutes", models.PositiveSmallIntegerField(default=15, verbose_name="menit")),
                        (
                            "presenter",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="penyaji atau penanggung jawab"
                            ),
                        ),
                        ("room", models.CharField(blank=True, max_length=120, verbose_name="ruang")),
                        ("link", models.URLField(blank=True, verbose_name="tautan daring")),
                        ("note", models.TextField(blank=True, verbose_name="keterangan")),
                        (
                            "reason",
                            models.CharField(blank=True, max_length=500, verbose_name="alasan masuk agenda"),
                        ),
                        ("source", models.CharField(blank=True, max_length=60, verbose_name="asal usul")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("menunggu", "Menunggu"),
                                    ("berjalan", "Berjalan"),
                                    ("selesai", "Selesai"),
                                    ("dilewati", "Dilewati"),
                                ],
                                default="menunggu",
                                max_length=15,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "begun_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dimulai pada"),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="berakhir pada"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.case",
                                verbose_name="kerja sama",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="diusulkan oleh",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "section",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="meetings.agendasection",
                                verbose_name="bagian",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "mata acara",
                        "verbose_name_plural": "mata acara",
                        "ordering": ("section__order", "section_id", "order", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                                name="meetings_item_minutes",
                                violation_error_message="Lama acara 1 sampai 1440 menit.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("source", ""), _negated=True),
                                fields=("meeting", "source"),
                                name="meetings_item_source_once",
                                violation_error_message="Usul ini sudah masuk agenda.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "berjalan")),
                                fields=("meeting",),
                                name="meetings_item_one_running",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
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
                        ("order", models.PositiveSmallIntegerField(verbose_name="nomor butir")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("informasi", "Informasi"),
                                    ("keputusan", "Keputusan"),
                                    ("rekomendasi", "Rekomendasi"),
                                ],
                                default="keputusan",
                                max_length=15,
                                verbose_name="jenis butir",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="bunyi butir")),
                        (
                            "key",
                            models.CharField(editable=False, max_length=64, verbose_name="kunci kiriman"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "written_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="ditulis pada"),
                        ),
                        (
                            "dropped_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meeting_decisions",
                                to="agreements.case",
                                verbose_name="kerja sama",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="decisions",
                                to="meetings.agendaitem",
                                verbose_name="mata acara",
                            ),
                        ),
                        (
                            "legal_basis",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.legalbasis",
                                verbose_name="dasar hukum",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meeting_decisions",
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
                                verbose_name="ditulis oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "butir rumusan",
                        "verbose_name_plural": "butir rumusan",
                        "ordering": ("order", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "key"), name="meetings_decision_sent_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("dropped_at__isnull", True)),
                                fields=("meeting", "order"),
                                name="meetings_decision_number_once",
                                violation_error_message="Nomor butir ini sudah dipakai.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
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
                        ("target", models.CharField(blank=True, max_length=500, verbose_name="sasaran")),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, db_index=True, null=True, verbose_name="batas waktu"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("belum", "Belum dikerjakan"),
                                    ("proses", "Dalam proses"),
                                    ("selesai", "Selesai, menunggu verifikasi"),
                                    ("diverifikasi", "Diverifikasi"),
                                    ("dihentikan", "Dihentikan dengan alasan"),
                                ],
                                db_index=True,
                                default="belum",
                                max_length=15,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(default=0, verbose_name="kemajuan (%)"),
                        ),
                        ("obstacle", models.TextField(blank=True, verbose_name="kendala")),
                        ("done_on", models.DateField(blank=True, null=True, verbose_name="selesai pada")),
                        (
                            "verified_on",
                            models.DateField(blank=True, null=True, verbose_name="diverifikasi pada"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diperbarui pada"),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="meetings.decision",
                                verbose_name="butir rumusan",
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
                                related_name="follow_ups",
                                to="regions.region",
                                verbose_name="daerah penanggung jawab",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tindak lanjut",
                        "verbose_name_plural": "tindak lanjut",
                        "ordering": ("due_on", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("progress__lte", 100)),
                                name="meetings_followup_progress",
                                violation_error_message="Kemajuan 0 sampai 100 persen.",
                            ),
                            models.UniqueConstraint(
                                fields=("decision", "region", "office"),
                                name="meetings_followup_once",
                                violation_error_message="Penanggung jawab ini sudah tercatat pada butir ini.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("office__isnull", True)),
                                fields=("decision", "region"),
                                name="meetings_followup_region_once",
                                violation_error_message="Penanggung jawab ini sudah tercatat pada butir ini.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Carry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=300, verbose_name="alasan")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="pada")),
                        (
                            "carried_by",
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
                                related_name="carried",
                                to="meetings.meeting",
                                verbose_name="dibawa ke rapat",
                            ),
                        ),
                        (
                            "follow_up",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="carries",
                                to="meetings.followup",
                                verbose_name="tindak lanjut",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tindak lanjut yang dibawa",
                        "verbose_name_plural": "tindak lanjut yang dibawa",
                        "ordering": ("at", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("follow_up", "meeting"), name="meetings_carry_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BacklogItem",
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
                        ("title", models.CharField(max_length=300, verbose_name="usul acara")),
                        ("reason", models.TextField(verbose_name="alasan")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("diusulkan", "Diusulkan"),
                                    ("diterima", "Masuk agenda"),
                                    ("ditunda", "Ditunda ke rapat berikutnya"),
                                    ("ditolak", "Tidak diterima"),
                                    ("ditarik", "Ditarik pengusul"),
                                ],
                                db_index=True,
                                default="diusulkan",
                                max_length=15,
                                verbose_name="keadaan",
                            ),
                        ),
                        (
                            "reply",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="jawaban penyelenggara"
                            ),
                        ),
                        (
                            "proposed_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diusulkan pada"),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dijawab pada"),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.case",
                                verbose_name="kerja sama",
                            ),
                        ),
                        (
                            "item",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="wish",
                                to="meetings.agendaitem",
                                verbose_name="mata acara",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wishes",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="diusulkan oleh",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agenda_wishes",
                                to="regions.region",
                                verbose_name="pengusul",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="boundaries.segment",
                                verbose_name="segmen batas",
                            ),
                        ),
                        (
                            "follow_up",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="meetings.followup",
                                verbose_name="tindak lanjut lama",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "usul acara",
                        "verbose_name_plural": "usul acara",
                        "ordering": ("-proposed_at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="FollowUpEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("step", models.CharField(max_length=30, verbose_name="langkah")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("belum", "Belum dikerjakan"),
                                    ("proses", "Dalam proses"),
                                    ("selesai", "Selesai, menunggu verifikasi"),
                                    ("diverifikasi", "Diverifikasi"),
                                    ("dihentikan", "Dihentikan dengan alasan"),
                                ],
                                max_length=15,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("progress", models.PositiveSmallIntegerField(verbose_name="kemajuan (%)")),
                        ("text", models.TextField(blank=True, verbose_name="uraian")),
                        ("obstacle", models.TextField(blank=True, verbose_name="kendala")),
                        ("actor_name", models.CharField(max_length=150, verbose_name="nama")),
                        (
                            "key",
                            models.CharField(
                                blank=True, editable=False, max_length=64, verbose_name="kunci kiriman"
                            ),
                        ),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="dicatat pada")),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
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
                            "follow_up",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="entries",
                                to="meetings.followup",
                                verbose_name="tindak lanjut",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catatan tindak lanjut",
                        "verbose_name_plural": "catatan tindak lanjut",
                        "ordering": ("-at", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("key", ""), _negated=True),
                                fields=("follow_up", "key"),
                                name="meetings_entry_sent_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingLetter",
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
                                    ("undangan", "Surat undangan"),
                                    ("perubahan", "Surat perubahan jadwal atau tempat"),
                                    ("pembatalan", "Surat pembatalan"),
                                ],
                                max_length=20,
                                verbose_name="jenis surat",
                            ),
                        ),
                        ("sequence", models.PositiveIntegerField(default=0, verbose_name="urutan perubahan")),
                        ("nature", models.CharField(default="Penting", max_length=40, verbose_name="sifat")),
                        ("opening", models.TextField(blank=True, verbose_name="alinea pembuka")),
                        ("notes", models.TextField(blank=True, verbose_name="catatan bagi peserta")),
                        ("closing", models.TextField(blank=True, verbose_name="alinea penutup")),
                        (
                            "signer_mode",
                            models.CharField(
                                choices=[
                                    ("sendiri", "Atas jabatan sendiri"),
                                    ("an", "a.n. (atas nama)"),
                                    ("ub", "u.b. (untuk beliau)"),
                                    ("plt", "Plt. (pelaksana tugas)"),
                                    ("plh", "Plh. (pelaksana harian)"),
                                ],
                                default="sendiri",
                                max_length=10,
                                verbose_name="penandatanganan",
                            ),
                        ),
                        (
                            "signer_title",
                            models.CharField(max_length=150, verbose_name="jabatan penanda tangan"),
                        ),
                        (
                            "signer_for",
                            models.CharField(blank=True, max_length=150, verbose_name="atas nama jabatan"),
                        ),
                        ("signer_name", models.CharField(max_length=150, verbose_name="nama penanda tangan")),
                        ("signer_rank", models.CharField(blank=True, max_length=80, verbose_name="pangkat")),
                        ("signer_nip", models.CharField(blank=True, max_length=30, verbose_name="NIP")),
                        ("copies_to", models.TextField(blank=True, verbose_name="tembusan")),
                        ("dated", models.DateField(blank=True, null=True, verbose_name="tanggal surat")),
                        (
                            "words",
                            models.JSONField(blank=True, default=dict, verbose_name="isi saat diterbitkan"),
                        ),
                        (
                            "told",
                            models.JSONField(blank=True, default=dict, verbose_name="jadwal menurut surat"),
                        ),
                        (
                            "reminded",
                            models.JSONField(
                                blank=True, default=list, verbose_name="pengingat otomatis terpakai"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="disusun pada"),
                        ),
                        (
                            "issued_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="diterbitkan pada"),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disusun oleh",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letters",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                        (
                            "number",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.issuednumber",
                                verbose_name="nomor",
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.issuedfile",
                                verbose_name="berkas terbitan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "surat rapat",
                        "verbose_name_plural": "surat rapat",
                        "ordering": ("-sequence", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "sequence"), name="meetings_letter_sequence_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("issued_at__isnull", True)),
                                fields=("meeting",),
                                name="meetings_letter_one_draft",
                                violation_error_message="Rapat ini sudah mempunyai konsep surat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("issued_at__isnull", True), ("dated__isnull", False), _connector="OR"
                                ),
                                name="meetings_letter_issued_dated",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invitee",
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
                        ("title", models.CharField(max_length=200, verbose_name="jabatan yang diundang")),
                        ("name", models.CharField(blank=True, max_length=150, verbose_name="nama")),
                        (
                            "organisation",
                            models.CharField(blank=True, max_length=200, verbose_name="instansi"),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("kepala_delegasi", "Kepala delegasi"),
                                    ("peserta", "Peserta"),
                                    ("narasumber", "Narasumber"),
                                    ("undangan", "Undangan"),
                                    ("panitia", "Panitia"),
                                ],
                                default="peserta",
                                max_length=20,
                                verbose_name="diundang sebagai",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dicoret pada"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("belum", "Belum menjawab"),
                                    ("hadir", "Hadir"),
                                    ("diwakili", "Diwakili"),
                                    ("tidak_hadir", "Tidak dapat hadir"),
                                ],
                                db_index=True,
                                default="belum",
                                max_length=20,
                                verbose_name="jawaban",
                            ),
                        ),
                        ("people", models.PositiveSmallIntegerField(default=1, verbose_name="jumlah orang")),
                        (
                            "delegate_name",
                            models.CharField(blank=True, max_length=150, verbose_name="nama yang mewakili"),
                        ),
                        (
                            "delegate_title",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="jabatan yang mewakili"
                            ),
                        ),
                        (
                            "delegate_phone",
                            models.CharField(blank=True, max_length=40, verbose_name="telepon yang mewakili"),
                        ),
                        (
                            "delegate_email",
                            models.EmailField(blank=True, max_length=254, verbose_name="surel yang mewakili"),
                        ),
                        (
                            "mandate_number",
                            models.CharField(blank=True, max_length=120, verbose_name="nomor surat tugas"),
                        ),
                        ("remark", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dijawab pada"),
                        ),
                        (
                            "answered_through",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("tautan", "Tautan surel"),
                                    ("akun", "Akun daerah"),
                                    ("sekretariat", "Dicatat sekretariat"),
                                ],
                                max_length=20,
                                verbose_name="dijawab lewat",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dijawab oleh",
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
                                verbose_name="surat tugas",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitees",
                                to="meetings.meeting",
                                verbose_name="rapat",
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                        (
                            "invited_by_letter",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitees",
                                to="meetings.meetingletter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "undangan peserta",
                        "verbose_name_plural": "daftar undangan",
                        "ordering": ("order", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("people__gte", 1), ("people__lte", 50)),
                                name="meetings_invitee_people",
                                violation_error_message="Jumlah orang 1 sampai 50.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", "diwakili"), _negated=True),
                                    models.Q(("delegate_name", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="meetings_invitee_delegate_named",
                                violation_error_message="Tuliskan nama yang mewakili.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("name", ""),
                                    ("office__isnull", False),
                                    ("region__isnull", False),
                                    ("withdrawn_at__isnull", True),
                                ),
                                fields=("meeting", "region", "office", "title"),
                                name="meetings_invitee_office_once",
                                violation_error_message="Perangkat daerah ini sudah diundang dengan jabatan yang sama.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("belum", "Belum menjawab"),
                                    ("hadir", "Hadir"),
                                    ("diwakili", "Diwakili"),
                                    ("tidak_hadir", "Tidak dapat hadir"),
                                ],
                                max_length=20,
                                verbose_name="jawaban",
                            ),
                        ),
                        ("people", models.PositiveSmallIntegerField(default=1, verbose_name="jumlah orang")),
                        ("comes", models.CharField(blank=True, max_length=320, verbose_name="yang hadir")),
                        ("remark", models.CharField(blank=True, max_length=500, verbose_name="keterangan")),
                        (
                            "through",
                            models.CharField(
                                choices=[
                                    ("tautan", "Tautan surel"),
                                    ("akun", "Akun daerah"),
                                    ("sekretariat", "Dicatat sekretariat"),
                                ],
                                max_length=20,
                                verbose_name="lewat",
                            ),
                        ),
                        (
                            "at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="pada"
                            ),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="oleh",
                            ),
                        ),
                        (
                            "invitee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="meetings.invitee",
                                verbose_name="peserta",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "riwayat jawaban",
                        "verbose_name_plural": "riwayat jawaban",
                        "ordering": ("-at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="ActLink",
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
                                    ("jawab", "Menjawab undangan"),
                                    ("konfirmasi", "Mengonfirmasi rumusan"),
                                    ("tindak_lanjut", "Melaporkan tindak lanjut"),
                                ],
                                max_length=20,
                                verbose_name="untuk",
                            ),
                        ),
                        ("token_sha256", models.CharField(editable=False, max_length=64, unique=True)),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="berlaku sampai")),
                        (
                            "opened_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="pertama dibuka"),
                        ),
                        ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="dipakai pada")),
                        (
                            "revoked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada"),
                        ),
                        (
                            "follow_up",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="meetings.followup",
                            ),
                        ),
                        (
                            "invitee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to="meetings.invitee",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tautan tindakan",
                        "verbose_name_plural": "tautan tindakan",
                        "ordering": ("-created_at", "-pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("invitee__isnull", False), ("follow_up__isnull", False), _connector="XOR"
                                ),
                                name="meetings_link_one_subject",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LiveNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="catatan")),
                        ("speaker", models.CharField(blank=True, max_length=150, verbose_name="pembicara")),
                        (
                            "key",
                            models.CharField(editable=False, max_length=64, verbose_name="kunci kiriman"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="ditulis pada")),
                        (
                            "dropped_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dihapus pada"),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="notulis",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="notes",
                                to="meetings.agendaitem",
                                verbose_name="mata acara",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "catatan rapat",
                        "verbose_name_plural": "catatan rapat",
                        "ordering": ("at", "pk"),
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "key"), name="meetings_note_sent_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingFile",
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
                                    ("materi", "Materi atau paparan"),
                                    ("foto", "Foto kegiatan"),
                                    ("surat_tugas", "Surat tugas"),
                                    ("lainnya", "Lainnya"),
                                ],
                                max_length=15,
                                verbose_name="jenis berkas",
                            ),
                        ),
                        ("caption", models.CharField(blank=True, max_length=200, verbose_name="keterangan")),
                        (
                            "added_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="ditambahkan pada"),
                        ),
                        (
                            "dropped_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dihapus pada"),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="berkas",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="files",
                                to="meetings.agendaitem",
                                verbose_name="mata acara",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "berkas rapat",
                        "verbose_name_plural": "berkas rapat",
                        "ordering": ("added_at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="MeetingPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("background", models.TextField(blank=True, verbose_name="latar belakang")),
                        ("legal_basis", models.TextField(blank=True, verbose_name="dasar hukum")),
                        ("aim", models.TextField(blank=True, verbose_name="maksud dan tujuan")),
                        ("audience", models.TextField(blank=True, verbose_name="peserta")),
                        ("speakers", models.TextField(blank=True, verbose_name="narasumber")),
                        ("method", models.TextField(blank=True, verbose_name="metode")),
                        ("output", models.TextField(blank=True, verbose_name="keluaran")),
                        ("timetable", models.TextField(blank=True, verbose_name="jadwal persiapan")),
                        (
                            "responsible",
                            models.CharField(blank=True, max_length=200, verbose_name="penanggung jawab"),
                        ),
                        (
                            "budget",
                            models.DecimalField(
                                blank=True,
                                decimal_places=0,
                                max_digits=15,
                                null=True,
                                verbose_name="anggaran (rupiah)",
                            ),
                        ),
                        (
                            "budget_source",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="sumber anggaran (DPA, sub kegiatan)"
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "changed_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="diubah pada"
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plan",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "KAK rapat",
                        "verbose_name_plural": "KAK rapat",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("budget__isnull", True), ("budget__gte", 0), _connector="OR"
                                ),
                                name="meetings_plan_budget",
                                violation_error_message="Anggaran tidak boleh negatif.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("addressee", models.CharField(blank=True, max_length=200, verbose_name="kepada")),
                        ("introduction", models.TextField(blank=True, verbose_name="pendahuluan")),
                        ("course", models.TextField(blank=True, verbose_name="pelaksanaan")),
                        ("conclusion", models.TextField(blank=True, verbose_name="kesimpulan")),
                        ("advice", models.TextField(blank=True, verbose_name="saran")),
                        (
                            "signer",
                            models.CharField(blank=True, max_length=150, verbose_name="penanda tangan"),
                        ),
                        (
                            "signer_title",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="jabatan penanda tangan"
                            ),
                        ),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="dikirim pada")),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "changed_at",
                            models.DateTimeField(
                                default=ksd.core.clock.now, editable=False, verbose_name="diubah pada"
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="report",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                        (
                            "number",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.issuednumber",
                                verbose_name="nomor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "laporan rapat",
                        "verbose_name_plural": "laporan rapat",
                    },
                ),
                migrations.CreateModel(
                    name="MeetingSeries",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=200, verbose_name="nama seri")),
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
                                    ("konsultasi", "Rapat konsultasi"),
                                    ("konsultasi_publik", "Forum konsultasi publik"),
                                    ("lainnya", "Rapat lainnya"),
                                ],
                                max_length=30,
                                verbose_name="jenis",
                            ),
                        ),
                        ("title", models.CharField(max_length=250, verbose_name="pola nama rapat")),
                        ("theme", models.CharField(blank=True, max_length=300, verbose_name="tema")),
                        (
                            "per_year",
                            models.PositiveSmallIntegerField(default=1, verbose_name="kali setahun"),
                        ),
                        ("agenda", models.JSONField(blank=True, default=list, verbose_name="susunan acara")),
                        ("is_active", models.BooleanField(default=True, verbose_name="dipakai")),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meeting_series",
                                to="regions.region",
                                verbose_name="penyelenggara",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "seri rapat",
                        "verbose_name_plural": "seri rapat",
                        "ordering": ("region_id", "name"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "name"),
                                name="meetings_series_once",
                                violation_error_message="Seri rapat dengan nama ini sudah ada.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingSession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=150, verbose_name="nama sesi")),
                        ("starts_at", models.DateTimeField(verbose_name="mulai")),
                        ("ends_at", models.DateTimeField(verbose_name="selesai")),
                        ("opens_at", models.DateTimeField(verbose_name="daftar hadir dibuka")),
                        ("closes_at", models.DateTimeField(verbose_name="daftar hadir ditutup")),
                        (
                            "code",
                            models.CharField(
                                default=meetings.models.attendance.new_door_code,
                                editable=False,
                                max_length=24,
                                unique=True,
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sessions",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sesi rapat",
                        "verbose_name_plural": "sesi rapat",
                        "ordering": ("starts_at", "pk"),
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_at__gt", models.F("starts_at")),
                                    ("closes_at__gt", models.F("opens_at")),
                                ),
                                name="meetings_session_span",
                                violation_error_message="Sesi dan daftar hadirnya harus berakhir sesudah mulai.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        ("title", models.CharField(blank=True, max_length=150, verbose_name="jabatan")),
                        (
                            "organisation",
                            models.CharField(blank=True, max_length=200, verbose_name="instansi"),
                        ),
                        ("nip", models.CharField(blank=True, max_length=30, verbose_name="NIP")),
                        (
                            "gender",
                            models.CharField(
                                blank=True, choices=[("L", "L"), ("P", "P")], max_length=1, verbose_name="L/P"
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=40, verbose_name="telepon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("stands_for", models.CharField(blank=True, max_length=200, verbose_name="mewakili")),
                        (
                            "way",
                            models.CharField(
                                choices=[("qr", "Mengisi sendiri lewat QR"), ("meja", "Dicatat sekretariat")],
                                max_length=10,
                                verbose_name="dicatat lewat",
                            ),
                        ),
                        (
                            "key",
                            models.CharField(editable=False, max_length=64, verbose_name="kunci kiriman"),
                        ),
                        (
                            "said_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="waktu menurut telepon"),
                        ),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="hadir pada")),
                        (
                            "struck_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dicoret pada"),
                        ),
                        (
                            "struck_reason",
                            models.CharField(blank=True, max_length=250, verbose_name="alasan dicoret"),
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                                verbose_name="daerah",
                            ),
                        ),
                        (
                            "signature",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.storedfile",
                                verbose_name="tanda tangan",
                            ),
                        ),
                        (
                            "invitee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="meetings.invitee",
                                verbose_name="peserta undangan",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="meetings.meetingsession",
                                verbose_name="sesi",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kehadiran",
                        "verbose_name_plural": "daftar hadir",
                        "ordering": ("at", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("session", "key"), name="meetings_attendance_sent_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("invitee__isnull", False), ("struck_at__isnull", True)),
                                fields=("session", "invitee", "name"),
                                name="meetings_attendance_once",
                                violation_error_message="Orang ini sudah tercatat hadir pada sesi ini.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Minutes",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("koreksi", "Menunggu koreksi peserta"),
                                    ("disahkan", "Disahkan"),
                                ],
                                default="draf",
                                max_length=15,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("nature", models.CharField(blank=True, max_length=80, verbose_name="sifat rapat")),
                        (
                            "opened_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="rapat dibuka pukul"),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="rapat ditutup pukul"),
                        ),
                        (
                            "chair",
                            models.CharField(blank=True, max_length=150, verbose_name="pimpinan rapat"),
                        ),
                        (
                            "chair_title",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="jabatan pimpinan rapat"
                            ),
                        ),
                        (
                            "secretary",
                            models.CharField(blank=True, max_length=150, verbose_name="sekretaris rapat"),
                        ),
                        ("note_taker", models.CharField(blank=True, max_length=150, verbose_name="notulis")),
                        (
                            "note_taker_title",
                            models.CharField(blank=True, max_length=150, verbose_name="jabatan notulis"),
                        ),
                        ("guests", models.TextField(blank=True, verbose_name="undangan lain yang hadir")),
                        ("course", models.TextField(blank=True, verbose_name="jalannya rapat")),
                        ("discussion", models.TextField(blank=True, verbose_name="pokok pembahasan")),
                        ("conclusion", models.TextField(blank=True, verbose_name="kesimpulan")),
                        (
                            "correct_until",
                            models.DateField(blank=True, null=True, verbose_name="batas koreksi"),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dikirim untuk koreksi pada"
                            ),
                        ),
                        (
                            "signed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="disahkan pada"),
                        ),
                        (
                            "words",
                            models.JSONField(blank=True, default=dict, verbose_name="isi saat disahkan"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0, editable=False)),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="minutes",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="disahkan oleh",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notula",
                        "verbose_name_plural": "notula",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "disahkan"), _negated=True),
                                    ("signed_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="meetings_minutes_signed_when",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Correction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("part", models.CharField(blank=True, max_length=40, verbose_name="bagian")),
                        ("text", models.TextField(verbose_name="koreksi")),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="pada")),
                        ("accepted", models.BooleanField(null=True, verbose_name="diterima")),
                        ("reply", models.CharField(blank=True, max_length=500, verbose_name="tanggapan")),
                        (
                            "answered_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ditanggapi pada"),
                        ),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="akun",
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
                            "invitee",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="meetings.invitee",
                                verbose_name="peserta",
                            ),
                        ),
                        (
                            "minutes",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="corrections",
                                to="meetings.minutes",
                                verbose_name="notula",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "koreksi notula",
                        "verbose_name_plural": "koreksi notula",
                        "ordering": ("at", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="Record",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("disusun", "Disusun"),
                                    ("dikonfirmasi", "Dibaca dan dikonfirmasi delegasi"),
                                    ("terkunci", "Terkunci"),
                                ],
                                default="disusun",
                                max_length=15,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("preamble", models.TextField(blank=True, verbose_name="pembuka")),
                        ("closing", models.TextField(blank=True, verbose_name="penutup")),
                        ("edition", models.PositiveSmallIntegerField(default=0, verbose_name="edisi")),
                        (
                            "shown",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="teks yang dibaca delegasi"
                            ),
                        ),
                        (
                            "shown_sha256",
                            models.CharField(blank=True, max_length=64, verbose_name="sidik teks"),
                        ),
                        (
                            "shown_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dibacakan pada"),
                        ),
                        (
                            "locked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dikunci pada"),
                        ),
                        (
                            "locked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="dikunci oleh",
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="record",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                        (
                            "number",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.issuednumber",
                                verbose_name="nomor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rumusan rapat",
                        "verbose_name_plural": "rumusan rapat",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "terkunci"), _negated=True),
                                    ("locked_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="meetings_record_locked_when",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Confirmation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("edition", models.PositiveSmallIntegerField(verbose_name="edisi")),
                        (
                            "stance",
                            models.CharField(
                                choices=[("setuju", "Setuju"), ("keberatan", "Keberatan")],
                                max_length=10,
                                verbose_name="pernyataan",
                            ),
                        ),
                        ("objection", models.TextField(blank=True, verbose_name="keberatan")),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        ("title", models.CharField(blank=True, max_length=150, verbose_name="jabatan")),
                        ("at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="pada")),
                        (
                            "actor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="akun",
                            ),
                        ),
                        (
                            "invitee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="confirmations",
                                to="meetings.invitee",
                                verbose_name="delegasi",
                            ),
                        ),
                        (
                            "record",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="confirmations",
                                to="meetings.record",
                                verbose_name="rumusan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "konfirmasi rumusan",
                        "verbose_name_plural": "konfirmasi rumusan",
                        "ordering": ("at", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("record", "invitee", "edition"),
                                name="meetings_confirmation_once",
                                violation_error_message="Delegasi ini sudah menyatakan sikap atas edisi ini.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stance", "keberatan"), _negated=True),
                                    models.Q(("objection", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="meetings_objection_has_words",
                                violation_error_message="Tuliskan keberatannya.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sending",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "round",
                            models.PositiveSmallIntegerField(
                                default=0,
                                help_text="0 berarti suratnya sendiri.",
                                verbose_name="pengingat ke",
                            ),
                        ),
                        (
                            "takes_back",
                            models.BooleanField(
                                default=False,
                                help_text="Kepada yang dicoret sesudah suratnya sampai.",
                                verbose_name="menarik undangan",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("antre", "Antre"),
                                    ("dikirim", "Sedang dikirim"),
                                    ("terkirim", "Terkirim"),
                                    ("gagal", "Gagal"),
                                    ("tanpa_surel", "Tanpa alamat surel"),
                                    ("dilewati", "Tidak perlu lagi"),
                                ],
                                db_index=True,
                                default="antre",
                                max_length=15,
                                verbose_name="keadaan",
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="surel")),
                        ("trouble", models.CharField(blank=True, max_length=300, verbose_name="kendala")),
                        (
                            "queued_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="diminta pada"),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="terkirim pada"),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="percobaan")),
                        (
                            "due_at",
                            models.DateTimeField(
                                db_index=True, default=ksd.core.clock.now, verbose_name="dicoba pada"
                            ),
                        ),
                        (
                            "invitee",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sendings",
                                to="meetings.invitee",
                                verbose_name="peserta",
                            ),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sendings",
                                to="meetings.meetingletter",
                                verbose_name="surat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pengiriman undangan",
                        "verbose_name_plural": "pengiriman undangan",
                        "ordering": ("-queued_at", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("invitee", "letter", "round"), name="meetings_sending_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Speech",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1, verbose_name="urutan")),
                        ("title", models.CharField(max_length=200, verbose_name="judul")),
                        ("owner", models.CharField(max_length=150, verbose_name="pemilik sambutan")),
                        ("owner_title", models.CharField(max_length=150, verbose_name="jabatan pemilik")),
                        (
                            "reader",
                            models.CharField(blank=True, max_length=150, verbose_name="dibacakan oleh"),
                        ),
                        (
                            "reader_title",
                            models.CharField(blank=True, max_length=150, verbose_name="jabatan pembaca"),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="isi atau pokok sambutan")),
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
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="speeches",
                                to="meetings.agendaitem",
                                verbose_name="mata acara",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="speeches",
                                to="meetings.meeting",
                                verbose_name="rapat",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "sambutan",
                        "verbose_name_plural": "sambutan",
                        "ordering": ("order", "pk"),
                    },
                ),
                migrations.CreateModel(
                    name="CalendarFeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("token_sha256", models.CharField(editable=False, max_length=64, unique=True)),
                        (
                            "created_at",
                            models.DateTimeField(default=ksd.core.clock.now, verbose_name="dibuat pada"),
                        ),
                        (
                            "read_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="terakhir dibaca"),
                        ),
                        (
                            "revoked_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="dicabut pada"),
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calendar_feeds",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pemilik",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "langganan kalender",
                        "verbose_name_plural": "langganan kalender",
                        "ordering": ("-created_at", "-pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("revoked_at__isnull", True)),
                                fields=("user", "region"),
                                name="meetings_feed_one_each",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("region__isnull", True), ("revoked_at__isnull", True)),
                                fields=("user",),
                                name="meetings_feed_one_of_all",
                            ),
                        ],
                    },
                ),
            ]
        ),
        Together(
            [
                migrations.AddField(
                    model_name="agendaitem",
                    name="follow_up",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.followup",
                        verbose_name="tindak lanjut lama",
                    ),
                ),
                migrations.AddField(
                    model_name="meeting",
                    name="chair",
                    field=models.CharField(blank=True, max_length=150, verbose_name="pimpinan rapat"),
                ),
            ]
        ),
        migrations.AddField(
            model_name="meeting",
            name="chair_title",
            field=models.CharField(blank=True, max_length=150, verbose_name="jabatan pimpinan rapat"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="link",
            field=models.URLField(blank=True, verbose_name="tautan rapat daring"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="mode",
            field=models.CharField(
                choices=[
                    ("luring", "Tatap muka"),
                    ("daring", "Daring"),
                    ("hibrida", "Tatap muka dan daring"),
                ],
                default="luring",
                max_length=10,
                verbose_name="cara rapat",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="opener",
            field=models.CharField(blank=True, max_length=200, verbose_name="pembuka rapat"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="pulse",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="kind",
            field=models.CharField(
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
                    ("konsultasi", "Rapat konsultasi"),
                    ("konsultasi_publik", "Forum konsultasi publik"),
                    ("lainnya", "Rapat lainnya"),
                ],
                db_index=True,
                max_length=30,
                verbose_name="jenis",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="meetings.meetingseries",
                verbose_name="seri rapat",
            ),
        ),
        migrations.CreateModel(
            name="SetAside",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=60, verbose_name="asal usul")),
                ("title", models.CharField(max_length=300, verbose_name="usulan")),
                ("reason", models.CharField(max_length=500, verbose_name="alasan tidak dibahas")),
                ("set_at", models.DateTimeField(default=ksd.core.clock.now, verbose_name="pada")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="set_aside",
                        to="meetings.meeting",
                        verbose_name="rapat",
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
                "verbose_name": "usulan yang tidak dibahas",
                "verbose_name_plural": "usulan yang tidak dibahas",
                "ordering": ("-set_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "source"),
                        name="meetings_set_aside_once",
                        violation_error_message="Usulan ini sudah dicatat tidak dibahas.",
                    )
                ],
            },
        ),
    ]
