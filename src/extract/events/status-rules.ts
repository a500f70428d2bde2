import type { Rule } from "../../core/rules.ts"
import { cover, type Span } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Token } from "../../english/analysis.ts"
import { headOf } from "../../english/tree.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"
import type { Draft } from "./draft.ts"
import { below, firstOf, isNoun, isPassive, isVerb, prepositionOf } from "./grammar.ts"
import { isOfViolence, rootOf } from "./kinds.ts"

export interface Verdict {
  readonly status: Status
  readonly span: Span
  /** True when it is said of the event as a whole, even of one that is told as being there: "denied the arrest", "called off the assault". */
  readonly whole?: boolean
}

export interface Asked {
  readonly context: Context
  readonly draft: Draft
  /** The verb or noun whose surroundings are looked at: the trigger, then its light verb, then what governs them. */
  readonly at: Token
  /** Where the walk came from; undefined at the trigger. */
  readonly from: Token | undefined
}

// Order is part of the meaning: what stands nearest and says most comes first.
export const ownRules: readonly Rule<Asked, Verdict>[] = [
  ownModifier,
  ownNegation,
  ownAdverb,
  ownBefore,
  ownPromise,
  ownModal,
  ownCondition,
  ownInversion,
]

// Rules on the trigger or its light verb

/** "a foiled attack", "an alleged plot", "planned bombings", "attempted murder". */
function ownModifier({ context, draft, at }: Asked): Verdict | undefined {
  if (!isNoun(at) && at !== draft.trigger) return undefined
  const first = firstOf(context, at)
  const near = [
    ...below(context, at, "amod", "compound", "acl").filter(
      child => child.index < at.index || child.index === at.index + 1,
    ),
  ]
  for (let index = first.index; index < at.index; index++) near.push(context.analysis.tokens[index]!)
  const before = sibling(context, first, -1)
  if (before?.xpos === "VBN" && isIn(context, before, "foil-modifiers") && isNoun(at))
    return { status: "foiled", span: before }
  for (const token of near) {
    if (isIn(context, token, "hypothetical-modifiers") && isNoun(at)) return { status: "hypothetical", span: token }
    if (token.upos === "NOUN" && token.lemma !== "suspect") continue
    const status = isIn(context, token, "attempt-modifiers")
      ? "attempted"
      : isIn(context, token, "foil-modifiers")
        ? "foiled"
        : isIn(context, token, "plan-modifiers")
          ? "planned"
          : isIn(context, token, "threat-modifiers")
            ? "threatened"
            : isIn(context, token, "allege-modifiers")
              ? "alleged"
              : undefined
    if (status && !(status === "alleged" && token.text.toLowerCase() === "apparent")) return { status, span: token }
  }
  return undefined
}

/** "did not attack", "no attack", "never bombed", "without an attack". */
export function ownNegation({ context, at }: Asked): Verdict | undefined {
  const word = below(context, at, "advmod", "det", "aux", "cc:preconj").find(
    child => isIn(context, child, "negators") && child.index < at.index + 1,
  )
  if (word && word.index < at.index && at.index - word.index < 6) {
    const next = sibling(context, word, 1)
    if (next?.text.toLowerCase() !== "only" && next?.text.toLowerCase() !== "just")
      return { status: "negated", span: word }
  }
  const subject = below(context, at, "nsubj").find(
    child =>
      isIn(context, child, "negators") ||
      below(context, child, "det", "cc", "cc:preconj").some(
        each => each.lemma === "no" || each.text.toLowerCase() === "neither",
      ) ||
      isIn(context, sibling(context, firstOf(context, child), -1) ?? child, "negators"),
  )
  if (subject && isVerb(at)) return { status: "negated", span: subject }
  const without = below(context, at, "mark", "case").find(child => child.text.toLowerCase() === "without")
  if (without) return { status: "negated", span: without }
  return prepositionOf(context, at) === "without" ? { status: "negated", span: at } : undefined
}

/** "allegedly shot", "unsuccessfully attacked". */
function ownAdverb({ context, at }: Asked): Verdict | undefined {
  for (const word of below(context, at, "advmod")) {
    if (isIn(context, word, "allege-adverbs")) return { status: "alleged", span: word }
    if (isIn(context, word, "attempt-adverbs")) return { status: "attempted", span: word }
  }
  return undefined
}

/** "stopped him before he could attack": he did not. */
function ownBefore({ context, at }: Asked): Verdict | undefined {
  const before = below(context, at, "mark").find(child => child.text.toLowerCase() === "before")
  const could = below(context, at, "aux").find(child => ["could", "can"].includes(child.text.toLowerCase()))
  if (!before || !could) return undefined
  const head = headOf(context.analysis, at)
  return head && isVerb(head) && isIn(context, head, "foil-verbs")
    ? { status: "foiled", span: head }
    : { status: "negated", span: before }
}

/** "We will strike": the doers announce it. */
function ownPromise({ context, draft, at }: Asked): Verdict | undefined {
  const will = below(context, at, "aux").find(child =>
    ["will", "'ll", "’ll", "shall"].includes(child.text.toLowerCase()),
  )
  const own = below(context, at, "nsubj").some(child => ["we", "i"].includes(child.text.toLowerCase()))
  if (!will || !own || isPassive(context, at) || ownNegation({ context, draft, at, from: undefined })) return undefined
  return { status: isOfViolence(context, draft) ? "threatened" : "planned", span: will }
}

/** "could attack", "will strike", "would be able to". */
export function ownModal({ context, draft, at }: Asked): Verdict | undefined {
  const word = below(context, at, "aux").find(child => isIn(context, child, "hypothetical-aux"))
  if (!word) return undefined
  // "would later kill" and "could have killed" tell of the past; the first is a fact, the second is none.
  const will = ["will", "'ll", "’ll", "shall", "wo"].includes(word.text.toLowerCase())
  if (
    word.lemma === "would" &&
    below(context, at, "advmod").some(child => ["later", "eventually", "soon"].includes(child.lemma))
  )
    return undefined
  const announced = !isOfViolence(context, draft) || rootOf(context, draft.frame.type) === "military-operation"
  return { status: will && announced ? "planned" : "hypothetical", span: word }
}

/** "if they attack", "unless", "whether", "in case rebels attacked". */
export function ownCondition({ context, at }: Asked): Verdict | undefined {
  const mark = below(context, at, "mark").find(child => isIn(context, child, "hypothetical-marks"))
  if (mark) return { status: "hypothetical", span: mark }
  // The parser takes "in case" for part of the subject: read from the words.
  for (let step = 1; step < 9; step++) {
    const word = sibling(context, at, -step)
    if (!word || word.upos === "PUNCT" || (isVerb(word) && word.upos !== "AUX")) return undefined
    const before = sibling(context, word, -1)?.text.toLowerCase()
    const the = sibling(context, word, -2)?.text.toLowerCase()
    if (word.lemma === "case" && before === "in")
      return { status: "hypothetical", span: cover(sibling(context, word, -1)!, word) }
    if (word.lemma === "event" && before === "the" && the === "in") return { status: "hypothetical", span: word }
  }
  return undefined
}

/** "Had the bomb exploded", "Should the army invade": the auxiliary before its subject at the head of a clause. */
function ownInversion({ context, at }: Asked): Verdict | undefined {
  const subject = below(context, at, "nsubj")[0]
  if (!isVerb(at) || !subject || at.index < subject.index) return undefined
  const word = sibling(context, firstOf(context, subject), -1)
  if (!word || !["had", "should", "were"].includes(word.text.toLowerCase())) return undefined
  const before = sibling(context, word, -1)
  if (before && !["PUNCT", "CCONJ"].includes(before.upos)) return undefined
  const asks = tokensOf(context, sentenceOf(context, at)).at(-1)?.text === "?"
  return asks ? undefined : { status: "hypothetical", span: word }
}
