import type { Attribution } from "../../core/reading.ts"
import type { Token } from "../../english/analysis.ts"
import { type Context, isIn, tokensOf } from "./context.ts"
import { addFill, type Draft, type Fill } from "./draft.ts"
import { attributionTo } from "./find-attribution.ts"
import { below, isVerb, objectsOf, subjectsOf } from "./grammar.ts"

/** Sentences back in which the words that are taken back may stand. */
const NEAR = 3

/** What is taken back, beside the blame itself: "withdrew that statement". Source: English; Apache-2.0. */
const WORDS: ReadonlySet<string> = new Set(["statement", "word", "assertion", "remark"])

/**
 * "The ministry has since withdrawn that statement": who was said to be the doer on somebody's word, right before, was blamed by him and is
 * so no more. Nobody stays a doer by words that were taken back.
 */
export function withdrawBlame(context: Context, drafts: readonly Draft[]): void {
  for (const sentence of context.analysis.sentences)
    for (const verb of tokensOf(context, sentence)) {
      if (!takesBack(context, verb)) continue
      const by = subjectsOf(context, verb)
        .flatMap(token => attributionTo(context, token) ?? [])
        .at(0)
      const said = drafts
        .filter(({ trigger }) => trigger.sentence < sentence.index && sentence.index - trigger.sentence <= NEAR)
        .flatMap(draft => draft.fills.filter(isOnWord).map(fill => ({ draft, fill })))
        .at(-1)
      if (said && by) write(said.draft, said.fill, by)
    }
}

/** "withdrew the accusation", "took the claim back": a verb of taking back with such a noun that the report has told of. */
function takesBack(context: Context, verb: Token): boolean {
  const isBack =
    verb.lemma === "take" && below(context, verb, "advmod", "compound:prt").some(({ lemma }) => lemma === "back")
  if (!isVerb(verb) || !(isBack || isIn(context, verb, "retract-verbs"))) return false
  return objectsOf(context, verb).some(
    noun =>
      (WORDS.has(noun.lemma) || isIn(context, noun, "allege-nouns")) &&
      below(context, noun, "acl").length === 0 &&
      below(context, noun, "det", "nmod:poss").some(({ text }) => /^(?:the|that|this|its|his|her|their)$/i.test(text)),
  )
}

/** A doer on the word of somebody who is no person of the deed itself. */
const isOnWord = ({ slot, status, attribution = [] }: Fill) =>
  slot === "perpetrator" && status === undefined && 0 < attribution.length

function write(draft: Draft, fill: Fill, by: Attribution): void {
  const { slot: _, ...rest } = fill
  draft.fills = draft.fills.filter(other => other !== fill)
  addFill(draft, { ...rest, slot: "blamed-on", status: "alleged" })
  draft.fills.push({ ...rest, slot: "blamed-on", status: "denied", attribution: [by], rule: "withdrawn-blame" })
}
