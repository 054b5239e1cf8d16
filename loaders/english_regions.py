"""What regions are called in English: by a table where custom has a name of its own, else by pinyin and kind."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from graph_schema.regions import region_table
from loaders.spelling import spelling

_TABLE = Path(__file__).parent / "lookups" / "english_regions.yaml"
# The longest first: 自治州 before 州.
_KINDS = {
    "自治州": "Prefecture",
    "自治县": "County",
    "自治旗": "Banner",
    "地区": "Prefecture",
    "新区": "New Area",
    "林区": "District",
    "省": "Province",
    "市": "City",
    "盟": "League",
    "旗": "Banner",
    "县": "County",
    "区": "District",
}


@cache
def region_in_english(name: str) -> str:
    """The English name of a region by its full name: 吉林省 is Jilin Province, 内蒙古自治区 Inner Mongolia."""
    if name in _customary():
        return _customary()[name]
    rows = [row for row in region_table().by_name(name) if row.name == name]
    # Of divisions alone the ending says what they are: 长吉图开发开放先导区 is no district.
    kinds = _KINDS if any(row.code for row in rows) else {}
    ending = next((each for each in kinds if name.endswith(each)), "")
    # 延边朝鲜族自治州 is known as 延边: its shortest name without the peoples.
    shorter = [alias for row in rows for alias in row.aliases if name.startswith(alias)]
    stem = min((name.removesuffix(ending) or name, *shorter), key=len)
    return f"{spelling(stem).full.capitalize()} {kinds.get(ending, '')}".strip()


@cache
def _customary() -> Mapping[str, str]:
    names: dict[str, str] = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return names
