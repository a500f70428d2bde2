import type { EntityRef, TextValue } from "../../core/value.ts"
import type { Analysis, EntityMention, Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation } from "../../english/tree.ts"
import { nounPhraseAt, type Range } from "../statements/phrase.ts"
import type { SpeechWords } from "../statements/speech-words.ts"
import type { Threat } from "./find-threat.ts"
import { refOf, valueAt } from "./subject-values.ts"
import { DOING, VIOLENT } from "./threat-words.ts"

/** Nouns that lead from the harm to whoever has them: "the ability to strike", "a plot to bomb". */
const HELD =
  /^(?:plot|plan|ability|capability|capacity|intent|intention|will|desire|means|threat|effort|attempt|aim|bid)$/
/** Verbs whose object does what follows. */
const URGES = /^(?:urge|call|ask|order|tell|encourage|incite|command|direct|instruct|exhort|inspire|implore)$/
const ACTORS = new Set(["person", "organization", "armed-group", "nationality", "place"])
/** People who can do harm, beside those whom the pack lists as sources. Lower-case lemmas. */
const DOERS =
  /^(?:man|woman|men|women|people|inmate|prisoner|soldier|officer|troop|troops|youth|thug|thief|robber|hacker|supporter|follower|father|mother|husband|brother|student|driver|regime|criminal|trafficker|returnee|loner|intruder|bomber|killer|kidnapper|poacher|settler|herder|farmer|worker|demonstrator|protester|hooligan|ultras|side|party|tribe|clan)$/

/** Who would do it: named behind "by", the subject of the harm, else the armed group nearest before it. */
export function actorOf(
  analysis: Analysis,
  range: Range,
  threat: Threat,
  speech: SpeechWords,
): EntityRef | TextValue | undefined {
  const group = groupOf(analysis, range, threat)
  if (group?.isSure) return refOf(analysis, group.mention)
  const doer =
    agentBehind(analysis, threat, speech) ?? doerOf(analysis, threat, speech) ?? peopleBefore(analysis, threat)
  return doer ?? (group && refOf(analysis, group.mention))
}

/** The armed group: behind "by", blamed behind, else the nearest before the harm. */
function groupOf(analysis: Analysis, range: Range, threat: Threat) {
  const { text } = analysis.report
  const harmStart = threat.harm.start
  const first = analysis.tokens[range.first]!.start
  const end = analysis.tokens[threat.last - 1]!.end
  const groups = analysis.mentions.filter(mention => mention.type === "armed-group" && first <= mention.start)
  const behind = (mention: EntityMention, words: RegExp) =>
    harmStart < mention.start && words.test(text.slice(0, mention.start))
  const by = groups.find(mention => mention.end <= end && behind(mention, /(?:\bby|\bfrom)\s+(?:the\s+)?$/i))
  if (by) return { mention: by, isSure: true }
  const before = groups.findLast(mention => mention.end <= harmStart)
  // "..., naming the group as the likely perpetrator"
  const named = groups.find(
    mention =>
      mention.end <= analysis.tokens[range.last - 1]!.end &&
      behind(mention, /\b(?:naming|identifying|blaming|singling out)\s+(?:the\s+)?$/i),
  )
  const mention = before ?? named
  return mention && { mention, isSure: false }
}

/** "an attack by returning fighters", "threat from violent extremists" */
function agentBehind(analysis: Analysis, threat: Threat, speech: SpeechWords): EntityRef | TextValue | undefined {
  const { tokens } = analysis
  for (let at = threat.harm.index + 1; at < Math.min(threat.last, threat.harm.index + 9); at++) {
    const { text, upos } = tokens[at]!
    if (
      /^[,;.]$/.test(text) ||
      (upos === "VERB" && threat.harm.upos !== "VERB" && tokens[at]!.xpos !== "VBN" && tokens[at]!.xpos !== "VBG")
    )
      return undefined
    if (!/^(?:by|from)$/i.test(text)) continue
    let head = at + 1
    while (head < threat.last && /^(?:DET|ADJ|NUM|ADV)$/.test(tokens[head]!.upos)) head++
    while (head + 1 < threat.last && /^(?:NOUN|PROPN)$/.test(tokens[head + 1]!.upos)) head++
    return asActor(analysis, tokens[head], at + 1, threat.last, speech)
  }
  return undefined
}

/** The subject of the verb of harm, or of the verb that has the harm as its object. */
function doerOf(analysis: Analysis, threat: Threat, speech: SpeechWords): EntityRef | TextValue | undefined {
  const { tokens } = analysis
  const governor = tokens[threat.harm.head]
  const isDone =
    governor?.upos === "VERB" &&
    (hasRelation(threat.harm, "obj") || hasRelation(threat.harm, "obl")) &&
    DOING.has(governor.lemma)
  let verb = threat.harm.upos === "VERB" ? threat.harm : isDone ? governor : undefined
  for (let steps = 0; verb && steps < 6; steps++) {
    if (verb.upos === "VERB" && childrenOf(analysis, verb, "nsubj:pass", "aux:pass").length > 0) {
      if (verb === threat.harm) return undefined
    }
    const subject = childrenOf(analysis, verb, "nsubj").find(child => child.index < threat.harm.index)
    if (subject) {
      const noun = /^(?:who|which|that)$/i.test(subject.text) ? antecedentOf(analysis, verb) : subject
      return noun && asActor(analysis, noun, analysis.sentences[noun.sentence]!.firstToken, threat.harm.index, speech)
    }
    const head: Token | undefined = verb.head < 0 ? undefined : tokens[verb.head]
    if (!head || !["xcomp", "conj", "acl", "advcl", "ccomp", "obl", "obj", "nmod"].some(one => hasRelation(verb!, one)))
      return undefined
    if (hasRelation(verb, "ccomp")) return undefined
    // "urged supporters to carry out": those who are urged.
    if (URGES.test(head.lemma)) {
      const urged = childrenOf(analysis, head, "obj", "obl").find(
        child => head.index < child.index && child.index < threat.harm.index,
      )
      return asActor(analysis, urged, head.index + 1, threat.harm.index, speech)
    }
    if (hasRelation(verb, "acl") && !HELD.test(head.lemma))
      return asActor(analysis, head, analysis.sentences[head.sentence]!.firstToken, threat.harm.index, speech)
    // "warned of a plot to bomb": the warner plots nothing.
    if (/^(?:warn|say|tell|alert|caution|inform|report|know|hear|learn|reveal|uncover|discover)$/.test(head.lemma))
      return undefined
    verb = head
  }
  return undefined
}

function antecedentOf(analysis: Analysis, verb: Token): Token | undefined {
  return hasRelation(verb, "acl") ? analysis.tokens[verb.head] : undefined
}

/** "rebel attacks", "Iranian attacks": the words right before a noun of harm. */
function peopleBefore(analysis: Analysis, threat: Threat): EntityRef | TextValue | undefined {
  const { tokens, report } = analysis
  if (threat.harm.upos === "VERB") return undefined
  for (let at = threat.harm.index - 1; threat.harm.index - 4 < at && 0 <= at; at--) {
    const token = tokens[at]!
    if (!/^(?:ADJ|NOUN|PROPN)$/.test(token.upos)) return undefined
    const mention = analysis.mentions.find(one => one.end === token.end && one.type === "nationality")
    if (mention) return refOf(analysis, mention)
    if (
      /^(?:rebel|militant|insurgent|militia|gang|cartel|bandit|pirate|jihadist|separatist|guerrilla|lone)s?$/i.test(
        token.text,
      )
    )
      return { kind: "text", text: report.text.slice(token.start, token.end), norm: token.lemma.toLowerCase() }
  }
  return undefined
}

/** The value when the word names somebody who can do harm. */
function asActor(
  analysis: Analysis,
  noun: Token | undefined,
  lowest: number,
  highest: number,
  speech: SpeechWords,
): EntityRef | TextValue | undefined {
  if (!noun) return undefined
  const mention = analysis.mentions.find(one => one.headToken === noun.index)
  if (mention && ACTORS.has(mention.type)) {
    const entity = analysis.entities[mention.entity]!
    if (mention.form === "name" || entity.mentions.some(one => one.form === "name")) return refOf(analysis, mention)
  }
  // "Front spokesman Ana Diaz": the body in the phrase.
  const body = analysis.mentions.find(
    one =>
      one.type === "armed-group" &&
      one.form === "name" &&
      one.headToken < noun.index &&
      noun.index - 4 < one.headToken &&
      analysis.tokens[one.headToken]!.sentence === noun.sentence,
  )
  if (body && noun.deprel !== "obj") return refOf(analysis, body)
  const lemma = noun.lemma.toLowerCase()
  const isDoer =
    noun.upos === "NOUN" &&
    (speech.people.has(noun.text.toLowerCase()) ||
      speech.bodies.has(lemma) ||
      DOERS.test(lemma) ||
      VIOLENT.test(noun.text))
  if (!isDoer || /^(?:plots?|violence)$/i.test(noun.text)) return undefined
  const phrase = nounPhraseAt(
    analysis,
    noun.index,
    Math.max(lowest, noun.index - 6),
    Math.max(noun.index + 1, Math.min(highest, noun.index + 6)),
  )
  return valueAt(analysis, noun.index, phrase.first, phrase.last)
}
