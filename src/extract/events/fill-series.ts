import type { Token } from "../../english/analysis.ts"
import { type Context, isIn, sentenceOf, tokensOf } from "./context.ts"
import { addFill, type Draft, fillsOf } from "./draft.ts"
import { below, isVerb, prepositionOf, subjectsOf } from "./grammar.ts"
import { rootOf } from "./kinds.ts"
import { type Found, participant } from "./values.ts"

/** Ordinals by how many they count. Source: English; Apache-2.0. */
const ORDINALS: Readonly<Record<string, number>> = {
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
}

/**
 * "It was the third hall that the Front has struck, after an attack in Nice and a bombing in Turin": the Front did these two as well.
 * Only where as many are told as the ordinal leaves, so that no other attack is taken for one of the row.
 */
export function fillSeries(context: Context, drafts: readonly Draft[]): void {
  fillIncluded(context, drafts)
  for (const ordinal of context.analysis.tokens) {
    const number = ORDINALS[ordinal.lemma.toLowerCase()]
    if (number === undefined) continue
    const doer = doerOf(context, ordinal)
    if (doer === undefined) continue
    const link = tokensOf(context, sentenceOf(context, ordinal)).find(
      token => ordinal.index < token.index && /^(?:following|after)$/i.test(token.text),
    )
    if (link === undefined) continue
    const before = drafts.filter(
      draft =>
        draft.trigger.sentence === link.sentence &&
        link.index < draft.trigger.index &&
        rootOf(context, draft.frame.type) === "attack",
    )
    if (before.length !== number - 1 || before.some(draft => !isOneDeed(draft))) continue
    for (const draft of before)
      if (fillsOf(draft, "perpetrator", "claimed-by", "blamed-on").length === 0)
        addFill(draft, {
          slot: "perpetrator",
          value: doer.value,
          span: doer.span,
          token: ordinal.index,
          rule: "in-series",
        })
  }
}

/** "Its attacks, including the bombing of a ferry in Nice": who did them did this one. */
function fillIncluded(context: Context, drafts: readonly Draft[]): void {
  for (const whole of drafts) {
    const [doer] = fillsOf(whole, "perpetrator")
    if (!doer || !whole.plural || whole.status !== "occurred" || rootOf(context, whole.frame.type) !== "attack")
      continue
    const after = tokensOf(context, sentenceOf(context, whole.trigger)).filter(
      token => whole.trigger.index < token.index,
    )
    const link = after.find(token => token.text.toLowerCase() === "including")
    const border = after.find(token => isVerb(token) && token !== link)
    const part = drafts.find(
      draft => link && link.index < draft.trigger.index && draft.trigger.sentence === link.sentence,
    )
    if (!link || !part || !isOneDeed(part) || rootOf(context, part.frame.type) !== "attack") continue
    if (border && border.index < part.trigger.index) continue
    if (0 < fillsOf(part, "perpetrator", "claimed-by", "blamed-on").length) continue
    addFill(part, { ...doer, rule: "in-series" })
  }
}

function isOneDeed(draft: Draft): boolean {
  return draft.frame.pos === "noun" && draft.status === "occurred" && !draft.plural
}

/** The group that did all of the row: "the third that the Front has struck", "the third attack by the Front". */
function doerOf(context: Context, ordinal: Token): Found | undefined {
  const counted = [ordinal, context.analysis.tokens[ordinal.head]].filter(token => token !== undefined)
  const doers = counted.flatMap(token => [
    ...below(context, token, "acl", "acl:relcl")
      .filter(verb => isDoing(context, verb))
      .flatMap(verb => subjectsOf(context, verb)),
    ...below(context, token, "nmod").filter(
      child => isIn(context, token, "attack-words") && prepositionOf(context, child) === "by",
    ),
  ])
  return doers
    .flatMap(token => participant(context, token) ?? [])
    .find(({ value }) => value.kind === "entity" && GROUPS.has(value.type))
}

const GROUPS: ReadonlySet<string> = new Set(["armed-group", "organization"])

/** "struck", "carried out": the verb of an attack, or one that carries its noun. */
function isDoing(context: Context, verb: Token): boolean {
  const frames = context.verbFrames.get(verb.lemma) ?? []
  const attacks = frames.some(({ frame }) => rootOf(context, frame.type) === "attack")
  return isVerb(verb) && (attacks || isIn(context, verb, "agent-light-verbs"))
}
