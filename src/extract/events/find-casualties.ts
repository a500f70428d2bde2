import type { Span } from "../../core/span.ts"
import type { Count } from "../../core/value.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"
import {
  below,
  isNoun,
  isPassive,
  isVerb,
  meant,
  objectsOf,
  prepositional,
  subjectsOf,
  withConjuncts,
} from "./grammar.ts"
import { countMentionOf, countsOf, type Found } from "./values.ts"

/** A number of dead, hurt, missing, held or arrested, with the word that says so. */
export interface Casualty {
  readonly slot: "killed" | "wounded" | "missing" | "hostages" | "arrested"
  readonly found: Found<Count>
  /** "killed", "left", "deaths": where the search for the event begins. */
  readonly predicate: Token
  /** What did the killing: "the bombing" in "the bombing, which killed 12". */
  readonly subjects: readonly Token[]
  readonly rule: string
}

/** Two words never count the same people: the one that stands nearest before the number keeps it. */
function withoutRivals(found: readonly Casualty[]): Casualty[] {
  const reach = (one: Casualty) => {
    const gap = one.found.span.start - one.predicate.end
    return gap < 0 ? 1000 - gap : gap
  }
  return found.filter(
    one =>
      !found.some(
        other =>
          other.slot !== one.slot &&
          other.found.span.start < one.found.span.end &&
          one.found.span.start < other.found.span.end &&
          reach(other) < reach(one),
      ),
  )
}

/** All numbers of people harmed or held in a sentence. */
export function findCasualties(context: Context, sentence: { firstToken: number; lastToken: number }): Casualty[] {
  const found: Casualty[] = []
  for (let index = sentence.firstToken; index < sentence.lastToken; index++) {
    const token = context.analysis.tokens[index]!
    const rules =
      isVerb(token) || token.upos === "ADJ"
        ? [harmVerb, dyingVerb, leftDead, lostLives, areMissing, heldHostage, arrestVerb]
        : [deathNoun, tollNoun, hostageNoun, countedDead]
    for (const rule of rules)
      for (const casualty of rule(context, token))
        if (
          !found.some(
            old =>
              old.slot === casualty.slot &&
              old.found.span.start < casualty.found.span.end &&
              casualty.found.span.start < old.found.span.end,
          )
        )
          found.push(casualty)
  }
  return withoutRivals(found)
}

function each(
  context: Context,
  tokens: readonly Token[],
  slot: Casualty["slot"],
  predicate: Token,
  subjects: readonly Token[],
  rule: string,
): Casualty[] {
  const heads = tokens.filter(
    token => !tokens.some(other => other !== token && token.head === other.index && hasRelation(token, "conj")),
  )
  return heads
    .flatMap(token => [...countsOf(context, token), ...included(context, token)])
    .map(found => ({ slot, found, predicate, subjects, rule }))
}

/** "183 people, including 170 civilians and 13 soldiers": the parts stand beside the whole, each with its own scope. */
function included(context: Context, token: Token): Found<Count>[] {
  const including = tokensOf(context, sentenceOf(context, token)).find(
    each =>
      each.index > token.index &&
      each.index - token.index < 4 &&
      ["including", "among"].includes(each.text.toLowerCase()),
  )
  if (!including) return []
  const end = sentenceOf(context, token).end
  const parts: Found<Count>[] = []
  for (const count of context.analysis.counts) {
    if (count.start < including.end || end < count.end || 0 > count.nounToken) continue
    const noun = context.analysis.tokens[count.nounToken]!
    const between = context.analysis.tokens.slice(including.index, noun.index)
    if (between.some(token => isVerb(token) && token !== including)) break
    if (isIn(context, noun, "people"))
      parts.push({ value: count.count, span: { start: count.start, end: Math.max(count.end, noun.end) } })
  }
  return parts
}

/** "killed 12 people", "12 people were wounded", "killing at least 12 and wounding 30 others", "claimed 12 lives". */
function harmVerb(context: Context, verb: Token): Casualty[] {
  const slot = isIn(context, verb, "kill-verbs") ? "killed" : isIn(context, verb, "wound-verbs") ? "wounded" : undefined
  if (!slot || !(isVerb(verb) || verb.xpos === "VBN")) return []
  let objects = objectsOf(context, verb)
  if (verb.lemma === "claim")
    objects = objects
      .filter(token => token.lemma === "life")
      .flatMap(token => [token, ...below(context, token, "nmod")])
  if (verb.lemma === "execute") objects = objects.filter(token => isIn(context, token, "people"))
  // "Three people killed in blast": headlines drop the verb "be".
  if (objects.length === 0 && verb.xpos === "VBN") {
    const head = headOf(context.analysis, verb)
    if (head && isNoun(head) && hasRelation(verb, "acl")) objects = [head]
  }
  if (objects.length === 0) objects = countsBehind(context, verb)
  return each(
    context,
    objects,
    slot,
    verb,
    subjectsOf(context, verb).map(token => meant(context, token)),
    `${slot}-verb`,
  )
}

/** The counted phrase right behind a verb whose object the parser lost: "killing at least 12". */
function countsBehind(context: Context, verb: Token): Token[] {
  if (isPassive(context, verb)) return []
  const count = context.analysis.counts.find(each => verb.end <= each.start && each.start - verb.end < 3)
  if (!count) return []
  const token =
    0 <= count.nounToken
      ? context.analysis.tokens[count.nounToken]!
      : context.analysis.tokens.find(
          token => count.start <= token.start && token.end <= count.end && token.upos === "NUM",
        )
  return token && token.sentence === verb.sentence ? [token] : []
}

/** "12 people died", "a man succumbed". */
function dyingVerb(context: Context, verb: Token): Casualty[] {
  if (!isVerb(verb) || !isIn(context, verb, "die-verbs")) return []
  const subjects = subjectsOf(context, verb).map(token => meant(context, token))
  return each(context, subjects, "killed", verb, [], "dying-verb")
}

/** "left three dead", "leaving 12 wounded", "12 people were dead", "pronounced dead". */
function leftDead(context: Context, word: Token): Casualty[] {
  const slot = isIn(context, word, "dead-adjectives")
    ? "killed"
    : isIn(context, word, "hurt-adjectives")
      ? "wounded"
      : undefined
  if (
    !slot ||
    (isVerb(word) && slot === "wounded" && word.lemma !== word.text.toLowerCase() && hasRelation(word, "root"))
  )
    return []
  const near = headOf(context.analysis, word)
  // "left 21 people dead": hung on the people or on the verb.
  const head =
    near && isNoun(near) && near.index < word.index && word.upos === "ADJ" ? headOf(context.analysis, near) : near
  // "three dead and 12 wounded": the number stands right before the word.
  const count = context.analysis.counts.find(
    each =>
      (each.nounToken === word.index || each.nounToken < 0) && each.start < word.start && word.start - each.end < 2,
  )
  if (count && (word.upos !== "ADJ" || !head || !isNoun(head) || head.index < word.index)) {
    const verb = head && isVerb(head) ? head : word
    const subjects = verb === word ? [] : subjectsOf(context, verb)
    return [
      {
        slot,
        found: { value: count.count, span: { start: count.start, end: Math.min(count.end, word.start - 1) } },
        predicate: verb,
        subjects,
        rule: "number-dead",
      },
    ]
  }
  if (
    head &&
    isVerb(head) &&
    ["shoot", "find", "pronounce", "declare", "stab"].includes(head.lemma) &&
    slot === "killed"
  )
    return each(context, objectsOf(context, head), slot, head, [], "shot-dead")
  if (head && isVerb(head) && head.lemma === "leave") {
    const objects = below(context, head, "obj", "nsubj:pass").filter(token => token.index < word.index)
    return each(
      context,
      objects.length ? objects : countsBehind(context, head),
      slot,
      head,
      subjectsOf(context, head).map(token => meant(context, token)),
      "left-dead",
    )
  }
  if (word.upos === "ADJ" && head && isNoun(head) && word.index < head.index && hasRelation(word, "amod")) return []
  const subjects = below(context, word, "nsubj").map(token => meant(context, token))
  if (0 < subjects.length && slot === "killed") return each(context, subjects, slot, word, [], "are-dead")
  return []
}

/** "49 people lost their lives". */
function lostLives(context: Context, verb: Token): Casualty[] {
  if (verb.lemma !== "lose") return []
  return below(context, verb, "obj").some(token => token.lemma === "life")
    ? each(
        context,
        subjectsOf(context, verb).map(token => meant(context, token)),
        "killed",
        verb,
        [],
        "lost-lives",
      )
    : []
}

/** "12 people are missing". */
function areMissing(context: Context, word: Token): Casualty[] {
  if (!isIn(context, word, "missing-adjectives")) return []
  const subjects = below(context, word, "nsubj").map(token => meant(context, token))
  return each(context, subjects, "missing", word, [], "are-missing")
}

/** "took 30 people hostage". */
function heldHostage(context: Context, verb: Token): Casualty[] {
  if (!isVerb(verb) || !["take", "hold", "seize"].includes(verb.lemma)) return []
  const word = [1, 2, 3, 4, 5, 6]
    .map(step => sibling(context, verb, step))
    .find(token => token !== undefined && (token.lemma === "hostage" || token.lemma === "captive"))
  if (!word) return []
  const objects = objectsOf(context, verb).filter(token => token !== word)
  // "took 30 students hostage": the word may have got into the phrase.
  const cut = (span: Span): Span => ({
    start: span.start,
    end: span.start < word.start && word.end <= span.end ? word.start - 1 : span.end,
  })
  return each(
    context,
    objects.length === 0 ? [word] : objects,
    "hostages",
    verb,
    subjectsOf(context, verb),
    "held-hostage",
  ).map(casualty => ({
    ...casualty,
    found: { ...casualty.found, span: cut(casualty.found.span) },
  }))
}

/** "detained 47 people", "three men were arrested". */
function arrestVerb(context: Context, verb: Token): Casualty[] {
  if (!isVerb(verb) || !["arrest", "detain", "apprehend", "capture", "round"].includes(verb.lemma)) return []
  let objects = objectsOf(context, verb)
  if (objects.length === 0) objects = countsBehind(context, verb)
  return each(context, objects, "arrested", verb, [verb], "arrest-verb")
}

/** "14 fatalities", "the deaths of 13 soldiers", "one death", "the arrest of three men". */
function deathNoun(context: Context, noun: Token): Casualty[] {
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
      },
    ]
  const of = prepositional(context, noun)
    .filter(([preposition]) => preposition === "of")
    .map(([, token]) => token)
  return of.length === 0
    ? []
    : each(
        context,
        slot === "arrested" ? of : of.filter(token => countMentionOf(context, token) !== undefined),
        slot,
        slot === "arrested" ? noun : predicate,
        slot === "arrested" ? [noun] : subjects,
        "death-of",
      )
}

/** "the death toll rose to 133", "the number of dead stands at 40". */
function tollNoun(context: Context, noun: Token): Casualty[] {
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
            },
          ]
        : []
    })
    .slice(0, 1)
}

/** "12 hostages". */
function hostageNoun(context: Context, noun: Token): Casualty[] {
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
        },
      ]
    : []
}

/** "Three dead, 12 injured" where the tagger made a noun of the word. */
function countedDead(context: Context, noun: Token): Casualty[] {
  const slot = ["dead"].includes(noun.text.toLowerCase())
    ? "killed"
    : ["injured", "wounded"].includes(noun.text.toLowerCase())
      ? "wounded"
      : undefined
  if (!slot) return []
  const count = context.analysis.counts.find(each => each.end <= noun.start && noun.start - each.end < 2)
  return count
    ? [{ slot, found: { value: count.count, span: count }, predicate: noun, subjects: [], rule: "number-dead" }]
    : []
}

/** Noun phrases of the place and event a harm is said to have happened in: "killed in a bombing". */
export function settingsOf(context: Context, casualty: Casualty): Token[] {
  const at = casualty.predicate
  const phrases = [
    ...prepositional(context, at),
    ...objectsOf(context, at).flatMap(token => prepositional(context, token)),
  ]
  return phrases
    .filter(([preposition]) => ["in", "during", "by", "from", "after", "following", "at"].includes(preposition))
    .map(([, token]) => token)
    .flatMap(token => withConjuncts(context, token))
    .map(token => meant(context, token))
}
