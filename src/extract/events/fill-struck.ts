import { cover } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"
import { addFill, type Draft, fillsOf } from "./draft.ts"
import { below, firstOf, isNoun, isVerb, objectsOf, prepositionOf } from "./grammar.ts"
import { isKillVerb, rootOf } from "./kinds.ts"

/** Verbs that say what an attack struck when the attack is their subject. Source: English of crime reporting; Apache-2.0. */
const STRIKE = new Set(["target", "hit", "strike", "rock", "rip", "tear", "destroy", "damage", "devastate"])

/** Occasions at which people come together. Source: English; Apache-2.0. */
const GATHERINGS = new Set(
  "ceremony funeral wedding parade procession rally gathering vigil festival service celebration concert mass match game marathon meeting protest demonstration party".split(
    " ",
  ),
)

/** What an attack struck, where only a clause beside it tells: "bombings that targeted a shrine", "killed 40 people during a ceremony". */
export function fillStruck(context: Context, draft: Draft): void {
  if (draft.frame.pos !== "noun" || rootOf(context, draft.frame.type) !== "attack" || isKillVerb(draft)) return
  if (draft.status !== "occurred" || 0 < fillsOf(draft, "target").length) return
  const tokens = tokensOf(context, sentenceOf(context, draft.trigger)).filter(
    token => draft.trigger.index < token.index,
  )
  for (const verb of tokens) {
    if (!isVerb(verb)) continue
    const struck = STRIKE.has(verb.lemma) && isToldOf(context, draft, verb) ? objectsOf(context, verb) : []
    const isHarm =
      draft.carriers.has(verb.index) && (isIn(context, verb, "kill-verbs") || isIn(context, verb, "wound-verbs"))
    const occasions = isHarm
      ? below(context, verb, "obl", "nmod").filter(
          child => GATHERINGS.has(child.lemma) && /^(?:at|during|in)$/.test(prepositionOf(context, child)),
        )
      : []
    for (const token of [...struck, ...occasions]) {
      const head = headOfRow(context, token)
      if (!isIn(context, head, "physical-targets")) continue
      const span = cover(firstOf(context, token), head)
      const text = context.analysis.report.text.slice(span.start, span.end)
      const value = { kind: "text", text, norm: head.lemma.toLowerCase() } as const
      addFill(draft, { slot: "target", value, span, token: head.index, rule: "struck" })
    }
  }
}

/** "a memorial gathering", where the tagger takes the last word for a verb: the word behind it. */
function headOfRow(context: Context, token: Token): Token {
  const next = sibling(context, token, 1)
  return next?.xpos === "VBG" && isIn(context, next, "physical-targets") ? next : token
}

/** True for the clause "that targeted ..." right behind the attack, with no other noun of attack and no other verb between. */
function isToldOf(context: Context, draft: Draft, verb: Token): boolean {
  const subject = below(context, verb, "nsubj")[0]
  if (!subject || !/^(?:that|which)$/i.test(subject.text)) return false
  const between = context.analysis.tokens.slice(draft.trigger.index + 1, subject.index)
  return !between.some(token => isVerb(token) || (isNoun(token) && isIn(context, token, "attack-words")))
}
