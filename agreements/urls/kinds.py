"""Address of the kind of a proposal."""

from django.urls import path

from agreements.views import kinds

urlpatterns = [path("<slug:public_id>/usulan/jenis/", kinds.case_kind, name="case_kind")]
