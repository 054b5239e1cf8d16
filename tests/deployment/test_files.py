"""Dockerfile, docker-compose.yml and what goes with them, as far as that can be told without Docker."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.settings import variables as app_variables
from stores.settings import variables as store_variables
from tests.deployment.dockerfile import ROOT, only, ours

# "${NAME}", "${NAME:-default}", "${NAME:?what is missing}"; not "$${NAME}", which the shell in the container reads.
INTERPOLATED = re.compile(r"(?<!\$)\$\{(\w+)")
# "numpy==2.4.6 \" at the start of a line; not its hashes, which are indented.
PINNED = re.compile(r"^([\w.-]+==[^\s;]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return found


def against_schema(path: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command


def test_the_compose_file_keeps_the_specification() -> None:
    done = against_schema(ROOT / "docker-compose.yml")
    assert done.returncode == 0, done.stdout


def test_a_compose_file_that_does_not_is_found_out(tmp_path: Path) -> None:
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text("services: {app: {build: ., healthchek: {}}}\n", encoding="utf-8")
    done = against_schema(wrong)
    assert done.returncode == 1
    assert "healthchek" in done.stdout


def test_the_app_waits_for_a_healthy_graph(compose: dict[str, Any]) -> None:
    assert compose["services"]["app"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert compose["services"]["neo4j"]["healthcheck"]["test"]


def test_the_graph_outlives_its_container(compose: dict[str, Any]) -> None:
    assert "neo4j-data:/data" in compose["services"]["neo4j"]["volumes"]
    assert "neo4j-data" in compose["volumes"]


def test_nothing_is_open_to_other_machines(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service["ports"]]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_the_environment_and_must_be_set(compose: dict[str, Any]) -> None:
    given = (
        compose["services"]["neo4j"]["environment"]["NEO4J_AUTH"],
        (compose["services"]["app"]["environment"]["ZHITU_BOLT_PASSWORD"]),
    )
    assert [each.removeprefix("neo4j/") for each in given] == ["${ZHITU_BOLT_PASSWORD:?set it in .env}"] * 2


def test_the_app_is_given_settings_that_there_are(compose: dict[str, Any]) -> None:
    known = {each.name for each in store_variables().values()} | set(app_variables().values())
    given = set(compose["services"]["app"]["environment"])
    given |= set(re.findall(r"\b(ZHITU_\w+)=", only(ours()[-1], "ENV").rest))
    assert given <= known


def test_the_app_takes_any_other_setting_from_the_file_of_the_password(compose: dict[str, Any]) -> None:
    assert compose["services"]["app"]["env_file"] == [{"path": ".env", "required": False}]


def test_every_variable_of_the_compose_file_is_in_the_example() -> None:
    used = set(INTERPOLATED.findall((ROOT / "docker-compose.yml").read_text(encoding="utf-8")))
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^#? ?(\w+)=", example, re.MULTILINE)) == used


@pytest.mark.parametrize("name", [".gitignore", ".dockerignore"])
def test_secrets_are_kept_out_of_history_and_image(name: str) -> None:
    assert ".env" in (ROOT / name).read_text(encoding="utf-8").splitlines()


def test_the_health_check_of_the_graph_shows_its_password_to_nobody(compose: dict[str, Any], tmp_path: Path) -> None:
    kind, line = compose["services"]["neo4j"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    program = tmp_path / "cypher-shell"
    program.write_text('#!/bin/sh\necho "$NEO4J_USERNAME $NEO4J_PASSWORD"\necho "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "NEO4J_AUTH": "neo4j/a b/c'$d"}
    command = ["/bin/sh", "-c", line.replace("$$", "$")]  # compose takes one of the two away
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "neo4j a b/c'$d\nRETURN 1\n"


def test_the_image_is_built_in_two_stages_and_runs_in_another_as_nobody_special() -> None:
    build, web, run = ours()
    assert only(run, "FROM").rest == "python:3.11-slim"
    assert {each.rest.split()[0] for each in run if each.word == "COPY"} == {"--from=build", "--from=web"}
    assert int(only(run, "USER").rest) > 0  # a number: Kubernetes cannot tell whether a name is root
    assert not [each for each in (*build, *web) if each.word in ("USER", "CMD")]


def test_the_image_checks_its_health_and_is_stopped_by_a_signal() -> None:
    run = ours()[-1]
    assert only(run, "HEALTHCHECK").arguments[0] == "python"
    assert only(run, "CMD").arguments[:2] == ["zhitu", "serve"]  # no shell between that would keep the signal


def test_what_the_image_installs_is_what_was_tested() -> None:
    tested, run = (
        set(PINNED.findall((ROOT / name).read_text(encoding="utf-8")))
        for name in ("requirements.txt", "requirements-run.txt")
    )
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert run <= tested, "run: make lock"
    assert {each.lower().replace("_", "-") for each in wanted} <= run, "run: make lock"


def test_the_image_holds_no_tests_and_what_it_copies_is_there() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {"tests", "training", "benchmarks", ".git"} <= set(ignored)
    sources = [
        source for stage in ours()[:2] for each in stage if each.word == "COPY" for source in each.rest.split()[:-1]
    ]
    assert all((ROOT / source).exists() for source in sources)
