"""Read: files and folders into texts, each with where it came from."""

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from pathlib import Path

from graph_schema.ids import text_hash
from loaders.errors import UnreadableError
from loaders.read.encodings import decode
from loaders.read.html import read_html
from loaders.read.limits import Limits
from loaders.read.markdown import markdown_text
from loaders.read.pdf import read_pdf
from loaders.read.sources import NAME, SourceList, read_sources, url_in_header
from loaders.read.word import read_word
from loaders.records import Issue, RawDocument, Severity, StatedMetadata, UnreadableDocument

__all__ = ["Limits", "collection_of", "count_files", "read_paths"]


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    media_type: str
    encoding: str | None = None
    stated: StatedMetadata = field(default_factory=StatedMetadata)


def _text(data: bytes, _limits: Limits) -> _Read:
    text, encoding = decode(data)
    return _Read(text, "text/plain", encoding)


def _html(data: bytes, _limits: Limits) -> _Read:
    text, encoding, stated = read_html(data)
    return _Read(text, "text/html", encoding, stated)


def _markdown(data: bytes, _limits: Limits) -> _Read:
    source, encoding = decode(data)
    text, stated = markdown_text(source)
    return _Read(text, "text/markdown", encoding, stated)


def _pdf(data: bytes, limits: Limits) -> _Read:
    return _Read(read_pdf(data, limits), "application/pdf")


def _word(data: bytes, limits: Limits) -> _Read:
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return _Read(read_word(data, limits), media_type)


READERS: dict[str, Callable[[bytes, Limits], _Read]] = {
    ".txt": _text,
    ".html": _html,
    ".htm": _html,
    ".md": _markdown,
    ".pdf": _pdf,
    ".docx": _word,
}
DEFAULT_LIMITS = Limits()


def read_paths(
    paths: Sequence[Path], collection: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Iterator[RawDocument | UnreadableDocument]:
    """Read the documents of files and folders, one at a time.

    Paths in the order given, folders walked in the order of names, hidden files left out, no file twice. The source is
    the URL that a `sources.csv` beside the file or the document itself gives, else the collection and the path below
    the folder. What cannot be read is given as such, and the rest goes on.
    """
    seen: set[bytes] = set()
    for path in paths:
        root = path if path.is_dir() else path.parent
        lists = _SourceLists({})
        for file in _walk(path):
            if _is_new(file, seen):
                place = file.relative_to(root).as_posix()
                source = unicodedata.normalize("NFC", f"{collection_of(path, collection)[0]}/{place}")
                yield from lists.report_broken(file.parent)
                yield _read_file(file, source, lists.stated(root, file), limits, named=file == path)


def count_files(paths: Sequence[Path]) -> int:
    """How many files `read_paths` would give, from their names alone."""
    seen: set[bytes] = set()
    return sum(_is_new(file, seen) for path in paths for file in _walk(path))


def _is_new(file: Path, seen: set[bytes]) -> bool:
    """Whether a file, wherever links lead, is met for the first time. Sixteen bytes of each are remembered."""
    key = blake2b(os.fsencode(file.resolve()), digest_size=16).digest()
    is_new = key not in seen
    seen.add(key)
    return is_new


def collection_of(path: Path, collection: str | None = None) -> tuple[str, Path]:
    """The collection of a path on the command line and its absolute folder; a single file belongs to its parent's."""
    folder = (path if path.is_dir() else path.parent).resolve()
    return collection or folder.name or "documents", folder


def _walk(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, subfolders, files in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "~$")) and name != NAME:
                yield Path(folder) / name


@dataclass
class _SourceLists:
    """The lists of sources of the folders met, each read once."""

    known: dict[Path, SourceList | UnreadableError]

    def _of(self, folder: Path) -> SourceList | UnreadableError:
        if folder not in self.known:
            try:
                self.known[folder] = read_sources(folder)
            except UnreadableError as error:
                self.known[folder] = error
        return self.known[folder]

    def report_broken(self, folder: Path) -> Iterator[UnreadableDocument]:
        """The list of a folder, if it is met for the first time and cannot be read."""
        is_new = folder not in self.known
        found = self._of(folder)
        if is_new and isinstance(found, UnreadableError):
            yield _unreadable(folder / NAME, str(folder / NAME), found, "error")

    def stated(self, root: Path, file: Path) -> StatedMetadata:
        """What the nearest list above a file, up to the root, states of it."""
        for folder in file.parents:
            found = self._of(folder)
            stated = found.of(file) if isinstance(found, SourceList) else None
            if stated is not None:
                return stated
            if folder == root:
                break
        return StatedMetadata()


def _read_file(
    file: Path, source: str, listed: StatedMetadata, limits: Limits, *, named: bool
) -> RawDocument | UnreadableDocument:
    try:
        reader = READERS.get(file.suffix.lower())
        if reader is None:
            raise UnreadableError(
                "unknown-format",
                f"the suffix {file.suffix!r} is unknown; expected {', '.join(READERS)}"
                f" / 不支持的文件类型 {file.suffix!r}，应为 {'、'.join(READERS)}",
            )
        data = _bytes(file, limits)
        read = reader(data, limits)
    except UnreadableError as error:
        # A folder may well hold other things beside documents; a file that was asked for by name may not.
        severity: Severity = "warning" if error.code == "unknown-format" and not named else "error"
        return _unreadable(file, listed.url or source, error, severity)
    stated = _joined(listed, replace(read.stated, url=read.stated.url or url_in_header(read.text)))
    return RawDocument(
        source=stated.url or source,
        path=str(file),
        text=read.text,
        sha256=text_hash(read.text),
        media_type=read.media_type,
        encoding=read.encoding,
        stated=stated,
    )


def _bytes(file: Path, limits: Limits) -> bytes:
    try:
        size = file.stat().st_size
        if size > limits.max_bytes:
            raise UnreadableError(
                "too-large",
                f"{size} bytes; expected at most {limits.max_bytes} / 文件 {size} 字节，上限为 {limits.max_bytes} 字节",
            )
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(
            "missing-file", f"{error.strerror}; expected a readable file / 文件不存在或无法打开"
        ) from error


def _joined(first: StatedMetadata, second: StatedMetadata) -> StatedMetadata:
    """What either states; the first goes before."""
    names = [each.name for each in fields(StatedMetadata)]
    return StatedMetadata(**{name: getattr(first, name) or getattr(second, name) for name in names})


def _unreadable(file: Path, source: str, error: UnreadableError, severity: Severity) -> UnreadableDocument:
    return UnreadableDocument(str(file), source, Issue(error.code, f"{file}: {error}", severity))
