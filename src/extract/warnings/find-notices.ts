import type { Statement, WarningMention } from "../../core/reading.ts"
import { contains, type Evidence, evidenceAt, type Span } from "../../core/span.ts"
import type { Time } from "../../core/value.ts"
import type { Analysis, Sentence, Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation } from "../../english/tree.ts"
import { isTimeStart, type NounPhrase, nounPhraseAt, type Range, spanOfRange } from "../statements/phrase.ts"
import { mentionIn } from "../statements/resolve-speaker.ts"
import type { SpeechWords } from "../statements/speech-words.ts"
import { UNKNOWN_TIME } from "./describe-threat.ts"
import { findThreat } from "./find-threat.ts"
import { audienceOf, isPublicAudience, type WarningDraft } from "./find-warnings.ts"
import type { WarningWords } from "./warning-words.ts"

/** What every rule is given: one verb or noun of a sentence, quoted or not. */
interface Place {
  readonly analysis: Analysis
  readonly statements: readonly Statement[]
  readonly words: WarningWords
  readonly speech: SpeechWords
  readonly sentence: Sentence
  readonly token: Token
}

type NoticeRule = (place: Place) => WarningDraft | WarningDraft[] | undefined

const INFORMATION =
  /^(?:information|intelligence|warnings?|details|tip|tips|tip-off|evidence|intel|notice|alert|alerts)$/i
const PUBLISHED = /^(?:advisory|advisories|warning|warnings|alert|alerts|notice|bulletin|guidance|statement)$/i
const ASSESSED = /^(?:assessment|assessments|report|estimate|review|study|outlook|survey|analysis)$/i
const RULES: readonly NoticeRule[] = [
  sharedInformation,
  issuedAdvisory,
  releasedAssessment,
  warnedOf,
  warningNoun,
  raisedLevel,
]

/** Notices, advisories, published assessments and raised levels of alert that the report tells of as deeds, in its own words or in a quotation. */
export function findNotices(
  analysis: Analysis,
  statements: readonly Statement[],
  words: WarningWords,
  speech: SpeechWords,
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
  if (!threat) return undefined
  const audience = phraseAfter(place, /^(?:with|to)$/i, token.index + 1, threat.harm.index)
  const issuer = issuerOfVerb(place)
  if (!issuer || !audience) return undefined
  return draftOf(place, { kind: "notice", issuer, audience, channel: "private", threat, range: threatRange })
}

/** "issued a public advisory to citizens", "put out an alert" */
function issuedAdvisory(place: Place): WarningDraft | undefined {
  const { analysis, token, sentence, words } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:issue|publish|release|post|put|send|circulate|reissue|renew|update)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  const noun = objectOf(place, 7, PUBLISHED) ?? passiveSubject(place, PUBLISHED)
  if (!noun || isMasked(place, noun)) return undefined
  const range = behind(analysis, Math.max(noun.index, token.index) + 1, sentence) ?? {
    first: sentence.firstToken,
    last: sentence.lastToken,
  }
  const threat = findThreat(analysis, range, words, "warned")
  const isStatement = /^statement$/i.test(noun.text)
  if (isStatement && !threat) return undefined
  const from = Math.max(noun.index, token.index) + 1
  const audience = phraseAfter(place, /^to$/i, from, sentence.lastToken) ?? publicAfter(place, from)
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
  if (
    token.upos !== "VERB" ||
    !/^(?:warn|alert|tip|notify|inform|caution)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  const range = behind(analysis, token.index + 1, sentence, /^(?:of|about|against|that|to|over)$/i)
  const threat =
    range && findThreat(analysis, range, words, /^(?:warn|alert|tip|caution)$/.test(token.lemma) ? "warned" : "said")
  if (!threat) return undefined
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
  const issuer = object ? issuerOfVerb(place) : agentOf(place, range.first - 1)
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

/** "raised its alert level", "increased their security levels" */
function raisedLevel(place: Place): WarningDraft[] | undefined {
  const { analysis, token, sentence } = place
  if (
    token.upos !== "VERB" ||
    !/^(?:raise|increase|elevate|heighten|lift|upgrade)$/.test(token.lemma) ||
    isDenied(analysis, token)
  )
    return undefined
  for (let at = token.index + 1; at < Math.min(sentence.lastToken, token.index + 9); at++) {
    const level = analysis.tokens[at]!
    if (/^[,;.]$/.test(level.text)) return undefined
    if (!/^(?:level|levels|alert|status)$/i.test(level.text)) continue
    const between = analysis.tokens.slice(token.index + 1, at + 1).map(one => one.text.toLowerCase())
    if (!between.some(word => /^(?:alert|threat|security|terror|terrorism|readiness|warning)$/.test(word)))
      return undefined
    const parts = {
      kind: "alert-level",
      audience: undefined,
      channel: "public",
      threat: undefined,
      range: { first: token.index, last: at + 1 },
    } as const
    const issuers = [issuerOfVerb(place), ...otherSubjects(place)].filter(issuer => issuer !== undefined)
    return issuers.map(issuer => draftOf(place, { ...parts, issuer }))
  }
  return undefined
}

interface Parts {
  readonly kind: WarningMention["kind"]
  readonly issuer: WarningMention["issuer"]
  readonly audience: NounPhrase | undefined
  readonly channel: WarningMention["channel"]
  readonly threat: WarningDraft["threat"]
  readonly range: Range
}

function draftOf({ analysis, sentence, token, statements }: Place, parts: Parts): WarningDraft {
  const { report } = analysis
  const statement = statements.find(one => one.evidence.some(evidence => contains(evidence.span, token)))
  const audience = parts.audience && evidenceAt(report, spanOfRange(analysis, parts.audience))
  return {
    kind: parts.kind,
    issuer: parts.issuer,
    audience: audience ? [audienceOf(analysis, audience)] : [],
    channel: parts.channel,
    issued: issuedIn(analysis, sentence, token, parts) ?? UNKNOWN_TIME,
    range: parts.range,
    threat: parts.threat,
    evidence: [clauseOf(analysis, sentence, token, parts)],
    ...(statement && { statementId: statement.id }),
    rule: "",
  }
}

/** The words of the notice: its sentence, without the words that say who tells of it. */
function clauseOf(analysis: Analysis, sentence: Sentence, token: Token, parts: Parts): Evidence {
  const { tokens, report } = analysis
  let first = sentence.firstToken
  let last = sentence.lastToken
  // Within a quotation only the quoted words.
  const quotation = analysis.quotations.find(one => one.start <= token.start && token.end <= one.end)
  const span: Span = { start: tokens[first]!.start, end: tokens[last - 1]!.end }
  if (quotation) {
    const start = Math.max(span.start, quotation.inner.start)
    const end = Math.min(span.end, quotation.inner.end)
    return evidenceAt(report, trimmed(report.text, start, end))
  }
  while (first < token.index && tokens[first]!.upos === "PUNCT") first++
  if (parts.threat && parts.threat.last < last && sentence.lastToken - sentence.firstToken > 60)
    last = parts.threat.last
  return evidenceAt(report, trimmed(report.text, tokens[first]!.start, tokens[last - 1]!.end))
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /[\s,;:]/.test(text[start]!)) start++
  while (start < end && /[\s,;:.]/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : { start: from, end: to }
}

/** A time of the same sentence that goes with the deed: not one that lies in the threat, nor after "before". */
function issuedIn(analysis: Analysis, sentence: Sentence, token: Token, parts: Parts): Time | undefined {
  const { threat } = parts
  const harmSpan = threat && spanOfRange(analysis, { first: threat.harm.index, last: threat.last })
  const candidates = analysis.times.filter(
    time =>
      sentence.start <= time.start &&
      time.end <= sentence.end &&
      time.time.precision !== "unknown" &&
      time.duration === undefined &&
      !(
        harmSpan &&
        harmSpan.start <= time.start &&
        time.end <= harmSpan.end &&
        !isLast(analysis, time.end, sentence)
      ) &&
      !/\b(?:before|ahead of|prior to|in advance of|since|until)\s+(?:the\s+)?(?:\w+\s+){0,3}$/i.test(
        analysis.report.text.slice(Math.max(sentence.start, time.start - 40), time.start),
      ),
  )
  // The nearest to the verb.
  const distance = (time: Span) => Math.min(Math.abs(time.start - token.end), Math.abs(token.start - time.end))
  return candidates.sort((a, b) => distance(a) - distance(b))[0]?.time
}

function isLast(analysis: Analysis, end: number, sentence: Sentence): boolean {
  return analysis.report.text.slice(end, sentence.end).replace(/[\s.,"”’»]/g, "") === ""
}

function isDenied(analysis: Analysis, token: Token): boolean {
  const children = childrenOf(analysis, token)
  if (children.some(child => /^(not|n['’]t|never)$/i.test(child.text))) return true
  const auxiliary = children.filter(child => hasRelation(child, "aux")).map(child => child.text.toLowerCase())
  return (
    auxiliary.some(text => /^(should|could|would|may|might|must|can|will)$/.test(text)) ||
    (token.xpos === "VB" && children.some(child => child.deprel === "mark") && !auxiliary.includes("had"))
  )
}

function isMasked(place: Place, noun: Token): boolean {
  const { analysis, words } = place
  const around = analysis.tokens
    .slice(Math.max(0, noun.index - 4), noun.index + 3)
    .map(token => token.text.toLowerCase())
    .join(" ")
    .replaceAll(" - ", "-")
  return (
    words.notWarnings.some(phrase => around.includes(phrase)) || /\b(?:no|without)\s+(?:\w+\s+)?warning/.test(around)
  )
}

function objectOf({ analysis, token, sentence }: Place, reach: number, pattern: RegExp): Token | undefined {
  for (let at = token.index + 1; at < Math.min(sentence.lastToken, token.index + reach); at++) {
    const one = analysis.tokens[at]!
    if (/^[,;.]$/.test(one.text)) return undefined
    if (pattern.test(one.text) && one.upos !== "VERB") return one
    if (one.upos === "VERB" && one.xpos !== "VBG" && one.xpos !== "VBN") return undefined
  }
  return undefined
}

function passiveSubject({ analysis, token }: Place, pattern: RegExp): Token | undefined {
  return childrenOf(analysis, token, "nsubj:pass").find(child => pattern.test(child.text))
}

/** The words behind, from the first of the given openers (or of the usual ones) to the end of the sentence. */
function behind(
  analysis: Analysis,
  from: number,
  sentence: Sentence,
  openers = /^(?:of|about|that|on|regarding|concerning|against|over|warning|saying|urging)$/i,
): Range | undefined {
  for (let at = from; at < Math.min(sentence.lastToken - 1, from + 14); at++)
    if (openers.test(analysis.tokens[at]!.text) && !isTimeStart(analysis, at + 1))
      return { first: at + 1, last: endOfWords(analysis, at, sentence) }
  return undefined
}

function phraseAfter(
  { analysis, sentence }: Place,
  preposition: RegExp,
  from: number,
  highest: number,
): NounPhrase | undefined {
  for (let at = from; at < Math.min(highest, from + 14); at++) {
    if (!preposition.test(analysis.tokens[at]!.text) || isTimeStart(analysis, at + 1)) continue
    const noun = nounFrom(analysis, at + 1, Math.min(highest, sentence.lastToken))
    if (noun === undefined) continue
    const phrase = nounPhraseAt(analysis, noun, at + 1, Math.min(highest, sentence.lastToken))
    let { last } = phrase
    for (let index = phrase.head + 1; index < last; index++)
      if (
        /^(?:about|of|on|that|before|after|warning|over)$/i.test(analysis.tokens[index]!.text) &&
        analysis.tokens[index]!.text.toLowerCase() !== "of"
      )
        last = index
    return { head: phrase.head, first: phrase.first, last }
  }
  return undefined
}

function nounFrom(analysis: Analysis, from: number, highest: number): number | undefined {
  for (let at = from; at < Math.min(highest, from + 6); at++) {
    const token = analysis.tokens[at]!
    if (token.upos === "VERB" && token.xpos === "VB") return undefined
    if (!/^(NOUN|PROPN|PRON)$/.test(token.upos)) continue
    let head = at
    while (
      head + 1 < highest &&
      /^(NOUN|PROPN)$/.test(analysis.tokens[head + 1]!.upos) &&
      !isTimeStart(analysis, head + 1)
    )
      head++
    return head
  }
  return undefined
}

/** "warned Iranian officials about": the noun right behind the verb when the parse has no object. */
function hearerBehind({ analysis, token, sentence }: Place): Token | undefined {
  const at = nounFrom(analysis, token.index + 1, Math.min(sentence.lastToken, token.index + 8))
  if (at === undefined) return undefined
  for (let index = token.index + 1; index < at; index++)
    if (
      /^(?:of|about|that|against|to|off)$/i.test(analysis.tokens[index]!.text) &&
      analysis.tokens[index]!.text.toLowerCase() !== "off"
    )
      return undefined
  return analysis.tokens[at]
}

function agentOf(place: Place, highest = place.sentence.lastToken): WarningMention["issuer"] | undefined {
  const phrase = phraseAfter(place, /^by$/i, place.token.index + 1, highest)
  return phrase && issuerAt(place, phrase)
}

/** Who did it: the subject of the verb; "we" in a quotation is the body that speaks. */
function issuerOfVerb(place: Place): WarningMention["issuer"] | undefined {
  const { analysis, token, sentence } = place
  if (childrenOf(analysis, token, "aux:pass").length > 0) return agentOf(place)
  for (let verb: Token | undefined = token, steps = 0; verb && steps < 3; steps++) {
    const subject = childrenOf(analysis, verb, "nsubj").find(child => child.index < token.index)
    if (subject)
      return issuerAt(
        place,
        nounPhraseAt(analysis, subject.index, sentence.firstToken, Math.max(subject.index + 1, token.index)),
      )
    if (!["conj", "xcomp", "advcl", "acl", "parataxis"].some(deprel => hasRelation(verb!, deprel))) break
    // "with Italy having raised": the noun it modifies.
    const head: Token | undefined = analysis.tokens[verb.head]
    if (head && hasRelation(verb, "acl") && head.index < token.index && /^(NOUN|PROPN)$/.test(head.upos))
      return issuerAt(place, nounPhraseAt(analysis, head.index, sentence.firstToken, token.index))
    verb = head
  }
  let at = token.index - 1
  while (sentence.firstToken <= at && /^(AUX|ADV|PART)$/.test(analysis.tokens[at]!.upos)) at--
  const before = analysis.tokens[at]
  if (at < sentence.firstToken || !before || !/^(NOUN|PROPN|PRON)$/.test(before.upos)) return undefined
  return issuerAt(place, nounPhraseAt(analysis, at, sentence.firstToken, token.index))
}

function issuerAt(place: Place, phrase: NounPhrase): WarningMention["issuer"] | undefined {
  const { analysis, statements, token, speech } = place
  const head = analysis.tokens[phrase.head]!
  const statement = statements.find(one => one.evidence.some(evidence => contains(evidence.span, token)))
  const text = head.text.toLowerCase()
  if (/^(we|i|us|our)$/.test(text)) return statement && speakingBody(place, statement)
  const mention = mentionIn(analysis, phrase)
  const entity = mention && analysis.entities[mention.entity]
  if (head.upos === "PRON" || head.upos === "DET") {
    if (entity && entity.mentions.some(one => one.form !== "pronoun")) return { entityId: entity.id, name: entity.name }
    // "Officials said they had warned": the speaker.
    return /^(they|he|she|it)$/.test(text) && statement ? issuerOfSpeaker(statement) : undefined
  }
  if (entity && mention.form === "name" && entity.type !== "event-name") {
    const role = entity.roles[0]?.role
    return { entityId: entity.id, name: entity.name, ...(role && { role }) }
  }
  const isSource =
    head.upos === "PROPN" || speech.people.has(text) || speech.bodies.has(text) || speech.documents.has(text)
  return isSource ? { name: textOf(analysis, phrase), ...(entity && { entityId: entity.id }) } : undefined
}

function issuerOfSpeaker({ speaker }: Statement): WarningMention["issuer"] {
  return {
    name: speaker.name,
    ...(speaker.entityId && { entityId: speaker.entityId }),
    ...(speaker.role && { role: speaker.role }),
  }
}

/** "We" of a spokeswoman is the body named as subject before in the same quotation, else she herself. */
function speakingBody(place: Place, statement: Statement): WarningMention["issuer"] {
  const { analysis, token, speech } = place
  for (const evidence of statement.evidence)
    for (const one of analysis.tokens) {
      if (one.start < evidence.span.start || evidence.span.end < one.end || token.index <= one.index) continue
      if (!hasRelation(one, "nsubj") || !speech.bodies.has(one.text.toLowerCase())) continue
      const sentence = analysis.sentences[one.sentence]!
      const phrase = nounPhraseAt(analysis, one.index, sentence.firstToken, one.index + 1)
      const mention = mentionIn(analysis, phrase)
      return { name: textOf(analysis, phrase), ...(mention && { entityId: analysis.entities[mention.entity]!.id }) }
    }
  return issuerOfSpeaker(statement)
}

/** Whose warning it is: "American warnings", "the embassy's warning", "a warning from Oslo", "warnings issued by officials". */
function ownerOf(place: Place): WarningMention["issuer"] | undefined {
  const { analysis, token, sentence, speech } = place
  const from = phraseAfter(place, /^(?:from|by)$/i, token.index + 1, Math.min(sentence.lastToken, token.index + 6))
  if (from) return issuerAt(place, from)
  for (let at = token.index - 1; Math.max(sentence.firstToken, token.index - 6) <= at; at--) {
    const one = analysis.tokens[at]!
    if (/^['’]s?$/.test(one.text)) continue
    const mention = analysis.mentions.find(other => other.end === one.end)
    const entity = mention && analysis.entities[mention.entity]
    if (
      entity &&
      mention.form === "name" &&
      ["organization", "place", "nationality", "person", "armed-group"].includes(entity.type)
    )
      return {
        entityId: entity.id,
        name: entity.type === "nationality" ? (entity.place?.name ?? entity.name) : entity.name,
      }
    if (
      one.upos === "PROPN" ||
      speech.bodies.has(one.text.toLowerCase()) ||
      (one.upos === "ADJ" && /^\p{Lu}/u.test(one.text))
    )
      return { name: one.text }
    if (!/^(ADJ|NOUN|CCONJ|ADV|DET)$/.test(one.upos)) return undefined
  }
  return undefined
}

function isPublicWord(analysis: Analysis, noun: Token): boolean {
  return analysis.tokens
    .slice(Math.max(0, noun.index - 4), noun.index)
    .some(token => /^(public|travel|security)$/i.test(token.text))
}

function textOf(analysis: Analysis, range: Range): string {
  const span = spanOfRange(analysis, range)
  return analysis.report.text.slice(span.start, span.end)
}

/** The end of the sentence, or of the quotation the words stand in. */
function endOfWords(analysis: Analysis, at: number, sentence: Sentence): number {
  const token = analysis.tokens[at]!
  const quotation = analysis.quotations.find(one => one.start <= token.start && token.end <= one.end)
  if (!quotation) return sentence.lastToken
  let last = at + 1
  while (last < sentence.lastToken && analysis.tokens[last]!.end <= quotation.inner.end) last++
  return last
}

/** "Italy and France have raised": those that stand beside the subject. */
function otherSubjects(place: Place): (WarningMention["issuer"] | undefined)[] {
  const { analysis, token, sentence } = place
  const head = analysis.tokens[token.head]
  const subject = childrenOf(analysis, token, "nsubj")[0] ?? (head && hasRelation(token, "acl") ? head : undefined)
  if (!subject) return []
  return childrenOf(analysis, subject, "conj")
    .filter(child => child.index < token.index)
    .map(child =>
      issuerAt(place, { ...nounPhraseAt(analysis, child.index, sentence.firstToken, token.index), first: child.index }),
    )
}

/** "an alert for travelers": only people; "for the northern province" is what it is about. */
function publicAfter(place: Place, from: number): NounPhrase | undefined {
  const phrase = phraseAfter(place, /^for$/i, from, place.sentence.lastToken)
  return phrase && isPublicAudience(textOf(place.analysis, phrase), place.words) ? phrase : undefined
}
