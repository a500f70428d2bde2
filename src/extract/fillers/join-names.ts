import type { EntityMention } from "../../english/analysis.ts"
import type { Context } from "../events/context.ts"
import type { Candidate, Draft } from "./candidate.ts"

const BODIES: readonly string[] = ["organization", "armed-group"]

/** Joins the names of one person ("Vargas", "Ana Vargas Soto") and a body's name with the short form in brackets behind it ("(FLN)"). */
export function joinNames(context: Context, drafts: readonly Draft[]): Candidate[] {
  const { entities } = context.analysis
  const names = drafts.filter(draft => draft.entity !== undefined)
  const typeOf = (draft: Draft) => entities[draft.entity!]!.type
  const people = names
    .filter(draft => typeOf(draft) === "person")
    .map(draft => ({ draft, words: longestName(draft).split(" ") }))
  const into = new Map<Draft, Draft>()
  for (const { draft, words } of people) {
    const wider = people.filter(other => words.length < other.words.length && holds(other.words, words))
    // "Vargas" beside two people of that name could be either.
    const longest = wider.reduce((a, b) => (a.words.length < b.words.length ? b : a), wider[0]!)
    if (0 < wider.length && wider.every(other => other === longest || holds(longest.words, other.words)))
      into.set(draft, longest.draft)
  }
  for (const draft of names.filter(each => BODIES.includes(typeOf(each)))) {
    const full = draft.occurrences.map(({ mention }) => nameBefore(context, mention!)).find(each => each !== undefined)
    const other = names.find(each => each.entity === full && each !== draft)
    if (other && !into.has(draft) && lastOf(into, other) !== draft) into.set(draft, other)
  }
  const named = new Map(names.flatMap(draft => namesOf(draft).map(words => [words, draft] as const)).reverse())
  for (const draft of drafts) {
    // The same words again, there not seen as a name or as that of another.
    const other = named.get(draft.entity === undefined ? firstPhraseOf(draft) : longestName(draft))
    if (other && other !== draft && !into.has(draft) && lastOf(into, other) !== draft) into.set(draft, other)
  }
  for (const [draft, other] of into) join(lastOf(into, other), draft)
  return drafts.filter(draft => !into.has(draft))
}

function lastOf(into: ReadonlyMap<Draft, Draft>, draft: Draft): Draft {
  const next = into.get(draft)
  return next ? lastOf(into, next) : draft
}

function namesOf({ wordings }: Draft): string[] {
  return [...wordings].flatMap(([words, list]) => (list.some(({ form }) => form === "name") ? [words] : []))
}

function firstPhraseOf({ wordings }: Draft): string {
  for (const [words, list] of wordings) if (list.some(({ form }) => form === "phrase")) return words
  return ""
}

function join(to: Draft, from: Draft): void {
  to.occurrences.push(...from.occurrences)
  for (const [words, list] of from.wordings) to.wordings.set(words, [...(to.wordings.get(words) ?? []), ...list])
}

/** True when the longer list has the words of the shorter in a row. */
function holds(longer: readonly string[], shorter: readonly string[]): boolean {
  return longer.some((_, at) => shorter.every((word, step) => longer[at + step] === word))
}

function longestName(draft: Draft): string {
  return namesOf(draft).reduce((longest, words) => (longest.length < words.length ? words : longest), "")
}

/** "National Front (FLN)": the entity whose name stands right before the bracket. */
function nameBefore(context: Context, mention: EntityMention): number | undefined {
  const { report, mentions } = context.analysis
  const { text } = report
  const opens = /^\s*[([]\s*$/
  if (!/[([]\s?$/.test(text.slice(Math.max(0, mention.start - 2), mention.start))) return undefined
  if (/\s/.test(text.slice(mention.start, mention.end))) return undefined
  const before = mentions.find(
    other =>
      other.form === "name" &&
      BODIES.includes(other.type) &&
      other.end < mention.start &&
      mention.start - other.end < 5 &&
      opens.test(text.slice(other.end, mention.start)),
  )
  return before?.entity
}
