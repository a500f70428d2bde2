import { daysOf } from "../../core/edtf.ts"
import type { WarningMention } from "../../core/reading.ts"
import type { Time } from "../../core/value.ts"
import type { Analysis } from "../../english/analysis.ts"
import type { Threat } from "./find-threat.ts"
import type { WarningWords } from "./warning-words.ts"

const TAKES_PLACE =
  /\b(?:due|scheduled|set|planned|expected|will|to be held|begins?|starts?|opens?|leaves?|takes? place|runs?|is held|kicks? off|is on)\b/i

/** A named coming event as target ("the summer games"): its time, when the report gives one anywhere beside it. */
export function occasionOf(
  analysis: Analysis,
  threat: Threat,
  subject: WarningMention["subject"],
  words: WarningWords,
): Time | undefined {
  const target = subject.target?.text
  const noun = target
    ?.toLowerCase()
    .split(/[^\p{L}-]+/u)
    .findLast(word => words.comingEvents.has(word))
  if (noun === undefined) return undefined
  const { text } = analysis.report
  const own = analysis.sentences[threat.harm.sentence]!
  const published = daysOf(analysis.report.published?.time.edtf ?? "")
  for (const sentence of analysis.sentences) {
    const said = text.slice(sentence.start, sentence.end)
    const isNamed = new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, "iu").test(said)
    // "One of the major events this summer worries officials." The sentence that leads up to it.
    const leadsUp =
      sentence.blockIndex === own.blockIndex &&
      sentence.end <= own.start &&
      own.start - sentence.end < 3 &&
      /\b(?:one of the|a|an|another) (?:\w+ ){0,2}events?\b/i.test(said)
    if (!isNamed && !leadsUp) continue
    for (const one of analysis.times) {
      if (one.start < sentence.start || sentence.end < one.end || one.duration !== undefined) continue
      if (!TAKES_PLACE.test(text.slice(sentence.start, one.start)) && sentence !== own && !leadsUp) continue
      const days = daysOf(one.time.edtf)
      if (!days || !published) continue
      if (published.first <= days.last) return one.time
      const next = nextYear(one.time, published.first)
      if (next) return next
    }
  }
  return undefined
}

/** "is due to leave on Jan. 17", told in November: a day without a year that would lie behind is the next one. */
function nextYear(time: Time, published: number): Time | undefined {
  if (/\d{4}/.test(time.text) || !/^\d{4}-\d{2}(?:-\d{2})?$/.test(time.edtf)) return undefined
  const edtf = `${Number(time.edtf.slice(0, 4)) + 1}${time.edtf.slice(4)}`
  const days = daysOf(edtf)
  return days && published <= days.last ? { ...time, edtf } : undefined
}
