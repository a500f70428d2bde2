"""Reads the training corpora into one kind of sentence: words, and where annotated tags, tree and names."""

import glob
import json
import os
import re
import subprocess
import urllib.parse

NAME_TYPES = ("PERSON", "ORGANIZATION", "PLACE", "EVENT", "NATIONALITY", "MISC")
NAME_LABELS = ("O",) + tuple(part + "-" + kind for kind in NAME_TYPES for part in "BI")
ANY = (1 << len(NAME_LABELS)) - 1

# Genres of GUM whose texts are CC BY-NC-SA or (conversation) no-derivatives, see the LICENSE.txt of that corpus.
GUM_LEFT_OUT = ("whow", "fiction", "essay", "letter", "podcast", "conversation")

# Demonyms that no ending gives away, and words whose ending looks like one. Written for this model.
_IRREGULAR = set(
    "french dutch swiss czech greek arab serb slovak slovene croat thai kurd afghan turk argentine briton spaniard "
    "swede finn dane pole scot basque frenchman dutchman irishman englishman uyghur filipino philippine tamil "
    "tibetan chechen catalan yugoslav soviet saudi lao kazakh uzbek tajik kyrgyz turkmen monegasque".split()
)
_NOT_DEMONYM = set("republican republicans nazi nazis democratic lutheran anglican taleban".split())
_DEMONYM_ENDING = re.compile(r"[a-z]{2,}(?:ian|ean|can|ban|yan|nan|man|san|tan|dan|ish|ese|aeli|aqi|ani|eshi|emeni|ali|pali|aiti)s?$")
_EVENT_WORD = re.compile(
    r"^(?:cups?|open|wars?|games|series|prix|olympics?|championships?|conference|convention|summit|tour|festival|election|elections|"
    r"marathon|classic|masters|treaty|talks|battle|revolution|uprising|massacre|campaign|operation|slam)$", re.I)
_TITLES = set(
    "mr mrs ms miss dr president vice senator sen king queen prince princess prime minister sir professor prof judge justice general gen "
    "rep representative gov governor chief captain lord lady secretary pope saint st chairman director colonel lieutenant major sergeant "
    "mayor congressman congresswoman ambassador bishop archbishop reverend rev father sister brother emperor sheikh ayatollah".split()
)

_PRONOUNS = set("i we he she they you it us me him her them his their our its my your who this that these those there here".split())


def bit(*labels):
    """Set of allowed labels as bits."""
    return sum(1 << NAME_LABELS.index(label) for label in labels)


OUTSIDE = bit("O")
NO_NATIONALITY_GIVEN = bit("O", "B-NATIONALITY", "I-NATIONALITY")


def typed(first, *kinds):
    return bit(*(("B-" if first else "I-") + kind for kind in kinds))


def is_demonym(word):
    low = word.lower()
    if low in _NOT_DEMONYM:
        return False
    return low in _IRREGULAR or low.rstrip("s") in _IRREGULAR or bool(_DEMONYM_ENDING.match(low))


def read_conllu(path):
    """Sentences of a treebank: only whole words (no ranges, no empty nodes)."""
    doc, sentence, sentences = "", None, []
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            doc = line[14:]
        if line.startswith("#"):
            continue
        if not line:
            if sentence:
                sentences.append(sentence)
            sentence = None
            continue
        cell = line.split("\t")
        if not cell[0].isdigit():
            continue
        if sentence is None:
            sentence = dict(doc=doc, words=[], upos=[], xpos=[], heads=[], deprels=[], misc=[])
        for key, value in zip(("words", "upos", "xpos", "heads", "deprels", "misc"), (cell[1], cell[3], cell[4], int(cell[6]), cell[7], cell[9])):
            sentence[key].append(value)
    if sentence:
        sentences.append(sentence)
    return sentences


def read_gum(path):
    """GUM without the genres that may not be used, with names found among its entity mentions."""
    kept = [s for s in read_conllu(path) if s["doc"].split("_")[1] not in GUM_LEFT_OUT]
    for sentence in kept:
        sentence["names"] = gum_names(sentence)
    return kept


def gum_mentions(sentence):
    """(first, last, entity type, identity) of every mention that opens and closes in the sentence."""
    mentions, stack = [], []
    for index, misc in enumerate(sentence["misc"]):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", found[1]) if found else ():
            if piece.startswith("("):
                fields = piece[1:].rstrip(")").split("-")
                # GRP-etype-infstat-salience-centering-minspan-link-identity; the identity itself may hold hyphens.
                mention = [index, index, fields[0], fields[1] if len(fields) > 1 else "", "-".join(fields[7:])]
                (mentions if piece.endswith(")") else stack).append(mention)
            else:
                for position in range(len(stack) - 1, -1, -1):
                    if stack[position][2] == piece[:-1]:
                        mention = stack.pop(position)
                        mention[1] = index
                        mentions.append(mention)
                        break
    return [(first, last, kind, identity) for first, last, _, kind, identity in mentions]


def gum_names(sentence):
    """Name labels of a GUM sentence: a mention is a name when its syntactic head is a proper noun."""
    words, xpos, upos = sentence["words"], sentence["xpos"], sentence["upos"]
    allowed = [NO_NATIONALITY_GIVEN if x.startswith("JJ") and w[:1].isupper() else OUTSIDE for w, x in zip(words, xpos)]
    used = [False] * len(words)

    def proper(index):
        return upos[index] == "PROPN" or words[index] in "-&"

    kinds = dict(person=("PERSON",), organization=("ORGANIZATION",), place=("PLACE",), event=("EVENT",),
                 object=("MISC", "EVENT"), abstract=("MISC", "EVENT", "NATIONALITY"), animal=("MISC",), plant=("MISC",), substance=("MISC",))
    for first, last, kind, identity in sorted(gum_mentions(sentence), key=lambda m: (m[0] - m[1], m[0])):
        if kind not in kinds:
            continue
        heads = [i for i in range(first, last + 1) if not first <= sentence["heads"][i] - 1 <= last]
        if not heads or not xpos[heads[0]].startswith("NNP"):
            continue
        head = low = high = heads[0]
        title = re.findall(r"\w+|[^\w\s]", re.sub(r"\(.*", "", urllib.parse.unquote(identity).replace("_", " ").lower()))
        match = [i for i in range(first, last + 2 - len(title)) if [w.lower() for w in words[i:i + len(title)]] == title and i <= head < i + len(title)] if title else []
        if match:
            low, high = match[0], match[0] + len(title) - 1
        else:
            while low > first and proper(low - 1):
                low -= 1
            while high < last and proper(high + 1):
                high += 1
            while high + 2 <= last and words[high + 1] == "of" and upos[high + 2] == "PROPN" and kind != "person":
                high += 2
                while high < last and proper(high + 1):
                    high += 1
            if kind == "person":
                for index in range(low, high):
                    if words[index].rstrip(".").lower() in _TITLES:
                        low = index + 1
            while low < high and words[low] in "-&":
                low += 1
        if "," in words[head + 1:high + 1]:
            high = words.index(",", head) - 1
        if kind == "person" and words[high].lower() in _TITLES and low == high:
            allowed[head] = ANY
            continue
        if low == high and is_demonym(words[low]):
            allowed[low] = bit("B-NATIONALITY")
            continue
        while low < high and words[high] in "-&":
            high -= 1
        if any(used[low:high + 1]):
            continue
        for index in range(low, high + 1):
            used[index] = True
            allowed[index] = typed(index == low, *kinds[kind])
            if kind not in ("person", "organization", "place", "event"):
                allowed[index] |= NO_NATIONALITY_GIVEN
    return allowed


def split_hyphens(word):
    """Treebank words: hyphens between letters stand alone."""
    if not re.search(r"\w-\w", word) or re.fullmatch(r"[\d-]+", word):
        return [word]
    return [piece for piece in re.split(r"(?<=\w|\.)(-)(?=\w)", word) if piece]


def read_bio(path):
    """CoNLL-2003 and CrossNER politics: two columns, word and label; kept as list of (words, labels)."""
    sentences, words, labels = [], [], []
    for line in open(path, encoding="utf8"):
        cells = line.split()
        if len(cells) < 2:
            if words:
                sentences.append((words, labels))
            words, labels = [], []
        elif cells[0] != "-DOCSTART-":
            words.append(cells[0])
            labels.append(cells[-1])
    if words:
        sentences.append((words, labels))
    return sentences


_BIO_KINDS = dict(person="PERSON", politician="PERSON", organisation="ORGANIZATION", politicalparty="ORGANIZATION", location="PLACE",
                  country="PLACE", event="EVENT", election="EVENT")


def miscellaneous(words):
    """CoNLL's MISC holds demonyms, events and the rest; which kinds may this one be?"""
    demonyms = [is_demonym(word) for word in words]
    if demonyms[-1] and (len(words) == 1 or all(demonyms) or len(words) == 2 and words[0].lower() in "south north west east sri costa latin puerto saudi s.".split()):
        return ("NATIONALITY",)
    if len(words) > 1 and any(_EVENT_WORD.match(word) for word in words):
        return ("EVENT",)
    if len(words) == 1 and words[0].lower().startswith("olympic"):
        return ("EVENT",)
    return ("MISC", "EVENT")


def read_names(path):
    """Name sentences with allowed label sets, hyphens split as in the treebanks."""
    sentences = []
    for words, labels in read_bio(path):
        out, allowed, index = [], [], 0
        while index < len(words):
            end = index + 1
            while end < len(words) and labels[index] != "O" and labels[end][:2] == "I-":
                end += 1
            pieces = [piece for word in words[index:end] for piece in split_hyphens(word)]
            kind = labels[index][2:]
            if labels[index] == "O":
                sets = [OUTSIDE] * len(pieces)
            elif kind == "misc" and "-" in pieces:
                sets = [ANY] * len(pieces)
            else:
                kinds = miscellaneous(words[index:end]) if kind == "misc" else (_BIO_KINDS[kind],)
                sets = [typed(position == 0, *kinds) for position in range(len(pieces))]
            out += pieces
            allowed += sets
            index = end
        sentences.append(dict(words=out, names=allowed))
    return sentences


_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Dr|Gen|Lt|Col|Maj|St)\.|\d+(?:[.,:]\d+)*|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+?(?=n['’]t\b)|\w+|[^\w\s]")


def read_re3d(folder):
    """Relationship and entity extraction dataset, all parts that are given: sentences with label sets; unsure words get no label."""
    sentences = []
    for path in sorted(glob.glob(os.path.join(folder, "*", "documents.json"))):
        entities = {}
        for line in open(path.replace("documents", "entities"), encoding="utf8"):
            if line.strip():
                entity = json.loads(line)
                entities.setdefault(entity["documentId"], []).append(entity)
        for line in open(path, encoding="utf8"):
            if line.strip():
                document = json.loads(line)
                sentences += re3d_sentences(document["text"], entities.get(document["_id"], []))
    return sentences


def re3d_sentences(text, entities):
    tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
    words = [text[a:b] for a, b in tokens]
    allowed = [OUTSIDE] * len(words)
    kinds = dict(Person="PERSON", Organisation="ORGANIZATION", Location="PLACE", Nationality="NATIONALITY")
    for entity in sorted(entities, key=lambda e: (e["type"] == "Nationality", e["begin"] - e["end"])):
        inside = [i for i, (a, b) in enumerate(tokens) if entity["begin"] <= a and b <= entity["end"]]
        while inside and words[inside[0]].lower() in ("the", "a", "an"):
            inside.pop(0)
        if not inside:
            continue
        kind = kinds.get(entity["type"])
        name = all(words[i][:1].isupper() or words[i] in ("of", "and", "for", "the", "al", "-", "&", "'s", "’s") for i in inside)
        nationality = kind == "NATIONALITY" and all(is_demonym(words[i]) for i in inside)
        if kind == "NATIONALITY" and not nationality:
            kind = "PLACE" if len(inside) <= 3 and all(allowed[i] == ANY for i in inside) else None
        if entity["type"] in ("Temporal", "Money", "Quantity", "Frequency"):
            continue
        if kind == "PERSON" and any(words[i].lower() in _TITLES or words[i] == "of" for i in inside):
            kind = None
        if len(inside) == 1 and words[inside[0]].lower() in _PRONOUNS:
            continue
        overlapped = any(allowed[i] not in (OUTSIDE, ANY) for i in inside)
        if overlapped:
            continue
        for position, i in enumerate(inside):
            allowed[i] = typed(position == 0, kind) if kind and name else ANY
    sentences, start = [], 0
    for i, (a, b) in enumerate(tokens):
        last = i + 1 == len(tokens)
        if last or words[i] in ".?!" and text[b:b + 1].isspace() and words[i + 1][:1].isupper() or "\n" in text[b:tokens[i + 1][0]]:
            if any(mark != OUTSIDE for mark in allowed[start:i + 1]):
                sentences.append(dict(words=words[start:i + 1], names=allowed[start:i + 1]))
            start = i + 1
    return sentences


def read_news(data, path):
    """Sentences of news without annotation, cut into words by Heed's own tokenizer. `path` keeps them for the next run."""
    if not os.path.exists(path):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sentences.ts")
        subprocess.run(["node", script, "--data", data, "--out", path], check=True)
    return [dict(words=line.split(" ")) for line in open(path, encoding="utf8").read().splitlines()]


def recase(sentence, how):
    """The same sentence in another case: upper, title, or with a small first letter."""
    words = list(sentence["words"])
    if how == "upper":
        words = [w.upper() for w in words]
    elif how == "title":
        words = [w[:1].upper() + w[1:] for w in words]
    else:
        words[0] = words[0][:1].lower() + words[0][1:]
    return dict(sentence, words=words)
