import type { Report } from "../../core/report.ts"
import { sureTitles } from "../names/words.ts"
import { bestForm, type CaseModel, decodeCase, hashOf, inputsOf, isKnown } from "./case-model.ts"
import { type Caseless, caselessnessOf } from "./case-of-text.ts"
import { type CaseWord, caseWordsOf, FORMS, type Form, formOf, writeIn } from "./case-words.ts"
import { isShort } from "./is-short.ts"
import type { CaseLexicon } from "./lexicon.ts"

/** What restoring needs of the world. */
export interface CaseSense {
  readonly model: CaseModel
  readonly lexicon: CaseLexicon
}

/** Share of the letters of a report that may be large while its small text still counts as written in small letters throughout. */
const STRAY_CAPITALS = 0.002

/** How much better "small" must be than "capital", in steps of the model, before a Word of a Headline is written small: from 0 to 60 costs 0.5 % of the words of headlines made of polnear-dev. */
const SURE_SMALL = 40

/**
 * The report's text with the case that its words most likely have, where its own tells nothing: in upper case, in lower case
 * and in Headlines Of This Kind. As long as the report's text, so that all offsets hold; the same string when nothing is to be done.
 */
export function restoreCase({ text, blocks }: Pick<Report, "text" | "blocks">, { model, lexicon }: CaseSense): string {
  const own = blocks.map(({ start, end }) => caselessnessOf(text.slice(start, end)))
  if (own.every(kind => kind === undefined)) return text
  // What a short block does not tell by itself, the report tells.
  const whole = caselessnessOf(text)
  const kinds = own.map(kind => kind ?? (whole === "title" ? undefined : whole))
  const isSmall = kinds.includes("small") && isWithoutCapitals(text, kinds, blocks)
  const caseless = kinds.map(kind => (kind === "small" && !isSmall ? undefined : kind))
  if (caseless.every(kind => kind === undefined)) return text
  const seen = formsSeen(text, blocks, caseless)
  const parts = blocks.flatMap(({ start, end }, index) => {
    const kind = caseless[index]
    if (!kind) return []
    const words = caseWordsOf(text.slice(start, end), isShort)
    return words.length === 0 ? [] : [{ kind, start, words, ...guess(words) }]
  })
  const together = scoresTogether(parts, model)
  let out = ""
  let done = 0
  for (const { kind, start, words, forms, scores, sure } of parts)
    words.forEach((word, at) => {
      if (word.number) return
      const own = text.slice(start + word.start, start + word.end)
      const shared = together.get(word.key)
      const guessed = shared ?? FORMS[forms[at]!]!
      const form = sure.get(at) ?? seen.get(word.key) ?? guessed
      const written =
        kind === "title"
          ? inTitle(own, word, form, seen.has(word.key) || isSurelySmall(word, scores[at * 2]!, model))
          : writeIn(word.opens && form === "small" ? "capital" : form, own)
      out += text.slice(done, start + word.start) + written
      const clitic = text.slice(start + word.end, start + word.whole)
      out += kind === "upper" ? writeIn("small", clitic) : clitic
      done = start + word.whole
    })
  return out + text.slice(done)

  function guess(words: readonly CaseWord[]) {
    const { forms, scores } = decodeCase(inputsOf(words, model.known, lexicon.flagsOf(words)), model.weights)
    const sure = new Map<number, Form>()
    for (const name of lexicon.namesIn(words))
      name.forms.forEach((form, index) => {
        sure.set(name.first + index, formOf(form) ?? "small")
      })
    for (const { at, from } of acronymsIn(words)) {
      sure.set(at, "upper")
      for (const place of from) sure.set(place, "capital")
    }
    for (const at of titlesIn(words, forms)) if (!sure.has(at)) sure.set(at, "capital")
    return { forms, scores, sure }
  }
}

/** A report in ordinary case has blocks without capitals too, such as a line of a list: only a report all small is meant. */
function isWithoutCapitals(text: string, kinds: readonly (Caseless | undefined)[], blocks: Report["blocks"]): boolean {
  let large = 0
  let letters = 0
  blocks.forEach(({ start, end }, index) => {
    if (kinds[index] === "upper") return
    for (const [letter] of text.slice(start, end).matchAll(/\p{L}/gu)) {
      letters++
      if (letter !== letter.toLowerCase()) large++
    }
  })
  return large < letters * STRAY_CAPITALS
}

/** How the report itself writes a word within its sentences, where it has case: a word always written one way is written so. */
function formsSeen(
  text: string,
  blocks: Report["blocks"],
  kinds: readonly (Caseless | undefined)[],
): Map<string, Form> {
  const counts = new Map<string, [number, number, number]>()
  blocks.forEach(({ start, end }, index) => {
    if (kinds[index]) return
    const block = text.slice(start, end)
    for (const word of caseWordsOf(block, isShort)) {
      const form = word.opens || word.number ? undefined : formOf(block.slice(word.start, word.end))
      if (!form) continue
      const count = counts.get(word.key) ?? [0, 0, 0]
      count[FORMS.indexOf(form)]!++
      counts.set(word.key, count)
    }
  })
  const seen = new Map<string, Form>()
  for (const [key, count] of counts) {
    const best = count.indexOf(Math.max(...count))
    if (count[0] + count[1] + count[2] === count[best]) seen.set(key, FORMS[best]!)
  }
  return seen
}

/** A word of a headline loses its capital only where that is sure, and never gets one; what opens a sentence keeps it. */
function inTitle(own: string, word: CaseWord, form: Form, sure: boolean): string {
  return sure && !word.opens && form === "small" && formOf(own) === "capital" ? writeIn("small", own) : own
}

/** "Brandt" may be taken for an ordinary word by its neighbours; that is not enough. */
function isSurelySmall({ key }: CaseWord, score: number, { known }: CaseModel): boolean {
  return score < -SURE_SMALL && isKnown(known, hashOf(key))
}

/** Words the model does not know, by all their occurrences: a surname is one throughout the report. */
function scoresTogether(
  parts: readonly { kind: Caseless; words: readonly CaseWord[]; scores: Int32Array; sure: ReadonlyMap<number, Form> }[],
  model: CaseModel,
): Map<string, Form> {
  const sums = new Map<string, [number, number]>()
  for (const { words, scores, sure } of parts)
    words.forEach(({ key, number, opens }, at) => {
      if (number || (opens && !sure.has(at)) || isKnown(model.known, hashOf(key))) return
      const sum = sums.get(key) ?? [0, 0]
      sum[0] += scores[at * 2]!
      sum[1] += sure.get(at) === "upper" ? 1e6 : scores[at * 2 + 1]!
      sums.set(key, sum)
    })
  return new Map([...sums].map(([key, [capital, upper]]) => [key, FORMS[bestForm(capital, upper)]!]))
}

/** "National Revolutionary Unity (NRU)": a word alone in brackets whose letters begin the words before it, and those words. */
function acronymsIn(words: readonly CaseWord[]): { readonly at: number; readonly from: readonly number[] }[] {
  return words.flatMap(({ key, before, after }, at) => {
    if (before !== "(" || after !== ")" || !/^\p{L}{3,7}$/u.test(key)) return []
    const from: number[] = []
    for (let place = at - 1; 0 <= place && at - 12 < place && from.length < key.length; place--)
      if (words[place]!.key[0] === key.at(-1 - from.length)) from.push(place)
      else if (!/^(?:of|the|and|for|de|la|del|en|y|e)$/.test(words[place]!.key)) break
    return from.length === key.length ? [{ at, from }] : []
  })
}

/** "President" of "President Ghani", and "Defense Minister" before a name. */
function titlesIn(words: readonly CaseWord[], forms: Uint8Array): number[] {
  const found: number[] = []
  for (let at = words.length - 2; 0 <= at; at--) {
    const [{ key }, next] = [words[at]!, words[at + 1]!]
    if (next.opens || !/^[. ]$/.test(next.before) || forms[at + 1] !== 1) continue
    const title = sureTitles.has(key) || OFFICE.test(key) || (found.at(-1) === at + 1 && BEFORE_OFFICE.test(key))
    if (!title) continue
    found.push(at)
    forms[at] = 1
  }
  return found
}

const OFFICE =
  /^(?:president|premier|chancellor|minister|general|colonel|major|captain|lieutenant|sergeant|corporal|commander|admiral|king|queen|prince|princess|judge|justice|mayor|governor|secretary|ambassador|bishop|cardinal|monsignor)$/
const BEFORE_OFFICE = /^(?:prime|vice|deputy|foreign|defen[cs]e|interior|justice|finance|brigadier|lieutenant|major)$/
