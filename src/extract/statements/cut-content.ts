import { childrenOf, hasRelation } from "../../english/tree.ts"
import type { CueClause } from "./cue-clause.ts"
import { isParticiple } from "./find-cues.ts"
import { isQuoteMark, type Passage, type Passages } from "./passages.ts"
import { isBelow } from "./phrase.ts"

/** Participles after a comma that go on with the report's own voice. */
export const OWN_VOICE = new Set([
  "citing",
  "referring",
  "quoting",
  "speaking",
  "pointing",
  "alluding",
  "echoing",
  "according",
  "describing",
  "calling",
  "using",
])

/** Where the words after a cue end: at a further cue of the same speaker, at a verb that goes on with the report's own voice, or with the passage. */
export function cutRight(
  within: Passages,
  passage: Passage,
  clause: CueClause,
  first: number,
  others: readonly CueClause[],
): number {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  let last = passage.last
  for (const other of others) {
    if (other.cue.first <= first || other.cue === clause.cue) continue
    const cut = cutBefore(within, clause, first, other)
    if (cut !== undefined) last = Math.min(last, cut)
  }
  const main = mainClauseBehind(within, clause, first, last)
  if (main !== undefined) last = main
  // "the group, which says it did it, was named": a relative clause ends where the verb of its noun comes.
  if (clause.cue.token.deprel.startsWith("acl"))
    for (let at = first + 1; at + 1 < last; at++)
      if (
        tokens[at]!.text === "," &&
        quoteOf[at]! < 0 &&
        (tokens[at + 1]!.upos === "AUX" || /^VB[DZ]$/.test(tokens[at + 1]!.xpos) || 0 <= quoteOf[at + 1]!)
      )
        return at
  // "said they were afraid; 46 percent said": a semicolon outside quoted words ends what is said.
  for (let at = first + 2; at < last; at++) if (tokens[at]!.text === ";" && quoteOf[at]! < 0) last = at
  for (let at = first + 1; at < last; at++) {
    const isMark = isQuoteMark(tokens[at]!.text)
    if (!isMark && (0 <= quoteOf[at]! || tokens[at]!.text !== ",")) continue
    const next = tokens[at + 1]
    if (next && OWN_VOICE.has(next.text.toLowerCase()) && next.xpos === "VBG" && quoteOf[at + 1]! < 0)
      return isMark ? at + 1 : at
  }
  // A second verb of the speaker: "said the road was closed and left the room".
  for (const child of childrenOf(analysis, clause.cue.token, "conj"))
    if (first < child.index && child.index < last && 0 > quoteOf[child.index]!) {
      let start = child.index
      while (first < start && isBelow(tokens, start - 1, child.index)) start--
      const hasConjunction = tokens[start]?.upos === "CCONJ" || tokens[start - 1]?.text === ","
      if (first < start && hasConjunction && !others.some(other => other.cue.token === child))
        last = Math.min(last, start)
    }
  return last
}

/** "While he said it was safe, the road was shut": where the clause begins that the clause of the cue hangs on. */
function mainClauseBehind(
  { analysis, quoteOf }: Passages,
  { cue }: CueClause,
  first: number,
  last: number,
): number | undefined {
  const { tokens } = analysis
  let main = cue.token
  while (0 <= main.head && main.index <= cue.token.index) main = tokens[main.head]!
  if (main.index <= first || last <= main.index || 0 <= quoteOf[main.index]!) return undefined
  let start = main.index
  while (first < start - 1 && isBelow(tokens, start - 1, main.index) && !isBelow(tokens, start - 1, cue.token.index))
    start--
  return start <= first + 1 || 0 <= quoteOf[start]! ? undefined : start
}

/** "... will close, in a statement on Thursday": on what occasion it was said is no part of it. */
export function withoutOccasion(within: Passages, first: number, last: number): number {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  let end = last
  while (first < end && tokens[end - 1]!.upos === "PUNCT" && quoteOf[end - 1]! < 0) end--
  const time = analysis.times.find(one => tokens[end - 1] !== undefined && one.end === tokens[end - 1]!.end)
  let noun = end - 1
  if (time) {
    while (first < noun && time.start <= tokens[noun]!.start) noun--
    if (/^(on|in|at)$/i.test(tokens[noun]!.text)) noun--
  }
  if (!OCCASIONS.test(tokens[noun]?.text ?? "")) return last
  for (let at = noun - 1; Math.max(first + 1, noun - 6) < at; at--) {
    const token = tokens[at]!
    if (0 <= quoteOf[at]!) return last
    if (/^(in|during|at|on|via)$/i.test(token.text)) return at
    if (!/^(DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(token.upos) && token.text !== "-") return last
  }
  return last
}

const OCCASIONS =
  /^(?:statement|interview|interviews|speech|tweet|tweets|post|briefing|letter|email|memo|rally|debate|testimony|remarks|address|conference|podcast|broadcast)$/i

/** Where the clause of another cue cuts off what is said here; undefined when that clause is part of it. */
function cutBefore(within: Passages, clause: CueClause, first: number, other: CueClause): number | undefined {
  const { tokens } = within.analysis
  const start = other.first
  if (start <= first) return undefined
  const before = tokens[start - 1]!
  // "A told B that X, the minister said": the last clause tells of all before it.
  const behind = tokens[other.last]
  if (
    (before.text === "," || (isQuoteMark(before.text) && 0 <= within.quoteOf[start - 1]!)) &&
    other.source.side !== "inherited" &&
    other.cue.kind === "verb" &&
    other.cue.verb.frames.has("quote") &&
    (behind === undefined || behind.upos === "PUNCT" || behind.sentence !== before.sentence) &&
    other.cue.token.xpos !== "VBG"
  )
    return before.text === "," ? start - 1 : start
  if (other.cue.kind === "according") {
    // "Officials said X, according to the paper": the paper tells of all of it.
    return before.text === "," ? start - 1 : start
  }
  // "a notice asking travelers to keep away was old": it belongs to the notice unless the parse hangs it on the speaker.
  if (
    /^(?:ask|tell|urge|call on|call for|threaten|promise|brief)$/.test(other.cue.verb.lemma) &&
    isParticiple(other.cue.token) &&
    other.cue.token.head !== clause.cue.token.index
  )
    return undefined
  if (isParticiple(other.cue.token) && other.source.side !== "left")
    return before.text === "," || before.upos === "CCONJ" || isQuoteMark(before.text) ? start : undefined
  if (other.source.rule === "sameSubject") return start - 1
  if (/^(and|but|while|though|although)$/i.test(before.text)) {
    const isSameSpeaker = other.source.side === "inherited" || tokens[other.source.phrase.head]!.upos === "PRON"
    const hangsOnCue = other.cue.token.head === clause.cue.token.index && hasRelation(other.cue.token, "conj")
    if (hangsOnCue || (isSameSpeaker && tokens[start - 2]?.text === ",")) return start - 1
  }
  return undefined
}
