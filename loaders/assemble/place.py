"""Where things stand: passages with their ids, and quotes cut from the text as read."""

from collections import Counter

from graph_schema import ids, nodes
from graph_schema.base import Modality
from loaders.document_graph import StatedFact
from loaders.records import Passage, Segmented

CAPTION = 40  # characters of a passage that a graph browser shows as its name


class Places:
    """The passages of one document with their ids; cuts quotes and makes statements."""

    def __init__(self, document: Segmented, document_id: str) -> None:
        self.document = document
        self.document_id = document_id
        self.ids = tuple(self._passage_ids())

    def _passage_ids(self) -> list[str]:
        seen: Counter[str] = Counter()
        found = []
        for passage in self.document.passages:
            found.append(ids.passage_id(self.document_id, passage.text, seen[passage.text]))
            seen[passage.text] += 1
        return found

    def raw(self, start: int, end: int) -> tuple[int, int, str]:
        """Start, end and words, in the text as read, of a slice of the clean text."""
        raw_start, raw_end = self.document.clean.raw_span(start, end)
        return raw_start, raw_end, self.document.raw.text[raw_start:raw_end]

    def passages(self) -> list[nodes.Passage]:
        """The passages as nodes; their texts, joined in order, are the text as read."""
        starts = [self.document.clean.origin[passage.start] for passage in self.document.passages]
        text = self.document.raw.text
        bounds = [0, *starts[1:], len(text)]  # what cleaning dropped belongs to the passage before it
        return [
            nodes.Passage(
                id=self.ids[passage.order],
                name=passage.text.strip()[:CAPTION] or "¶",
                text=text[bounds[i] : bounds[i + 1]],
                clean=passage.text,
                section=" / ".join(passage.section),
                start=bounds[i],
                end=bounds[i + 1],
                order=passage.order,
            )
            for i, passage in enumerate(self.document.passages)
        ]

    def quote(self, passage: Passage) -> tuple[int, int]:
        """The clean slice that quotes a passage: its words without closing mark."""
        return passage.text_start, passage.text_end

    def fact(
        self, kind: str, ends: tuple[str, str], modality: Modality, at: tuple[int, int], title: str | None = None
    ) -> StatedFact:
        """A statement of `kind` between two ids, quoting the clean slice `at`."""
        passage = self.ids[self.document.passage_at(at[0]).order]
        start, end, quote = self.raw(*at)
        subject, object_ = ends
        return StatedFact(
            nodes.Statement(
                id=ids.claim_id("Statement", passage, kind, subject, object_),
                name=quote[:CAPTION],
                type=kind,
                subject=subject,
                object=object_,
                modality=modality,
                quote=quote,
                start=start,
                end=end,
                title=title,
            ),
            passage,
        )
