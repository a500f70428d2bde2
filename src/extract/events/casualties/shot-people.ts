import { timesOverlap } from "../../../core/edtf.ts"
import type { Token } from "../../../english/analysis.ts"
import { type Context, isIn, sentenceOf, sibling } from "../context.ts"
import { type Draft, type Fill, fillsOf } from "../draft.ts"
import { below, meant, objectsOf, prepositional, subjectsOf } from "../grammar.ts"
import { type Casualty, each } from "./count-casualties.ts"

/** Sentences after "was shot" in which a hospital, a condition or a wound tells that the person lives. */
const SIGN_REACH = 4

/** Who was hit but is not said to be dead yet. See `settleShot`. */
export const SHOT_RULE = "shot"

/** "Two men were shot in the leg", "was struck by gunfire": hurt, when the report goes on to tell of wounds or a hospital. */
export function shotPeople(context: Context, verb: Token): Casualty[] {
  const hit =
    verb.lemma === "shoot" ||
    (["hit", "strike", "graze"].includes(verb.lemma) &&
      prepositional(context, verb).some(([by, token]) => by === "by" && isShot(context, token)))
  if (!hit || !isSurvivalTold(context, verb)) return []
  if (below(context, verb, "compound:prt").length > 0 || sibling(context, verb, 1)?.lemma === "dead") return []
  return each(
    context,
    objectsOf(context, verb).filter(token => !isIn(context, token, "attack-words")),
    "wounded",
    verb,
    subjectsOf(context, verb).map(token => meant(context, token)),
    SHOT_RULE,
  )
}

function isShot(context: Context, token: Token): boolean {
  return isIn(context, token, "gun-nouns") || ["gunfire", "bullet", "gunshot", "shot", "round"].includes(token.lemma)
}

function isSurvivalTold(context: Context, verb: Token): boolean {
  const { sentences, tokens } = context.analysis
  const sentence = sentenceOf(context, verb)
  const last = sentences[Math.min(sentence.index + SIGN_REACH, sentences.length - 1)]!
  for (let index = sentence.firstToken; index < last.lastToken; index++)
    if (isIn(context, tokens[index]!, "survival-words")) return true
  return false
}

/**
 * Who was shot and is then told to be dead or counted among the wounded is not counted twice; "four were shot, one fatally" leaves three.
 * Tellings of another day do not count. Wants retellings linked.
 */
export function settleShot(context: Context, drafts: readonly Draft[]): void {
  const harm = drafts.filter(draft => draft.status !== "hypothetical").flatMap(draft => told(draft))
  for (const draft of drafts)
    draft.fills = draft.fills.flatMap(fill => {
      if (fill.rule !== SHOT_RULE) return [fill]
      const others = harm.filter(other => !isOtherDay(draft, other.draft))
      if (others.length === 0) return [fill]
      const left = others.some(other => other.fill.slot === "wounded") ? undefined : withoutDead(fill, others)
      const rule = left ? "withoutTheDead" : "toldAsDeadOrHurt"
      context.trace?.({ ruleset: "events.shot", at: fill.span, rule, declined: [] })
      return left ? [left] : []
    })
}

interface Harm {
  readonly draft: Draft
  readonly fill: Fill
}

function told(draft: Draft): Harm[] {
  return fillsOf(draft, "killed", "wounded").flatMap(fill => (fill.rule === SHOT_RULE ? [] : [{ draft, fill }]))
}

function isOtherDay(one: Draft, other: Draft): boolean {
  const [a, b] = [one, other].map(draft =>
    fillsOf(draft.sameAs ?? draft, "when").flatMap(fill =>
      fill.value.kind === "time" && fill.value.edtf !== "" ? [fill.value.edtf] : [],
    ),
  )
  return 0 < a!.length && 0 < b!.length && !a!.some(x => b!.some(y => timesOverlap(x, y)))
}

/** The rest when fewer died than were shot; undefined when none or nobody knows how many are left. */
function withoutDead(shot: Fill, others: readonly Harm[]): Fill | undefined {
  if (shot.value.kind !== "count" || shot.value.qualifier !== "exact") return undefined
  const dead = others.flatMap(({ fill }) => (fill.value.kind === "count" ? [fill.value] : []))
  if (dead.some(count => count.high !== count.low)) return undefined
  const left = shot.value.low - Math.max(...dead.map(count => count.low))
  return 0 < left ? { ...shot, value: { ...shot.value, low: left, high: left } } : undefined
}
