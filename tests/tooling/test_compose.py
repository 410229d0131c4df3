"""The production files: what each service may do, waits for and is watched by."""

import json
import re
import shlex

import pytest
import yaml

from tests.tooling.programs import ROOT

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def test_production_has_every_part():
    assert set(SERVICES) == {"proxy", "migrate", "web", "worker", "beat", "postgres", "redis"}


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_can_gain_no_rights_and_writes_only_where_it_must(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service.get("cap_add", []) in ([], ["NET_BIND_SERVICE"])
    assert not service.get("privileged", False)


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "proxy"])
def test_nobody_but_the_proxy_is_root_or_opens_a_port(name):
    assert int(SERVICES[name]["user"].split(":")[0]) > 0
    assert "ports" not in SERVICES[name]


@pytest.mark.parametrize("name", [name for name in SERVICES if name not in {"migrate", "web"}])
def test_a_service_that_stays_is_watched(name):
    check = SERVICES[name]["healthcheck"]
    assert check["test"][0] in {"CMD", "CMD-SHELL"}
    assert {"interval", "timeout", "retries"} <= set(check)


def test_the_web_service_is_watched_by_its_image():
    assert "HEALTHCHECK" in DOCKERFILE
    assert "healthcheck" not in SERVICES["web"]


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_waits_for_others_that_exist_and_can_say_they_are_ready(name):
    for other, how in SERVICES[name].get("depends_on", {}).items():
        assert other in SERVICES
        wanted = "service_completed_successfully" if other == "migrate" else "service_healthy"
        assert how["condition"] == wanted


def test_secrets_come_from_the_environment_and_have_no_default():
    words = (ROOT / "docker-compose.yml").read_text()
    for secret in ("KSD_SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD", "KSD_DOMAIN"):
        assert f"${{{secret}:?" in words
        assert re.search(rf"^{secret}=", (ROOT / ".env.example").read_text(), re.MULTILINE)
        assert f"${{{secret}:-" not in words


def test_the_database_and_the_queue_are_out_of_reach_from_outside():
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert SERVICES["postgres"]["networks"] == SERVICES["redis"]["networks"] == ["inside"]
    assert SERVICES["proxy"]["networks"] == ["outside"]


def test_every_volume_that_is_used_is_declared():
    named = {
        place.split(":")[0]
        for service in SERVICES.values()
        for place in service.get("volumes", [])
        if not place.startswith(("./", "/"))
    }
    assert named == set(COMPOSE["volumes"])


def test_the_queue_survives_a_power_cut():
    assert "appendonly yes" in SERVICES["redis"]["command"][-1]


def test_production_asks_for_secure_cookies_and_its_own_origin():
    environment = SERVICES["web"]["environment"]
    assert environment["KSD_HTTPS"] == "1"
    assert environment["KSD_ORIGINS"].startswith("https://")


@pytest.mark.parametrize("name", OURS)
def test_our_services_share_one_image_and_one_configuration(name):
    assert SERVICES[name]["image"] == SERVICES["web"]["image"]
    assert SERVICES[name]["environment"] == SERVICES["web"]["environment"]


def test_the_image_runs_without_root_and_installs_only_what_the_lock_names():
    stages = DOCKERFILE.split("\nFROM ")
    assert "USER 10001:10001" in stages[-1]
    assert DOCKERFILE.count("--require-hashes") == 2
    assert "npm ci --ignore-scripts" in DOCKERFILE
    assert "collectstatic" in stages[-1]


def test_what_the_image_copies_is_let_through():
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    for line in re.findall(r"^COPY (?!--from)(?:--\S+ )?(.+) \S+$", DOCKERFILE, re.MULTILINE):
        for name in set(shlex.split(line)) - {"."}:
            assert name in allowed, f".dockerignore holds back {name}"
    for name in allowed:
        assert (ROOT / name).exists(), name


def test_the_commands_of_the_image_are_lists_and_no_shell_words():
    command = re.search(r"^CMD (\[.*\])$", DOCKERFILE.replace("\\\n", ""), re.MULTILINE)
    assert command
    assert json.loads(command[1])[:2] == ["gunicorn", "ksd.wsgi:application"]
