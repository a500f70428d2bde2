import type { Span } from "../../core/span.ts"
import type { EntityMention, Token } from "../../english/analysis.ts"
import { hasRelation, tokensIn } from "../../english/tree.ts"
import type { Context } from "../events/context.ts"
import { below, firstOf, phraseOf } from "../events/grammar.ts"
import type { Candidate, Draft, Form, Wording } from "./candidate.ts"
import { joinNames } from "./join-names.ts"

/** Words as they are compared: lower case, no marks, no articles. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, "")
    .replace(/\b(?:the|an?)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim()
}

// Longer than any phrase a reader would give as an answer; the longest of MUC-4 has 112 characters.
const LONGEST = 120
const INSIDE_OF_NAMES = ["flat", "fixed", "goeswith"]
const QUANTITY =
  /^(?:(?:\d+|some|several|many|few|other|more|at least|about|over|than|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one|another) )+/

/** All candidates of a report, in the order of their first occurrence. Times are none. */
export function candidatesOf(context: Context): Candidate[] {
  const { tokens, report } = context.analysis
  const drafts = new Map<string, Draft>()
  const named = namesByToken(context)
  for (const token of tokens) {
    if (!(token.upos === "NOUN" || token.upos === "PROPN") || context.inTime.has(token.index)) continue
    const mention = named.get(token.index)
    if (mention) {
      if (mention.headToken === token.index) addName(context, draftFor(drafts, `#${mention.entity}`, mention), mention)
      continue
    }
    if (INSIDE_OF_NAMES.some(relation => hasRelation(token, relation))) continue
    const phrase = phraseOf(context, token)
    // "two bombs" and "the bombs" are one candidate.
    const key = plainWords(report.text.slice(phrase.start, phrase.end)).replace(QUANTITY, "")
    if (key !== "") addPhrase(context, draftFor(drafts, key, undefined), token, phrase)
  }
  return joinNames(context, [...drafts.values()])
}

function namesByToken(context: Context): ReadonlyMap<number, EntityMention> {
  const named = new Map<number, EntityMention>()
  for (const mention of context.analysis.mentions)
    if (mention.form === "name") for (const { index } of tokensIn(context.analysis, mention)) named.set(index, mention)
  return named
}

function draftFor(drafts: Map<string, Draft>, key: string, mention: EntityMention | undefined): Draft {
  let draft = drafts.get(key)
  if (!draft) {
    draft = { occurrences: [], wordings: new Map(), entity: mention?.entity }
    drafts.set(key, draft)
  }
  return draft
}

function addName(context: Context, draft: Draft, mention: EntityMention): void {
  const head = context.analysis.tokens[mention.headToken]!
  draft.occurrences.push({ head, mention })
  addWording(context, draft, "name", mention, head)
  const phrase = phraseOf(context, head)
  if (phrase.start !== mention.start || phrase.end !== mention.end) addWording(context, draft, "of", phrase, head)
  const first = firstOf(context, head)
  if (first.start < mention.start) addWording(context, draft, "phrase", { start: first.start, end: mention.end }, head)
}

function addPhrase(context: Context, draft: Draft, head: Token, phrase: Span): void {
  const { tokens } = context.analysis
  draft.occurrences.push({ head, mention: context.mentions.get(head.index) })
  const first = firstOf(context, head)
  addWording(context, draft, "phrase", { start: first.start, end: head.end }, head)
  addWording(context, draft, "head", head, head)
  for (let index = first.index + 1; index < head.index; index++)
    addWording(context, draft, "part", { start: tokens[index]!.start, end: head.end }, head)
  if (head.end < phrase.end) {
    addWording(context, draft, "of", phrase, head)
    for (let index = first.index + 1; index <= head.index; index++)
      addWording(context, draft, "of-part", { start: tokens[index]!.start, end: phrase.end }, head)
  }
  const end = endWithBehind(context, head)
  if (phrase.end < end) {
    addWording(context, draft, "behind", { start: first.start, end }, head)
    if (first !== head) addWording(context, draft, "behind", { start: head.start, end }, head)
  }
}

function addWording(context: Context, draft: Draft, form: Form, { start, end }: Span, head: Token): void {
  const words = plainWords(context.analysis.report.text.slice(start, end))
  if (words === "" || LONGEST < words.length) return
  const wording: Wording = { form, span: { start, end }, head }
  const list = draft.wordings.get(words)
  if (list) list.push(wording)
  else draft.wordings.set(words, [wording])
}

/** End of the phrase with all prepositions behind it: "houses around the school". Farther off it is an error of the parser. */
function endWithBehind(context: Context, token: Token): number {
  let end = token.end
  for (const child of below(context, token, "nmod", "flat", "compound", "nummod"))
    if (token.index < child.index && child.index - token.index < 8) end = Math.max(end, endWithBehind(context, child))
  return end
}
