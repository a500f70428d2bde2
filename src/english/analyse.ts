import type { Outcome } from "../core/problem.ts"
import type { Report } from "../core/report.ts"
import { evidenceAt, type Span } from "../core/span.ts"
import type { Analysis, PlaceMention, Sentence } from "./analysis.ts"
import { findEntities } from "./coreference/find-entities.ts"
import { findCounts } from "./counts/find-counts.ts"
import type { English } from "./english.ts"
import { findNames } from "./names/find-names.ts"
import { parseSentences } from "./parse-sentences.ts"
import { findPlaces } from "./places/find-places.ts"
import { findQuotations } from "./quotations/find-quotations.ts"
import { findTimes } from "./times/find-times.ts"
import { styleOf } from "./tokens/gap-features.ts"
import { splitSentences } from "./tokens/split-sentences.ts"
import { tokenize } from "./tokens/tokenize.ts"
import { restoreCase } from "./truecase/restore-case.ts"

/** Marks that open a list item. They are no token, so that the sentence begins with its first word. */
const BULLET = /^\s*[•·‣◦▪●*–—-]\s+/

/** Everything the language layer can tell of one report. Gives a value for any text; what was odd is in `problems`. */
export function analyse(report: Report, english: English): Outcome<Analysis> {
  const text = restoreCase(report, english.caseSense)
  if (text === report.text) return read(report, english)
  const { value, problems } = read({ ...report, text }, english)
  return { value: inOwnWords(value, report), problems }
}

/** The analysis of a report whose case was restored, with evidence in the words and the case of the report itself. Tokens and names of entities keep the likely case. */
function inOwnWords(analysis: Analysis, report: Report): Analysis {
  const wordsAt = ({ start, end }: Span) => report.text.slice(start, end)
  const placeInWords = (mention: PlaceMention) => ({ ...mention, place: { ...mention.place, text: wordsAt(mention) } })
  return {
    ...analysis,
    report,
    times: analysis.times.map(mention => ({ ...mention, time: { ...mention.time, text: wordsAt(mention) } })),
    counts: analysis.counts.map(mention => ({ ...mention, count: { ...mention.count, text: wordsAt(mention) } })),
    places: analysis.places.map(placeInWords),
    placeHints: analysis.placeHints.map(placeInWords),
    entities: analysis.entities.map(entity => ({
      ...entity,
      roles: entity.roles.map(role => ({ ...role, evidence: evidenceAt(report, role.evidence.span) })),
      mentions: entity.mentions.map(mention => ({ ...mention, text: wordsAt(mention.span) })),
    })),
  }
}

function read(report: Report, english: English): Outcome<Analysis> {
  const { sentences, spans } = layOut(report)
  const { value: quotations, problems } = findQuotations(report, spans)
  const { tokens, nameLabels } = parseSentences(report.text, sentences, spans, quotations, english.tagger)
  const times = findTimes({ report, sentences, tokens })
  const counts = findCounts({ report, sentences, tokens, times: times.value })
  const names = findNames({
    tokens,
    sentences,
    labels: nameLabels,
    gazetteer: english.names,
    isPlace: name => fameOf(english, name),
  })
  const { places, hints } = findPlaces({ report, sentences, tokens, times: times.value, names }, english.places)
  const { entities, mentions } = findEntities({
    report,
    tokens,
    sentences,
    names,
    places,
    quotations,
    gazetteer: english.places,
  })
  return {
    value: {
      report,
      sentences,
      tokens,
      quotations,
      times: times.value,
      counts,
      places,
      placeHints: hints,
      entities,
      mentions,
    },
    problems: [...problems, ...times.problems],
  }
}

const LARGE_TOWN = 100_000

/** How well a place of that name is known: "land" for a country, "well" for a first-level area, a capital or a town of a hundred thousand people. */
function fameOf({ places }: English, name: string): "land" | "well" | "some" | undefined {
  const found = places.find(name)
  if (found.some(({ kind }) => kind === "country")) return "land"
  if (found.some(({ kind, population }) => /^(?:admin1|capital|region)$/.test(kind) || LARGE_TOWN <= population))
    return "well"
  return 0 < found.length ? "some" : undefined
}

/** Tokens and sentences of all blocks. A block never shares a sentence with another. */
function layOut(report: Report): { sentences: Sentence[]; spans: Span[] } {
  const sentences: Sentence[] = []
  const spans: Span[] = []
  const style = styleOf(report.text, report.blocks)
  report.blocks.forEach((block, blockIndex) => {
    const bullet = BULLET.exec(report.text.slice(block.start, Math.min(block.end, block.start + 20)))?.[0].length ?? 0
    const inBlock = tokenize(report.text, { start: block.start + bullet, end: block.end })
    for (const { first, last } of splitSentences(report.text, inBlock, style))
      sentences.push({
        index: sentences.length,
        firstToken: spans.length + first,
        lastToken: spans.length + last,
        start: inBlock[first]!.start,
        end: inBlock[last - 1]!.end,
        block,
        blockIndex,
      })
    // Not spread into one call: a paragraph may have more words than a call takes arguments.
    for (const span of inBlock) spans.push(span)
  })
  return { sentences, spans }
}
