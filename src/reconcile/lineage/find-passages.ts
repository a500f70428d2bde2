import type { Passage } from "../../core/casefile.ts"
import { type CaseReport, type CaseSentence, comparePublished } from "../case-report.ts"
import { flatAt } from "../evidence.ts"
import type { CaseOptions } from "../options.ts"
import { groupBy, sortBy } from "../union.ts"
import type { StatementLink } from "./find-statement-links.ts"
import { haveOtherDetails, inChains, type LooseMatch } from "./loose-chains.ts"
import { type Likeness, type Text, TextIndex } from "./similar.ts"

/** Two sentences of different reports that share wording or content. `a` and `b` are in order of publication, which says nothing yet about who rests on whom. */
export interface SharedSentence {
  readonly a: CaseSentence
  readonly b: CaseSentence
  readonly kind: Passage["kind"]
  readonly similarity: number
  /** What is shared is (nearly) only somebody's own words: two reporters may both have heard them. */
  readonly speech: boolean
}

/** A sentence needs this many words before its being the same means anything. */
export const LEAST_WORDS = 6
/** A sentence counts as speech when this share of it is quoted. */
export const SPEECH = 0.5

/** Sentences shared by reports: the same words first (each linked to its earliest telling), then similar ones through rare words, then statements of one speaker. */
export function findPassages(
  reports: readonly CaseReport[],
  links: readonly StatementLink[],
  options: Pick<CaseOptions, "count">,
): SharedSentence[] {
  const order = new Map([...reports].sort(comparePublished).map((report, index) => [report.id, index]))
  const byPublication = (sentence: CaseSentence): number => order.get(sentence.reportId)!
  const sentences = reports.flatMap(report => report.sentences).filter(sentence => LEAST_WORDS <= sentence.words.length)
  const found = new Map<string, SharedSentence>()
  const add = (one: CaseSentence, two: CaseSentence, kind: Passage["kind"], similarity: number): void => {
    const [a, b] = byPublication(one) <= byPublication(two) ? [one, two] : [two, one]
    const key = `${a.id} ${b.id}`
    const known = found.get(key)
    if (known && (known.kind !== "paraphrase" || kind === "paraphrase")) return
    found.set(key, { a, b, kind, similarity: round(similarity), speech: SPEECH <= Math.min(a.quoted, b.quoted) })
  }

  const same = groupBy(sentences, sentence => sentence.words.map(word => word.plain).join(" "))
  const representatives: CaseSentence[] = []
  for (const group of same.values()) {
    const [first, ...others] = sortBy(group, byPublication, sentence => sentence.index)
    representatives.push(first!)
    for (const other of others) if (other.reportId !== first!.reportId) add(first!, other, "verbatim", 1)
  }

  const byId = new Map(sentences.map(sentence => [sentence.id, sentence]))
  const index = new TextIndex(representatives.map(toText))
  const sizes = new Map(reports.map(report => [report.id, report.sentences.length]))
  const loose: LooseMatch[] = []
  for (const { a, b, likeness } of index.pairs(2)) {
    const [one, two] = [byId.get(a.id)!, byId.get(b.id)!]
    const kind = kindOf(likeness)
    if (kind) add(one, two, kind, Math.max(likeness.dice, kind === "near" ? likeness.runs : 0))
    if (kind || (isLooselyAlike(likeness) && !haveOtherDetails(one, two)))
      loose.push({ a: one, b: two, similarity: likeness.dice })
  }
  for (const { a, b, similarity } of inChains(loose, id => sizes.get(id)!)) add(a, b, "paraphrase", similarity)
  options.count?.("passages", index.comparisons)

  for (const link of links) {
    const kind = link.sameWords ? "near" : "translation"
    add(link.a.sentence, link.b.sentence, kind, link.similarity)
  }
  return bestOfEach([...found.values()])
}

/** What the likeness of two sentences proves, if anything. */
function kindOf(likeness: Likeness): Passage["kind"] | undefined {
  if (3 <= likeness.shared && 0.5 <= likeness.runs) return "near"
  if (5 <= likeness.shared && 0.3 <= likeness.runs && 0.4 <= likeness.dice) return "near"
  if (4 <= likeness.shared && 1 <= likeness.sharedNames && 0.5 <= likeness.dice) return "paraphrase"
  if (6 <= likeness.shared && 2 <= likeness.sharedNames && 0.42 <= likeness.dice) return "paraphrase"
  if (5 <= likeness.shared && 1 <= likeness.sharedNames && 0.7 <= likeness.containment && 0.38 <= likeness.dice)
    return "paraphrase"
  if (5 <= likeness.shared && 0.6 <= likeness.dice) return "paraphrase"
  return undefined
}

/** Too little to prove anything of two sentences alone; see `inChains`. */
function isLooselyAlike({ shared, sharedNames, dice, containment }: Likeness): boolean {
  return sharedNames === 0
    ? 4 <= shared && 0.3 <= dice
    : (3 <= shared && 0.2 <= dice) || (2 <= shared && 0.4 <= containment)
}

/** For each sentence and each other report only its best partners: the best one, and those nearly as good. */
function bestOfEach(shared: readonly SharedSentence[]): SharedSentence[] {
  const best = new Map<string, number>()
  const keys = (item: SharedSentence): [string, string] => [
    `${item.a.id} ${item.b.reportId}`,
    `${item.b.id} ${item.a.reportId}`,
  ]
  for (const item of shared) for (const key of keys(item)) best.set(key, Math.max(best.get(key) ?? 0, item.similarity))
  return sortBy(
    shared.filter(item => keys(item).some(key => best.get(key)! <= item.similarity + 0.05)),
    item => item.a.id,
    item => item.b.id,
  )
}

/** The passage as the case file writes it, from the report that rests on the other. */
export function toPassage(item: SharedSentence, from: CaseReport, to: CaseReport): Passage {
  const [fromSentence, toSentence] = item.a.reportId === from.id ? [item.a, item.b] : [item.b, item.a]
  return {
    from: flatAt(from.report, fromSentence.span),
    to: flatAt(to.report, toSentence.span),
    kind: item.kind,
    similarity: item.similarity,
  }
}

function toText(sentence: CaseSentence): Text {
  return { id: sentence.id, group: sentence.reportId, words: sentence.words, stems: sentence.stems }
}

function round(value: number): number {
  return Math.round(Math.min(1, value) * 100) / 100
}
