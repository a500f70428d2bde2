import { analyse } from "../../src/english/analyse.ts"
import type { Analysis, EntityMention } from "../../src/english/analysis.ts"
import { scoreChains } from "../chain-scores.ts"
import type { Figure, Part } from "../part.ts"
import { type ChainDocument, chains } from "../read/chains.ts"
import { emptyTally, f1Figure, inContext, percent, ratesOf, spanKey, sumOf, type Tally } from "../tally.ts"
import { rawDocument } from "./raw-text.ts"

const PRONOUNS: { readonly [kind: string]: RegExp } = {
  "he, she": /^(?:he|him|his|himself|she|her|hers|herself)$/i,
  it: /^(?:it|its|itself)$/i,
  they: /^(?:they|them|their|theirs|themselves)$/i,
}
const KINDS = ["names", "the group, the minister", ...Object.keys(PRONOUNS)]

/** A gold mention in the running text. */
interface Mention {
  readonly entity: string
  readonly key: string
  readonly start: number
  readonly end: number
  readonly form: string
  readonly upos: string
}

/**
 * Names, "the group" and pronouns given to entities, from our own reading of the running text.
 * A mention is known by its head word. A link is right when our mention and the one before it in our chain (for a pronoun or nominal: the last one that is none)
 * are of one entity in the treebank. Links to be found: a name behind another name of its entity; pronouns and "the" with a noun behind a name of it.
 * Entities never named are none of ours: the figures with a chain score leave them out on the gold side.
 */
export const coreference: Part<ChainDocument> = {
  name: "coreference",
  about: "names, nominals and pronouns given to the right entity",
  format: chains,
  measure(documents, run) {
    const tallies = new Map<string, Tally>(KINDS.map(kind => [kind, emptyTally()]))
    const scores = { muc: emptyTally(), b3: emptyTally(), ceaf: emptyTally() }
    for (const document of documents) {
      const { report, sentences } = rawDocument(document.treebank)
      const analysis = analyse(report, run.english).value
      const gold = document.mentions.map((mention): Mention => {
        const { gold: sentence, words } = sentences[mention.sentence]!
        const key = words[mention.head]!
        const [start, end] = key.split("-").map(Number) as [number, number]
        const [form, upos] = [sentence.forms[mention.head]!, sentence.upos[mention.head]!]
        const isDefinite = /^the$/i.test(sentence.forms[mention.first]!)
        return { entity: mention.entity, key, start, end, form, upos: upos === "NOUN" && !isDefinite ? "OTHER" : upos }
      })
      const named = new Set<string>()
      const wanted = new Map<string, string>()
      for (const { entity, key, form, upos } of gold) {
        const kind = kindOf(upos, form)
        if (kind !== undefined && named.has(entity) && !wanted.has(key)) wanted.set(key, kind)
        if (upos === "PROPN") named.add(entity)
      }
      for (const kind of wanted.values()) tallies.get(kind)!.gold++
      // One word may head two mentions: "the poet Ana Diaz" and the name in it.
      const entitiesAt = new Map<string, Set<string>>()
      for (const { key, entity } of gold) entitiesAt.set(key, (entitiesAt.get(key) ?? new Set()).add(entity))
      // The word that heads our mention is often not the one that heads theirs: "President Ana Diaz". Then any word of ours that heads one of theirs tells it.
      const goldOf = ({ headToken, start, end }: EntityMention) =>
        [analysis.tokens[headToken]!, ...analysis.tokens.filter(token => start <= token.start && token.end <= end)]
          .map(spanKey)
          .find(key => entitiesAt.has(key))
      for (const { mention, before, kind } of linksOf(analysis)) {
        const tally = tallies.get(kind)!
        const [key = "", other] = [goldOf(mention), entitiesAt.get(goldOf(before) ?? "")]
        const own = entitiesAt.get(key)
        // Names that the treebank does not mark (adjectives of countries, for one) are not judged. An unmarked pronoun stands for nothing.
        if (other === undefined || (own === undefined && kind === "names")) continue
        tally.found++
        if (own && !own.isDisjointFrom(other)) {
          tally.foundHit++
          if (wanted.get(key) === kind) tally.goldHit++
          wanted.delete(key)
        } else
          run.wrong(
            `${kind} wrong`,
            `${inContext(report.text, mention)} given to ${report.text.slice(before.start, before.end)}`,
          )
      }
      for (const [key, kind] of wanted) {
        const [start, end] = key.split("-").map(Number) as [number, number]
        run.wrong(`${kind} missed`, inContext(report.text, { start, end }))
      }
      const chainScores = scoreChains(goldChains(gold, named), foundChains(analysis))
      for (const score of ["muc", "b3", "ceaf"] as const) scores[score] = sumOf([scores[score], chainScores[score]])
    }
    return [...KINDS.map(kind => f1Figure(kind, tallies.get(kind)!, "links")), conll(scores)]
  },
}

function kindOf(upos: string, form: string): string | undefined {
  if (upos === "PROPN") return "names"
  if (upos === "NOUN") return "the group, the minister"
  return Object.keys(PRONOUNS).find(kind => PRONOUNS[kind]!.test(form))
}

/** Each mention of ours behind the first of its entity, with the name (or for want of one the mention) before it. */
function linksOf({ mentions, tokens }: Analysis) {
  const links: { mention: EntityMention; before: EntityMention; kind: string }[] = []
  const last = new Map<number, EntityMention>()
  for (const mention of mentions) {
    const before = last.get(mention.entity)
    const kind =
      mention.form === "name"
        ? "names"
        : mention.form === "nominal"
          ? "the group, the minister"
          : kindOf("PRON", tokens[mention.headToken]!.text)
    if (before && kind !== undefined) links.push({ mention, before, kind })
    if (mention.form === "name") last.set(mention.entity, mention)
  }
  return links
}

function goldChains(gold: readonly Mention[], named: ReadonlySet<string>): string[][] {
  const chains = new Map<string, Set<string>>()
  const seen = new Set<string>()
  for (const { entity, key } of gold) {
    if (!named.has(entity) || seen.has(key)) continue
    seen.add(key)
    const chain = chains.get(entity) ?? new Set()
    chains.set(entity, chain.add(key))
  }
  return [...chains.values()].map(chain => [...chain]).filter(chain => 1 < chain.length)
}

function foundChains({ mentions, tokens }: Analysis): string[][] {
  const chains = new Map<number, Set<string>>()
  const seen = new Set<string>()
  for (const { entity, headToken } of mentions) {
    const key = spanKey(tokens[headToken]!)
    if (seen.has(key)) continue
    seen.add(key)
    const chain = chains.get(entity) ?? new Set()
    chains.set(entity, chain.add(key))
  }
  return [...chains.values()].map(chain => [...chain]).filter(chain => 1 < chain.length)
}

function conll(scores: { muc: Tally; b3: Tally; ceaf: Tally }): Figure {
  const rates = Object.values(scores).map(ratesOf)
  const mean = (key: "precision" | "recall" | "f1") => rates.reduce((sum, rate) => sum + (rate[key] ?? 0), 0) / 3
  return {
    name: "CoNLL F1 of named entities",
    value: 100 * mean("f1"),
    unit: "%",
    of: scores.b3.gold,
    items: "mentions",
    detail: `precision ${percent(mean("precision"))}, recall ${percent(mean("recall"))}; MUC ${percent(rates[0]!.f1)}, B3 ${percent(rates[1]!.f1)}, CEAFe ${percent(rates[2]!.f1)}`,
  }
}
