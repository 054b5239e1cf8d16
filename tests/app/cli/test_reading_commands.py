"""Commands that read."""

import csv
import io
import json
from pathlib import Path

import networkx
import pytest

from stores.open import open_store
from stores.settings import StoreSettings
from tests.app.cli.conftest import Zhitu

FOOD = ("query", "measures_for_goal", "goal=food-safety")


def test_help_is_in_both_languages_and_names_exit_codes(zhitu: Zhitu) -> None:
    shown = zhitu("--help").out
    assert "装载文档 / Load documents" in shown
    assert "Exit codes" in shown


def test_queries_are_listed_by_tag(zhitu: Zhitu) -> None:
    listed = json.loads(zhitu("queries", "--tag", "lineage", "--json").out)["data"]
    assert [query["id"] for query in listed] == ["plan_lineage"]


@pytest.mark.parametrize(("lang", "title"), [("zh", "服务于某目标的措施"), ("en", "Measures that serve a goal")])
def test_titles_follow_the_language(zhitu: Zhitu, lang: str, title: str) -> None:
    assert title in zhitu("queries", "--lang", lang).out


@pytest.mark.usefixtures("small")
class TestOverTheSmallGraph:
    """Commands over a graph."""

    def test_json_is_the_envelope_of_the_api(self, zhitu: Zhitu) -> None:
        answer = json.loads(zhitu(*FOOD, "--json").out)
        assert len(answer["data"]) == 4
        assert answer["params"]["goal"] == "goal:food-safety"
        assert answer["page"] == {"limit": None, "next": None, "truncated": False, "total": None}

    def test_a_table_shows_the_words(self, zhitu: Zhitu) -> None:
        run = zhitu(*FOOD)
        assert "对农贸市场的食品逐批快检" in run.out
        assert "4 rows" in run.err

    def test_limit(self, zhitu: Zhitu) -> None:
        assert len(zhitu(*FOOD, "--format", "jsonl", "--limit", "2").out.splitlines()) == 2

    def test_csv(self, zhitu: Zhitu) -> None:
        rows = list(csv.DictReader(io.StringIO(zhitu(*FOOD, "--format", "csv").out.removeprefix("\ufeff"))))
        assert {row["measure"] for row in rows} == {"measure:q1", "measure:j1", "measure:j3", "measure:z1"}

    def test_words_behind_the_rows(self, zhitu: Zhitu) -> None:
        line = zhitu(*FOOD, "--format", "jsonl", "--limit", "1", "--evidence").out
        assert json.loads(line)["quotes"][0]["section"] == "重点任务"

    def test_values_of_a_parameter(self, zhitu: Zhitu) -> None:
        found = json.loads(zhitu("values", "measures_for_goal", "goal", "spaq", "--json").out)["data"]
        assert (found[0]["value"], found[0]["match"]) == ("goal:food-safety", "initials")
        assert "Food safety" in zhitu("values", "measures_for_goal", "goal", "spaq").out

    def test_graphml(self, zhitu: Zhitu) -> None:
        written = zhitu("query", "neighbourhood", "node=吉致吉品", "--format", "graphml").out
        assert "brand:jzjp" in networkx.read_graphml(io.BytesIO(written.encode()))

    def test_a_list_is_a_repeated_parameter(self, zhitu: Zhitu) -> None:
        answer = json.loads(zhitu(*FOOD, "modality=done", "modality=required", "--json").out)
        assert answer["params"]["modality"] == ["done", "required"]

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("query", "measures_for_goals"), "measures_for_goal"),
            (("query", "measures_for_goal"), "is required"),
            (("query", "measures_for_goal", "goal=foodsafty"), "goal:food-safety"),
            (("query", "measures_for_goal", "gaol=x"), "goal"),
            (("query", "measures_for_goal", "food-safety"), "NAME=VALUE"),
            ((*FOOD, "--format", "graphml"), "json, jsonl, csv"),
            (("search", "x", "--label", "Brandd"), "Brand"),
        ],
    )
    def test_wrong_words_are_one_clear_line_and_exit_code_2(
        self, zhitu: Zhitu, arguments: tuple[str, ...], says: str
    ) -> None:
        run = zhitu(*arguments)
        assert (run.code, run.out) == (2, "")
        assert says in run.err
        assert "Traceback" not in run.err

    def test_search(self, zhitu: Zhitu) -> None:
        hits = json.loads(zhitu("search", "吉致", "--json").out)["data"]
        assert (hits[0]["id"], hits[0]["match"]) == ("brand:jzjp", "prefix")
        assert "吉致吉品" in zhitu("search", "吉致").out

    def test_reading_goes_through_the_owner_and_writing_names_it(self, zhitu: Zhitu, tmp_path: Path) -> None:
        with open_store(StoreSettings(folder=tmp_path / "store")):
            assert zhitu(*FOOD, "--json").code == 0
            refused = zhitu("reset", "--yes")
        assert refused.code == 3
        assert "belongs to process" in refused.err

    def test_reset_asks(self, zhitu: Zhitu, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
        assert zhitu("reset").code == 1
        assert zhitu(*FOOD).code == 0

    def test_export_holds_everything(self, zhitu: Zhitu, tmp_path: Path) -> None:
        assert zhitu("export", str(tmp_path / "out")).code == 0
        nodes = [json.loads(line) for line in (tmp_path / "out" / "nodes.jsonl").read_text("utf-8").splitlines()]
        graph = networkx.read_graphml(tmp_path / "out" / "zhitu.graphml")
        assert {node["id"] for node in nodes} == set(graph.nodes)
        brands = list(csv.DictReader(io.StringIO((tmp_path / "out" / "nodes" / "Brand.csv").read_text("utf-8-sig"))))
        assert {brand["name"] for brand in brands} == {"吉致吉品", "青岛优品"}

    def test_export_says_nothing_of_the_machine(self, zhitu: Zhitu, tmp_path: Path) -> None:
        zhitu("export", str(tmp_path / "out"), "--format", "jsonl")
        assert '"label":"Graph"' not in (tmp_path / "out" / "nodes.jsonl").read_text("utf-8")

    def test_check_names_a_quote_that_does_not_re_read(self, zhitu: Zhitu) -> None:
        found = json.loads(zhitu("check", "--json").out)
        assert found["evidence"]
        assert all("quote" in problem and "text" in problem for problem in found["evidence"])


def test_an_empty_graph_says_what_to_do(zhitu: Zhitu) -> None:
    run = zhitu(*FOOD)
    assert run.code == 1
    assert "zhitu load PATH" in run.err


def test_a_server_that_is_away_is_exit_code_3(zhitu: Zhitu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHITU_BOLT_URI", "bolt://127.0.0.1:1")
    assert zhitu(*FOOD).code == 3


def test_a_wrong_setting_is_named(zhitu: Zhitu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHITU_BOLT_URI", "http://127.0.0.1")
    run = zhitu(*FOOD)
    assert run.code == 2
    assert "ZHITU_BOLT_URI" in run.err


@pytest.mark.usefixtures("small")
def test_a_refusal_is_in_the_language_of_the_locale(zhitu: Zhitu, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no Goal is 'food-safty'; nearest: " in zhitu("query", "measures_for_goal", "goal=food-safty").err
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    refused = zhitu("query", "measures_for_goal", "goal=food-safty")
    assert "图谱中没有名称或标识为“food-safty”的 Goal；最接近的：" in refused.err
    assert refused.code == 2
    assert "no Goal is" in zhitu("query", "measures_for_goal", "goal=food-safty", "--lang", "en").err
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("ZHITU_LANG", "zh")
    assert "最接近的：" in zhitu("query", "measures_for_goal", "goal=food-safty").err
