import { featuresOf, type LinearModel } from "../../../core/linear-model.ts"
import type { Token } from "../../../english/analysis.ts"
import { type NounPhrase, nounPhraseAt, type Range } from "../phrase.ts"
import { contentFeatures, type Part, partsOf } from "./content-features.ts"
import { cueFeatures } from "./cue-features.ts"
import { type Candidate, candidatesIn, type Setting } from "./setting.ts"
import { sourceFeatures, sourcesFor } from "./source-features.ts"

/** Scorers of the three parts of an attribution. */
export interface AttributionModel {
  readonly cue: LinearModel
  readonly source: LinearModel
  readonly content: LinearModel
}

/** What a word attributes to whom. */
export interface Attributed {
  readonly candidate: Candidate
  readonly cue: Range
  readonly source: NounPhrase
  readonly ranges: readonly Range[]
  /** Chance that it is right. */
  readonly chance: number
}

/** Attributions of a sentence beside those that are found already, surest first; none lies within another. `isTaken`: tokens of those. */
export function findAttributions(
  setting: Setting,
  model: AttributionModel,
  isTaken: (token: number) => boolean,
  threshold: number,
): Attributed[] {
  const scored = candidatesIn(setting)
    .filter(({ token }) => !isTaken(token.index))
    .map(candidate => ({
      candidate,
      score: model.cue.score(featuresOf(cueFeatures(setting, candidate), model.cue.size)),
    }))
    .filter(({ score }) => threshold < score)
    .sort((a, b) => b.score - a.score)
  const found: Attributed[] = []
  const used = new Set<number>()
  for (const { candidate, score } of scored) {
    if (used.has(candidate.token.index)) continue
    const source = sourceOf(setting, candidate, model, at => used.has(at))
    if (!source) continue
    const parts = contentOf(setting, candidate, source, model).filter(
      part =>
        !isTaken(part.head.index) &&
        !isTaken(part.first) &&
        !isTaken(part.last - 1) &&
        !used.has(part.first) &&
        !used.has(part.last - 1),
    )
    if (parts.length === 0) continue
    const cue = cueRange(setting, candidate, parts)
    const phrase = phraseOf(setting, source, cue, parts)
    const ranges = rangesOf(setting, parts, cue, phrase)
    if (ranges.length === 0) continue
    for (const { first, last } of [cue, phrase, ...ranges]) for (let at = first; at < last; at++) used.add(at)
    found.push({ candidate, cue, source: phrase, ranges, chance: model.cue.chance(score) })
  }
  return found
}

function sourceOf(
  setting: Setting,
  candidate: Candidate,
  model: AttributionModel,
  isUsed: (token: number) => boolean,
): Token | undefined {
  let best: { token: Token; score: number } | undefined
  for (const token of sourcesFor(setting, candidate)) {
    if (isUsed(token.index)) continue
    const score = model.source.score(featuresOf(sourceFeatures(setting, candidate, token), model.source.size))
    if (0 < score && (!best || best.score < score)) best = { token, score }
  }
  return best?.token
}

/** The parts that are attributed; the likeliest one where all are doubtful. */
function contentOf(setting: Setting, candidate: Candidate, source: Token, model: AttributionModel): Part[] {
  const scored = partsOf(setting, candidate, source).map(part => ({
    part,
    score: model.content.score(featuresOf(contentFeatures(setting, candidate, part), model.content.size)),
  }))
  const sure = scored.filter(({ score }) => 0 < score)
  if (0 < sure.length) return sure.map(({ part }) => part)
  const best = scored.sort((a, b) => b.score - a.score)[0]
  return best && -48 < best.score ? [best.part] : []
}

/** The cue with its auxiliaries, adverbs, particles, and the words up to the content where they are its object or preposition. */
function cueRange({ within, children }: Setting, { token }: Candidate, parts: readonly Part[]): Range {
  const { tokens } = within.analysis
  let first = token.index
  while (tokens[first - 1] && isOfVerb(tokens[first - 1]!, token)) first--
  while (first < token.index && tokens[first]!.upos === "ADV") first++
  let last = token.index + 1
  const particle = children(token).find(({ deprel, index }) => deprel === "compound:prt" && token.index < index)
  if (particle) last = particle.index + 1
  const behind = parts.find(part => last <= part.first)
  if (
    behind &&
    behind.first - last < 5 &&
    tokens
      .slice(last, behind.first)
      .every(one => !/^(?:PUNCT|VERB|AUX)$/.test(one.upos) && within.quoteOf[one.index]! < 0)
  )
    last = behind.first
  if (behind?.first === last && tokens[last]!.deprel === "case" && tokens[last]!.head === behind.head.index) last++
  return { first, last }
}

function isOfVerb(token: Token, verb: Token): boolean {
  return (
    token.head === verb.index &&
    (/^(?:aux|cop)/.test(token.deprel) || (token.deprel === "advmod" && token.upos !== "SCONJ") || token.xpos === "TO")
  )
}

function phraseOf({ within, sentence }: Setting, source: Token, cue: Range, parts: readonly Part[]): NounPhrase {
  const bounds = [cue.first, cue.last, ...parts.flatMap(({ first, last }) => [first, last])]
  const lowest = Math.max(sentence.firstToken, ...bounds.filter(at => at <= source.index))
  const highest = Math.min(sentence.lastToken, ...bounds.filter(at => source.index < at))
  // "He's": what follows a pronoun is no part of it.
  if (source.upos === "PRON") return { head: source.index, first: source.index, last: source.index + 1 }
  return nounPhraseAt(within.analysis, source.index, lowest, highest)
}

/** Parts on one side of the cue are one stretch, cut where cue or source stand. */
function rangesOf({ within }: Setting, parts: readonly Part[], cue: Range, phrase: NounPhrase): Range[] {
  const { tokens } = within.analysis
  const ranges: Range[] = []
  for (const part of parts) {
    let first = part.first < cue.last && cue.first <= part.first ? cue.last : part.first
    if (/^that$/i.test(tokens[first]!.text) && tokens[first]!.deprel === "mark") first++
    if (part.last <= first) continue
    const before = ranges.at(-1)
    const isApart = before && [cue.first, phrase.first].some(at => before.last <= at && at < first)
    if (before && !isApart) ranges[ranges.length - 1] = { first: before.first, last: Math.max(before.last, part.last) }
    else ranges.push({ first, last: part.last })
  }
  return ranges.filter(
    ({ first, last }) => first < last && tokens.slice(first, last).some(token => token.upos !== "PUNCT"),
  )
}
