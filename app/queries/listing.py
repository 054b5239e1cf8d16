"""The lists of docs/queries.md; `python -m app.queries.listing` prints them."""

from app.queries.catalogue import Catalogue, load


def query_table(catalogue: Catalogue) -> str:
    """The queries as a Markdown table, in alphabetical order."""
    lines = ["| query | 标题 | title | parameters | tags |", "| --- | --- | --- | --- | --- |"]
    for query in catalogue:
        title, params = query.header.title, query.header.params
        named = ", ".join(f"`{name}`" if params[name].required else f"`{name}`?" for name in params)
        lines.append(f"| `{query.id}` | {title.zh} | {title.en} | {named} | {', '.join(query.header.tags)} |")
    return "\n".join(lines)


def tag_table(catalogue: Catalogue) -> str:
    """The tags as a Markdown table, in alphabetical order."""
    lines = ["| tag | 中文 | English | queries |", "| --- | --- | --- | --- |"]
    for tag, text in sorted(catalogue.tags.items()):
        lines.append(f"| `{tag}` | {text.zh} | {text.en} | {len(catalogue.tagged(tag))} |")
    return "\n".join(lines)


if __name__ == "__main__":
    shipped = load()
    print(query_table(shipped), tag_table(shipped), sep="\n\n")
