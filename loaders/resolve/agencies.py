"""Agencies: region and department, from full and short forms.

A name is read as region names, then a department: 吉林省市场监管厅, 省委, 区市场监管局. Level words (省, 市, 区 …) and
bare departments take their region from the document.
"""

from dataclasses import dataclass
from functools import lru_cache

from graph_schema.regions import COUNTRY, RegionRow, region_table
from loaders.resolve.departments import departments

# The level words that a department of the document's own region, or of one above it, is named with.
RELATIVE = ("自治区", "街道", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡")
MAX_REGION = 14  # the longest region name has 14 characters


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency's name taken apart. `region` is None for national bodies and where the document does not tell.

    `full` is the whole canonical name, `expanded` the printed department behind the region's full name.
    """

    region: RegionRow | None
    full: str
    expanded: str | None
    known: bool

    @property
    def forms(self) -> frozenset[str]:
        """The full name and the usual shorter ones: 中共某省委, 某省委 for 中共某省委员会."""
        forms = {self.full, self.expanded or self.full}
        if self.full.startswith("中共") and self.region is not None:
            short = self.full.replace("委员会", "委")
            forms |= {short, short.removeprefix("中共")}
        return frozenset(forms)


@lru_cache(maxsize=1 << 12)
def parse_agency(name: str, within: RegionRow | None) -> AgencyName:
    """Take an agency's name apart, relative to the region that the document is about."""
    table = departments()
    if name in table.national and not (name in table.bodies and within and within.key != COUNTRY):
        return AgencyName(None, table.national[name], None, known=True)
    party = name.startswith("中共")
    rest = name.removeprefix("中共").removeprefix("中国共产党")
    row, rest = _strip_relative(rest, within)
    if row is None or not _department(rest, party):
        row, rest = _strip_regions(name.removeprefix("中共").removeprefix("中国共产党"), within)
    if row is None:
        row, rest = _strip_relative(rest, within)
    if row is None and rest in table.national:
        return AgencyName(None, table.national[rest], None, known=True)
    full = _department(rest, party)
    if full is None and row is not None and row.name[:-1] in row.aliases and _department(row.name[-1] + rest, party):
        rest = row.name[-1] + rest  # 上海市场监管局 is 上海's, not 上海市's
        full = _department(rest, party)
    owner = row or within
    if owner is None or (row is None and full is None):
        return AgencyName(None, full or name, None, known=full is not None)
    if full is None and not name.removeprefix("中共").startswith((owner.name, *RELATIVE)):
        return AgencyName(owner, name, None, known=False)
    return AgencyName(owner, _joined(qualified(owner), full or rest), owner.name + rest, known=full is not None)


def qualified(row: RegionRow) -> str:
    """The region's full name, behind its prefecture's or province's where other regions bear it too."""
    table = region_table()
    bearers = [each for each in table.by_name(row.name) if each.name == row.name and not each.is_abolished]
    if len(bearers) < 2:
        return row.name
    above = next((each for each in table.ancestors(row) if each.key != COUNTRY), None)
    return (above.name if above else "") + row.name


def _joined(region: str, department: str) -> str:
    return f"中共{region}{department}" if department.startswith(("委", "纪律检查")) else region + department


def _department(rest: str, party: bool) -> str | None:
    """The full form of what stands behind the region: a party organ, a department, or None where no table knows it."""
    table = departments()
    organ = table.party_full(rest)
    return organ if organ and (party or rest not in table.bodies) else table.full(rest)


def _strip_regions(name: str, within: RegionRow | None) -> tuple[RegionRow | None, str]:
    """The region that a name begins with, however many levels it prints, and what follows.

    A cut before a known department goes before a longer one: 济南市|中级人民法院, not 济南市中|级人民法院.
    """
    table, row = region_table(), None
    while True:
        cuts = [
            (found, name[length:])
            for length in range(min(MAX_REGION, len(name) - 1), 1, -1)
            if (found := _region(name[:length], row or within)) and (row is None or row in table.ancestors(found))
        ]
        if not cuts:
            return row, name
        row, name = next((cut for cut in cuts if departments().full(cut[1])), cuts[0])


def _region(name: str, within: RegionRow | None) -> RegionRow | None:
    found = region_table().resolve(name, within)
    return found if found is not None and found.kind not in ("country", "area") else None


def _strip_relative(name: str, within: RegionRow | None) -> tuple[RegionRow | None, str]:
    """The region that a level word means, and the department behind it; 市场监管局 begins with no level word."""
    prefix = next((prefix for prefix in RELATIVE if name.startswith(prefix) and len(name) > len(prefix)), None)
    if prefix is None or departments().full(name):
        return None, name
    row = relative_region(prefix, within)
    return (row, name[len(prefix) :]) if row else (None, name)


def relative_region(prefix: str, within: RegionRow | None) -> RegionRow | None:
    """The region that 省, 市, 区 or 县 means in a document about `within`; None where that does not tell."""
    if within is None:
        return None
    line = (within, *region_table().ancestors(within))
    return next((row for row in line if row.name.endswith(prefix)), None)
