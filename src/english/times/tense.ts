// Words that show whether a clause looks back or ahead, and irregular past forms of common verbs: closed lists of our own.
const FUTURE = new Set(
  "will would 'll ’ll shall scheduled expected expects due planned plans slated upcoming tentatively begins starts opens expires expire".split(
    " ",
  ),
)
const PAST = new Set(
  "said was were had told came took went made gave got saw found left met held led began broke brought built bought caught chose did died fell felt fought flew hit kept killed knew lost meant paid put ran sent shot shut sold spoke spent stood stole struck swore thought threw won wrote rose cut quit hurt blew drew drove grew hid wore".split(
    " ",
  ),
)
// Words that only look like a past form.
const NO_PAST =
  /^(?:united|ahmed|moham+ed|muham+ed|hundred|sacred|naked|wicked|embed|infrared|unprecedented|alleged|supposed)$|eed$/
const isPast = (word: string) => PAST.has(word) || (/^[a-z]{2,}ed$/.test(word) && !NO_PAST.test(word))
const wordsOf = (text: string) => text.split(/[\s\u00a0]+/).filter(Boolean)

/**
 * Tense of the words around a time (both in lower case): the nearest cue before it within the clause, or a verb right after it.
 * "until", "by" and "before" alone say nothing sure: "unknown".
 */
export function tenseAround(before: string, after: string): "past" | "future" | "unknown" {
  const left = wordsOf(before)
  const right = wordsOf(after)
  const next = right[0]?.replace(/[^a-z'’]/g, "") ?? ""
  if (/\bas (?:soon|early) as$/.test(before.trimEnd())) return "future"
  if (/^(until|till|by|through|before)$/.test(left.at(-1) ?? "")) return limitTense(left)
  if (!/^[,.;:]/.test(after.trimStart()) && (PAST.has(next) || (isPast(next) && next !== "scheduled"))) return "past"
  for (let index = left.length - 1; Math.max(0, left.length - 14) <= index; index--) {
    const word = left[index]!.replace(/[^a-z'’]/g, "")
    const led = left.slice(Math.max(0, index - 4), index).join(" ")
    if (
      (FUTURE.has(word) || /['’]ll$/.test(word)) &&
      !(/^(scheduled|expected|planned|due)$/.test(word) && /\b(was|were|had been)\b/.test(led))
    )
      return "future"
    if (word === "set" && left[index + 1] === "to") return "future"
    // "is to meet", "are to begin"
    if (word === "to" && /^(is|are)$/.test(left[index - 1] ?? "")) return "future"
    if (isPast(word)) return /\b(will|would|shall|'ll|’ll|to be|is to|are to)\b/.test(led) ? "future" : "past"
  }
  for (const word of right.slice(0, 12)) {
    const plain = word.replace(/[^a-z'’]/g, "")
    if (/^(will|shall|'ll)$/.test(plain)) return "future"
    if (isPast(plain)) return "past"
  }
  return "unknown"
}

// Verbs after which a limit lies ahead although they are past: "postponed until Tuesday".
const LIMITING =
  /^(?:postponed|extended|delayed|given|gave|suspended|closed|remanded|deferred|adjourned|expected|planned|scheduled|supposed|due|agreed|pledged|vowed|promised|wanted|needed|asked|urged|ordered|called|required)$/

/** "until", "by" before a time: ahead, but for what is told as over ("it vanished until Tuesday"). */
function limitTense(left: readonly string[]): "future" | "unknown" {
  for (let index = left.length - 2; Math.max(0, left.length - 12) <= index; index--) {
    const word = left[index]!.replace(/[^a-z'’]/g, "")
    if (FUTURE.has(word) || LIMITING.test(word)) return "future"
    if (isPast(word) && !/\b(?:to|be|will|would)\b/.test(left.slice(Math.max(0, index - 3), index).join(" ")))
      return "unknown"
  }
  return "future"
}
