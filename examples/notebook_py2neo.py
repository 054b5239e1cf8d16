# %% [markdown]
# # 用 py2neo 看质图 · Zhitu through py2neo
#
# 图在 Neo4j 中，并已装载 `examples/briefings`。地址、用户、密码取自环境变量 `ZHITU_BOLT_URI`、`ZHITU_BOLT_USER`、
# `ZHITU_BOLT_PASSWORD`。`# %%` 在 VS Code、PyCharm 与 Jupytext 中都是一格的开头；也可作为脚本从头运行。
#
# The graph lies in Neo4j and holds `examples/briefings`; address, user and password are those of the environment.
# `# %%` begins a cell in VS Code, PyCharm and Jupytext; as a script it runs from top to bottom. It needs
# `pip install -e '.[py2neo]'` in a checkout. The program itself speaks through the official driver: py2neo has had no
# release since 2021, and stays at this edge for notebooks that know it.

# %%
import os
from typing import Any

from py2neo import Graph, NodeMatcher
from py2neo.cypher import Cursor

from app.queries import catalogue
from app.queries.header import Parameter
from graph_schema.ids import bare

user = os.environ.get("ZHITU_BOLT_USER")
graph = Graph(
    os.environ.get("ZHITU_BOLT_URI", "bolt://localhost:7687"),
    auth=(user, os.environ["ZHITU_BOLT_PASSWORD"]) if user else None,
)
print("Neo4j", graph.service.kernel_version)

# %% [markdown]
# ## 按编号运行查询 · Curated queries by their id
#
# 参数要写编号（`goal:food-safety`）；略去的参数不作限制。
# References are ids here; a parameter that is left out restricts nothing.

# %%
queries = catalogue.load()


def ask(query_id: str, **given: Any) -> Cursor:
    """The answer to a curated query."""
    query = queries[query_id]
    if unknown := set(given) - set(query.header.params):
        raise ValueError(f"{query_id}: {sorted(unknown)}: expected some of {list(query.header.params)}")
    values = {
        name: full_id(parameter, given.get(name, parameter.default)) for name, parameter in query.header.params.items()
    }
    return graph.run(query.cypher, values)


def full_id(parameter: Parameter, value: Any) -> Any:
    """The value; of a reference without its label, the whole id."""
    if parameter.type.kind == "ref" and isinstance(value, str) and ":" not in value:
        return bare(parameter.type.labels[0], value)
    return value


for gap in ask("goals_without_measures"):
    print(gap["goal"], gap["goal_name"])

# %% [markdown]
# ## 沿节点与关系走 · From node to node
#
# 从吉致吉品出发：与它相连的事物，以及说出这层关系的原文。
# Start at 吉致吉品: what it is joined to, and the words that say so.

# %%
brand = NodeMatcher(graph).match("Brand", name="吉致吉品").first()
steps = [step for step in graph.match({brand}) if "statements" in step]  # a set: in either direction
for step in steps:
    print(step.start_node["name"], type(step).__name__, step.end_node["name"], "-", step["quote"])

# %% [markdown]
# 一直走到文件：哪一句、在哪份文件里。
# And on to the document: which sentence, and where.

# %%
matcher = NodeMatcher(graph)
said = matcher.match("Statement", id=steps[0]["statements"][0]).first()
passage = graph.match_one((said, None), "STATED_IN").end_node
document = graph.match_one((passage, None), "PART_OF").end_node
print(document["title"], "/", passage["section"], "/", passage["text"])

# %% [markdown]
# ## 制成表格 · A table
#
# 服务于食品安全的措施，按地区与情态计数。
# Measures that serve food safety, counted by region and by whether they are done, required, planned or encouraged.

# %%
measures = ask("measures_for_goal", goal="food-safety").to_data_frame()
table = measures.pivot_table(index="region_name", columns="modality", values="measure", aggfunc="count", fill_value=0)
print(table)
