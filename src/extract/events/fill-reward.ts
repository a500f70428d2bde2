import type { Token } from "../../english/analysis.ts"
import { type Context, isIn, sentenceOf } from "./context.ts"
import { addFill, type Draft } from "./draft.ts"
import type { Positions } from "./find-positions.ts"
import { below, prepositionOf } from "./grammar.ts"
import { participant } from "./values.ts"

/** A sum with its currency: "up to $10 million", "50,000 euros". Own pattern: signs and names of the currencies most traded (BIS survey 2022). */
const SUM =
  /(?:up to |more than |at least |about )?(?:(?:US|A|C|HK)?[$€£¥₹₦]\s?\d[\d.,]*\d?(?:\s?(?:million|billion|bn|m|k)\b)?|\d[\d.,]*(?:\s(?:million|billion|thousand))?\s(?:dollars|euros|pounds|rupees|roubles|rubles|yen|yuan|pesos|naira|shillings|francs|lira|dinars|rials|afghanis|crowns|kronor|reais)\b)/i

/** Of a reward: how much it is, and on whom it is set. */
export function fillReward(context: Context, draft: Draft, positions: Positions): void {
  if (draft.frame.type !== "reward") return
  const { analysis } = context
  const sentence = sentenceOf(context, draft.trigger)
  const sum = SUM.exec(analysis.report.text.slice(sentence.start, sentence.end))
  if (sum) {
    const start = sentence.start + sum.index
    const text = sum[0]
    const span = { start, end: start + text.length }
    addFill(draft, {
      slot: "sum",
      value: { kind: "text", text, norm: text.toLowerCase() },
      span,
      token: -1,
      rule: "sum",
    })
  }
  const wanted = ["on", "for"]
    .flatMap(position => positions.get(position) ?? [])
    .flatMap(token => sought(context, token))
  const found = wanted[0] && participant(context, wanted[0])
  if (wanted[0] && found)
    addFill(draft, { slot: "target", ...found, token: wanted[0].index, rule: `${draft.frame.id}:wanted` })
}

/** "information on the commander", "clues to the killers", "the arrest of the gunman", "the head of the leader": who is sought. */
function sought(context: Context, token: Token, depth = 0): Token[] {
  if (3 < depth) return []
  if (!isIn(context, token, "clue-nouns")) return [token]
  const inner = below(context, token, "nmod").filter(child =>
    ["on", "about", "of", "to", "into"].includes(prepositionOf(context, child)),
  )
  // "information leading to the arrest of"
  const led = below(context, token, "acl").flatMap(verb => below(context, verb, "obl", "obj"))
  return [...inner, ...led].flatMap(each => sought(context, each, depth + 1))
}
