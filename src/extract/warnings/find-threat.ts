import type { Analysis, Token } from "../../english/analysis.ts"
import type { Range } from "../statements/phrase.ts"
import { type Cue, endOfClause, gerundOfHarm, harmAfter, LEADS_ON, type Stretch } from "./harm-words.ts"
import { maskedIn } from "./masked-phrases.ts"
import {
  isHardlyExcluded,
  isStopped,
  knownPlot,
  preparesHarm,
  raidersWillCome,
  thereWillBe,
  threatHasGrown,
} from "./more-threats.ts"
import { isOtherTalk } from "./other-talk.ts"
import { CAPABILITY, DOING, HAPPENING, MODAL_PHRASES, MODALS, NEGATIONS, RISKS, THREATS } from "./threat-words.ts"
import type { WarningWords } from "./warning-words.ts"

/** Words that tell of harm to come. `harm` is the token that names it (verb or noun); `holder` the word it hangs on, such as "ability" or "would". */
export interface Threat extends Range {
  readonly harm: Token
  readonly holder: Token
  readonly rule: string
}

type ThreatRule = (stretch: Stretch, at: number) => { harm: number; last: number } | undefined

/** Rules that count in any statement, surest first. */
const RULES: readonly ThreatRule[] = [
  capabilityTo,
  hasWhatItTakes,
  harmInPreparation,
  modalHarm,
  posesThreat,
  riskOf,
  harmIsLikely,
  threatWillGrow,
  wouldBeTarget,
  openPlots,
  preparesHarm,
  thereWillBe,
  threatHasGrown,
  knownPlot,
  isHardlyExcluded,
]
/** Rules that count only after a word of warning. */
const WARNED: readonly ThreatRule[] = [...RULES, comingHarm, anyHarm, toHarm, raidersWillCome]
/** Rules that count only after a threat: "vowed to attack", "called on supporters to target". */
const THREATENED: readonly ThreatRule[] = [...RULES, toHarm]

/** Names of the rules that declined before this one in their order; of all rules when none answered. */
export function threatRulesBefore(rule: string | undefined): string[] {
  const names = [...WARNED].map(one => one.name)
  const index = rule === undefined ? names.length : names.indexOf(rule)
  return names.slice(0, Math.max(0, index))
}

/** The first words within `range` that tell of harm to come; undefined when there are none. `cue`: what kind of word introduces them. */
export function findThreat(analysis: Analysis, range: Range, words: WarningWords, cue: Cue): Threat | undefined {
  const stretch: Stretch = { analysis, tokens: analysis.tokens, last: range.last, words, cue }
  const masked = maskedIn(analysis, range, words)
  for (const rule of cue === "warned" ? WARNED : cue === "threatened" ? THREATENED : RULES)
    for (let at = range.first; at < range.last; at++) {
      const found = rule(stretch, at)
      if (!found || masked.has(at) || masked.has(found.harm) || isNegated(analysis, range, at, found.harm)) continue
      if (isOtherTalk(analysis, analysis.tokens[found.harm]!) || isOnNobody(stretch, found.harm)) continue
      return {
        first: at,
        last: found.last,
        harm: analysis.tokens[found.harm]!,
        holder: analysis.tokens[at]!,
        rule: rule.name,
      }
    }
  return undefined
}

/** "an attack on democracy", "strikes against the bill" */
function isOnNobody({ tokens, words }: Stretch, harm: number): boolean {
  if (tokens[harm]!.upos === "VERB" || !/^(?:on|against|to)$/i.test(tokens[harm + 1]?.text ?? "")) return false
  let noun = -1
  for (let at = harm + 2; at < harm + 7; at++) {
    const token = tokens[at]
    if (!token || !/^(DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(token.upos)) break
    if (/^(NOUN|PROPN)$/.test(token.upos)) noun = at
  }
  return words.harmlessObjects.has(tokens[noun]?.text.toLowerCase() ?? "")
}

function isNegated(analysis: Analysis, range: Range, at: number, harm: number): boolean {
  for (let index = Math.max(range.first, at - 9); index < harm; index++) {
    const text = analysis.tokens[index]!.text.toLowerCase()
    // "not as likely", "not only": a degree, no denial.
    if (
      /^(hesitate|claiming|saying|doubt|deny|denied|denies)$/.test(text) &&
      (text === "hesitate" ||
        text.startsWith("den") ||
        text === "doubt" ||
        /^(not|n['’]t)$/.test(analysis.tokens[index - 1]?.text ?? ""))
    )
      return true
    if (index < at - 4) continue
    if (
      NEGATIONS.has(text) &&
      !/^(only|as|just|yet|likely|rule|exclude|discount)$/i.test(analysis.tokens[index + 1]?.text ?? "")
    )
      return true
    // "was able to", "posed": told as past.
  }
  return false
}

/** "retains the capability and the will to attack", "is planning to strike", "capable of carrying out" */
function capabilityTo(stretch: Stretch, at: number) {
  const { tokens, last } = stretch
  const token = tokens[at]!
  const text = token.text.toLowerCase()
  if (!CAPABILITY.has(text) || (token.upos === "AUX" && text === "will")) return undefined
  // What somebody was able to do, he did.
  if (
    /^(able|prepared|ready|trying|planning|seeking|poised)$/.test(text) &&
    /^(was|were|been|had)$/i.test(tokens[at - 1]?.text ?? "") &&
    tokens[at - 2]?.upos !== "AUX"
  ) {
    // ... and of those who were arrested for it nobody warns.
    if (text === "able" || isStopped(stretch, at)) return undefined
  }
  for (let to = at + 1; to < Math.min(last, at + 14); to++) {
    if (/^[;.]$/.test(tokens[to]!.text)) return undefined
    if (!/^(to|of)$/i.test(tokens[to]!.text)) continue
    const harm = harmAfter(stretch, to + 1, 7) ?? gerundOfHarm(stretch, to + 1)
    if (harm !== undefined) return { harm, last: endOfClause(stretch, harm) }
  }
  return undefined
}

/** "has the people, the explosives and the patience to hit a port" */
function hasWhatItTakes(stretch: Stretch, at: number) {
  const { tokens, last } = stretch
  if (
    !/^(has|have|possess|possesses|had)$/i.test(tokens[at]!.text) ||
    !/^(the|both|all|enough|what)$/i.test(tokens[at + 1]?.text ?? "")
  )
    return undefined
  for (let to = at + 2; to < Math.min(last, at + 18); to++) {
    const isNeeded =
      /^(are|is)$/i.test(tokens[to]!.text) && /^(necessary|needed|required|enough)$/i.test(tokens[to + 1]?.text ?? "")
    if (/^[;.]$/.test(tokens[to]!.text) || (/^VB[DZP]$/.test(tokens[to]!.xpos) && !isNeeded)) return undefined
    if (tokens[to]!.text.toLowerCase() !== "to") continue
    const harm = harmAfter(stretch, to + 1, 2)
    return harm === undefined ? undefined : { harm, last: endOfClause(stretch, harm) }
  }
  return undefined
}

/** "an attack was being prepared", "a strike is planned" */
function harmInPreparation(stretch: Stretch, at: number) {
  const { tokens, last, words } = stretch
  if (!words.harmNouns.has(tokens[at]!.text.toLowerCase()) || tokens[at]!.upos === "VERB") return undefined
  for (let verb = at + 1; verb < Math.min(last, at + 12); verb++) {
    const token = tokens[verb]!
    if (/^[;.,]$/.test(token.text)) return undefined
    if (!/^(prepared|planned|plotted|organi[sz]ed)$/i.test(token.text)) continue
    return /^(being|is|are)$/i.test(tokens[verb - 1]!.text) ? { harm: at, last: verb + 1 } : undefined
  }
  return undefined
}

/** "could attack", "would be able to strike", "is likely to carry out an attack"; not "may have attacked" */
function modalHarm(stretch: Stretch, at: number) {
  const { tokens, words } = stretch
  const text = tokens[at]!.text.toLowerCase()
  let from = at + 1
  if (MODAL_PHRASES.has(text)) {
    if (tokens[at + 1]?.text.toLowerCase() !== "to") return undefined
    from = at + 2
  } else if (!MODALS.has(text) || tokens[at]!.upos === "NOUN") return undefined
  if (/^(have|not|never|n't|n’t)$/i.test(tokens[from]?.text ?? "")) return undefined
  const harm = harmAfter(stretch, from, 6)
  // "can take several routes to attack": what they can do is to take routes.
  if (
    harm !== undefined &&
    tokens
      .slice(from, harm)
      .some(
        token => token.xpos === "VB" && token.upos === "VERB" && !LEADS_ON.test(token.lemma) && !DOING.has(token.lemma),
      )
  )
    return undefined
  if (harm !== undefined && !tokens.slice(from, harm).some(token => token.text.toLowerCase() === "have"))
    return { harm, last: endOfClause(stretch, harm) }
  // "more attacks could follow", "plots could be carried out"
  for (let before = at - 1; Math.max(0, at - 10) <= before; before--) {
    const token = tokens[before]!
    if (/^[;.,"“”]$/.test(token.text) || token.sentence !== tokens[at]!.sentence) break
    if (!words.harmNouns.has(token.text.toLowerCase()) || token.upos === "VERB") continue
    const verb = tokens.slice(from, from + 4).find(one => one.upos === "VERB")
    if (verb && (HAPPENING.has(verb.lemma) || DOING.has(verb.lemma)))
      return { harm: before, last: endOfClause(stretch, at) }
  }
  return undefined
}

/** "poses a significant threat", "remains a serious danger" */
function posesThreat(stretch: Stretch, at: number) {
  const { tokens, last, words } = stretch
  const token = tokens[at]!
  if (
    !/^(pose|represent|remain|constitute|present|face|be)$/.test(token.lemma) &&
    !/^(is|are|remains)$/i.test(token.text)
  )
    return undefined
  if (token.xpos === "VBD" || token.xpos === "VBN" || /^(was|were|been|being)$/i.test(token.text)) return undefined
  for (let noun = at + 1; noun < Math.min(last, at + 7); noun++) {
    const one = tokens[noun]!
    if (/^[;.,]$/.test(one.text) || one.upos === "VERB" || one.upos === "ADP" || one.upos === "SCONJ") return undefined
    if (
      THREATS.has(one.text.toLowerCase()) &&
      !(one.text.toLowerCase().startsWith("risk") && !words.harmNouns.has(tokens[noun + 2]?.text.toLowerCase() ?? ""))
    )
      return { harm: noun, last: endOfClause(stretch, noun) }
    // "The threat remains a serious concern"
    if (/^(concern|concerns)$/i.test(one.text))
      for (let before = at - 1; Math.max(0, at - 40) <= before; before--) {
        if (tokens[before]!.text === "." || tokens[before]!.sentence !== token.sentence) break
        if (THREATS.has(tokens[before]!.text.toLowerCase())) return { harm: before, last: endOfClause(stretch, noun) }
      }
  }
  return undefined
}

/** "risk of an attack", "the possibility of further violence" */
function riskOf(stretch: Stretch, at: number) {
  const { tokens, last, words } = stretch
  if (
    !RISKS.has(tokens[at]!.text.toLowerCase()) ||
    tokens[at]!.upos === "VERB" ||
    !/^(of|for|that)$/i.test(tokens[at + (/^["”»]$/.test(tokens[at + 1]?.text ?? "") ? 2 : 1)]?.text ?? "")
  )
    return undefined
  for (let noun = at + 2; noun < Math.min(last, at + 9); noun++) {
    if (/^[;.,]$/.test(tokens[noun]!.text) || /^(VBD|VBZ)$/.test(tokens[noun]!.xpos)) return undefined
    // "the risk of that threat" tells nothing new.
    const word = tokens[noun]!.text.toLowerCase()
    if (words.harmNouns.has(word) && !THREATS.has(word)) return { harm: noun, last: endOfClause(stretch, noun) }
  }
  return undefined
}

/** "attacks are less likely", "an attack is imminent" */
function harmIsLikely(stretch: Stretch, at: number) {
  const { tokens, last, words } = stretch
  if (!words.harmNouns.has(tokens[at]!.text.toLowerCase()) || tokens[at]!.upos === "VERB") return undefined
  for (let be = at + 1; be < Math.min(last, at + 9); be++) {
    if (/^[;.,]$/.test(tokens[be]!.text)) return undefined
    if (!/^(is|are|was|were|be|seem|seems|remain|remains)$/i.test(tokens[be]!.text)) continue
    for (let adjective = be + 1; adjective < Math.min(last, be + 6); adjective++)
      if (
        /^(likely|unlikely|imminent|inevitable|possible|probable|looming|impending|expected|coming|unavoidable|away|near|certain|feared|afoot)$/i.test(
          tokens[adjective]!.text,
        ) &&
        !/^(to|that)$/i.test(tokens[adjective + 1]?.text ?? "")
      )
        return { harm: at, last: adjective + 1 }
    return undefined
  }
  return undefined
}

/** "the threat would increase" */
function threatWillGrow(stretch: Stretch, at: number) {
  const { tokens } = stretch
  if (
    !THREATS.has(tokens[at]!.text.toLowerCase()) &&
    !/^(violence|attacks|terrorism|extremism)$/i.test(tokens[at]!.text)
  )
    return undefined
  for (let modal = at + 1; modal < at + 6; modal++)
    if (
      MODALS.has(tokens[modal]?.text.toLowerCase() ?? "") &&
      /^(increase|grow|rise|spread|remain|persist|worsen|continue|intensify|escalate)$/i.test(
        tokens[modal + 1]?.text ?? "",
      )
    )
      return { harm: at, last: endOfClause(stretch, modal) }
  return undefined
}

/** "would be a prime target" */
function wouldBeTarget(stretch: Stretch, at: number) {
  const { tokens, last } = stretch
  if (!MODALS.has(tokens[at]!.text.toLowerCase())) return undefined
  for (let noun = at + 1; noun < Math.min(last, at + 9); noun++) {
    if (/^[;.,]$/.test(tokens[noun]!.text)) return undefined
    if (/^targets?$/i.test(tokens[noun]!.text)) return { harm: noun, last: endOfClause(stretch, noun) }
  }
  return undefined
}

/** "unfinished plots", "active plans to attack" */
function openPlots(stretch: Stretch, at: number) {
  const { tokens, last } = stretch
  if (!/^(unfinished|active|ongoing|unfolding|live)$/i.test(tokens[at]!.text)) return undefined
  for (let noun = at + 1; noun < Math.min(last, at + 4); noun++)
    if (/^(plots?|plotting)$/i.test(tokens[noun]!.text)) return { harm: noun, last: endOfClause(stretch, noun) }
  return undefined
}

/** "to attack", after a verb of threat */
function toHarm(stretch: Stretch, at: number) {
  if (stretch.tokens[at]!.text.toLowerCase() !== "to") return undefined
  const harm = harmAfter(stretch, at + 1, 3)
  return harm === undefined ? undefined : { harm, last: endOfClause(stretch, harm) }
}

/** "a looming attack", "further violence": only after a word of warning */
function comingHarm(stretch: Stretch, at: number) {
  const { tokens, last, words } = stretch
  if (!words.modifiers.has(tokens[at]!.text.toLowerCase())) return undefined
  for (let noun = at + 1; noun < Math.min(last, at + 5); noun++) {
    if (/^[;.,]$/.test(tokens[noun]!.text)) return undefined
    if (words.harmNouns.has(tokens[noun]!.text.toLowerCase())) return { harm: noun, last: endOfClause(stretch, noun) }
  }
  return undefined
}

/** "of attacks": any harm, only after a word of warning */
function anyHarm(stretch: Stretch, at: number) {
  const token = stretch.tokens[at]!
  // "the scope of its attacks", "the recent bombings": what was.
  const before = [1, 2].map(steps => stretch.tokens[at - steps])
  const isPast = before.some(
    one => one?.xpos === "PRP$" || /^(past|previous|recent|earlier|last|deadliest)$/i.test(one?.text ?? ""),
  )
  const isHarm = stretch.words.harmNouns.has(token.text.toLowerCase()) && token.upos !== "VERB" && !isPast
  return isHarm ? { harm: at, last: endOfClause(stretch, at) } : undefined
}
