import { daysOf, edtfOfDay } from "../../core/edtf.ts"
import type { LocalEntity } from "../../core/reading.ts"
import type { EntityRef, TextValue, Time } from "../../core/value.ts"
import type { Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation } from "../../english/tree.ts"
import { nounPhraseAt, type Range, spanOfRange } from "../statements/phrase.ts"
import {
  bodyAt,
  entityOf,
  type Found,
  found,
  isBody,
  mentionAt,
  type Place,
  patientOf,
  personAt,
  phraseBehind,
  refTo,
  timeBehind,
  valueFrom,
} from "./context.ts"

/** People who found bodies together. Lemmas. */
const FOUNDERS =
  /^(?:brother|sister|member|officer|student|teacher|veteran|exile|dissident|defector|fighter|cleric|farmer|soldier|commander|activist|smuggler|trafficker|preacher|scholar|settler|colonel|general|worker|priest|militant|rebel)$/
const FORMER =
  /\b(?:former|disaffected|breakaway|dissidents?|ex-|renegades?|disgruntled|disillusioned|splinter|breakaways?|defectors?|deserters?)\b/i

/** "founded in 2015 by former members of the Front", "Created in 2014, the group", "Ana Diaz founded the movement in 1988" */
export function founding(place: Place): Found[] {
  const { analysis, sentence, words } = place
  const results: Found[] = []
  for (const verb of place.tokens) {
    const isParticle = verb.lemma === "set" && analysis.tokens[verb.index + 1]?.text === "up"
    const lemma = verb.lemma.replace(/^co-?/, "")
    if (
      verb.upos !== "VERB" ||
      (!words.founding.includes(lemma) && !words.founding.includes(verb.lemma) && !isParticle)
    )
      continue
    const isPassive =
      childrenOf(analysis, verb, "aux:pass").length > 0 ||
      hasRelation(verb, "acl") ||
      (verb.xpos === "VBN" && childrenOf(analysis, verb, "nsubj").length === 0)
    if (isPassive) {
      const entity = patientOf(place, verb)
      if (!isBody(entity)) continue
      const time = timeBehind(place, verb.index + 1) ?? timeBeforeSubject(place, verb.index)
      if (time) results.push(found(place, entity, "founded", time.time, "foundedIn"))
      results.push(...founders(place, verb.index, entity.id))
    } else {
      const object = childrenOf(analysis, verb, "obj").find(child => verb.index < child.index)
      const entity = bodyAt(analysis, object) ?? bodyCalled(place, object)
      const subject = childrenOf(analysis, verb, "nsubj")[0]
      const founder = personAt(analysis, subject) ?? bodyAt(analysis, subject)
      const people = founder || !subject ? undefined : foundersAt(place, subject)
      if (!isBody(entity) || !object || founder?.id === entity.id || verb.xpos === "VBG") continue
      if (!founder && !people) continue
      if (
        !entity.mentions.some(
          mention =>
            mention.form === "name" && sentence.start <= mention.span.start && mention.span.end <= sentence.end,
        )
      )
        continue
      const value = founder ? refTo(analysis, founder, subject!) : people!
      results.push(found(place, entity, "founder", value, "foundedBy"))
      const time = timeBehind(place, object.index + 1, 6) ?? timeLast(place) ?? timeBeforeSubject(place, verb.index)
      if (time) results.push(found(place, entity, "founded", time.time, "foundedIn"))
    }
  }
  return results
}

/** "Three brothers", "former members of the Front": founders without a name. */
function foundersAt(place: Place, subject: Token): TextValue | undefined {
  if (subject.xpos !== "NNS" || !FOUNDERS.test(subject.lemma)) return undefined
  const phrase = nounPhraseAt(place.analysis, subject.index, place.sentence.firstToken, subject.index + 8)
  const value = valueFrom(place, phrase)
  return value.kind === "text" ? value : undefined
}

/** A time that ends the sentence. */
function timeLast({ analysis, sentence }: Place) {
  const mention = analysis.times.findLast(
    time =>
      sentence.start <= time.start &&
      sentence.end - 2 <= time.end &&
      time.end <= sentence.end &&
      time.duration === undefined,
  )
  return mention && mention.time.precision !== "unknown" ? { time: mention.time, span: mention } : undefined
}

/** "founded the cartel, known as Los Tres", "formed a new group, the Wolves": the name behind a common noun. */
function bodyCalled(place: Place, object: Token | undefined): LocalEntity | undefined {
  if (!object || !place.words.groupNouns.includes(object.text.toLowerCase())) return undefined
  const { analysis, sentence } = place
  const mention = analysis.mentions.find(
    one =>
      object.end < one.start &&
      one.end <= sentence.end &&
      one.form === "name" &&
      isBody(entityOf(analysis, one)) &&
      /^,?\s+(?:(?:now\s+|also\s+)?(?:known\s+as|called|named|dubbed)\s+|)["“‘]?(?:the\s+)?$/iu.test(
        analysis.report.text.slice(object.end, one.start),
      ),
  )
  return entityOf(analysis, mention)
}

/** "by disaffected members of the Front": who founded it, and what they came from. */
function founders(place: Place, verb: number, entityId: string): Found[] {
  const { analysis, sentence } = place
  const entity = analysis.entities.find(one => one.id === entityId)!
  for (let at = verb + 1; at < Math.min(sentence.lastToken, verb + 12); at++) {
    const token = analysis.tokens[at]!
    if (/^[,;.]$/.test(token.text)) break
    if (!/^(by|from)$/i.test(token.text)) continue
    const phrase = phraseBehind(place, at + 1)
    if (!phrase) return []
    const whole = withOrigin(place, phrase)
    const value = firstPerson(place, phrase) ?? valueFrom(place, whole)
    const isBy = token.text.toLowerCase() === "by"
    if (
      value.kind === "entity" &&
      (value.entityId === entityId || value.type === "place" || value.type === "nationality")
    )
      return []
    // "by a group": nobody is told.
    const isSomebody =
      value.kind !== "text" ||
      !/^(?:an?|the)?\s*(?:group|men|people|persons|members|militants|fighters|activists)$/i.test(value.text)
    const results: Found[] = isBy && isSomebody ? [found(place, entity, "founder", value, "foundedBy")] : []
    const span = { start: spanOfRange(analysis, phrase).start, end: endOfFounders(place, phrase.first) }
    const origin = analysis.mentions.find(
      mention =>
        span.start <= mention.start &&
        /\b(?:of|from|in)\s+(?:the\s+)?["“«‘]?$/i.test(analysis.report.text.slice(span.start, mention.start)) &&
        mention.end <= span.end &&
        mention.form === "name" &&
        isBody(entityOf(analysis, mention)),
    )
    const from = entityOf(analysis, origin)
    if (origin && from && from.id !== entityId && FORMER.test(analysis.report.text.slice(span.start, span.end)))
      results.push(found(place, entity, "split-from", refTo(analysis, from, origin), "formerMembersOf"))
    return results
  }
  return []
}

/** "Ana Diaz and a dozen others": the one with a name. */
function firstPerson(place: Place, phrase: Range): EntityRef | undefined {
  const { analysis } = place
  const { start } = analysis.tokens[phrase.first]!
  const mention = analysis.mentions.find(one => one.start === start && one.type === "person" && one.form === "name")
  const person = entityOf(analysis, mention)
  return mention && person && refTo(analysis, person, mention)
}

/** "defectors from the Front": with what they came from. */
function withOrigin(place: Place, phrase: Range & { head: number }): Range & { head: number } {
  const { tokens } = place.analysis
  let { last } = phrase
  if (tokens[phrase.head]!.upos === "PROPN") return phrase
  while (/^(?:of|from)$/i.test(tokens[last]?.text ?? "")) {
    let end = last + 1
    while (
      end < place.sentence.lastToken &&
      (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[end]!.upos) ||
        tokens[end]!.deprel === "amod" ||
        /^["“”«»]$/.test(tokens[end]!.text))
    )
      end++
    if (end === last + 1) break
    last = end
  }
  return { ...phrase, last }
}

/** Where the list of founders ends: at a comma, a stop or a clause of its own. */
function endOfFounders(place: Place, from: number): number {
  const { tokens } = place.analysis
  let at = from
  while (at < place.sentence.lastToken && !/^[,;.]$/.test(tokens[at]!.text) && tokens[at]!.upos !== "VERB") at++
  return tokens[Math.max(from, at - 1)]!.end
}

/** "In 2014, the group was founded" */
function timeBeforeSubject(place: Place, verb: number) {
  const { analysis, sentence } = place
  const first = analysis.tokens[sentence.firstToken]!
  const mention = analysis.times.find(
    time =>
      sentence.start <= time.start &&
      time.start <= first.end + 8 &&
      time.end < analysis.tokens[verb]!.start &&
      time.duration === undefined,
  )
  return mention && mention.time.precision !== "unknown" ? { time: mention.time, span: mention } : undefined
}

/** "split from the Front in 2009", "a splinter group of the Front" */
export function splitFrom(place: Place): Found[] {
  const { analysis, sentence } = place
  const results: Found[] = []
  for (const token of place.tokens) {
    const next = analysis.tokens[token.index + 1]?.text.toLowerCase() ?? ""
    const isVerb =
      token.upos === "VERB" &&
      ((token.lemma === "split" && /^(from|off|with)$/.test(next)) ||
        (/^(break|splinter|separate|secede)$/.test(token.lemma) && /^(away|off|from|with)$/.test(next)))
    const isNoun = token.upos === "NOUN" && /^(splinter|offshoot|breakaway)$/i.test(token.text)
    const origins = wentFrom(place, token)
    if (origins) results.push(origins)
    if (!isVerb && !isNoun) continue
    const from = analysis.mentions.find(
      mention =>
        token.end <= mention.start &&
        mention.end <= sentence.end &&
        mention.start < token.end + 40 &&
        mention.form === "name" &&
        isBody(entityOf(analysis, mention)),
    )
    const origin = entityOf(analysis, from)
    const subject = isVerb ? patientOf(place, token) : subjectBefore(place, token.index)
    if (!from || !origin || !isBody(subject) || subject.id === origin.id) continue
    results.push(
      found(place, subject, "split-from", refTo(analysis, origin, from), isVerb ? "splitFrom" : "splinterOf"),
    )
    const time = isVerb
      ? analysis.times.find(
          one => from.end <= one.start && one.start < from.end + 6 && one.time.precision !== "unknown",
        )
      : undefined
    if (time) results.push(found(place, subject, "founded", time.time, "splitIn"))
  }
  return results
}

/** "the Front, from which the Brigade broke away" */
function wentFrom(place: Place, token: Token): Found | undefined {
  const { analysis, sentence } = place
  if (token.upos !== "VERB" || !/^(split|break|splinter|separate|secede)$/.test(token.lemma)) return undefined
  const subject = childrenOf(analysis, token, "nsubj").find(child => child.index < token.index)
  const body = bodyAt(analysis, subject)
  const which = analysis.tokens.findLast(
    one =>
      sentence.firstToken < one.index &&
      one.index < token.index &&
      one.text.toLowerCase() === "which" &&
      analysis.tokens[one.index - 1]!.text.toLowerCase() === "from",
  )
  if (!which || !subject || subject.index < which.index || !isBody(body)) return undefined
  const start = analysis.tokens[which.index - 1]!.start
  const from = analysis.mentions.findLast(
    one =>
      sentence.start <= one.start &&
      one.end <= start &&
      start - one.end < 60 &&
      one.form === "name" &&
      isBody(entityOf(analysis, one)),
  )
  const origin = entityOf(analysis, from)
  if (!from || !origin || origin.id === body.id) return undefined
  return found(place, body, "split-from", refTo(analysis, origin, from), "fromWhich")
}

function subjectBefore(place: Place, at: number) {
  const { analysis, sentence } = place
  const before = analysis.mentions.findLast(
    mention =>
      sentence.start <= mention.start &&
      mention.end <= analysis.tokens[at]!.start &&
      isBody(entityOf(analysis, mention)),
  )
  if (!before) return undefined
  const between = analysis.report.text.slice(before.end, analysis.tokens[at]!.start)
  return /^(?:,|\s+(?:is|was|are|were|,))\s*(?:an?|the)?\s*(?:[\p{L}-]+\s+){0,4}$/u.test(between)
    ? entityOf(analysis, before)
    : undefined
}

/** "Roughly a decade old, the group": the year of the report less the age; the year is about right only. */
export function ageOfBody(place: Place): Found[] {
  const { analysis, sentence } = place
  const text = analysis.report.text.slice(sentence.start, sentence.end)
  const match =
    /\b(?:(roughly|about|around|nearly|almost|some)\s+)?(a|one|two|three|four|five|six|\d+)[\s-]+(decade|year)s?[\s-]old\b/i.exec(
      text,
    )
  const published = daysOf(analysis.report.published?.time.edtf ?? "")
  if (!match || !published) return []
  const numbers: Record<string, number> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 }
  const years = (numbers[match[2]!.toLowerCase()] ?? Number(match[2])) * (match[3]!.toLowerCase() === "decade" ? 10 : 1)
  const start = sentence.start + match.index
  const isOpening = match.index === 0
  const mention = isOpening
    ? analysis.mentions.find(
        one =>
          start + match[0].length < one.start &&
          one.start <= start + match[0].length + 6 &&
          isBody(entityOf(analysis, one)),
      )
    : analysis.mentions.find(
        one =>
          one.start <= start + match[0].length + 25 &&
          start + match[0].length < one.start &&
          /^[\s\p{L}]*$/u.test(analysis.report.text.slice(start + match[0].length, one.start)) &&
          isBody(entityOf(analysis, one)),
      )
  const entity = entityOf(analysis, mention)
  if (!isBody(entity)) return []
  const year = Number(edtfOfDay(published.first).slice(0, 4)) - years
  const time: Time = {
    kind: "time",
    edtf: `${year}~`,
    precision: "year",
    text: match[0],
    method: "relative-to-publication",
  }
  return [found(place, entity, "founded", time, "ageOfBody")]
}

/** "is named after an old term for the region" */
export function namedAfter(place: Place): Found[] {
  const { analysis } = place
  for (const token of place.tokens) {
    const next = analysis.tokens[token.index + 1]?.text ?? ""
    const tookName =
      token.text.toLowerCase() === "name" &&
      /^from$/i.test(next) &&
      /^(?:take|derive|get|draw)$/.test(analysis.tokens[token.head]?.lemma ?? "")
    if (!tookName && !(/^named$/i.test(token.text) && /^(after|for)$/i.test(next))) continue
    const entity =
      patientOf(place, tookName ? analysis.tokens[token.head]! : token) ??
      bodyAt(
        analysis,
        place.tokens.findLast(
          one =>
            one.index < token.index && mentionAt(analysis, one) !== undefined && /^(NOUN|PROPN|PRON)$/.test(one.upos),
        ),
      )
    const phrase = phraseBehind(place, token.index + 2)
    if (isBody(entity) && phrase) return [found(place, entity, "named-after", valueFrom(place, phrase), "namedAfter")]
  }
  return []
}
