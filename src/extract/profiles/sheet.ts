import type { Span } from "../../core/span.ts"
import { type Found, found, type Place, textValue } from "./context.ts"
import { groupTalkedOf } from "./succession.ts"

const STRENGTH = /^(?:estimated )?(?:strength|size|membership|members|fighters|manpower)\s*:\s*/i
const AREA =
  /^(?:where|area|areas|area of operations?|areas of operation|territory|location|active in|operates in)\s*:\s*/i

/** Lines of a sheet about one group, such as "Strength: 60 to 80 members" and "Where: both banks of the river". */
export function sheet(place: Place): Found[] {
  const { analysis, sentence, words } = place
  const { text } = analysis.report
  if (sentence.start !== sentence.block.start) return []
  const said = text.slice(sentence.start, sentence.end)
  const label = STRENGTH.exec(said) ?? AREA.exec(said)
  const entity = label && groupTalkedOf(place, sentence.start)
  if (!label || !entity) return []
  const start = sentence.start + label[0].length
  if (STRENGTH.test(said)) {
    const count = analysis.counts.find(
      one =>
        start <= one.start + 8 &&
        one.start < start + 20 &&
        (one.nounToken < 0 || words.membersNouns.includes(analysis.tokens[one.nounToken]!.text.toLowerCase())),
    )
    return count ? [found(place, entity, "strength", count.count, "sheetStrength")] : []
  }
  const span: Span = { start, end: endOfLine(text, start, sentence.end) }
  if (!analysis.places.some(one => span.start <= one.start && one.end <= span.end)) return []
  return [found(place, entity, "area", textValue(analysis, span), "sheetArea")]
}

/** Up to the first comma, stop or semicolon. */
function endOfLine(text: string, from: number, highest: number): number {
  const stop = /[,;.](?=\s|$)/.exec(text.slice(from, highest))
  return stop ? from + stop.index : highest
}
