"""Addresses of what runs after the signing, and of the register of goals."""

from django.urls import path

from agreements.views import budgets, goal_register, goals, milestones, obligations, plans, running

RUN = "<slug:public_id>/pelaksanaan/"
DUTY = f"{RUN}kewajiban/<int:pk>/"
PLAN = f"{RUN}rencana-aksi/<int:pk>/"
ACTIVITY = f"{RUN}kegiatan/<int:pk>/"
MONEY = f"{RUN}anggaran/<int:pk>/"
GOAL = f"{RUN}sasaran/<int:pk>/"

urlpatterns = [
    path("sasaran-daerah/", goal_register.goal_list, name="goal_list"),
    path("sasaran-daerah/baru/", goal_register.goal_new, name="goal_new"),
    path("sasaran-daerah/<int:pk>/", goal_register.goal_edit, name="goal_edit"),
    path(RUN, running.running, name="running"),
    path(f"{RUN}cetak/", running.running_print, name="running_print"),
    path(f"{RUN}unduh/<slug:table>/", running.running_csv, name="running_csv"),
    path(f"{RUN}bukti/<slug:kind>/<int:pk>/", running.running_proof, name="running_proof"),
    path(f"{RUN}kewajiban/", obligations.obligations, name="obligations"),
    path(f"{RUN}kewajiban/ambil/<slug:text>/", obligations.obligation_take, name="obligation_take"),
    path(f"{RUN}kewajiban/tambah/<slug:text>/", obligations.obligation_add, name="obligation_add"),
    path(DUTY, obligations.obligation, name="obligation"),
    path(f"{DUTY}ubah/", obligations.obligation_edit, name="obligation_edit"),
    path(f"{DUTY}<slug:act>/", obligations.obligation_act, name="obligation_act"),
    path(f"{RUN}rencana-aksi/", plans.plans, name="plans"),
    path(f"{RUN}rencana-aksi/baru/<slug:text>/", plans.plan_new, name="plan_new"),
    path(PLAN, plans.plan, name="plan"),
    path(f"{PLAN}isi/", plans.plan_items, name="plan_items"),
    path(f"{PLAN}setujui/<int:order>/", plans.plan_confirm, name="plan_confirm"),
    path(f"{PLAN}sesuaikan/", plans.plan_adjust, name="plan_adjust"),
    path(f"{PLAN}kegiatan/tambah/", milestones.milestone_add, name="milestone_add"),
    path(ACTIVITY, milestones.milestone, name="milestone"),
    path(f"{ACTIVITY}ubah/", milestones.milestone_edit, name="milestone_edit"),
    path(f"{ACTIVITY}coret/", milestones.milestone_drop, name="milestone_drop"),
    path(f"{RUN}anggaran/", budgets.budget, name="budget"),
    path(f"{RUN}anggaran/tambah/", budgets.budget_add, name="budget_add"),
    path(MONEY, budgets.budget_line, name="budget_line"),
    path(f"{MONEY}ubah/", budgets.budget_edit, name="budget_edit"),
    path(f"{RUN}realisasi/<int:pk>/batalkan/", budgets.realisation_void, name="realisation_void"),
    path(f"{RUN}sasaran/", goals.running_goals, name="running_goals"),
    path(f"{RUN}sasaran/tautkan/", goals.goal_link, name="goal_link"),
    path(f"{GOAL}capaian/", goals.goal_report, name="goal_report"),
    path(f"{GOAL}lepas/", goals.goal_unlink, name="goal_unlink"),
]
