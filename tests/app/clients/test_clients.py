"""The clients that `zhitu types` writes."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from app.queries import catalogue

ROOT = Path(__file__).parents[3]
TSC = ROOT / "web" / "node_modules" / ".bin" / "tsc"
STRICT = ("--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--module", "es2022", "--lib", "es2022,dom")


def run(*command: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more}
    return subprocess.run([str(each) for each in command], cwd=cwd, env=environment, capture_output=True, text=True)  # noqa: S603


@pytest.fixture(scope="module")
def client(written: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("zhitu_client", written / "zhitu_client.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["zhitu_client"] = module
    spec.loader.exec_module(module)
    return module


def test_the_python_client_is_typed_throughout(written: Path) -> None:
    checked = run(sys.executable, "-m", "mypy", "--strict", "zhitu_client.py", cwd=written)
    assert checked.returncode == 0, checked.stdout


def test_a_wrong_name_or_value_is_found_by_the_checker(written: Path) -> None:
    (written / "wrong.py").write_text(
        "from zhitu_client import Zhitu\n"
        "Zhitu().measures_for_goal(gaol='food-safety')\n"
        "Zhitu().measures_for_goal(goal='food-safety', modality=['finished'])\n"
        "print(Zhitu().goals().rows[0]['nmae'])\n"
    )
    checked = run(sys.executable, "-m", "mypy", "--strict", "wrong.py", cwd=written)
    assert all(f"wrong.py:{line}: error" in checked.stdout for line in (2, 3, 4)), checked.stdout


def test_every_query_is_a_method(client: ModuleType) -> None:
    assert {query.id for query in catalogue.load()} <= set(vars(client.Zhitu))


def test_rows_come_page_by_page(client: ModuleType, address: str) -> None:
    zhitu = client.Zhitu(address)
    assert len(zhitu.goals(limit=5)) == 5
    assert len(zhitu.goals()) == 31
    assert [row["region_name"] for row in zhitu.compare_regions(goal=["food-safety"], region=["青岛市"])] == ["青岛市"]


def test_a_refusal_proposes_the_nearest(client: ModuleType, address: str) -> None:
    with pytest.raises(client.ZhituError) as refused:
        client.Zhitu(address).measures_for_goal(goal="foodsafetie")
    assert "goal:food-safety" in [each["value"] for each in refused.value.problem["nearest"]]
    assert "goal:food-safety (食品安全)" in str(refused.value)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_rows_become_a_frame(client: ModuleType, address: str, library: str) -> None:
    pytest.importorskip(library)
    frame = client.Zhitu(address).goals().frame(library)
    assert len(frame) == 31
    assert "goal_name_en" in frame.columns


def test_the_example_notebook_runs(written: Path, address: str) -> None:
    pytest.importorskip("pandas")
    told = run(
        sys.executable,
        ROOT / "examples" / "client_notebook.py",
        cwd=written,
        ZHITU_ADDRESS=address,
        PYTHONPATH=str(written),
    )
    assert told.returncode == 0, told.stderr
    assert "98.6" in told.stdout


def test_the_example_front_end_compiles_and_asks(written: Path, address: str) -> None:
    node = shutil.which("node")
    if node is None or not TSC.exists():
        pytest.skip("no Node or no TypeScript compiler: run npm ci in web/")
    shutil.copy(ROOT / "examples" / "frontend" / "main.ts", written)
    (written / "package.json").write_text('{"type": "module"}')
    compiled = run(TSC, *STRICT, "main.ts", "zhitu.ts", cwd=written)
    assert compiled.returncode == 0, compiled.stdout
    script = (
        'import { lines } from "./main.js"; import { Zhitu } from "./zhitu.js";'
        f'console.log((await lines(new Zhitu("{address}"), "吉林省")).join("\\n"));'
    )
    told = run(node, "--input-type=module", "-e", script, cwd=written)
    assert "吉林省教育厅" in told.stdout or "吉林省市场监督管理厅" in told.stdout, told.stderr
