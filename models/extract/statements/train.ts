/**
 * Trains the scorers of attributions and writes their weights to src/extract/statements/attributions:
 * node models/extract/statements/train.ts --data FOLDER [--held-out REST]
 * FOLDER is the training part of PolNeAR. With --held-out nothing is written: every sixth text, beginning with number REST, is left
 * out of the training, and what is right and wrong there is printed for several thresholds.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { type AttributedText, type Attribution, attributions } from "../../../measure/read/attributions.ts"
import { featuresOf, linearModel } from "../../../src/core/linear-model.ts"
import { overlaps, type Span } from "../../../src/core/span.ts"
import { analyse } from "../../../src/english/analyse.ts"
import type { Analysis, Token } from "../../../src/english/analysis.ts"
import { reportOf } from "../../../src/english/report-of.ts"
import { tokensTouching } from "../../../src/english/tree.ts"
import { contentFeatures, partsOf } from "../../../src/extract/statements/attributions/content-features.ts"
import { cueFeatures } from "../../../src/extract/statements/attributions/cue-features.ts"
import {
  type Attributed,
  type AttributionModel,
  findAttributions,
} from "../../../src/extract/statements/attributions/find-attributions.ts"
import { candidatesIn, type Setting, settingsOf } from "../../../src/extract/statements/attributions/setting.ts"
import { sourceFeatures, sourcesFor } from "../../../src/extract/statements/attributions/source-features.ts"
import { takenTokens } from "../../../src/extract/statements/attributions/taken.ts"
import { cueClassesOf } from "../../../src/extract/statements/cue-classes.ts"
import { findStatements } from "../../../src/extract/statements/find-statements.ts"
import { passagesOf } from "../../../src/extract/statements/passages.ts"
import { spanOfRange } from "../../../src/extract/statements/phrase.ts"
import { speechWordsOf } from "../../../src/extract/statements/speech-words.ts"
import { speechPack } from "../../../src/packs/political-violence/speech-pack.ts"
import { readEnglish } from "../../../src/read-english.ts"
import { type Example, fit, randomNumbers, weightsModule } from "../../train/fit.ts"

const SIZES = { cue: 1 << 15, source: 1 << 14, content: 1 << 15 } as const
type Scorer = keyof typeof SIZES
const SCORERS = Object.keys(SIZES) as Scorer[]
/** Features are many and texts few. */
const DECAY = 0.0005

interface Document {
  readonly attributions: readonly Attribution[]
  readonly analysis: Analysis
  readonly settings: readonly Setting[]
  readonly isTaken: (token: number) => boolean
}

const { values: options } = parseArgs({ options: { data: { type: "string" }, "held-out": { type: "string" } } })
if (!options.data) throw new Error("say where PolNeAR is: --data FOLDER")
const rest = options["held-out"] === undefined ? undefined : Number(options["held-out"])
const english = readEnglish()
const documents = textsIn(join(options.data, "attributions")).map(documentOf)
const examples = documents.filter((_, index) => index % 6 !== rest).map(examplesOf)
const weights = Object.fromEntries(
  SCORERS.map(scorer => {
    const list = examples.flatMap(one => one[scorer])
    console.log(`${scorer}: ${list.length} cases, ${list.filter(({ yes }) => yes).length} of them right`)
    return [scorer, fit(list, { size: SIZES[scorer], decay: DECAY }, randomNumbers(17))] as const
  }),
) as Record<Scorer, Int8Array<ArrayBuffer>>
if (rest === undefined)
  for (const scorer of SCORERS)
    writeFileSync(
      join(import.meta.dirname, `../../../src/extract/statements/attributions/${scorer}-weights.ts`),
      weightsModule(weights[scorer], "models/extract/statements/train.ts", "models/extract/statements/README.md"),
    )
else {
  const model = Object.fromEntries(
    SCORERS.map(scorer => [scorer, linearModel(weights[scorer])]),
  ) as unknown as AttributionModel
  for (const threshold of [-24, -12, 0, 12, 24]) console.log(threshold, heldOut(model, threshold))
}

/** The first annotation of each text. */
function textsIn(folder: string): AttributedText[] {
  const texts = new Map<string, AttributedText>()
  const names = readdirSync(folder)
    .filter(name => attributions.extension!.test(name))
    .sort()
  for (const name of names) {
    const path = join(folder, name)
    const beside = (...others: string[]) => {
      const other = others.map(one => join(folder, one)).find(existsSync)
      if (!other) throw new Error(`no text beside ${path}`)
      return readFileSync(other, "utf8")
    }
    for (const text of attributions.read({ path, text: readFileSync(path, "utf8"), beside }))
      if (!texts.has(text.name)) texts.set(text.name, text)
  }
  return [...texts.values()]
}

/** As the measure reads it: the first paragraph is the headline. What the rules find is none of the scorers' business. */
function documentOf({ text, attributions }: AttributedText): Document {
  const report = reportOf(text)
  const blocks = report.blocks.map((block, index) => (index === 0 ? { ...block, label: "title" as const } : block))
  const analysis = analyse({ ...report, blocks }, english).value
  const statements = findStatements(analysis, speechPack, undefined, { learned: false }).value
  return {
    attributions,
    analysis,
    settings: settingsOf(passagesOf(analysis), speechWordsOf(speechPack), cueClassesOf(speechPack)),
    isTaken: takenTokens(analysis, statements),
  }
}

/** Tokens of spans, and the highest verb among them, else the highest noun or adjective. */
function tokensOf(analysis: Analysis, spans: readonly Span[]): Token[] {
  return spans.flatMap(span => tokensTouching(analysis, span))
}

function headOf(tokens: readonly Token[]): Token | undefined {
  const inside = new Set(tokens.map(({ index }) => index))
  const tops = tokens.filter(({ head, upos }) => upos !== "PUNCT" && !inside.has(head))
  return tops.find(({ upos }) => upos === "VERB") ?? tops.find(({ upos }) => /^(?:NOUN|ADJ)$/.test(upos))
}

function examplesOf({ analysis, attributions, settings, isTaken }: Document): Record<Scorer, Example[]> {
  const found: Record<Scorer, Example[]> = { cue: [], source: [], content: [] }
  const byHead = new Map<number, Attribution>()
  const inCue = new Set<number>()
  for (const one of attributions) {
    const cue = tokensOf(analysis, one.cue)
    for (const { index } of cue) inCue.add(index)
    const head = headOf(cue)
    if (head) byHead.set(head.index, one)
  }
  for (const setting of settings)
    for (const candidate of candidatesIn(setting)) {
      if (isTaken(candidate.token.index)) continue
      const gold = byHead.get(candidate.token.index)
      // Another word of a cue is neither a cue of its own nor none.
      if (!gold && inCue.has(candidate.token.index)) continue
      found.cue.push({ features: featuresOf(cueFeatures(setting, candidate), SIZES.cue), yes: gold !== undefined })
      if (!gold) continue
      const inSource = new Set(tokensOf(analysis, gold.source).map(({ index }) => index))
      const heads = sourcesFor(setting, candidate).filter(({ index }) => inSource.has(index))
      const source = heads.find(({ head }) => !inSource.has(head)) ?? heads[0]
      // Where nobody is named ("is expected to"), no phrase is the source; one that is named in another sentence teaches nothing.
      for (const token of source || gold.source.length === 0 ? sourcesFor(setting, candidate) : [])
        if (token === source || !inSource.has(token.index))
          found.source.push({
            features: featuresOf(sourceFeatures(setting, candidate, token), SIZES.source),
            yes: token === source,
          })
      const inContent = new Set(tokensOf(analysis, gold.content).map(({ index }) => index))
      for (const part of partsOf(setting, candidate, source)) {
        let inside = 0
        for (let at = part.first; at < part.last; at++) if (inContent.has(at)) inside++
        found.content.push({
          features: featuresOf(contentFeatures(setting, candidate, part), SIZES.content),
          yes: part.last - part.first < 2 * inside,
        })
      }
    }
  return found
}

/** Of what the scorers find in the texts left out, how much an annotator has as well: source, cue and content overlap. */
function heldOut(model: AttributionModel, threshold: number): string {
  let found = 0
  let right = 0
  for (const { analysis, attributions, settings, isTaken } of documents.filter((_, index) => index % 6 === rest))
    for (const setting of settings)
      for (const one of findAttributions(setting, model, isTaken, threshold)) {
        found++
        if (attributions.some(gold => isSame(analysis, gold, one))) right++
      }
  return `${found} found, ${((100 * right) / found).toFixed(1)} % right`
}

function isSame(analysis: Analysis, gold: Attribution, { cue, source, ranges }: Attributed): boolean {
  const touches = (spans: readonly Span[], ...others: Parameters<typeof spanOfRange>[1][]) =>
    spans.some(span => others.some(other => overlaps(span, spanOfRange(analysis, other))))
  return (
    touches(gold.cue, cue) &&
    touches(gold.content, ...ranges) &&
    (gold.source.length === 0 || touches(gold.source, source))
  )
}
