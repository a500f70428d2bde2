"""What the model sees of a word. src/english/neural/features.ts computes exactly the same; change both or neither."""

import re

PREFIX_BUCKETS = 512
AFFIX_BUCKETS = 4096
SHAPE_BUCKETS = 512
# Order: first letter, prefix 3, suffix 2, suffix 3, suffix 4, shape.
BUCKETS = (PREFIX_BUCKETS, AFFIX_BUCKETS, AFFIX_BUCKETS, AFFIX_BUCKETS, AFFIX_BUCKETS, SHAPE_BUCKETS)

_PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
# Quotation marks that English texts rarely use are seen as those they do, in all features.
_RARE_QUOTES = set("«»„‟‹›")
_URL = re.compile(r"https?:|www\.")


def usual(word):
    return '"' if word in _RARE_QUOTES else word


def lower_form(word):
    """Key into the frozen vectors: lower case, plain quotes and dashes."""
    return usual(word).translate(_PLAIN).lower()


def key_form(word):
    """Key into the learned words: the lower form with every digit 0, and one key for all web addresses."""
    if _URL.match(word):
        return "!url"
    return re.sub("[0-9]", "0", lower_form(word))


def shape(word):
    """Xx for capitals and small letters, d for digits, other characters as they are; at most two of a kind in a row, eight in all."""
    out = []
    for char in word:
        if char != char.lower():
            kind = "X"
        elif char != char.upper():
            kind = "x"
        elif "0" <= char <= "9":
            kind = "d"
        else:
            kind = char
        if len(out) >= 2 and out[-1] == kind and out[-2] == kind:
            continue
        out.append(kind)
        if len(out) == 8:
            break
    return "".join(out)


def hash32(text):
    """FNV-1a over UTF-16 code units."""
    value = 0x811C9DC5
    data = text.encode("utf-16-le")
    for index in range(0, len(data), 2):
        value ^= data[index] | (data[index + 1] << 8)
        value = (value * 0x01000193) & 0xFFFFFFFF
    return value


def buckets(word):
    """Six bucket numbers, in the order of BUCKETS."""
    key, word = key_form(word), usual(word)
    parts = (
        "a" + word[:1] + ("+" if len(word) > 3 else "-"),
        "b" + key[:3],
        "c" + key[-2:],
        "d" + key[-3:],
        "e" + key[-4:],
        "f" + shape(word),
    )
    return tuple(hash32(part) % size for part, size in zip(parts, BUCKETS))
