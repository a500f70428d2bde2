import type { Rule } from "../../core/rules.ts"
import { cover, type Span } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"
import type { Draft } from "./draft.ts"
import { below, firstOf, isNoun, isPassive, isVerb, prepositionOf } from "./grammar.ts"
import { isDefinite, isOfViolence, rootOf } from "./kinds.ts"

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
  ownSchedule,
  ownCondition,
  ownInversion,
  ownWould,
  ownHearsay,
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
  const nobody = isVerb(at) ? below(context, at, "nsubj").map(child => negatorOf(context, child)) : []
  const subject = nobody.find(span => span !== undefined)
  if (subject) return { status: "negated", span: subject }
  const without = below(context, at, "mark", "case").find(child => child.text.toLowerCase() === "without")
  if (without) return { status: "negated", span: without }
  return prepositionOf(context, at) === "without" ? { status: "negated", span: at } : undefined
}

/** "nobody", "no one", "neither the army nor the rebels", as the subject. */
function negatorOf(context: Context, subject: Token): Span | undefined {
  if (isIn(context, subject, "negators")) return subject
  const word = below(context, subject, "det", "cc", "cc:preconj").find(
    each => each.lemma === "no" || each.text.toLowerCase() === "neither",
  )
  if (word) return subject.text.toLowerCase() === "one" ? cover(word, subject) : word
  const before = sibling(context, firstOf(context, subject), -1)
  return before && isIn(context, before, "negators") ? before : undefined
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
  return head && isVerb(head) && ["foil-verbs", "overpower-verbs"].some(name => isIn(context, head, name))
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
    below(context, at, "advmod").some(child => ["later", "eventually", "soon"].includes(child.text.toLowerCase()))
  )
    return undefined
  const announced = !isOfViolence(context, draft) || rootOf(context, draft.frame.type) === "military-operation"
  return { status: will && announced ? "planned" : "hypothetical", span: word }
}

/** "if they attack", "unless", "whether", "in case rebels attacked". */
export function ownCondition({ context, at }: Asked): Verdict | undefined {
  const mark = below(context, at, "mark").find(child => isIn(context, child, "hypothetical-marks"))
  if (mark) return { status: "hypothetical", span: mark }
  // "demanded that the army leave": the bare form in a clause of its own tells what is asked.
  const that = below(context, at, "mark").find(child => child.text.toLowerCase() === "that")
  const bare =
    at.xpos === "VB" && below(context, at, "aux", "cop").length === 0 && below(context, at, "nsubj").length > 0
  if (that && bare) return { status: "hypothetical", span: that }
  const soon = whenItWill(context, at)
  if (soon) return { status: "hypothetical", span: soon }
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

/** "when the rebels attack, the army will respond": the word that joins the clause, where the main clause tells of what will be. */
function whenItWill(context: Context, at: Token): Token | undefined {
  if (at.xpos !== "VBP" && at.xpos !== "VBZ") return undefined
  const joint = below(context, at, "mark", "advmod").find(child =>
    ["when", "once", "until", "till", "before", "after", "as"].includes(child.text.toLowerCase()),
  )
  let head = joint && headOf(context.analysis, at)
  if (head && !isVerb(head)) head = headOf(context.analysis, head)
  return head && below(context, head, "aux").some(child => isIn(context, child, "hypothetical-aux")) ? joint : undefined
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

/** "Farmers are to protest": the parser may hang "are" on the infinitive. */
function ownSchedule({ context, at }: Asked): Verdict | undefined {
  const to = below(context, at, "mark").some(child => child.text.toLowerCase() === "to")
  const be = at.xpos === "VB" && to ? below(context, at, "cop", "aux").find(child => child.lemma === "be") : undefined
  return be ? { status: "planned", span: be } : undefined
}

/** "An attack on the plant would be a disaster": of "the attack" it is said in hindsight. */
function ownWould({ context, draft, at, from }: Asked): Verdict | undefined {
  if (from || draft.frame.pos !== "noun" || !hasRelation(at, "nsubj") || isDefinite(context, draft)) return undefined
  const head = headOf(context.analysis, at)
  if (!head || isPassive(context, head)) return undefined
  const aux = below(context, head, "aux").map(child => child.text.toLowerCase())
  if (aux.includes("have")) return undefined
  const word = below(context, head, "aux").find(child =>
    ["would", "could", "might", "may"].includes(child.text.toLowerCase()),
  )
  return word ? { status: "hypothetical", span: word } : undefined
}

/** "according to rumours", "according to unconfirmed reports". */
function ownHearsay({ context, at }: Asked): Verdict | undefined {
  const tokens = tokensOf(context, sentenceOf(context, at))
  const according = tokens.findIndex(token => token.text.toLowerCase() === "according")
  if (according < 0) return undefined
  const word = tokens.slice(according + 2, according + 5).find(token => isIn(context, token, "hearsay-marks"))
  return word ? { status: "alleged", span: word } : undefined
}
