"""A small hand-made graph that gives every curated query a real answer.

Three places (Jilin, Qingdao, Zhanjiang) with a document each, written for these tests. `NODES` and `RELATIONSHIPS` are
checked against the schema as they are made; ids are readable (`measure:j1`) so that a test can name its rows.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph_schema import derive
from graph_schema.base import NODE_TYPES, RELATIONSHIP_TYPES, Node
from graph_schema.nodes import Comparator
from loaders.english_regions import region_in_english
from loaders.search_text import search_text
from stores.open import open_store
from stores.settings import StoreSettings
from stores.store import Store


@dataclass(frozen=True, slots=True)
class Edge:
    """One relationship, its ends by id."""

    type: str
    start: str
    end: str
    properties: dict[str, Any]


@dataclass(slots=True)
class SmallGraph:
    """The nodes by id and the relationships, in the order of making."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    region_of: dict[str, str] = field(default_factory=dict)

    def node(self, node_id: str, name: str, **properties: object) -> str:
        label = derive.label_of(node_id)
        known = NODE_TYPES[label].model_fields
        called = [name, *(str(properties[each]) for each in ("name_en",) if each in properties)]
        if label == "Region":
            called.append(region_in_english(name))
        filled = {"search_text": search_text(called), "core_name": name, "kind": "other"}
        defaults = {key: value for key, value in filled.items() if key in known and key not in properties}
        self.nodes[node_id] = derive.validate_node(label, {"id": node_id, "name": name, **defaults, **properties})
        return node_id

    def edge(self, kind: str, start: str, end: str, **properties: object) -> None:
        assert RELATIONSHIP_TYPES[kind].joins(derive.label_of(start), derive.label_of(end)), (kind, start, end)
        derive.validate_relationship(kind, properties)
        self.edges.append(Edge(kind, start, end, properties))

    def fact(self, kind: str, start: str, end: str, passage: str, modality: str = "done", **more: object) -> None:
        """A relationship with the one statement that supports it, stated in `passage`."""
        statement = f"statement:{kind.lower()}-{start.partition(':')[2]}-{end.partition(':')[2]}"
        words = self.nodes[passage].name
        ends = {"type": kind, "subject": start, "object": end, "modality": modality}
        self.node(statement, words, quote=words, start=0, end=len(words), **ends, **more)
        self.edge("STATED_IN", statement, passage)
        self.edge(kind, start, end, statements=[statement], quote=words, modality=modality, **more)

    def document(self, key: str, title: str, region: str, **properties: object) -> str:
        source = f"briefings/{key}.txt"
        made = self.node(f"document:{key}", title, title=title, source=source, sha256="0", pipeline="0", **properties)
        self.passage(f"{key}0", key, title, 0, "")
        self.fact("APPLIES_TO", made, region, f"passage:{key}0")
        self.region_of[key] = region
        return made

    def passage(self, key: str, document: str, text: str, order: int, section: str) -> str:
        place = {"section": section, "start": 100 * order, "end": 100 * order + len(text), "order": order}
        made = self.node(f"passage:{key}", text, text=text, clean=text, **place)
        self.edge("PART_OF", made, f"document:{document}")
        return made

    def measure(self, key: str, document: str, text: str, goals: Sequence[str], modality: str = "planned") -> str:
        """A measure of the document's region in a passage of its own; the digits of its key are the passage's order."""
        passage = self.passage(key, document, text, int(key.lstrip("jqz")), "重点任务")
        made = self.node(f"measure:{key}", text, text=text, modality=modality)
        self.edge("STATED_IN", made, passage)
        for goal in goals:
            self.fact("SERVES", made, f"goal:{goal}", passage, modality)
        self.fact("APPLIES_TO", made, self.region_of[document], passage, modality)
        return made

    def value(self, value_id: str, passage: str, of: str, region: str, number: "Number") -> str:
        """A target or result: what it is of, where it holds, who sets or reports it."""
        label, indicator = derive.label_of(value_id), self.nodes[of].name
        modality = "required" if label == "Target" else "done"
        span = {"period": str(number.year), "year_from": number.year, "year_to": number.year_to or number.year}
        made = self.node(
            value_id,
            f"{indicator} {number.comparator} {number.value:g}{number.unit}",
            indicator=indicator,
            comparator=number.comparator,
            value=number.value,
            value_high=number.high,
            unit=number.unit,
            region=self.nodes[region].name,
            modality=modality,
            **span if number.year else {},
        )
        self.edge("STATED_IN", made, passage)
        self.fact("OF", made, of, passage, modality)
        self.fact("APPLIES_TO", made, region, passage, modality)
        document = next(edge.end for edge in self.edges if (edge.type, edge.start) == ("PART_OF", passage))
        self.fact("SETS" if label == "Target" else "REPORTS", document, made, passage, modality)
        return made


@dataclass(frozen=True, slots=True)
class Number:
    """A printed value; `year` None where the text does not tell."""

    comparator: Comparator
    value: float
    year: int | None
    unit: str = "%"
    high: float | None = None
    year_to: int | None = None


@contextmanager
def opened(graph: SmallGraph, folder: Path) -> Iterator[Store]:
    """A throw-away embedded store that holds the graph."""
    with open_store(StoreSettings(folder=folder)) as store:
        fill(store, graph)
        yield store


def fill(store: Store, graph: SmallGraph) -> None:
    """Make an empty store hold the graph."""
    store.prepare(derive.constraints(), derive.searchable())
    store.write(lambda transaction: write(graph, transaction.run))


def write(graph: SmallGraph, run: Callable[[str, dict[str, Any]], object]) -> None:
    """Write the graph, a statement a label and a statement a kind of relationship."""
    for label in NODE_TYPES:
        rows = [node.model_dump(exclude_none=True) for node in graph.nodes.values() if node.label == label]
        if rows:
            run(derive.merge_nodes(label), derive.batch([_plain(row) for row in rows]))
    kinds: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for edge in graph.edges:
        kind = (edge.type, derive.label_of(edge.start), derive.label_of(edge.end))
        kinds.setdefault(kind, []).append({"start": edge.start, "end": edge.end, "properties": edge.properties})
    for (kind_name, start, end), edges in kinds.items():
        run(derive.merge_relationships(kind_name, start, end), derive.batch(edges))


def _plain(properties: dict[str, Any]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in properties.items()}


def build() -> SmallGraph:
    graph = SmallGraph()
    _tables(graph)
    _jilin(graph)
    _qingdao(graph)
    _zhanjiang(graph)
    return graph


def _tables(graph: SmallGraph) -> None:
    goals = (
        ("quality-development", "质量发展", "Quality development", None),
        ("product-quality", "产品质量", "Product quality", "quality-development"),
        ("food-safety", "食品安全", "Food safety", "product-quality"),
        ("construction-quality", "工程质量", "Construction quality", "quality-development"),
        ("brand", "品牌建设", "Brand building", "quality-development"),
        ("metrology", "计量", "Metrology", "quality-development"),
    )
    for key, name, name_en, broader in goals:
        graph.node(f"goal:{key}", name, name_en=name_en, scope_note="")
        if broader:
            graph.edge("BROADER", f"goal:{key}", f"goal:{broader}")
    regions: tuple[tuple[str, str, str, str | None, list[str]], ...] = (
        ("000000", "中国", "country", None, []),
        ("220000", "吉林省", "province", "000000", ["吉林"]),
        ("220100", "长春市", "prefecture", "220000", ["长春"]),
        ("220200", "吉林市", "prefecture", "220000", ["吉林"]),
        ("370000", "山东省", "province", "000000", ["山东"]),
        ("370200", "青岛市", "prefecture", "370000", ["青岛"]),
        ("440000", "广东省", "province", "000000", ["广东"]),
        ("440800", "湛江市", "prefecture", "440000", ["湛江"]),
    )
    for code, name, kind, above, aliases in regions:
        graph.node(f"region:{code}", name, kind=kind, code=code, aliases=aliases)
        if above:
            graph.edge("PART_OF", f"region:{code}", f"region:{above}")
    graph.node("indicator:food-pass", "食品安全抽检合格率", unit="%", aliases=["食品抽检合格率"])
    graph.node("indicator:works-pass", "大中型工程一次验收合格率", unit="%")
    graph.edge("MEASURED_BY", "goal:food-safety", "indicator:food-pass")
    graph.edge("MEASURED_BY", "goal:construction-quality", "indicator:works-pass")


def _jilin(graph: SmallGraph) -> None:
    graph.node("plan:outline", "质量强国建设纲要", kind="outline", year_from=2021, year_to=2035)
    graph.node("plan:older", "吉林省质量提升旧方案", kind="scheme", year_from=2017, year_to=2019)
    graph.node("plan:jilin", "吉林省质量提升三年方案", kind="scheme", year_from=2020, year_to=2022)
    graph.node("agency:amr", "吉林省市场监督管理厅", kind="department", aliases=["省市场监管厅"])
    graph.node("agency:gov", "吉林省人民政府", kind="government")
    graph.node("campaign:fist", "“铁拳”行动", core_name="铁拳行动")
    graph.node("platform:nqi", "东北区域NQI高地")
    graph.node("brand:jzjp", "吉致吉品")
    graph.document("j", "吉林省质量提升三年方案", "region:220000", published_on="2020-03-02", period="2020-2022")
    title = "passage:j0"
    graph.fact("TEXT_OF", "document:j", "plan:jilin", title)
    graph.fact("PUBLISHED_BY", "document:j", "agency:gov", title)
    graph.fact("ISSUED_BY", "plan:jilin", "agency:gov", title)
    graph.fact("APPLIES_TO", "plan:jilin", "region:220000", title)
    graph.fact("SERVES", "plan:jilin", "goal:quality-development", title)
    graph.fact("IMPLEMENTS", "plan:jilin", "plan:outline", title)
    graph.fact("REPEALS", "plan:jilin", "plan:older", title)
    graph.fact("AMENDS", "plan:older", "plan:outline", title)
    graph.fact("IMPLEMENTS", "campaign:fist", "plan:jilin", title)
    graph.measure("j1", "j", "省市场监管厅牵头把校园食堂的检查做到每学期一次", ["food-safety"], "required")
    graph.measure("j2", "j", "用“铁拳”行动查处假冒伪劣商品", ["product-quality"])
    graph.measure("j3", "j", "用好东北区域NQI高地，让吉致吉品走向全国", ["brand", "food-safety"])
    graph.fact("LEADS", "agency:amr", "measure:j1", "passage:j1", "required")
    graph.fact("LEADS", "agency:amr", "campaign:fist", "passage:j2", "planned")
    graph.fact("IMPLEMENTS", "measure:j1", "plan:jilin", "passage:j1", "required")
    graph.fact("IMPLEMENTS", "measure:j2", "campaign:fist", "passage:j2", "planned")
    graph.fact("IMPLEMENTS", "measure:j3", "plan:jilin", "passage:j3", "planned")
    graph.fact("USES", "measure:j2", "campaign:fist", "passage:j2", "planned")
    graph.fact("USES", "measure:j3", "brand:jzjp", "passage:j3", "planned")
    graph.fact("USES", "measure:j3", "platform:nqi", "passage:j3", "planned")
    graph.fact("OPERATES", "agency:amr", "platform:nqi", "passage:j3", "planned")
    graph.fact("APPLIES_TO", "platform:nqi", "region:220000", "passage:j3", "planned")
    graph.fact("APPLIES_TO", "brand:jzjp", "region:220000", "passage:j3", "planned")
    graph.fact("PROMOTES", "region:220000", "brand:jzjp", "passage:j3", "planned")
    graph.fact("PROMOTES", "agency:amr", "brand:jzjp", "passage:j3", "planned")
    graph.passage("j4", "j", "到2022年食品安全抽检合格率不低于95%，大中型工程一次验收合格率为100%", 4, "主要目标")
    graph.value("target:food", "passage:j4", "indicator:food-pass", "region:220000", Number(">=", 95, 2022))
    graph.value("target:works", "passage:j4", "indicator:works-pass", "region:220000", Number("=", 100, 2022))
    graph.passage("j5", "j", "2021年大中型工程一次验收合格率为100%", 5, "回顾")
    graph.value("result:works", "passage:j5", "indicator:works-pass", "region:220000", Number("=", 100, 2021))


def _qingdao(graph: SmallGraph) -> None:
    graph.node("agency:qd", "青岛市市场监督管理局", kind="department")
    graph.node("brand:qd", "青岛优品")
    graph.document("q", "青岛市质量工作会议报道", "region:370200", published_on="2022-01-20", period="2021")
    graph.measure("q1", "q", "青岛市市场监督管理局组织冷链食品全程抽检", ["food-safety"], "done")
    graph.fact("LEADS", "agency:qd", "measure:q1", "passage:q1")
    graph.fact("PARTICIPATES_IN", "agency:amr", "measure:q1", "passage:q1")
    graph.fact("APPLIES_TO", "brand:qd", "region:370200", "passage:q1")
    graph.fact("PROMOTES", "agency:qd", "brand:qd", "passage:q1")
    graph.fact("RECOGNISES", "brand:jzjp", "brand:qd", "passage:q1")
    graph.passage("q2", "q", "食品安全抽检合格率为99.69%，大中型工程一次验收合格率约为99%", 2, "成效")
    graph.value("result:qd-food", "passage:q2", "indicator:food-pass", "region:370200", Number("=", 99.69, 2021))
    graph.value("result:qd-works", "passage:q2", "indicator:works-pass", "region:370200", Number("~", 99, 2021))


def _zhanjiang(graph: SmallGraph) -> None:
    graph.document("z", "湛江市质量工作总结", "region:440800")
    graph.measure("z1", "z", "对农贸市场的食品逐批快检", ["food-safety"], "done")
    graph.passage("z2", "z", "食品安全抽检合格率为98.59%", 2, "成效")
    graph.value("result:zj-food", "passage:z2", "indicator:food-pass", "region:440800", Number("=", 98.59, 2019))
