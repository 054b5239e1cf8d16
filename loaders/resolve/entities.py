"""Identity of one mention: a function of its name, the document's region, and static tables."""

import re
from functools import lru_cache

from graph_schema import ids
from graph_schema.regions import RegionRow
from loaders.records import Entity
from loaders.resolve.agencies import RELATIVE, parse_agency
from loaders.resolve.core_names import core_name, scope_of
from loaders.resolve.departments import departments
from loaders.resolve.regions import resolve_region

# "民生领域“铁拳”行动" is also called 铁拳; not "《意见》"
QUOTED = re.compile(r"[^“”]*“(?P<inner>[^“”]{2,20})”[^“”]*")
QUOTES = "《》〈〉“”‘’\"'「」『』 "
# "全省质量提升行动" is the document's own; not 全国
OWN = re.compile(r"^(?:全省|全市|全县|全区|全州|我省|我市|我县|我区|我国|本市|本省)(?=.{4,})")

# Plan kinds by the noun a title ends with, the first that fits.
PLAN_KINDS = (
    ("standard-setting rule", re.compile(r"标准[^，。]{0,4}管理办法|标准制[定修]")),
    ("strategy", re.compile(r"战略|强[国省市县区](?:建设)?$")),
    ("regulation", re.compile(r"法$|条例|规定|办法|细则|规则|章程")),
    ("opinion", re.compile(r"意见|措施|通知|\d+条$|政策|决定|公告|倡议")),
    ("scheme", re.compile(r"方案|预案|任务书|清单|要点")),
    ("plan", re.compile(r"规划|计划|纲要|行动")),
)


# What a title ends with that is a plan's: "实施方案（2020—2022年）"; not "方案解读", "工作会议"
PLAN_TITLE = re.compile(
    r"(?:规划|计划|纲要|方案|意见|办法|条例|规定|细则|规则|通知|决定|公告|通告|清单|指南|措施|要点|预案|章程|法)$"
)
# Words of a text about plans: "政策摘编", "一图读懂"
ABOUT_PLANS = re.compile(r"摘编|简报|简讯|解读|读懂|综述|报道|问答|故事|专题|新闻发布")
# "吉办发〔2020〕27号" alone names no plan; its title does
NUMBER_ALONE = re.compile(r"[^〔\[]{1,14}[〔\[]\d{4}[〕\]]\d{1,5}号")


def is_plan_title(title: str) -> bool:
    """Whether a document of this title is the text of a plan, not a text about one."""
    bare = re.sub(r"[（(][^（）()]*[）)]$", "", title)
    return PLAN_TITLE.search(bare) is not None and ABOUT_PLANS.search(title) is None


def plan_kind(name: str) -> str | None:
    """The kind of a plan by its name: plan, strategy, regulation, opinion, scheme, standard-setting rule; else None."""
    bare = re.sub(r"[（(][^（）()]*[）)]$", "", name)
    return next((kind for kind, pattern in PLAN_KINDS if pattern.search(bare)), None)


@lru_cache(maxsize=1 << 14)
def form_of(text: str) -> str:
    """A printed name without the quotation marks or title marks around it; those inside stay."""
    stripped = text.strip(QUOTES)
    for opened, closed in ("《》", "“”", "（）", "()"):
        if stripped.count(opened) > stripped.count(closed):
            stripped += closed
        elif stripped.count(closed) > stripped.count(opened):
            stripped = opened + stripped
    return stripped or text


def is_national(name: str) -> bool:
    """Whether a full name is that of a body of the whole country."""
    return departments().national.get(name) == name


def agency_entity(name: str, within: RegionRow | None) -> Entity | None:
    """The agency that a name means in a document about `within`; None where nothing tells whose department it is."""
    parsed = parse_agency(name, within)
    if parsed.region is None and not is_national(parsed.full) and (parsed.known or name.startswith(RELATIVE)):
        return None
    core = core_name("Agency", parsed.full)
    scope = "" if is_national(parsed.full) else parsed.region.key if parsed.region else scope_of("Agency", core, within)
    forms = frozenset({name}) | parsed.forms
    kind = parsed.region.kind if parsed.region else ("country" if parsed.known else None)
    return Entity(ids.entity_id("Agency", core, scope), "Agency", parsed.full, core, forms, kind)


def named_entity(label: str, name: str, scope: str | None, within: RegionRow | None) -> Entity:
    """Any other entity: core name and scope. `scope` is given for a Person (the body of the post), else found."""
    core = OWN.sub("", core_name(label, name))
    identity = scope if scope is not None else scope_of(label, core, within)
    kind = plan_kind(core) if label == "Plan" else None
    quoted = QUOTED.fullmatch(name)
    forms = frozenset({name, quoted["inner"]} if quoted else {name})
    return Entity(ids.entity_id(label, core, identity), label, name, core, forms, kind)


def identify(label: str, text: str, scope: str | None, within: RegionRow | None) -> Entity | None:
    """The entity that a mention means; None where two candidates are left."""
    name = form_of(text)
    if label == "Agency":
        return agency_entity(name, within)
    if label == "Region":
        return resolve_region(name, within)
    if label == "Plan" and NUMBER_ALONE.fullmatch(name):
        return None
    return named_entity(label, name, scope, within)
