"""Reading an uploaded register: every fault is named by its row and its mend."""

import pytest

from regions.register_file import Scope, read_register

EVERYTHING = Scope(codes=frozenset({"64", "64.02"}))
KALTIM = Scope(province="64", codes=frozenset({"64", "64.02"}))


def faults(text, scope=EVERYTHING):
    return read_register(text.encode(), scope).faults


def test_a_list_is_read_with_codes_as_text():
    read = read_register("\ufeffcode,name\n11,ACEH\n11.10,KABUPATEN ACEH SINGKIL\n".encode(), EVERYTHING)
    assert read.faults == []
    assert [(entry.code, entry.name, entry.parent) for entry in read.entries] == [
        ("11", "Aceh", "00"),
        ("11.10", "Aceh Singkil", "11"),
    ]


def test_a_list_saved_by_a_spreadsheet_in_indonesian_is_read_too():
    read = read_register(b"Kode;Nama;Induk\r\n64;Kalimantan Timur;\r\n64.74;Kota Bontang;64\r\n", EVERYTHING)
    assert read.faults == []
    assert [(entry.code, entry.kind) for entry in read.entries] == [("64", "provinsi"), ("64.74", "kota")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kota,desa\n1,2\n", "Baris 1: judul kolom harus memuat code dan name"),
        ("", "Baris 1: judul kolom harus memuat code dan name"),
        ("code,name\n", "Berkas tidak memuat satu wilayah pun"),
        ("code,name\n64,Kaltim\n64,Kaltim\n", "Baris 3: kode 64 sudah ada di baris 2"),
        ("code,name\n64.2,Kukar\n", "Baris 2: kode “64.2” tidak dikenali"),
        ("code,name\n,Tanpa Kode\n", "Baris 2: kode “” tidak dikenali"),
        ("code,name\n00,Negara\n", "Baris 2: kode “00” tidak dikenali"),
        ("code,name\n64,\n", "Baris 2: nama wilayah 64 kosong"),
        ("code,name\n64,Kaltim,lebih\n", "Baris 2: ada 3 kolom, seharusnya 2"),
        ("code,name\n64.02,Kukar\n", "Baris 2: provinsi 64 untuk 64.02 tidak ada dalam berkas"),
        ("code,name,parent\n64,Kaltim,\n64.02,Kukar,63\n", "Baris 3: induk 63 tidak cocok dengan kode 64.02"),
        ("code,name,predecessor\n64,Kaltim,99\n", "Baris 2: kode lama 99 tidak ada dalam daftar wilayah"),
        ('code,name\n64,"Kaltim\n', "tanda kutip tidak ditutup"),
    ],
)
def test_each_fault_names_its_row_and_its_mend(text, message):
    assert any(message in fault for fault in faults(text)), faults(text)


def test_a_file_that_is_not_text_is_refused():
    assert "bukan teks UTF-8" in read_register(b"code,name\n64,\xff\xfe\n", EVERYTHING).faults[0]
    assert read_register(b"PK\x03\x04\x00\x00", EVERYTHING).faults


def test_a_file_of_one_province_holds_no_other():
    assert "di luar provinsi 64" in faults("code,name\n63.09,Tabalong\n", KALTIM)[0]
    assert faults("code,name\n64.02,Kutai Kartanegara\n", KALTIM) == []


def test_many_faults_are_cut_to_a_readable_number():
    read = read_register(
        ("code,name\n" + "salah,Nama\n" * 1 + "".join(f"x{n},N\n" for n in range(40))).encode(), KALTIM
    )
    assert len(read.shown_faults()) == 21
    assert "21 kesalahan lain" in read.shown_faults()[-1]
