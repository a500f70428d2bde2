import type { Span } from "../../src/core/span.ts"
import { analyse } from "../../src/english/analyse.ts"
import { reportOf } from "../../src/english/report-of.ts"
import type { Part } from "../part.ts"
import { labelledNames, type NameSentence } from "../read/labelled-names.ts"
import { addPairs, emptyTally, f1Figure, inContext, sumOf } from "../tally.ts"

const KINDS = ["person", "body", "place"] as const
type Kind = (typeof KINDS)[number]

/** Labels of the corpora that name people, bodies and places; others (events, works, miscellany) are not scored. */
const KIND_OF_LABEL: { readonly [label: string]: Kind } = {
  per: "person",
  person: "person",
  politician: "person",
  org: "body",
  organisation: "body",
  organization: "body",
  politicalparty: "body",
  loc: "place",
  gpe: "place",
  location: "place",
  country: "place",
}

const KIND_OF_TYPE: { readonly [type: string]: Kind } = {
  person: "person",
  organization: "body",
  "armed-group": "body",
  place: "place",
  facility: "place",
}

interface Name extends Span {
  readonly kind: Kind
}

/** Names of people, bodies and places: F1 of exact spans and kinds. Each sentence stands as a paragraph of its own. */
export const names: Part<readonly NameSentence[]> = {
  name: "names",
  about: "names of people, bodies and places",
  format: labelledNames,
  documents: "documents of 20 sentences",
  measure(documents, run) {
    const tallies = { person: emptyTally(), body: emptyTally(), place: emptyTally() }
    for (const document of documents) {
      const { text, gold } = textOf(document)
      const found = analyse(reportOf(text), run.english).value.mentions.flatMap(mention => {
        const kind = KIND_OF_TYPE[mention.type]
        return mention.form === "name" && kind !== undefined ? [{ start: mention.start, end: mention.end, kind }] : []
      })
      const wrong: Name[] = []
      const missed: Name[] = []
      for (const kind of KINDS) {
        const of = (names: readonly Name[]) => names.filter(name => name.kind === kind)
        const left = addPairs(tallies[kind], of(gold), of(found), (a, b) => a.start === b.start && a.end === b.end)
        missed.push(...left.missed)
        wrong.push(...left.spurious)
      }
      for (const name of missed) run.wrong(kindOfMiss(name, wrong), inContext(text, name))
      for (const name of wrong)
        if (!missed.some(other => touches(name, other))) run.wrong(`${name.kind} where none is`, inContext(text, name))
    }
    return [
      f1Figure("all", sumOf(Object.values(tallies)), "names"),
      ...KINDS.map(kind => f1Figure(kind, tallies[kind], "names")),
    ]
  },
}

function kindOfMiss(gold: Name, wrong: readonly Name[]): string {
  const other = wrong.find(name => touches(name, gold))
  if (!other) return `${gold.kind} missed`
  if (other.kind === gold.kind) return `${gold.kind} with other bounds`
  return `${gold.kind} taken for ${other.kind}`
}

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function textOf(sentences: readonly NameSentence[]): { text: string; gold: Name[] } {
  let text = ""
  const gold: Name[] = []
  for (const { words, names } of sentences) {
    if (text !== "") text += "\n\n"
    const spans = words.map((word, index) => {
      if (0 < index) text += " "
      text += word
      return { start: text.length - word.length, end: text.length }
    })
    for (const name of names) {
      const kind = KIND_OF_LABEL[name.kind]
      if (kind) gold.push({ kind, start: spans[name.first]!.start, end: spans[name.last - 1]!.end })
    }
  }
  return { text, gold }
}
