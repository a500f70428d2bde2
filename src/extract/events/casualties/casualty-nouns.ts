import type { Token } from "../../../english/analysis.ts"
import { hasRelation, headOf } from "../../../english/tree.ts"
import { type Context, isIn, sibling } from "../context.ts"
import { below, isVerb, meant, prepositional, subjectsOf } from "../grammar.ts"
import { countMentionOf } from "../values.ts"
import { type Casualty, each } from "./count-casualties.ts"

/** "14 fatalities", "the deaths of 13 soldiers", "one death", "the arrest of three men". */
export function deathNoun(context: Context, noun: Token): Casualty[] {
  if (["murder", "killing", "assassination", "execution", "beheading", "slaying"].includes(noun.lemma)) {
    const victims = prepositional(context, noun).filter(([preposition]) => preposition === "of")
    return each(
      context,
      victims.map(([, token]) => token),
      "killed",
      noun,
      [noun],
      "killing-of",
    )
  }
  const slot =
    isIn(context, noun, "death-nouns") && noun.upos === "NOUN"
      ? "killed"
      : isIn(context, noun, "injury-nouns") && noun.upos === "NOUN"
        ? "wounded"
        : ["arrest", "detention"].includes(noun.lemma)
          ? "arrested"
          : undefined
  if (!slot) return []
  const head = headOf(context.analysis, noun)
  const predicate =
    head && isVerb(head)
      ? head
      : head && hasRelation(noun, "conj") && headOf(context.analysis, head)
        ? isVerb(headOf(context.analysis, head)!)
          ? headOf(context.analysis, head)!
          : noun
        : noun
  const subjects =
    isVerb(predicate) && isIn(context, predicate, "leave-verbs")
      ? subjectsOf(context, predicate).map(token => meant(context, token))
      : []
  const own = countMentionOf(context, noun)
  if (slot === "arrested" && !own) {
    const aimed = below(context, noun, "acl").filter(child => child.lemma === "target" || child.lemma === "involve")
    const found = each(
      context,
      aimed.flatMap(child => below(context, child, "obj")),
      slot,
      noun,
      [noun],
      "arrests-targeting",
    )
    if (0 < found.length) return found
  }
  if (
    own &&
    !/(^| )(death|arrest) (toll|rate|penalty|threat|row|warrant|sentence)/i.test(
      context.analysis.report.text.slice(noun.start - 10, noun.end + 10),
    )
  )
    return [
      {
        slot,
        found: { value: own.count, span: own },
        predicate: slot === "arrested" ? noun : predicate,
        subjects: slot === "arrested" ? [noun] : subjects,
        rule: "death-noun",
        people: [],
      },
    ]
  const of = prepositional(context, noun)
    .filter(([preposition]) => preposition === "of")
    .map(([, token]) => token)
  // "the shooting death of Ana Diaz": one; "the death of Ana Diaz" may be of old age.
  return of.length === 0
    ? []
    : each(
        context,
        slot === "arrested" || isIn(context, sibling(context, noun, -1) ?? noun, "attack-words")
          ? of
          : of.filter(token => countMentionOf(context, token) !== undefined),
        slot,
        slot === "arrested" ? noun : predicate,
        slot === "arrested" ? [noun] : subjects,
        "death-of",
      )
}

/** "the death toll rose to 133", "the number of dead stands at 40". */
export function tollNoun(context: Context, noun: Token): Casualty[] {
  if (noun.lemma !== "toll" || sibling(context, noun, -1)?.lemma !== "death") return []
  const head = headOf(context.analysis, noun)
  if (!head || !isVerb(head)) return []
  const to = prepositional(context, head).filter(([preposition]) => preposition === "to" || preposition === "at")
  const objects = below(context, head, "obj", "xcomp")
  const tokens = [...to.map(([, token]) => token), ...objects]
  return tokens
    .flatMap(token => {
      const count = countMentionOf(context, token)
      return count
        ? [
            {
              slot: "killed" as const,
              found: { value: count.count, span: count },
              predicate: head,
              subjects: [],
              rule: "toll",
              people: [],
            },
          ]
        : []
    })
    .slice(0, 1)
}

/** "12 hostages". */
export function hostageNoun(context: Context, noun: Token): Casualty[] {
  if (!isIn(context, noun, "hostage-nouns") || noun.upos !== "NOUN") return []
  const count = countMentionOf(context, noun)
  const head = headOf(context.analysis, noun)
  return count &&
    count.nounToken === noun.index &&
    head &&
    isVerb(head) &&
    ["take", "hold", "seize"].includes(head.lemma)
    ? [
        {
          slot: "hostages",
          found: { value: count.count, span: count },
          predicate: head,
          subjects: subjectsOf(context, head),
          rule: "hostage-noun",
          people: [],
        },
      ]
    : []
}

/** "Three dead, 12 injured" where the tagger made a noun of the word. */
export function countedDead(context: Context, noun: Token): Casualty[] {
  const slot = ["dead"].includes(noun.text.toLowerCase())
    ? "killed"
    : ["injured", "wounded"].includes(noun.text.toLowerCase())
      ? "wounded"
      : undefined
  if (!slot) return []
  const count = context.analysis.counts.find(each => each.end <= noun.start && noun.start - each.end < 2)
  return count
    ? [
        {
          slot,
          found: { value: count.count, span: count },
          predicate: noun,
          subjects: [],
          rule: "number-dead",
          people: [],
        },
      ]
    : []
}
