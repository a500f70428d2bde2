import type { Attribution } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import { cover } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, mentionOver, sentenceOf, sibling, tokensOf } from "./context.ts"
import { attributionTo, findAttribution } from "./find-attribution.ts"
import {
  below,
  distance,
  firstOf,
  isBelow,
  isNoun,
  isVerb,
  meant,
  objectsOf,
  prepositional,
  prepositionOf,
  subjectsOf,
} from "./grammar.ts"

/** Words that say who is, claims to be, or is said not to be behind an event. */
export interface Claim {
  readonly slot: "claimed-by" | "blamed-on" | "perpetrator"
  /** Who. */
  readonly who: Token
  readonly status?: Status
  readonly attribution: readonly Attribution[]
  /** Where in the sentence the event is named; undefined when it is left to an earlier sentence. */
  readonly about: Token | undefined
  /** "claimed responsibility". */
  readonly span: Span
  readonly predicate: Token
  readonly rule: string
}

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
    ])
      found.push(...rule(context, token))
  }
  return found
}

/** A negated verb or an empty subject: "no group has claimed responsibility". */
function isNegated(context: Context, verb: Token): boolean {
  if (below(context, verb, "advmod", "aux").some(child => isIn(context, child, "negators"))) return true
  return (
    subjectsOf(context, verb).some(
      child =>
        isIn(context, child, "negators") ||
        below(context, child, "det").some(each => each.lemma === "no" || each.lemma === "neither") ||
        /^(nobody|none|no-one|noone)$/i.test(child.text),
    ) ||
    below(context, verb, "nsubj").some(
      child =>
        below(context, child, "det").some(each => each.text.toLowerCase() === "no") ||
        child.text.toLowerCase() === "one",
    )
  )
}

/** What a "for" or "in" behind a word speaks of: the noun or gerund, "responsibility for killing", "involvement in the attack". */
function aboutOf(context: Context, tokens: readonly Token[], words: readonly string[]): Token | undefined {
  for (const token of tokens) {
    const noun = prepositional(context, token).find(
      ([preposition, each]) => words.includes(preposition) && token.index < each.index,
    )
    if (noun) return noun[1]
    const gerund = below(context, token, "acl", "advcl", "ccomp", "xcomp").find(
      child =>
        token.index < child.index &&
        below(context, child, "mark", "case").some(mark => words.includes(mark.text.toLowerCase())),
    )
    if (gerund) return gerund
  }
  // The arc went elsewhere: the first noun or gerund behind the word and its preposition.
  const last = tokens.reduce((a, b) => (a.index < b.index ? b : a))
  const next = sibling(context, last, 1)
  if (next && words.includes(next.text.toLowerCase())) {
    for (let step = 2; step < 9; step++) {
      const token = sibling(context, last, step)
      if (!token || token.upos === "PUNCT") return undefined
      if (isVerb(token) || (isNoun(token) && !["NOUN", "PROPN"].includes(sibling(context, token, 1)?.upos ?? "")))
        return token
    }
  }
  return undefined
}

function hasArms(context: Context, token: Token): boolean {
  const mention = context.mentions.get(token.index) ?? mentionOver(context, token)
  if (mention && (mention.type === "armed-group" || mention.type === "organization")) return true
  if (mention && context.analysis.entities[mention.entity]?.type === "armed-group") return true
  return (
    isIn(context, token, "group-nouns") || isIn(context, token, "armed-agents") || isIn(context, token, "outlet-nouns")
  )
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
  if (!relative && !subjects.some(token => hasArms(context, token))) return []
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
    below(context, copula, "nsubj"),
    noun,
    cover(below(context, copula, "cop")[0] ?? token, token),
    "is-behind",
  )
}

/** "was responsible for an attack on the airport". */
function isResponsible(context: Context, token: Token): Claim[] {
  if (token.lemma !== "responsible") return []
  const about = aboutOf(context, [token], ["for"])
  if (!about) return []
  const head = headOf(context.analysis, token)
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
  about: Token,
  span: Span,
  rule: string,
): Claim[] {
  const claims: Claim[] = []
  const attribution = findAttribution(context, predicate)
  const head = headOf(context.analysis, predicate)
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
    if (head && isNoun(head) && isIn(context, head, "blame-nouns") && hasRelation(predicate, "acl")) {
      const owner = below(context, head, "nmod:poss")[0]
      const by = owner && attributionTo(context, owner)
      claims.push({ ...under, slot: "blamed-on", status: "alleged", attribution: by ? [by] : [] })
      const above = headOf(context.analysis, head)
      if (above && isVerb(above) && isIn(context, above, "deny-verbs") && hasRelation(head, "obj"))
        claims.push({
          ...under,
          slot: "blamed-on",
          status: "denied",
          attribution: subjectsOf(context, above)
            .flatMap(each => attributionTo(context, each) ?? [])
            .slice(0, 1),
          rule: "dismissed-blame",
        })
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

/** "the group said it was behind it": when nobody knows what "it" is, it is the group that speaks. */
export function spokenFor(context: Context, pronoun: Token, predicate: Token): Token | undefined {
  if (pronoun.upos !== "PRON" || context.mentions.has(pronoun.index)) return undefined
  const head = headOf(context.analysis, predicate)
  if (!head || !isIn(context, head, "speech-verbs") || !hasRelation(predicate, "ccomp")) return undefined
  return subjectsOf(context, head).find(token => hasArms(context, token))
}

/** "blamed the group for the attack", "blamed the attack on the group", "accused it of carrying out". */
function blames(context: Context, verb: Token): Claim[] {
  if (
    !isVerb(verb) ||
    !["blame", "accuse", "attribute", "ascribe", "pin"].includes(verb.lemma) ||
    isNegated(context, verb)
  )
    return []
  const attribution = subjectsOf(context, verb)
    .flatMap(token => attributionTo(context, token) ?? [])
    .slice(0, 2)
  const objects = objectsOf(context, verb).filter(token => token !== verb)
  const turned =
    ["attribute", "ascribe", "pin"].includes(verb.lemma) || objects.some(token => isIn(context, token, "attack-words"))
  const under = {
    slot: "blamed-on" as const,
    status: "alleged" as const,
    attribution,
    span: verb as Span,
    predicate: verb,
  }
  if (turned) {
    const about = objects.find(token => isIn(context, token, "attack-words"))
    const who = prepositional(context, verb)
      .filter(([preposition]) => preposition === "on" || preposition === "to")
      .map(([, token]) => token)
    return about ? who.map(each => ({ ...under, who: each, about, rule: "blames-on" })) : []
  }
  const about = aboutOf(context, [verb, ...objects.slice(0, 1)], verb.lemma === "blame" ? ["for"] : ["of"])
  if (!about || !reachesHarm(context, about)) return []
  return objects.map(who => ({ ...under, who, about, rule: "blames-for" }))
}

function reachesHarm(context: Context, about: Token): boolean {
  const tokens = tokensOf(context, sentenceOf(context, about)).filter(token => isBelow(context, token, about))
  return tokens.some(
    token =>
      isIn(context, token, "attack-words") || isIn(context, token, "harm-verbs") || isIn(context, token, "kill-verbs"),
  )
}

/** "denied involvement in the attack", "denied carrying out the bombing", "denied any role". */
function denies(context: Context, verb: Token): Claim[] {
  if (!isVerb(verb) || !isIn(context, verb, "deny-verbs") || isNegated(context, verb)) return []
  const subjects = subjectsOf(context, verb).map(token => meant(context, token))
  const word = objectsOf(context, verb).find(token =>
    [
      "involvement",
      "responsibility",
      "role",
      "part",
      "link",
      "connection",
      "hand",
      "participation",
      "complicity",
      "knowledge",
    ].includes(token.lemma),
  )
  const gerund = below(context, verb, "xcomp", "ccomp", "advcl").find(child => child.xpos === "VBG")
  const deed = word ? undefined : objectsOf(context, verb).find(token => isIn(context, token, "attack-words"))
  if (!word && !deed && !(gerund && reachesHarm(context, gerund))) return []
  const about = word ? aboutOf(context, [word], ["in", "for", "to", "with"]) : (deed ?? gerund)
  return subjects.map(who => ({
    slot: "perpetrator" as const,
    status: "denied" as const,
    who,
    attribution: [attributionTo(context, who)].flatMap(each => each ?? []),
    about,
    span: cover(verb, word ?? verb),
    predicate: verb,
    rule: "denies",
  }))
}

/** "denied that it had anything to do with the bombing", "had nothing to do with it". */
function nothingToDo(context: Context, token: Token): Claim[] {
  const word = token.text.toLowerCase()
  if (word !== "anything" && word !== "nothing") return []
  const [to, verb, with_] = [1, 2, 3].map(step => sibling(context, token, step)?.text.toLowerCase())
  if (to !== "to" || verb !== "do" || with_ !== "with") return []
  const about = aboutOf(context, [sibling(context, token, 2)!], ["with"])
  const have = headOf(context.analysis, token)
  const above = have && headOf(context.analysis, have)
  const denied = word === "nothing" || (above !== undefined && isIn(context, above, "deny-verbs"))
  if (!about || !have || !denied) return []
  const own = subjectsOf(context, have)
  const who =
    own.length > 0 && (own[0]!.upos !== "PRON" || context.mentions.has(own[0]!.index))
      ? own
      : above
        ? subjectsOf(context, above)
        : []
  return who.map(each => ({
    slot: "perpetrator" as const,
    status: "denied" as const,
    who: each,
    attribution: above
      ? subjectsOf(context, above)
          .flatMap(by => attributionTo(context, by) ?? [])
          .slice(0, 1)
      : [],
    about,
    span: token,
    predicate: have,
    rule: "nothing-to-do",
  }))
}

/** People, bodies and states have a voice; "the denial came" has none. */
function hasVoice(context: Context, token: Token): boolean {
  const mention = context.mentions.get(token.index) ?? mentionOver(context, token)
  return (
    mention !== undefined ||
    ["speaker-nouns", "people", "group-nouns", "government-nouns", "security-forces"].some(name =>
      isIn(context, token, name),
    )
  )
}

/** "named the front as the author of the attack". */
function namesAs(context: Context, verb: Token): Claim[] {
  if (
    !isVerb(verb) ||
    !["name", "identify", "describe", "single", "cite"].includes(verb.lemma) ||
    isNegated(context, verb)
  )
    return []
  const as = [
    ...prepositional(context, verb),
    ...objectsOf(context, verb).flatMap(token => prepositional(context, token)),
  ].find(
    ([preposition, token]) =>
      preposition === "as" &&
      ["author", "perpetrator", "culprit", "mastermind", "organizer", "organiser", "attacker", "bomber"].includes(
        token.lemma,
      ),
  )
  const about = as && aboutOf(context, [as[1]], ["of", "behind", "in"])
  if (!as || !about || !reachesHarm(context, about)) return []
  if (below(context, about, "det").some(child => child.lemma === "a" || child.lemma === "an")) return []
  const attribution = subjectsOf(context, verb)
    .filter(token => hasVoice(context, token))
    .flatMap(token => attributionTo(context, token) ?? [])
    .slice(0, 1)
  return objectsOf(context, verb).map(who => ({
    slot: "blamed-on" as const,
    status: "alleged" as const,
    who,
    attribution,
    about,
    span: verb,
    predicate: verb,
    rule: "names-as",
  }))
}

/** "There was no Ruritanian involvement", "no involvement of the group in the attack". */
function noInvolvement(context: Context, token: Token): Claim[] {
  if (token.lemma !== "involvement" || !below(context, token, "det").some(each => each.lemma === "no")) return []
  const who = [
    ...below(context, token, "amod", "nmod:poss", "compound"),
    ...prepositional(context, token)
      .filter(([preposition]) => preposition === "of" || preposition === "by")
      .map(([, each]) => each),
  ].filter(each => (context.mentions.get(each.index) ?? mentionOver(context, each)) !== undefined)
  return who.map(each => ({
    slot: "perpetrator" as const,
    status: "denied" as const,
    who: each,
    attribution: findAttribution(context, token),
    about: aboutOf(context, [token], ["in", "with"]),
    span: cover(firstOf(context, token), token),
    predicate: token,
    rule: "no-involvement",
  }))
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
