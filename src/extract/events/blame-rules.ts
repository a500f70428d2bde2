import { cover, type Span } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { headOf } from "../../english/tree.ts"
import { aboutOf, type Claim, hasVoice, isNegated, reachesHarm } from "./claim-parts.ts"
import { type Context, isIn, mentionOver, sibling } from "./context.ts"
import { attributionTo, findAttribution } from "./find-attribution.ts"
import { below, firstOf, isVerb, meant, objectsOf, prepositional, subjectsOf } from "./grammar.ts"

/** "blamed the group for the attack", "blamed the attack on the group", "accused it of carrying out". */
export function blames(context: Context, verb: Token): Claim[] {
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

/**
 * "the accusation that the rebels had bombed the terminal": blame by whoever makes it, and none any more by whoever withdraws or dismisses it.
 * Never the doer in the report's own voice.
 */
export function accusationThat(context: Context, noun: Token): Claim[] {
  if (!isIn(context, noun, "blame-nouns") && !isIn(context, noun, "allege-nouns")) return []
  const deed = below(context, noun, "acl", "ccomp").find(
    child =>
      noun.index < child.index &&
      isVerb(child) &&
      reachesHarm(context, child) &&
      below(context, child, "mark").some(mark => mark.text.toLowerCase() === "that"),
  )
  if (!deed) return []
  const above = headOf(context.analysis, noun)
  const governs = above !== undefined && isVerb(above) && objectsOf(context, above).includes(noun)
  const by = (tokens: readonly Token[]) => tokens.flatMap(token => attributionTo(context, token) ?? []).slice(0, 1)
  const speakers = governs ? by(subjectsOf(context, above)) : []
  const owners = by(below(context, noun, "nmod:poss").filter(token => token.upos !== "PRON"))
  const withdrawn = governs && isIn(context, above, "retract-verbs")
  const dismissed = governs && isIn(context, above, "deny-verbs")
  // "withdrew its accusation": made and withdrawn by one voice. Whose accusation is dismissed must be said.
  const made = 0 < owners.length || dismissed ? owners : speakers
  const claims: Claim[] = []
  for (const who of subjectsOf(context, deed).map(token => meant(context, token))) {
    const under = { slot: "blamed-on" as const, who, about: deed, span: noun, predicate: deed }
    claims.push({ ...under, status: "alleged", attribution: made, rule: "accusation-that" })
    if (withdrawn || dismissed)
      claims.push({
        ...under,
        status: "denied",
        attribution: speakers,
        rule: withdrawn ? "withdrawn-blame" : "dismissed-blame",
      })
  }
  return claims
}

/** "denied involvement in the attack", "denied carrying out the bombing", "denied any role". */
export function denies(context: Context, verb: Token): Claim[] {
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
export function nothingToDo(context: Context, token: Token): Claim[] {
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

/** "named the front as the author of the attack". */
export function namesAs(context: Context, verb: Token): Claim[] {
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
export function noInvolvement(context: Context, token: Token): Claim[] {
  if (token.lemma !== "involvement" || !below(context, token, "det").some(each => each.lemma === "no")) return []
  const who = [
    ...below(context, token, "amod", "nmod:poss", "compound"),
    ...prepositional(context, token)
      .filter(([preposition]) => preposition === "of" || preposition === "by")
      .map(([, each]) => each),
  ].filter(each => (context.mentions.get(each.index) ?? mentionOver(context, each)) !== undefined)
  return who.map(each => ({
    slot: "blamed-on" as const,
    status: "denied" as const,
    who: each,
    attribution: findAttribution(context, token),
    about: aboutOf(context, [token], ["in", "with"]),
    span: cover(firstOf(context, token), token),
    predicate: token,
    rule: "no-involvement",
  }))
}
