"""Reading files and folders: sources, formats, and what cannot be read."""

import hashlib
from pathlib import Path

import pytest

from loaders.read import Limits, read_paths
from loaders.records import Issue, RawDocument, StatedMetadata, UnreadableDocument
from tests.loaders.files import bomb, pdf_with_text, pdf_without_text, word, write

TEXT = "甲市开展质量提升行动。\n抽检合格率为98.5%。"


def documents(*paths: Path, collection: str | None = None) -> list[RawDocument]:
    return [found for found in read_paths(paths, collection) if isinstance(found, RawDocument)]


def issues(*paths: Path, limits: Limits | None = None) -> list[Issue]:
    found = read_paths(paths, None, limits or Limits())
    return [each.issue for each in found if isinstance(each, UnreadableDocument)]


def test_a_folder_is_walked_in_order_and_its_name_begins_the_sources(tmp_path: Path) -> None:
    folder = write(tmp_path / "notes", {"b.txt": TEXT, "a.txt": TEXT, "sub/c.txt": TEXT, ".hidden.txt": TEXT})
    assert [each.source for each in documents(folder)] == ["notes/a.txt", "notes/b.txt", "notes/sub/c.txt"]


def test_a_file_belongs_to_its_parents_collection(tmp_path: Path) -> None:
    folder = write(tmp_path / "notes", {"a.txt": TEXT})
    assert [each.source for each in documents(folder / "a.txt")] == ["notes/a.txt"]


def test_a_collection_may_be_named(tmp_path: Path) -> None:
    folder = write(tmp_path / "notes", {"a.txt": TEXT})
    assert [each.source for each in documents(folder, collection="甲市")] == ["甲市/a.txt"]


def test_no_file_is_read_twice(tmp_path: Path) -> None:
    folder = write(tmp_path / "notes", {"a.txt": TEXT, "b.txt": TEXT})
    assert len(documents(folder / "b.txt", folder)) == 2


def test_a_document_carries_its_text_digest_and_type(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.txt": "\ufeff" + TEXT.replace("\n", "\r\n")})
    [document] = documents(folder)
    assert document.text == TEXT.replace("\n", "\r\n")
    assert document.sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert (document.media_type, document.encoding) == ("text/plain", "utf-8")


def test_a_list_of_sources_gives_url_and_metadata(tmp_path: Path) -> None:
    listed = "file,url,title,region\na.txt,https://example.org/a,质量通报,吉林省\nsub/b.txt,,另一篇,\n"
    folder = write(tmp_path / "notes", {"sources.csv": listed, "a.txt": TEXT, "sub/b.txt": TEXT})
    first, second = documents(folder)
    assert first.source == "https://example.org/a"
    assert first.stated == StatedMetadata(url="https://example.org/a", title="质量通报", region="吉林省")
    assert (second.source, second.stated.title) == ("notes/sub/b.txt", "另一篇")


@pytest.mark.parametrize(
    ("listed", "named"),
    [
        ("name,url\na.txt,https://example.org/a\n", "line 1"),
        ("file,url\n,https://example.org/a\n", "line 2"),
        ("file,url\na.txt,https://example.org/a,too many\n", "line 2"),
    ],
)
def test_a_broken_list_of_sources_is_reported_once_and_the_rest_goes_on(
    tmp_path: Path, listed: str, named: str
) -> None:
    folder = write(tmp_path / "notes", {"sources.csv": listed, "a.txt": TEXT, "b.txt": TEXT})
    [issue] = issues(folder)
    assert issue.code == "bad-sources"
    assert named in issue.message
    assert len(documents(folder)) == 2


def test_a_text_may_name_its_own_source(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.txt": f"原文链接：https://example.org/b\n{TEXT}"})
    assert [each.source for each in documents(folder)] == ["https://example.org/b"]


PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>某站</title>
<meta name="ArticleTitle" content="质量通报"><meta name="PubDate" content="2021-3-5 09:00">
<meta name="ContentSource" content="某局"><link rel="canonical" href="https://example.org/c">
<style>p {color: red}</style><script>alert("否")</script></head>
<body><nav>首页 &gt; 新闻</nav><!-- 注释 --><h1>质量通报</h1>
<p>全市抽检
 <b>三百</b>批次，<span>合格率</span>98%。<br>详情见附件。</p><p style="display: none">隐藏</p>
<table><tr><th>名称</th><td>数量</td></tr><tr><td>检测站</td><td>三家</td></tr></table></body></html>"""


def test_a_page_gives_its_visible_text_and_what_it_states(tmp_path: Path) -> None:
    [document] = documents(write(tmp_path, {"a.html": PAGE.encode("gb2312")}))
    assert document.text.split("\n") == [
        "质量通报",
        "全市抽检 三百批次，合格率98%。",
        "详情见附件。",
        "名称\t数量",
        "检测站\t三家",
    ]
    assert (document.encoding, document.source) == ("gb18030", "https://example.org/c")
    assert document.stated == StatedMetadata("https://example.org/c", "质量通报", "某局", "2021-03-05")


MARKDOWN = """---
title: 质量通报
date: 2021-03-05
source: https://example.org/d
---
# 总体情况

**一是抓监管。**检查*两千*家[企业](https://example.org)。
二是育品牌。

2. 建平台
3. 办论坛

| 名称 | 数量 |
|---|---|
| 检测站 | 三家 |
"""


def test_markdown_gives_its_text_without_marks(tmp_path: Path) -> None:
    [document] = documents(write(tmp_path, {"a.md": MARKDOWN}))
    assert document.text.split("\n") == [
        "总体情况",
        "一是抓监管。检查两千家企业。",
        "二是育品牌。",
        "2. 建平台",
        "3. 办论坛",
        "名称\t数量",
        "检测站\t三家",
    ]
    assert document.source == "https://example.org/d"
    assert (document.stated.title, document.stated.published_on) == ("质量通报", "2021-03-05")


def test_a_pdf_gives_the_text_of_its_pages(tmp_path: Path) -> None:
    [document] = documents(write(tmp_path, {"a.pdf": pdf_with_text(["甲市质量提升情况", "抽检合格率上升。"])}))
    assert document.text.split() == ["甲市质量提升情况", "抽检合格率上升。"]
    assert document.media_type == "application/pdf"


def test_a_word_document_gives_paragraphs_and_tables(tmp_path: Path) -> None:
    content = word(["甲市质量提升情况", "抽检合格率上升。"], [["名称", "数量"], ["检测站", "三家"]])
    [document] = documents(write(tmp_path, {"a.docx": content}))
    assert document.text == "甲市质量提升情况\n抽检合格率上升。\n名称\t数量\n检测站\t三家"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty-file"),
        ("a.txt", b" \r\n\t", "empty-file"),
        ("a.txt", b"\xff\xfe", "empty-file"),
        ("a.txt", bytes(range(256)), "binary-file"),
        ("a.txt", pdf_without_text(), "binary-file"),
        ("a.txt", "déjà vu, naïveté, cœur à Besançon".encode("cp1252") * 3, "unreadable-encoding"),
        ("a.txt", b"\xff\xfe\x00", "unreadable-encoding"),
        ("a.html", b"", "empty-file"),
        ("a.pdf", pdf_without_text(), "scanned-pdf"),
        ("a.pdf", pdf_without_text("secret"), "encrypted-pdf"),
        ("a.pdf", b"%PDF-1.4 broken", "broken-file"),
        ("a.docx", b"no archive", "broken-file"),
        ("a.docx", bomb(1_000), "broken-file"),
        ("a.docx", word([]), "empty-file"),
        ("a.xyz", b"?", "unknown-format"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_reason(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    folder = write(tmp_path, {name: content, "b.txt": TEXT})
    [issue] = issues(folder)
    assert issue.code == code
    assert str(folder / name) in issue.message
    assert len(documents(folder)) == 1


def test_an_unknown_format_weighs_more_where_it_was_asked_for(tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.xyz": b"?"})
    assert [issue.severity for issue in issues(folder)] == ["warning"]
    assert [issue.severity for issue in issues(folder / "a.xyz")] == ["error"]


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    assert [issue.code for issue in issues(tmp_path / "none.txt")] == ["missing-file"]


@pytest.mark.parametrize(
    ("name", "content", "limits", "code"),
    [
        ("a.txt", TEXT.encode(), Limits(max_bytes=10), "too-large"),
        ("a.docx", bomb(300_000), Limits(max_unpacked=200_000), "unpacked-too-large"),
        ("a.docx", word(["甲"]), Limits(max_parts=3), "unpacked-too-large"),
        ("a.pdf", pdf_with_text(["甲市质量提升情况"]), Limits(max_pages=0), "too-many-pages"),
        ("a.pdf", pdf_with_text(["甲市质量提升情况"]), Limits(max_characters=3), "too-large"),
    ],
)
def test_limits_hold(tmp_path: Path, name: str, content: bytes, limits: Limits, code: str) -> None:
    folder = write(tmp_path, {name: content})
    assert [issue.code for issue in issues(folder, limits=limits)] == [code]
