import type { Statement } from "../../core/reading.ts"
import type { Trace } from "../../core/rules.ts"
import { contains } from "../../core/span.ts"
import type { Analysis, Token } from "../../english/analysis.ts"
import { childrenOf } from "../../english/tree.ts"
import { type NounPhrase, nounPhraseAt, type Range } from "../statements/phrase.ts"
import type { SpeechWords } from "../statements/speech-words.ts"
import { findThreat, type Threat } from "./find-threat.ts"
import { advisedAgainst, gaveUltimatum, receivedWarning, seesHarmComing } from "./harm-notices.ts"
import { putOnAlert, raisedLevel } from "./levels.ts"
import {
  alertedInPrivate,
  issuerOfDocument,
  ratedInAssessment,
  threatenedPeople,
  warnedOfWeakness,
} from "./more-notices.ts"
import { draftOf } from "./notice-draft.ts"
import { agentOf, issuerAt, issuerOfVerb, ownerOf, UNNAMED } from "./notice-issuer.ts"
import {
  behind,
  carrierOf,
  hearerBehind,
  isDenied,
  isMasked,
  isPublicWord,
  isUnreal,
  objectOf,
  type Place,
  passiveSubject,
  phraseAfter,
  textOf,
} from "./notice-words.ts"
import { isPublicAudience, type WarningDraft } from "./warning-draft.ts"
import type { WarningWords } from "./warning-words.ts"

type NoticeRule = (place: Place) => WarningDraft | WarningDraft[] | undefined

const INFORMATION =
  /^(?:information|intelligence|warnings?|details|tip|tips|tip-off|evidence|intel|notice|alert|alerts)$/i
const PUBLISHED = /^(?:advisory|advisories|advice|warning|warnings|alert|alerts|notice|bulletin|guidance|statement)$/i
const ASSESSED = /^(?:assessment|assessments|report|estimate|review|study|outlook|survey|analysis)$/i
const RULES: readonly NoticeRule[] = [
  advisedPublic,
  namedInAssessment,
  ratedInAssessment,
  sharedInformation,
  issuedAdvisory,
  releasedAssessment,
  warnedOf,
  warnedOfWeakness,
  alertedInPrivate,
  threatenedPeople,
  warningNoun,
  raisedLevel,
  putOnAlert,
  receivedWarning,
  advisedAgainst,
  gaveUltimatum,
  seesHarmComing,
]

/** Notices, advisories, published assessments and raised levels of alert that the report tells of as deeds, in its own words or in a quotation. */
export function findNotices(
  analysis: Analysis,
  statements: readonly Statement[],
  words: WarningWords,
  speech: SpeechWords,
  trace?: Trace,
): WarningDraft[] {
  const found: WarningDraft[] = []
  for (const sentence of analysis.sentences) {
    if (sentence.block.label === "credit" || sentence.block.label === "byline") continue
    const drafts: WarningDraft[] = []
    for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
      const place = { analysis, statements, words, speech, sentence, token: analysis.tokens[at]! }
      for (const rule of RULES) {
        const given = rule(place)
        if (given === undefined) continue
        trace?.({
          ruleset: "warnings",
          at: { start: place.token.start, end: place.token.end },
          rule: rule.name,
          declined: RULES.slice(0, RULES.indexOf(rule)).map(one => one.name),
        })
        for (const draft of [given].flat())
          if (!drafts.some(other => other.threat && draft.threat && other.threat.harm === draft.threat.harm))
            drafts.push({ ...draft, rule: rule.name })
        break
      }
    }
    found.push(...drafts)
  }
  return found
}

/** "shared information with Oslo about a planned attack", "passed intelligence to the ministry that" */
function sharedInformation(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:share|pass|provide|give|relay|convey|send|transmit|hand)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  const noun = objectOf(place, 8, INFORMATION)
  if (!noun) return undefined
  const threatRange = behind(analysis, noun.index + 1, sentence)
  const threat = threatRange && findThreat(analysis, threatRange, words, "warned")
  // "passed a warning to the ministry" is one, whatever it warned of; "gave a warning" to nobody is not.
  if (!threat && !/^warnings?$/i.test(noun.text)) return undefined
  const audience = phraseAfter(
    place,
    /^(?:with|to)$/i,
    token.index + 1,
    threat ? threat.harm.index : sentence.lastToken,
  )
  const issuer = issuerOfVerb(place)
  if (!issuer || !audience || isMasked(place, noun)) return undefined
  return draftOf(place, {
    kind: "notice",
    issuer,
    audience,
    channel: "private",
    threat,
    range: threatRange ?? { first: token.index, last: sentence.lastToken },
  })
}

/** "issued a public advisory to citizens", "put out an alert" */
function issuedAdvisory(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:issue|publish|release|post|put|send|circulate|reissue|renew|update|change|amend|revise|extend|tighten)$/.test(
      token.lemma,
    ) ||
    isDenied(analysis, token)
  )
    return undefined
  const noun = objectOf(place, 7, PUBLISHED) ?? passiveSubject(place, PUBLISHED)
  if (!noun || isMasked(place, noun)) return undefined
  const range = behind(analysis, Math.max(noun.index, token.index) + 1, sentence) ?? {
    first: sentence.firstToken,
    last: sentence.lastToken,
  }
  const isStatement = /^statement$/i.test(noun.text)
  const threat = findThreat(analysis, range, words, isStatement ? "said" : "warned")
  if (isStatement && !threat) return undefined
  const from = Math.max(noun.index, token.index) + 1
  const audience = withPlace(
    analysis,
    phraseAfter(place, /^to$/i, from, sentence.lastToken) ?? publicAfter(place, from),
  )
  const issuer = issuerOfVerb(place)
  if (!issuer) return undefined
  const isPublic =
    isPublicWord(analysis, noun) ||
    /advisor|alert|bulletin/i.test(noun.text) ||
    !audience ||
    isPublicAudience(textOf(analysis, audience), words)
  const kind = /advisor|bulletin|notice|guidance|alert/i.test(noun.text) || isPublic ? "advisory" : "notice"
  // A warning of weather or of nothing harmful is none; an advisory needs a threat or a hearer.
  if (!threat && !audience) return undefined
  return draftOf(place, { kind, issuer, audience, channel: isPublic ? "public" : "private", threat, range })
}

/** "to Americans in Russia": where the hearers are is part of their phrase, whatever it hangs on. */
function withPlace(analysis: Analysis, phrase: NounPhrase | undefined): NounPhrase | undefined {
  if (!phrase || analysis.tokens[phrase.last]?.text !== "in") return phrase
  const start = analysis.tokens[phrase.last + 1]?.start
  const where = analysis.places.find(place => place.start === start)
  const last = where && analysis.tokens.findIndex(token => where.end <= token.start)
  return last === undefined || last < 0 ? phrase : { ...phrase, last }
}

/** "The embassy advised its citizens to avoid the port, citing a possible attack" */
function advisedPublic(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:advise|urge|tell|ask|order|warn|instruct|recommend|call|caution|remind|want)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  const to = analysis.tokens
    .slice(token.index + 1, token.index + 14)
    .find(one => one.text.toLowerCase() === "to" && /^(?:VERB|AUX)$/.test(analysis.tokens[one.index + 1]?.upos ?? ""))
  const verb = to && analysis.tokens.slice(to.index + 1, to.index + 4).find(one => /^(?:VERB|AUX)$/.test(one.upos))
  if (
    !to ||
    !verb ||
    !/^(?:avoid|leave|stay|keep|refrain|evacuate|reconsider|depart|exercise|shelter|remain|postpone|defer|travel|go|be|take|limit|fly|attend|venture|expect|beware|heed|return|restrict|cancel|sail|drive|approach|seek|gather|visit|move)$/.test(
      verb.lemma,
    )
  )
    return undefined
  const isPassive = childrenOf(analysis, token, "aux:pass").length > 0
  const hearer = isPassive ? childrenOf(analysis, token, "nsubj:pass")[0] : hearerBehind(place)
  const audience =
    hearer && hearer.index < to.index
      ? nounPhraseAt(
          analysis,
          hearer.index,
          isPassive ? sentence.firstToken : token.index + 1,
          isPassive ? token.index : to.index,
        )
      : undefined
  const issuer = isPassive ? agentOf(place, to.index) : (issuerOfDocument(place) ?? issuerOfVerb(place))
  if (!audience || !issuer) return undefined
  if (!isPublicAudience(textOf(analysis, audience), words) && !isNation(place, audience)) return undefined
  const range = { first: to.index, last: sentence.lastToken }
  const threat = findThreat(analysis, range, words, "warned")
  // Without a danger only what states tell their own people: "told its citizens to leave".
  const isOwn = /\b(?:its|their|our|his|her)\s+(?:\p{L}+\s+)?(?:citizens|nationals)\b/iu.test(
    textOf(analysis, audience),
  )
  if (
    !threat &&
    !(isOwn && /^(?:avoid|leave|evacuate|depart|reconsider|travel|stay)$/.test(verb.lemma)) &&
    !/\b(?:embassy|consulate|high commission|state department|foreign (?:ministry|office)|advisory)\b/i.test(
      issuer.name,
    )
  )
    return undefined
  return draftOf(place, { kind: "advisory", issuer, audience, channel: "public", threat, range })
}

/** "was named in the annual threat assessment of the ministry as the likely perpetrator of an attack" */
function namedInAssessment(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    !/^(?:assessment|report|estimate|outlook|bulletin)$/i.test(token.text) ||
    !/^(?:threat|intelligence|risk)$/i.test(analysis.tokens[token.index - 1]?.text ?? "")
  )
    return undefined
  if (
    place.statements.some(statement => statement.speaker.evidence && contains(statement.speaker.evidence.span, token))
  )
    return undefined
  const isOwned = /^(?:of|by|from)$/i.test(analysis.tokens[token.index + 1]?.text ?? "")
  const owner = isOwned ? phraseAfter(place, /^(?:of|by|from)$/i, token.index + 1, sentence.lastToken) : undefined
  const issuer = owner ? issuerAt(place, owner) : ownerOf(place)
  const from = (owner?.last ?? token.index) + 1
  const threat = issuer && findThreat(analysis, { first: from, last: sentence.lastToken }, words, "warned")
  if (
    !issuer ||
    !threat ||
    !/\b(?:as|likely|perpetrator|risk|suspect|threat)\b/i.test(
      textOf(analysis, { first: from, last: Math.max(from + 1, threat.last) }),
    )
  )
    return undefined
  return draftOf(place, {
    kind: "assessment",
    issuer,
    audience: undefined,
    channel: "public",
    threat,
    range: { first: sentence.firstToken, last: sentence.lastToken },
  })
}

/** "released its annual threat assessment that the country was at elevated risk of an attack" */
function releasedAssessment(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:release|publish|issue|present|unveil)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  const noun = objectOf(place, 8, ASSESSED)
  if (!noun) return undefined
  const range = behind(analysis, noun.index + 1, sentence)
  const threat = range && findThreat(analysis, range, words, "said")
  const issuer = threat && issuerOfVerb(place)
  return issuer && range
    ? draftOf(place, { kind: "assessment", issuer, audience: undefined, channel: "public", threat, range })
    : undefined
}

/** "had warned Iranian officials about a looming attack", "alerted the embassy to a plot", "tipped off the police" */
function warnedOf(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (token.upos !== "VERB" || !/^(?:warn|alert|tip|notify|inform|caution)$/.test(token.lemma)) return undefined
  const carrier = carrierOf(analysis, token)
  if (isDenied(analysis, carrier ?? token) || isUnreal(place)) return undefined
  const range = behind(analysis, token.index + 1, sentence, /^(?:of|about|against|that|to|over)$/i)
  const threat =
    range &&
    findThreat(
      analysis,
      range,
      words,
      // "informed the ministry of a planned attack" warns; what one informs "that" has to be harm by itself.
      /^(?:warn|alert|tip|caution)$/.test(token.lemma) || /^(?:of|about)$/i.test(analysis.tokens[range.first - 1]!.text)
        ? "warned"
        : "said",
    )
  if (!threat) return undefined
  if (carrier) return wroteToWarn(place, carrier, range, threat)
  const isPassive = childrenOf(analysis, token, "aux:pass").length > 0
  const object = isPassive
    ? undefined
    : (childrenOf(analysis, token, "obj", "iobj").find(
        child => token.index < child.index && child.index < threat.harm.index && child.index < range.first,
      ) ?? hearerBehind(place))
  const subjects = childrenOf(analysis, token, "nsubj:pass")
  const audience = object ?? subjects[0]
  if (!audience) return undefined
  const phrase = nounPhraseAt(analysis, audience.index, sentence.firstToken, range.first)
  // "warned the port could not be held against": the noun is the subject of what is said.
  const between = analysis.tokens.slice(phrase.head + 1, range.first - 1)
  if (object && between.some(one => one.upos === "AUX" || /^VB[DZP]$/.test(one.xpos))) return undefined
  // "had been warned of an attack": the hearer is told, the one who warned is not.
  const unnamed = token.lemma === "warn" && /^(?:of|about)$/i.test(analysis.tokens[range.first - 1]!.text)
  const issuer = object ? issuerOfVerb(place) : (agentOf(place, range.first - 1) ?? (unnamed ? UNNAMED : undefined))
  if (!issuer) return undefined
  const name = textOf(analysis, phrase)
  const isFormal = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(word => words.formalAudiences.has(word))
  const isPublic = isFormal || isPublicAudience(name, words)
  return draftOf(place, {
    kind: isFormal ? "testimony" : isPublic ? "advisory" : "notice",
    issuer,
    audience: phrase,
    channel: isPublic ? "public" : "private",
    threat,
    range,
  })
}

/** "wrote to the ministry to warn of an attack" */
function wroteToWarn(place: Place, carrier: Token, range: Range, threat: Threat): WarningDraft | undefined {
  const { token } = place
  const hearer = phraseAfter(place, /^to$/i, carrier.index + 1, token.index)
  const issuer = issuerOfVerb({ ...place, token: carrier })
  if (!issuer || !hearer) return undefined
  const isPublic = isPublicAudience(textOf(place.analysis, hearer), place.words)
  return draftOf(
    { ...place, token: carrier },
    {
      kind: isPublic ? "advisory" : "notice",
      issuer,
      audience: hearer,
      channel: isPublic ? "public" : "private",
      threat,
      range,
    },
  )
}

/** "American warnings of attacks", "the embassy's warning that", "a warning from Oslo about" */
function warningNoun(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    token.upos !== "NOUN" ||
    !/^(?:warning|warnings|alert|alerts|tip-off)$/i.test(token.text) ||
    isMasked(place, token)
  )
    return undefined
  if (place.statements.some(statement => statement.cue && contains(statement.cue.span, token))) return undefined
  const range = behind(analysis, token.index + 1, sentence, /^(?:of|about|that|against|over)$/i)
  const threat = range && range.first <= token.index + 8 ? findThreat(analysis, range, words, "warned") : undefined
  if (!range || !threat) return undefined
  const issuer = ownerOf(place)
  if (!issuer) return undefined
  const audience = phraseAfter(place, /^to$/i, token.index + 1, threat.harm.index)
  const before = analysis.tokens
    .slice(Math.max(sentence.firstToken, token.index - 8), token.index)
    .map(one => one.text.toLowerCase())
  const isPrivate = before.includes("private") || before.includes("secret")
  const isPublic = before.includes("public")
  const channel = isPrivate && isPublic ? "unknown" : isPrivate ? "private" : isPublic ? "public" : "unknown"
  return draftOf(place, { kind: "notice", issuer, audience, channel, threat, range })
}

/** "Danes", "Kenyans": a people as a whole. */
function isNation({ analysis }: Place, phrase: NounPhrase): boolean {
  const head = analysis.tokens[phrase.head]!
  const isPlural = /^NNP?S$/.test(head.xpos) || /s$/.test(head.text)
  return isPlural && analysis.mentions.some(one => one.headToken === phrase.head && one.type === "nationality")
}

/** "an alert for travelers": only people; "for the northern province" is what it is about. */
function publicAfter(place: Place, from: number): NounPhrase | undefined {
  const phrase = phraseAfter(place, /^for$/i, from, place.sentence.lastToken)
  return phrase && isPublicAudience(textOf(place.analysis, phrase), place.words) ? phrase : undefined
}
