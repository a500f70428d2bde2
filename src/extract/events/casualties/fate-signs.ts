import type { Token } from "../../../english/analysis.ts"
import { hasRelation, headOf } from "../../../english/tree.ts"
import { type Context, isIn, sibling } from "../context.ts"
import { below, isVerb, meant, objectsOf, prepositional, subjectsOf, withConjuncts } from "../grammar.ts"
import { isPerson, isReal, patientsFor, patientsOf, personsIn } from "./people.ts"

/** What a word tells of the people it is said of. "hit" leaves open whether they live, "named" only says who they are. */
export type FateKind = "killed" | "wounded" | "hit" | "named"

/** A word that tells of somebody's fate, and of whose. */
export interface Sign {
  readonly fate: FateKind
  readonly people: readonly Token[]
  readonly rule: string
}

/** What a word says of people's fates: hospitals, conditions, wounds, shots; dead and hurt in so many words are casualties. */
export function signsOf(context: Context, token: Token): Sign[] {
  const found: Sign[] = []
  for (const rule of SIGN_RULES) {
    const sign = rule(context, token)
    if (!sign) continue
    const people = sign.people.filter(person => isPerson(context, person))
    if (0 < people.length) found.push({ ...sign, people })
  }
  return found
}

const FATE_WORDS: ReadonlyMap<string, FateKind> = new Map([
  ["shot", "hit"],
  ["wounded", "wounded"],
  ["injured", "wounded"],
  ["hurt", "wounded"],
  ["dead", "killed"],
  ["killed", "killed"],
  ["slain", "killed"],
])

/** "4 shot in Perth", "Teen dead, two hurt", "five people wounded": people right before the word, however the parser took a headline. */
function behindPeople(context: Context, word: Token): Sign | undefined {
  const fate = FATE_WORDS.get(word.text.toLowerCase())
  if (!fate) return undefined
  const next = sibling(context, word, 1)
  // With an object behind it they did it, and "three wounded officers" are no more than officers.
  if (next && !["ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "AUX", "VERB"].includes(next.upos)) return undefined
  if (next && /^(?:by|at|from)$/i.test(next.text) && fate !== "hit") return undefined
  let before = sibling(context, word, -1)
  if (before?.upos === "ADV") before = sibling(context, before, -1)
  if (before && /^(?:were|was|are|is)$/i.test(before.text)) before = sibling(context, before, -1)
  if (!before || before.upos === "PRON" || !isPerson(context, before)) return undefined
  const counted = context.analysis.counts.some(
    count => count.nounToken === before.index || (count.start <= before.start && before.end <= count.end),
  )
  if (!counted && (before.xpos !== "NN" || word.sentence > 1)) return undefined
  return { fate, people: [before], rule: "people-before" }
}

const SIGN_RULES: readonly ((context: Context, token: Token) => Sign | undefined)[] = [
  struck,
  ownLife,
  wound,
  patient,
  condition,
  living,
  deedTo,
  victims,
  gone,
  behindPeople,
]

/** "was shot", "striking a girl in the leg", "hit by gunfire": hit by a shot. */
function struck(context: Context, verb: Token): Sign | undefined {
  if (!isVerb(verb) && verb.xpos !== "VBN") return undefined
  const shoots = verb.lemma === "shoot"
  if (!shoots && !["hit", "strike", "graze", "wound", "pierce", "catch"].includes(verb.lemma)) return undefined
  if (!isReal(context, verb)) return undefined
  if (below(context, verb, "compound:prt").length > 0) return undefined
  const next = sibling(context, verb, 1)?.text.toLowerCase()
  if (next === "at" || next === "down") return undefined
  const people = personsIn(context, objectsOf(context, verb))
  if (people.length === 0 || (!shoots && !isByShot(context, verb))) return undefined
  return { fate: "hit", people, rule: "struck" }
}

function isByShot(context: Context, verb: Token): boolean {
  const shots = (token: Token) =>
    isIn(context, token, "gunfire-nouns") ||
    isIn(context, token, "gun-nouns") ||
    ["bullet", "round", "pellet", "gunman", "gunmen", "fire"].includes(token.lemma)
  if (subjectsOf(context, verb).some(shots)) return true
  return prepositional(context, verb).some(
    ([preposition, token]) =>
      (["in", "on", "through", "across"].includes(preposition) && isIn(context, token, "body-parts")) ||
      (["by", "with"].includes(preposition) && shots(token)),
  )
}

/** "killed himself", "took his own life", "turned the gun on himself". */
function ownLife(context: Context, verb: Token): Sign | undefined {
  if (!isVerb(verb) || !isReal(context, verb)) return undefined
  const self = (token: Token) => /^(?:him|her|them)sel(?:f|ves)$/i.test(token.text)
  const objects = below(context, verb, "obj")
  const on = prepositional(context, verb).some(([preposition, token]) => preposition === "on" && self(token))
  const took =
    verb.lemma === "take" && objects.some(token => token.lemma === "life" && /\bown\b/.test(phraseText(context, token)))
  const dead =
    took ||
    (verb.lemma === "commit" && objects.some(token => token.lemma === "suicide")) ||
    (isIn(context, verb, "kill-verbs") && objects.some(token => withConjuncts(context, token).some(self)))
  if (dead) return { fate: "killed", people: personsIn(context, subjectsOf(context, verb)), rule: "own-life" }
  const hit = (verb.lemma === "shoot" && objects.some(self)) || (verb.lemma === "turn" && on)
  return hit ? { fate: "hit", people: personsIn(context, subjectsOf(context, verb)), rule: "own-shot" } : undefined
}

function phraseText(context: Context, token: Token): string {
  return context.analysis.report.text.slice(Math.max(0, token.start - 12), token.end).toLowerCase()
}

/** "with a gunshot wound", "suffering from wounds", "his injuries are not life-threatening". */
function wound(context: Context, noun: Token): Sign | undefined {
  if (noun.upos !== "NOUN" || !["wound", "gunshot", "injury", "laceration"].includes(noun.lemma)) return undefined
  if (hasRelation(noun, "compound")) return undefined
  if (
    noun.lemma === "gunshot" &&
    !["suffer", "sustain", "receive", "die"].includes(headOf(context.analysis, noun)?.lemma ?? "")
  )
    return undefined
  const marks = below(context, noun, "amod", "det", "advmod", "cc:preconj")
  if (marks.some(mark => isIn(context, mark, "negators") || mark.lemma === "no")) return undefined
  const fatal = marks.some(mark => ["fatal", "deadly", "mortal"].includes(mark.lemma))
  const people = patientsFor(context, noun)
  return people.length === 0 ? undefined : { fate: fatal ? "killed" : "wounded", people, rule: "wound" }
}

/** "was taken to a hospital", "is recovering", "a friend drove him to the emergency room". */
function patient(context: Context, token: Token): Sign | undefined {
  if (token.lemma === "hospitalize" || token.lemma === "hospitalise") {
    if (!isReal(context, token)) return undefined
    return { fate: "wounded", people: personsIn(context, objectsOf(context, token)), rule: "patient" }
  }
  if (token.upos !== "NOUN" && token.upos !== "PROPN") return undefined
  if (!isIn(context, token, "hospital-nouns")) return undefined
  for (let up: Token | undefined = token, steps = 0; up && steps < 4; up = headOf(context.analysis, up), steps++) {
    if (isVerb(up)) {
      if (!isReal(context, up)) return undefined
      if (isIn(context, up, "carry-verbs"))
        return { fate: "wounded", people: personsIn(context, objectsOf(context, up)), rule: "patient" }
      if (!isIn(context, up, "patient-verbs")) return undefined
      return { fate: "wounded", people: patientsOf(context, up), rule: "patient" }
    }
    const own = personsIn(
      context,
      below(context, up, "nsubj").map(child => meant(context, child)),
    )
    if (0 < own.length) return isVisitor(context, up) ? undefined : { fate: "wounded", people: own, rule: "patient" }
  }
  return undefined
}

/** "was at the hospital with her son" tells nothing of her. */
function isVisitor(context: Context, place: Token): boolean {
  return below(context, place, "nmod", "obl").some(child => isPerson(context, child))
}

/** "in critical condition". */
function condition(context: Context, noun: Token): Sign | undefined {
  if (noun.lemma !== "condition" || noun.upos !== "NOUN") return undefined
  if (!below(context, noun, "amod", "compound").some(child => isIn(context, child, "patient-conditions")))
    return undefined
  const people = patientsFor(context, noun)
  return people.length === 0 ? undefined : { fate: "wounded", people, rule: "condition" }
}

/** "survived", "is expected to recover". */
function living(context: Context, verb: Token): Sign | undefined {
  if (!isVerb(verb) || !["survive", "recover", "recuperate"].includes(verb.lemma)) return undefined
  if (below(context, verb, "advmod").some(child => isIn(context, child, "negators"))) return undefined
  if (below(context, verb, "obj").length > 0 && verb.lemma !== "survive") return undefined
  if (sibling(context, verb, 1)?.text.toLowerCase() === "by") return undefined
  return { fate: "wounded", people: personsIn(context, subjectsOf(context, verb)), rule: "living" }
}

/** "the fatal shooting of Ana Diaz", "the shooting of a boy", "the shooting death of two men". */
function deedTo(context: Context, noun: Token): Sign | undefined {
  if (
    noun.upos !== "NOUN" ||
    !["shooting", "stabbing", "beating", "slaying", "homicide", "death", "body"].includes(noun.lemma)
  )
    return undefined
  const marks = below(context, noun, "amod", "compound")
  const fatal =
    noun.lemma === "slaying" ||
    noun.lemma === "homicide" ||
    noun.lemma === "body" ||
    (noun.lemma === "death" &&
      marks.some(mark => ["shooting", "stabbing", "beating", "gun", "gunshot"].includes(mark.lemma))) ||
    marks.some(mark => ["fatal", "deadly"].includes(mark.lemma))
  if (noun.lemma === "death" && !fatal) return undefined
  if (marks.some(mark => ["attempted", "attempt"].includes(mark.lemma))) return undefined
  const people = prepositional(context, noun)
    .filter(([preposition]) => preposition === "of")
    .map(([, token]) => token)
  return { fate: fatal ? "killed" : "hit", people, rule: "deed-to" }
}

/** "three gunshot victims": hit; "the homicide victim": killed; "the victim": somebody who is told of again. */
function victims(context: Context, noun: Token): Sign | undefined {
  if (noun.lemma !== "victim" || noun.upos !== "NOUN") return undefined
  const named = objectsNamed(context, noun)
  if (0 < named.length) return { fate: "hit", people: named, rule: "victims-named" }
  const kind = below(context, noun, "compound", "amod").map(child => child.lemma)
  if (kind.some(lemma => ["homicide", "murder", "deceased", "dead", "slain"].includes(lemma)))
    return { fate: "killed", people: [noun], rule: "victims" }
  const shot = kind.some(lemma => ["gunshot", "shooting", "gun", "wounded", "injured"].includes(lemma))
  return { fate: shot || noun.xpos === "NNS" ? "hit" : "named", people: [noun], rule: "victims" }
}

/** "passed away", "was gunned down". */
function gone(context: Context, verb: Token): Sign | undefined {
  if (!isVerb(verb) || !isReal(context, verb)) return undefined
  const away = sibling(context, verb, 1)?.text.toLowerCase()
  if (verb.lemma === "pass" && away === "away")
    return { fate: "killed", people: personsIn(context, subjectsOf(context, verb)), rule: "gone" }
  return undefined
}

/** "The victims were identified as Ana Diaz, 24, and Jo Roe, 30." */
function objectsNamed(context: Context, noun: Token): Token[] {
  const verb = headOf(context.analysis, noun)
  if (!verb || !isVerb(verb) || !["identify", "name"].includes(verb.lemma)) return []
  return prepositional(context, verb)
    .filter(([preposition]) => preposition === "as")
    .map(([, token]) => token)
    .concat(
      below(context, verb, "xcomp", "obj")
        .filter(child => child !== noun)
        .flatMap(child => withConjuncts(context, child)),
    )
    .filter(token => context.mentions.get(token.index)?.type === "person")
}
