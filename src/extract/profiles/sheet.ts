import type { LocalEntity } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import { entityOf, type Found, found, isBody, type Place, refTo, textValue } from "./context.ts"
import { groupTalkedOf } from "./succession.ts"

/** Labels of lines of a sheet, and the slot each tells. */
const LABELS: readonly { slot: string; words: RegExp; rule: string }[] = [
  {
    slot: "strength",
    words: /^(?:estimated )?(?:strength|size|membership|members|fighters|manpower)\s*:\s*/i,
    rule: "sheetStrength",
  },
  {
    slot: "area",
    words:
      /^(?:where|areas?|(?:location\/)?areas? of operations?|territory|location|active in|operates in|headquarters|base|based in)\s*:\s*/i,
    rule: "sheetArea",
  },
  {
    slot: "founded",
    words: /^(?:founded|formed|established|created|year founded|date founded|foundation)\s*:\s*/i,
    rule: "sheetFounded",
  },
  {
    slot: "leader",
    words: /^(?:current )?(?:leaders?|leadership|commander|head|chief|emir)\s*:\s*/i,
    rule: "sheetLeader",
  },
  {
    slot: "also-known-as",
    words: /^(?:aliases|alias|also known as|a\.?k\.?a\.?|other names?)\s*:\s*/i,
    rule: "sheetAlias",
  },
]

/** Lines of a sheet about one group, such as "Strength: 60 to 80 members" and "Where: both banks of the river". */
export function sheet(place: Place): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  if (sentence.start !== sentence.block.start) return []
  const said = text.slice(sentence.start, sentence.end)
  const label = LABELS.find(one => one.words.test(said))
  const entity = label && (groupTalkedOf(place, sentence.start) ?? headedBy(place))
  if (!label || !entity) return []
  const start = sentence.start + label.words.exec(said)![0].length
  switch (label.slot) {
    case "strength":
      return strengthAt(place, entity, start)
    case "founded": {
      const time = analysis.times.find(
        one =>
          start <= one.start &&
          one.start <= start + 4 &&
          one.duration === undefined &&
          one.time.precision !== "unknown",
      )
      return time ? [found(place, entity, "founded", time.time, label.rule)] : []
    }
    case "leader":
      return analysis.mentions
        .filter(one => start <= one.start && one.end <= sentence.end && one.type === "person" && one.form === "name")
        .slice(0, 1)
        .map(one => found(place, entity, "leader", refTo(analysis, entityOf(analysis, one)!, one), label.rule))
    case "also-known-as":
      return namesFrom(text, start, sentence.end).map(span =>
        found(place, entity, "also-known-as", textValue(analysis, span), label.rule),
      )
    default:
      return areasAt(place, entity, start)
  }
}

function strengthAt(place: Place, entity: LocalEntity, start: number): Found[] {
  const { analysis, words } = place
  const count = analysis.counts.find(
    one =>
      start <= one.start + 8 &&
      one.start < start + 20 &&
      (one.nounToken < 0 || words.membersNouns.includes(analysis.tokens[one.nounToken]!.text.toLowerCase())),
  )
  return count ? [found(place, entity, "strength", count.count, "sheetStrength")] : []
}

/** "Mali and Niger" are two places; longer words stay one stretch. */
function areasAt(place: Place, entity: LocalEntity, start: number): Found[] {
  const { analysis, sentence } = place
  const { text } = analysis.report
  const places = analysis.places.filter(one => start <= one.start && one.end <= sentence.end)
  const isList = /^(?:\s|,|and|&|;|\.)*$/i.test(
    places.reduceRight(
      (rest, one) => rest.slice(0, one.start - start) + rest.slice(one.end - start),
      text.slice(start, sentence.end),
    ),
  )
  if (isList) return places.map(one => found(place, entity, "area", one.place, "sheetArea"))
  const span: Span = { start, end: endOfLine(text, start, sentence.end) }
  if (!places.some(one => one.end <= span.end)) return []
  return [found(place, entity, "area", textValue(analysis, span), "sheetArea")]
}

/** The names of a line, apart by semicolons, else by commas. */
function namesFrom(text: string, from: number, to: number): Span[] {
  const line = text.slice(from, to).replace(/[.\s]+$/, "")
  const mark = line.includes(";") ? ";" : ","
  const spans: Span[] = []
  let at = from
  for (const part of line.split(mark)) {
    const start = at + (part.length - part.trimStart().length)
    const end = start + part.trim().length
    if (/^\p{Lu}/u.test(part.trim()) && end - start <= 60) spans.push({ start, end })
    at += part.length + mark.length
  }
  return spans
}

/** The body whose name is a line of its own above. */
function headedBy({ analysis, sentence }: Place): LocalEntity | undefined {
  const { report, mentions } = analysis
  const heading = mentions.find(
    one =>
      one.end <= sentence.start &&
      isBody(entityOf(analysis, one)) &&
      report.blocks.some(
        block => block.start <= one.start && one.end <= block.end && block.end - block.start <= one.end - one.start + 8,
      ),
  )
  return entityOf(analysis, heading)
}

/** Up to the first comma, stop or semicolon. */
function endOfLine(text: string, from: number, highest: number): number {
  const stop = /[,;.](?=\s|$)/.exec(text.slice(from, highest))
  return stop ? from + stop.index : highest
}
