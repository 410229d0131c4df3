"""Fields say in plain Indonesian what to do."""

import pytest
from django import forms

FIELDS = [
    (forms.CharField(), "", "Belum diisi. Isi bagian ini lebih dahulu."),
    (forms.IntegerField(), "lima", "Isi dengan bilangan bulat."),
    (forms.DecimalField(), "x", "Isi dengan angka."),
    (forms.DateField(), "besok", "Isi dengan tanggal yang benar."),
    (forms.EmailField(), "biro", "Isi alamat surel yang benar, misalnya nama@daerah.go.id."),
    (forms.BooleanField(), False, "Belum dicentang. Centang pernyataan ini lebih dahulu."),
    (forms.ChoiceField(choices=[("a", "A")]), "", "Belum dipilih. Pilih salah satu."),
    (forms.FileField(), None, "Belum ada berkas. Pilih berkasnya lebih dahulu."),
]


@pytest.mark.parametrize(("field", "value", "message"), FIELDS)
def test_a_field_says_what_to_do(field, value, message):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(value)
    assert refused.value.messages == [message]


def test_a_form_may_still_say_it_better():
    field = forms.BooleanField(error_messages={"required": "Centang bila yakin."})
    with pytest.raises(forms.ValidationError, match="Centang bila yakin"):
        field.clean(False)
