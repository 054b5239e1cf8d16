"""The README says what is there."""

import re

import pytest

from app.readme import README, renewed

ROOT = README.parent


def test_schema_and_queries_are_those_of_the_code() -> None:
    text = README.read_text(encoding="utf-8")
    assert renewed(text) == text, "README.md is behind the code; run: python -m app.readme"


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_make_targets_named_exist(name: str) -> None:
    rules = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"^ +make ([a-z-]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= rules


def test_no_machine_path_or_registry_host_in_the_repository() -> None:
    wrong = []
    pattern = re.compile(r"--(?:extra-)?index-url|files\.python\w+\.org|registry\.npmjs", re.IGNORECASE)
    for path in ROOT.glob("*"):
        if path.is_file() and path.suffix in (".md", ".txt", ".toml", ".yml", "") and path.stat().st_size < 2_000_000:
            found = pattern.search(path.read_text(encoding="utf-8"))
            wrong += [f"{path.name}: {found.group()}"] if found else []
    assert wrong == []
