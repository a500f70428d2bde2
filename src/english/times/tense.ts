// Words that show whether a sentence looks back or ahead, and irregular past forms of common verbs: closed lists of our own.
const FUTURE = new Set(
  "will would 'll ’ll shall scheduled expected expects due planned plans plan planning set slated upcoming going deadline ahead hopes intends intend may might could should tentatively begins starts opens expires".split(
    " ",
  ),
)
const PAST = new Set(
  "said was were had told came took went made gave got saw found left met held led began broke brought built bought caught chose did died fell felt fought flew hit kept killed knew lost meant paid put ran sent shot shut sold spoke spent stood stole struck swore thought threw won wrote rose set cut quit hurt blew drew drove grew hid wore".split(
    " ",
  ),
)

/** Tense of the words around a time, from the nearest verb before it in its clause, else the first after it. */
export function tenseAround(before: string, after: string): "past" | "future" | "unknown" {
  const left = before.split(/[\s ]+/).filter(Boolean)
  if (/^(until|till|by|before|next)$/.test(left.at(-1) ?? ""))
    return /\b(was|were|had|did|said)\b/.test(before) && !/\b(would|will)\b/.test(before) ? "past" : "future"
  for (let index = left.length - 1; Math.max(0, left.length - 14) <= index; index--) {
    const word = left[index]!.replace(/[^a-z'’]/g, "")
    const led = left.slice(Math.max(0, index - 4), index).join(" ")
    const ahead = /\b(will|would|shall|to|be|'ll|’ll)\b/.test(led)
    if (FUTURE.has(word) && !(word === "set" && !/\b(is|are|was|were)\b/.test(led))) return "future"
    if (PAST.has(word) || /^[a-z]{2,}ed$/.test(word))
      return ahead && /\b(will|would|shall|'ll|’ll|to be)\b/.test(led) ? "future" : "past"
  }
  for (const word of after.split(/[\s ]+/).slice(0, 10)) {
    const plain = word.replace(/[^a-z'’]/g, "")
    if (/^(will|shall|'ll)$/.test(plain)) return "future"
    if (PAST.has(plain) || /^[a-z]{2,}ed$/.test(plain)) return "past"
  }
  return "unknown"
}
