import type { Span } from "../../../core/span.ts"
import type { Token } from "../../../english/analysis.ts"
import { hasRelation, headOf, tokenBefore } from "../../../english/tree.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "../context.ts"
import { below, isNoun, isVerb, meant, objectsOf, prepositional, subjectsOf, withConjuncts } from "../grammar.ts"
import { one } from "../values.ts"
import { countedDead, deathNoun, hostageNoun, tollNoun } from "./casualty-nouns.ts"
import { type Casualty, countsBehind, each } from "./count-casualties.ts"
import { SHOT_RULE, shotPeople } from "./shot-people.ts"

/** "neither was hurt", "could have killed hundreds", "plans to kill 20": nobody was. */
function isFact(context: Context, { predicate, found }: Casualty): boolean {
  const own = below(context, predicate, "advmod", "aux", "cc:preconj")
  if (own.some(child => isIn(context, child, "negators") || isIn(context, child, "hypothetical-aux"))) return false
  if (predicate.xpos === "VB" && below(context, predicate, "mark").some(mark => mark.text.toLowerCase() === "to"))
    return false
  if (below(context, predicate, "mark").some(mark => isIn(context, mark, "hypothetical-marks"))) return false
  const before = tokenBefore(context.analysis, found.span.start)
  return (
    !before ||
    before.sentence !== predicate.sentence ||
    !["neither", "nor", "no", "none"].includes(before.text.toLowerCase())
  )
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
          // "was shot and killed": what became of them says more than that they were hit.
          (one.rule === SHOT_RULE || (other.rule !== SHOT_RULE && reach(other) < reach(one))),
      ),
  )
}

const PREDICATE_RULES = [
  fatally,
  harmVerb,
  dyingVerb,
  leftDead,
  lostLives,
  sufferedWounds,
  shotPeople,
  areMissing,
  heldHostage,
  arrestVerb,
]
const NOUN_RULES = [deathNoun, tollNoun, hostageNoun, countedDead]

/** All numbers of people harmed or held in a sentence. */
export function findCasualties(context: Context, sentence: { firstToken: number; lastToken: number }): Casualty[] {
  const found: Casualty[] = []
  for (let index = sentence.firstToken; index < sentence.lastToken; index++) {
    const token = context.analysis.tokens[index]!
    const rules = isVerb(token) || token.upos === "ADJ" ? PREDICATE_RULES : NOUN_RULES
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
  return withoutRivals(found.filter(casualty => isFact(context, casualty)))
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
  if (objects.length === 0) objects = beforeShot(context, verb)
  return withCompanions(
    context,
    each(
      context,
      objects,
      slot,
      verb,
      subjectsOf(context, verb).map(token => meant(context, token)),
      `${slot}-verb`,
    ),
  )
}

/** "a man shot and killed on Sunday" where the tagger took "shot" for a noun. */
function beforeShot(context: Context, verb: Token): Token[] {
  const [shot, person] = [-2, -3].map(step => sibling(context, verb, step))
  return shot?.text === "shot" && shot.upos === "NOUN" && person && isIn(context, person, "people") ? [person] : []
}

/** "He was shot dead with two of his followers": three. Only people who are his, or who are said to have come along. */
function withCompanions(context: Context, found: Casualty[]): Casualty[] {
  const [only] = found
  if (!only || found.length > 1 || only.found.value.high === null) return found
  const { text } = context.analysis.report
  const { predicate } = only
  const count = context.analysis.counts.find(
    each =>
      predicate.end < each.start &&
      /^(?: dead)?,? (?:along |together )?with $/.test(text.slice(predicate.end, each.start)),
  )
  if (!count || count.count.high === null || count.nounToken < 0 || only.found.span.end > count.start) return found
  const noun = context.analysis.tokens[count.nounToken]!
  const theirs = / of (?:his|her|their|its) /.test(text.slice(count.start, count.end))
  if (!theirs && !isIn(context, noun, "people")) return found
  const span = { start: only.found.span.start, end: count.end }
  const value = {
    ...only.found.value,
    low: only.found.value.low + count.count.low,
    high: only.found.value.high + count.count.high,
    of: "people",
    text: text.slice(span.start, span.end),
  }
  return [{ ...only, found: { value, span }, rule: "with-companions" }]
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
  // "was found shot dead": wherever the parser hung the word.
  const before = sibling(context, word, -1)
  if (slot === "killed" && before && isVerb(before) && ["shoot", "stab", "hack", "beat", "gun"].includes(before.lemma))
    return withCompanions(context, each(context, objectsOf(context, before), slot, before, [], "shot-dead"))
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
        people: [],
      },
    ]
  }
  if (
    head &&
    isVerb(head) &&
    ["shoot", "find", "pronounce", "declare", "stab"].includes(head.lemma) &&
    slot === "killed"
  )
    return withCompanions(context, each(context, objectsOf(context, head), slot, head, [], "shot-dead"))
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

/** "was fatally shot", "stabbed to death". */
function fatally(context: Context, verb: Token): Casualty[] {
  if (!["shoot", "stab", "wound", "injure", "beat"].includes(verb.lemma)) return []
  // "four were shot, two fatally": the number before the word.
  const adverb = tokensOf(context, sentenceOf(context, verb)).find(
    child => verb.index < child.index && child.index - verb.index < 13 && child.lemma === "fatally",
  )
  const last = adverb && sibling(context, adverb, -1)
  // "one of them fatally"
  const before = last && /^(?:them|whom)$/i.test(last.text) ? sibling(context, last, -2) : last
  const count = before && context.analysis.counts.find(one => one.start <= before.start && before.end <= one.end)
  const value = count?.count ?? (before?.lemma === "one" ? one("people", before.text) : undefined)
  if (before && value)
    return [
      {
        slot: "killed",
        found: { value, span: count ?? before },
        predicate: verb,
        subjects: [],
        rule: "fatally",
        people: [],
      },
    ]
  const said =
    below(context, verb, "advmod").some(child => child.lemma === "fatally") ||
    below(context, verb, "obl").some(child => child.lemma === "death")
  return said ? each(context, objectsOf(context, verb), "killed", verb, subjectsOf(context, verb), "fatally") : []
}

/** "two men suffered gunshot wounds", "a boy sustained a fatal injury". */
function sufferedWounds(context: Context, verb: Token): Casualty[] {
  if (!["suffer", "sustain", "receive"].includes(verb.lemma)) return []
  const wound = below(context, verb, "obj").find(token => token.lemma === "wound" || token.lemma === "injury")
  if (!wound) return []
  const fatal = below(context, wound, "amod").some(child => ["fatal", "deadly", "mortal"].includes(child.lemma))
  return each(
    context,
    subjectsOf(context, verb).map(token => meant(context, token)),
    fatal ? "killed" : "wounded",
    verb,
    [],
    "suffered-wounds",
  )
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
