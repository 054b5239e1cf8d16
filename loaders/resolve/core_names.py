"""What makes two printed names one: the core name, and the scope it holds in."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from graph_schema.regions import RegionRow, region_table

LOOKUPS = Path(__file__).parent.parent / "lookups"

DROPPED = frozenset("《》〈〉“”‘’\"'「」『』 \t\u3000·•")
DASHES = str.maketrans(dict.fromkeys("—–―－~～〜", "-"))
# "吉林省人民政府关于…", "中共中央 国务院关于…": an issuer before 关于; not 有关于
ISSUER = re.compile(r"^.{2,40}?(?:政府|委员会|委|办公厅|办公室|国务院|中央|总局|[局厅部会院署])(?=关于)")
# "的通知" that only sends another text round; not 通知书
WRAPPER = re.compile(r"^关于(?:印发|转发|发布)(?P<inner>.+?)的通知$")
# Only the national congress makes a 法: "计量法", "民法典"; not 管理办法, 工作法
LAW = re.compile(r"(?<![办工作])法典?$")
OWNERS = ("国家", "全国", "中国", "中华", "国务院", "中央")


@lru_cache(maxsize=1 << 14)
def core_name(label: str, name: str) -> str:
    """The name with widths, dashes and quotation marks unified and, for a plan, without its issuer.

    Period, level, batch and number stay: where they differ, the things differ.
    """
    text = unicodedata.normalize("NFKC", name).translate(DASHES)
    text = "".join(char for char in text if char not in DROPPED)
    if label == "Plan":
        text = ISSUER.sub("", text)
        if match := WRAPPER.match(text):
            text = match["inner"]
        if LAW.search(text):
            text = text.removeprefix("中华人民共和国")
    return text or name


def scope_of(label: str, core: str, region: RegionRow | None) -> str:
    """Empty where the name carries its owner or is known nationally, else the document's region by its key."""
    if label == "Plan" and LAW.search(core):
        return ""
    if core in national_names() or core.startswith(OWNERS) or _names_region(core):
        return ""
    if label in ("Organization", "Person", "Region"):
        return ""
    return region.key if region else ""


@cache
def national_names() -> frozenset[str]:
    """Names that mean one thing in the whole country, as core names."""
    return frozenset(
        core_name(label, name) for label, names in listed_names("national_names").items() for name in names
    )


@cache
def listed_names(table: str) -> Mapping[str, Sequence[str]]:
    """A table of names, `national_names` or `common_names`: label to names as written there."""
    data: dict[str, list[str]] = yaml.safe_load((LOOKUPS / f"{table}.yaml").read_text(encoding="utf-8"))
    return data


def _names_region(core: str) -> bool:
    """Whether the name begins with a region's name, as 吉林省地方标准管理办法 does."""
    table = region_table()
    for length in range(min(12, len(core) - 1), 1, -1):
        rows: tuple[RegionRow, ...] = table.by_name(core[:length])
        if rows and (length > 2 or any(row.kind in ("province", "prefecture", "area") for row in rows)):
            return True
    return False
