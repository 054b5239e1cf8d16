"""The example corpus: what it must contain, and that none of it is taken over from the shared texts."""

import csv
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from opencc_pyo3 import OpenCC

ROOT = Path(__file__).parents[2]
BRIEFINGS = ROOT / "examples" / "briefings"
SHARED = (ROOT / os.environ.get("ZHITU_SHARED", "../shared")).resolve()
SIMPLIFIED = OpenCC("t2s")

# "質(zhì)" has one; "（試行）" has none.
GLOSS = re.compile(r"(?<=[一-鿿])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)")
# "标准，鼓励" has one; "标准、计量" has none.
STOP = re.compile("[，。；]")
# "<p>" and "</h2>" are tags; "2 < 3" has none.
TAG = re.compile(r"</?[a-zA-Z!][^>]*>")
# "（一）推行施工现场标准化管理" and "- 吉林省印发" start with a number or mark; "推行" does not.
ITEM = re.compile(r"^\s*(?:（[一二三四五六七八九十]+）|\d+\.|-)\s*")
# "推广绿色建材" states an action; "食品安全抽检合格率为99.69%" does not.
ACTION = re.compile(
    "建立|建设|建成|开展|推进|推行|推广|推动|推介|制定|印发|出台|编制|支持|鼓励|引导|指导|督促|培育|打造|完善|加强|加快|实施|组织|"
    "整治|严查|严打|查处|打击|抽查|监测|整合|创建|争创|依托|落实|发展|帮助|提高|提升|改善|监管|检查|清理|认定|评选|普查|筹建"
)
# "2021年，…为93.2%" is a figure; "第一批" is none.
FIGURE = re.compile(r"\d+(?:\.\d+)?(?:%|[万亿家项个户件起条张种])")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FIGURES = rows(Path(__file__).parent / "figures.csv")
NAMES = rows(Path(__file__).parent / "names.csv")
SOURCES = rows(BRIEFINGS / "sources.csv")


def documents() -> list[Path]:
    return sorted(path for path in BRIEFINGS.iterdir() if path.suffix != ".csv")


def clean(text: str) -> str:
    """The text in Simplified script, without pinyin glosses and tags."""
    return SIMPLIFIED.convert(GLOSS.sub("", TAG.sub("", text)))


@cache
def briefing(name: str) -> str:
    return clean((BRIEFINGS / name).read_text(encoding="utf-8"))


def compact(text: str) -> str:
    """Letters, digits and `%` alone, so that quotes, brackets and dashes do not matter."""
    return "".join(re.findall(r"[\w%+/]", unicodedata.normalize("NFKC", clean(text))))


@cache
def all_briefings() -> str:
    return "\n".join(compact(briefing(path.name)) for path in documents())


def clauses() -> list[str]:
    text = "\n".join(briefing(path.name) for path in documents())
    return [ITEM.sub("", part) for part in re.split(r"[。；\n]", text) if part.strip()]


def windows(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(len(text) - size + 1))


def as_printed(text: str) -> str:
    return re.sub(r"\s", "", text)


def as_cleaned(text: str) -> str:
    half_width = str.maketrans(",;:()!?", "，；：（）！？")
    return as_printed(clean(text)).translate(half_width)


def runs_across_punctuation(text: str, size: int) -> Iterator[str]:
    """Windows of `size` characters in whose middle half a comma, a semicolon or a full stop stands."""
    return (window for window in windows(text, size) if STOP.search(window[size // 4 : size - size // 4]))


def examples_as_stored() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.*"))]


@pytest.fixture(scope="module")
def shared_texts() -> list[str]:
    paths = [path for folder in ("corpus", "dev", "train") for path in sorted((SHARED / folder).glob("*.txt"))]
    if not paths:
        pytest.skip(f"no shared texts in {SHARED}: nothing to compare the examples with (set ZHITU_SHARED)")
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths]


def test_sources_describe_every_document_and_no_other() -> None:
    assert [row["file"] for row in SOURCES] == [path.name for path in documents()]


def test_number_and_formats_of_documents() -> None:
    assert Counter(path.suffix for path in documents()) == {".txt": 16, ".md": 2, ".html": 1}


@pytest.mark.parametrize("row", SOURCES, ids=lambda row: row["file"])
def test_document_carries_its_title_its_date_and_its_sources(row: dict[str, str]) -> None:
    text = briefing(row["file"])
    assert row["title"] in text
    assert row["published_on"] in text
    assert "资料来源：" in text


def test_readme_lists_every_document() -> None:
    readme = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in documents() if path.name not in readme] == []


def test_every_name_stands_in_a_document() -> None:
    assert [row["name"] for row in NAMES if compact(row["name"]) not in all_briefings()] == []


@pytest.mark.parametrize(("label", "least"), [("Brand", 16), ("Platform", 60), ("Campaign", 73), ("Plan", 42)])
def test_names_of_a_label(label: str, least: int) -> None:
    assert sum(row["label"] == label for row in NAMES) >= least


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: f"{row['file'][:2]}-{row['indicator']}-{row['printed']}")
def test_figure_stands_with_its_indicator_and_year_in_one_line(row: dict[str, str]) -> None:
    lines = [line for line in briefing(row["file"]).splitlines() if row["indicator"] in line]
    assert any(row["printed"] in line and row["period"] in line for line in lines)


def test_targets_of_2022_and_eighty_results() -> None:
    targets = [row for row in FIGURES if row["kind"] == "target" and row["file"].startswith("01-")]
    assert len(targets) == 14
    assert sum(row["kind"] == "result" for row in FIGURES) >= 80


def test_sixty_clauses_state_an_action() -> None:
    actions = [clause for clause in clauses() if ACTION.search(clause) and not FIGURE.search(clause)]
    assert len([clause for clause in actions if len(clause) >= 10]) >= 60


def test_fair_competition_has_no_measure() -> None:
    assert [word for word in ("公平竞争", "反垄断", "不正当竞争") if word in all_briefings()] == []


def test_special_equipment_has_figures_and_no_measure() -> None:
    named = [clause for clause in clauses() if "特种设备" in clause]
    assert named
    assert [clause for clause in named if ACTION.search(clause)] == []


def test_traditional_document_needs_cleaning() -> None:
    text = (BRIEFINGS / "09-qingdao-meeting-2022-traditional.txt").read_text(encoding="utf-8")
    assert len(GLOSS.findall(text)) >= 10
    assert "質(zhì)量強市戰略" in text
    assert "质量强市战略" in clean(text)


@pytest.mark.parametrize("form", [as_printed, as_cleaned])
@pytest.mark.parametrize("size", [24, 12])
def test_no_run_across_punctuation_is_shared(form: Callable[[str], str], size: int, shared_texts: list[str]) -> None:
    taken = {run for text in shared_texts for run in runs_across_punctuation(form(text), size)}
    ours = {run for text in examples_as_stored() for run in runs_across_punctuation(form(text), size)}
    assert ours & taken == set()


def test_only_names_are_shared_in_runs_of_sixteen(shared_texts: list[str]) -> None:
    """Names of plans, bodies, platforms and indicators may be printed as they are; nothing else of that length."""
    terms = {compact(term) for term in (*(row["name"] for row in NAMES), *(row["indicator"] for row in FIGURES))}
    long_terms = sorted((term for term in terms if len(term) >= 8), key=len, reverse=True)
    named = re.compile("|".join(map(re.escape, long_terms)))
    taken = {run for text in shared_texts for run in windows(compact(text), 16)}
    ours = {run for text in examples_as_stored() for run in windows(named.sub("\n", compact(text)), 16)}
    assert ours & taken == set()
