"""What models know: the n-grams and signs that occur in at least three documents."""

from collections.abc import Sequence

import numpy as np

from loaders.models.ngrams import BUCKET_BITS, Vocabulary, hashed_grams
from loaders.models.signs import Groups, Signs, sign_hash

AT_LEAST = 3  # documents that a sign or n-gram must occur in to be learned


def learned_vocabulary(by_document: Sequence[Sequence[str]]) -> Vocabulary:
    """The n-grams of the texts of each document, weighed by their rarity among texts."""
    in_documents = np.zeros(1 << BUCKET_BITS, np.int32)
    in_texts = np.zeros(1 << BUCKET_BITS, np.int32)
    for texts in by_document:
        row, bucket = hashed_grams(texts)
        in_documents[np.unique(bucket)] += 1
        once = np.unique(row << BUCKET_BITS | bucket) & ((1 << BUCKET_BITS) - 1)
        in_texts += np.bincount(once, minlength=1 << BUCKET_BITS).astype(np.int32)
    known = np.flatnonzero(in_documents >= AT_LEAST)
    rarity = np.log((1 + sum(map(len, by_document))) / (1 + in_texts[known])) + 1
    return Vocabulary(known.astype(np.uint32), rarity.astype(np.float16).astype(np.float32))


def learned_signs(by_document: Sequence[Sequence[Groups]]) -> Signs:
    """The signs that occur in at least three documents; the rows of signs are grouped by document."""
    seen: dict[int, int] = {}
    for rows in by_document:
        for known in {sign_hash(sign) for groups in rows for group in groups for sign in group}:
            seen[known] = seen.get(known, 0) + 1
    return Signs(np.array(sorted(known for known, count in seen.items() if count >= AT_LEAST), np.uint32))
