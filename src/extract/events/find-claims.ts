import { cover, type Span } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { accusationThat, blames, denies, namesAs, noInvolvement, nothingToDo } from "./blame-rules.ts"
import { aboutOf, type Claim, hasArms, isNegated, reachesHarm, spokenFor } from "./claim-parts.ts"
import { type Context, isIn, mentionOver, sentenceOf, sibling, tokensOf } from "./context.ts"
import { attributionTo, findAttribution } from "./find-attribution.ts"
import {
  below,
  distance,
  firstOf,
  isNoun,
  isPassive,
  isVerb,
  meant,
  objectsOf,
  prepositional,
  prepositionOf,
  subjectsOf,
} from "./grammar.ts"

/** All claims of responsibility, blame and denials of a sentence. */
export function findClaims(context: Context, sentence: { firstToken: number; lastToken: number }): Claim[] {
  const found: Claim[] = []
  for (let index = sentence.firstToken; index < sentence.lastToken; index++) {
    const token = context.analysis.tokens[index]!
    for (const rule of [
      claimsResponsibility,
      claimOfResponsibility,
      isBehind,
      isResponsible,
      bearsResponsibility,
      blames,
      denies,
      nothingToDo,
      namesAs,
      noInvolvement,
      accusationThat,
    ])
      found.push(...rule(context, token))
  }
  return found
}

/** "The group claimed responsibility for the bombing", "claimed the attack", "took credit". */
function claimsResponsibility(context: Context, verb: Token): Claim[] {
  if (!isVerb(verb) || !isIn(context, verb, "claim-verbs") || isNegated(context, verb)) return []
  const behind = [1, 2, 3, 4].map(step => sibling(context, verb, step))
  const word = behind.find(token => token !== undefined && ["responsibility", "credit"].includes(token.lemma))
  const objects = objectsOf(context, verb)
  const event = word
    ? undefined
    : objects.find(token => isIn(context, token, "attack-words") && !isIn(context, token, "physical-targets"))
  if (!word && !(event && verb.lemma === "claim")) return []
  if (below(context, verb, "aux").some(child => isIn(context, child, "hypothetical-aux"))) return []
  const subjects = subjectsOf(context, verb)
    .map(token => meant(context, token))
    .filter(token => !isIn(context, token, "attack-words"))
  const about = event ?? aboutOf(context, word ? [word, verb] : [verb], ["for", "of"])
  const relative = about ?? relativeEvent(context, verb)
  if (about && !reachesHarm(context, about)) return []
  // A minister takes responsibility for what went wrong; a group claims what it did.
  const armed = subjects.some(token => hasArms(context, token))
  if (!armed && (!relative || verb.lemma !== "claim")) return []
  return subjects.map(who => ({
    slot: "claimed-by" as const,
    who,
    attribution: findAttribution(context, verb),
    about: relative,
    span: cover(verb, word ?? verb),
    predicate: verb,
    rule: word ? "claims-responsibility" : "claims-event",
  }))
}

/** "an attack for which the group claimed responsibility", "the attack, which was claimed by the group". */
function relativeEvent(context: Context, verb: Token): Token | undefined {
  const head = headOf(context.analysis, verb)
  return hasRelation(verb, "acl") && head && isIn(context, head, "attack-words") ? head : undefined
}

/** "the bombing, claimed by the group", "a claim of responsibility by the group". */
function claimOfResponsibility(context: Context, token: Token): Claim[] {
  if (isVerb(token) && token.lemma === "claim" && (token.xpos === "VBN" || token.xpos === "VBD")) {
    const by = below(context, token, "obl").filter(child => prepositionOf(context, child) === "by")
    const objects = objectsOf(context, token).filter(each => isIn(context, each, "attack-words"))
    if (0 < by.length && objects.length > 0)
      return by.map(who => ({
        slot: "claimed-by" as const,
        who,
        attribution: findAttribution(context, token),
        about: objects[0],
        span: token,
        predicate: token,
        rule: "claimed-by",
      }))
  }
  if (token.lemma !== "responsibility" || !isNoun(token)) return []
  const head = headOf(context.analysis, token)
  // "Responsibility for the attack was claimed by the group."
  if (
    head &&
    isVerb(head) &&
    isIn(context, head, "claim-verbs") &&
    isPassive(context, head) &&
    !isNegated(context, head)
  )
    return subjectsOf(context, head)
      .filter(who => hasArms(context, who) || head.lemma === "claim")
      .map(who => ({
        slot: "claimed-by" as const,
        who,
        attribution: findAttribution(context, head),
        about: aboutOf(context, [token, head], ["for"]),
        span: cover(token, head),
        predicate: head,
        rule: "responsibility-claimed",
      }))
  if (!head || !["claim", "statement"].includes(head.lemma) || !isNoun(head)) return []
  if (below(context, head, "det").some(each => each.lemma === "no")) return []
  const who = [
    ...below(context, head, "nmod:poss"),
    ...prepositional(context, head)
      .filter(([preposition]) => ["by", "from"].includes(preposition))
      .map(([, each]) => each),
  ]
  return who.map(each => ({
    slot: "claimed-by" as const,
    who: each,
    attribution: [],
    about: aboutOf(context, [token, head], ["for"]),
    span: cover(firstOf(context, head), token),
    predicate: head,
    rule: "claim-of-responsibility",
  }))
}

/** "said it was behind the violence", "the suggestion that they were behind the attack". */
function isBehind(context: Context, token: Token): Claim[] {
  if (token.text.toLowerCase() !== "behind") return []
  // "was behind the attack": the noun is the predicate, or the preposition is.
  const noun =
    token.deprel === "case"
      ? headOf(context.analysis, token)
      : (prepositional(context, token)[0]?.[1] ?? below(context, token, "obl", "obj", "nmod")[0])
  if (!noun || !isNoun(noun)) return []
  const predicate = token.deprel === "case" ? noun : token
  const governor = headOf(context.analysis, predicate)
  const copula =
    below(context, predicate, "cop").length > 0 ? predicate : governor && governor.lemma === "be" ? governor : undefined
  if (!copula) return []
  return responsible(
    context,
    copula,
    // Who is behind something is somebody: the parser's empty "it" is none.
    below(context, copula, "nsubj", "expl"),
    noun,
    cover(below(context, copula, "cop")[0] ?? token, token),
    "is-behind",
  )
}

/** "was responsible for an attack on the airport". */
function isResponsible(context: Context, token: Token): Claim[] {
  if (token.lemma !== "responsible") return []
  const about = aboutOf(context, [token], ["for"])
  const head = headOf(context.analysis, token)
  if (!about && !suggestionBefore(context, token)) return []
  let subjects = below(context, token, "nsubj")
  if (subjects.length === 0 && head && isNoun(head) && (hasRelation(token, "amod") || hasRelation(token, "acl")))
    subjects = [head]
  if (subjects.length === 0 && head && isVerb(head))
    subjects =
      hasRelation(token, "xcomp") && ["hold", "deem"].includes(head.lemma)
        ? objectsOf(context, head)
        : subjectsOf(context, head)
  return responsible(context, token, subjects, about, token, "is-responsible")
}

/** "bears sole responsibility for the attack". */
function bearsResponsibility(context: Context, token: Token): Claim[] {
  if (!["bear", "bears", "bore", "share", "shares"].includes(token.text.toLowerCase())) return []
  const word = [1, 2, 3, 4]
    .map(step => sibling(context, token, step))
    .find(each => each !== undefined && each.lemma === "responsibility")
  const about = word && aboutOf(context, [word, token], ["for"])
  if (!word || !about) return []
  // Inside a quotation the verb often gets lost: then the noun before it bears.
  let before = sibling(context, token, -1)
  while (before?.upos === "PUNCT") before = sibling(context, before, -1)
  const subjects = isVerb(token) ? subjectsOf(context, token) : []
  const who = subjects.length > 0 ? subjects : before && isNoun(before) ? [before] : []
  return responsible(context, isVerb(token) ? token : word, who, about, cover(token, word), "bears-responsibility")
}

/** One that is said to be behind it: claimed when it says so itself, blamed or denied when that is the word, otherwise a perpetrator with its source. */
function responsible(
  context: Context,
  predicate: Token,
  subjects: readonly Token[],
  about: Token | undefined,
  span: Span,
  rule: string,
): Claim[] {
  const claims: Claim[] = []
  const attribution = findAttribution(context, predicate)
  const suggested = suggestionBefore(context, predicate)
  const head = suggested ?? headOf(context.analysis, predicate)
  const modal =
    below(context, predicate, "aux").some(child => isIn(context, child, "hypothetical-aux")) ||
    below(context, predicate, "advmod").some(
      child => isIn(context, child, "allege-adverbs") || ["probably", "likely", "possibly"].includes(child.lemma),
    ) ||
    below(context, predicate, "mark").some(mark => isIn(context, mark, "hypothetical-marks"))
  const negated = below(context, predicate, "advmod").some(child => isIn(context, child, "negators"))
  for (const subject of subjects) {
    const own = meant(context, subject)
    const said = spokenFor(context, own, predicate)
    const who = said ?? own
    if (isIn(context, who, "negators") || (who.upos === "PRON" && !context.mentions.has(who.index))) continue
    const under = { who, about, span, predicate, rule }
    if (head && isNoun(head) && isIn(context, head, "blame-nouns") && (suggested || hasRelation(predicate, "acl"))) {
      const by = [...below(context, head, "nmod:poss"), ...makersOf(context, head)]
        .flatMap(owner => attributionTo(context, owner) ?? [])
        .at(0)
      claims.push({ ...under, slot: "blamed-on", status: "alleged", attribution: by ? [by] : [] })
      const above = headOf(context.analysis, head)
      const dismissing = above && isVerb(above) && isIn(context, above, "deny-verbs") && hasRelation(head, "obj")
      const against = dismissing
        ? subjectsOf(context, above)
            .flatMap(each => attributionTo(context, each) ?? [])
            .slice(0, 1)
        : []
      // Nobody knows whose "she" is: the report itself does not deny it.
      if (0 < against.length)
        claims.push({ ...under, slot: "blamed-on", status: "denied", attribution: against, rule: "dismissed-blame" })
      continue
    }
    if (head && isVerb(head) && isIn(context, head, "deny-verbs") && hasRelation(predicate, "ccomp")) {
      claims.push({
        ...under,
        slot: "perpetrator",
        status: "denied",
        attribution: subjectsOf(context, head)
          .flatMap(each => attributionTo(context, each) ?? [])
          .slice(0, 1),
      })
      continue
    }
    if (negated) {
      claims.push({ ...under, slot: "perpetrator", status: "denied", attribution })
      continue
    }
    if (modal) {
      claims.push({ ...under, slot: "perpetrator", status: "alleged", attribution })
      continue
    }
    const mention = context.mentions.get(who.index) ?? mentionOver(context, who)
    const entity = mention && context.analysis.entities[mention.entity]?.id
    const itself =
      said !== undefined || attribution.some(each => each.entityId !== undefined && each.entityId === entity)
    claims.push({ ...under, slot: itself ? "claimed-by" : "perpetrator", attribution })
  }
  return claims
}

/** "The suggestion, made by the minister and withdrawn on Friday, that the group was responsible": the noun that the clause tells, over commas. */
function suggestionBefore(context: Context, predicate: Token): Token | undefined {
  const that = below(context, predicate, "mark").find(mark => mark.text.toLowerCase() === "that")
  if (!that || sibling(context, that, -1)?.text !== ",") return undefined
  return tokensOf(context, sentenceOf(context, predicate)).findLast(
    token => token.index < that.index && isNoun(token) && isIn(context, token, "blame-nouns"),
  )
}

/** "a suggestion made by the minister" */
function makersOf(context: Context, noun: Token): readonly Token[] {
  return below(context, noun, "acl")
    .filter(verb => ["make", "raise", "voice", "float"].includes(verb.lemma))
    .flatMap(verb => below(context, verb, "obl").filter(child => prepositionOf(context, child) === "by"))
}

/** How far the event a claim speaks of may lie from a draft's trigger, and the draft nearest to it. */
export function nearestTo<T extends { trigger: Token }>(
  context: Context,
  about: Token,
  drafts: readonly T[],
): T | undefined {
  let best: { draft: T; cost: number } | undefined
  for (const draft of drafts) {
    if (draft.trigger.sentence !== about.sentence) continue
    // A deed that is named but is no event here ("an attack on shipping") is not the next best one.
    if (draft.trigger !== about && isIn(context, about, "attack-words")) continue
    const cost = draft.trigger === about ? 0 : distance(context, draft.trigger, about)
    if (cost <= 6 && (!best || cost < best.cost)) best = { draft, cost }
  }
  return best?.draft
}
