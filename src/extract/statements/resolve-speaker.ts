import type { Statement } from "../../core/reading.ts"
import { evidenceAt } from "../../core/span.ts"
import type { Analysis, EntityMention } from "../../english/analysis.ts"
import type { Passages } from "./passages.ts"
import { type NounPhrase, nounPhraseAt, type Range, spanOfRange } from "./phrase.ts"
import type { SpeechWords } from "./speech-words.ts"

export type Speaker = Statement["speaker"]

/** One who holds a post: with "the" he is known from elsewhere. */
const DEFINITE = /^(?:adviser|advisor|analyst|commander|expert|fighter|militant|officer|diplomat)$/

const COURTESY = /^(?:mr|mrs|ms|miss|messrs|mx)\.?$/i

/** Who a noun phrase names: the entity with its fullest name, or the words themselves; and the role this report gives. */
export function resolveSpeaker(within: Passages, phrase: NounPhrase, words: SpeechWords): Speaker {
  const { analysis } = within
  const { report } = analysis
  const named = nameInExtra(analysis, phrase, words)
  if (named) return named
  const mention = mentionIn(analysis, phrase)
  const entity = mention && analysis.entities[mention.entity]
  const span = spanOfRange(analysis, phrase)
  const said = report.text.slice(span.start, span.end)
  const isNamed = entity !== undefined && (entity.mentions.some(one => one.form === "name") || mention?.form === "name")
  if (entity && isNamed) {
    const role = roleIn(analysis, phrase, mention!, words) ?? roleElsewhere(within, mention!, words)
    const isLone = mention!.form !== "name"
    return {
      entityId: entity.id,
      name: entity.name,
      ...(role && { role }),
      anonymous: false,
      evidence: evidenceAt(report, isLone ? { start: mention!.start, end: mention!.end } : span),
    }
  }
  const head = analysis.tokens[phrase.head]!
  const isPronoun = head.upos === "PRON" || head.upos === "DET"
  const name = isPronoun && entity ? entity.name : said
  const role = phrase.extra && !isPronoun ? roleText(analysis, phrase.extra, words) : undefined
  return {
    ...(entity && { entityId: entity.id }),
    name,
    ...(role && { role }),
    anonymous: isAnonymous(name, words),
    evidence: evidenceAt(report, span),
  }
}

/** "The director of the agency, Ana Diaz, said": the name stands in the apposition, the role before it. */
function nameInExtra(analysis: Analysis, phrase: NounPhrase, words: SpeechWords): Speaker | undefined {
  const { extra } = phrase
  if (!extra || analysis.tokens[phrase.head]!.upos === "PROPN" || analysis.tokens[extra.first - 1]!.text !== ",")
    return undefined
  let at = extra.first
  while (at + 1 < extra.last && words.titles.has(analysis.tokens[at]!.text.toLowerCase().replace(/\.$/, ""))) at++
  const start = analysis.tokens[at]!.start
  const mention = analysis.mentions.find(
    one => one.start <= start && start < one.end && one.type === "person" && one.form === "name",
  )
  const body = mention ? undefined : bodyNamedBy(analysis, extra)
  if (body) return body
  const entity = mention && analysis.entities[mention.entity]
  if (!mention || !entity || analysis.tokens[extra.last - 1]!.end < mention.end) return undefined
  const span = spanOfRange(analysis, phrase)
  const role = analysis.report.text.slice(span.start, span.end).replace(/^(?:the|an?)\s+/i, "")
  return {
    entityId: entity.id,
    name: entity.name,
    role,
    anonymous: false,
    evidence: evidenceAt(analysis.report, { start: mention.start, end: mention.end }),
  }
}

/** "The movement's northern affiliate, the Sella Column, said": all that stands between the commas is the name of a body. */
function bodyNamedBy(analysis: Analysis, extra: Range): Speaker | undefined {
  const { start, end } = spanOfRange(analysis, extra)
  const text = analysis.report.text.slice(start, end)
  const from = start + (/^the\s+/i.exec(text)?.[0].length ?? 0)
  const named = analysis.mentions.find(
    one =>
      (one.type === "armed-group" || one.type === "organization") &&
      one.form === "name" &&
      one.start === from &&
      one.end === end,
  )
  const entity = named && analysis.entities[named.entity]
  return (
    entity && {
      entityId: entity.id,
      name: entity.name,
      anonymous: false,
      evidence: evidenceAt(analysis.report, { start: from, end }),
    }
  )
}

/** People who are told of without a name: "two residents", "a senior official". A body such as "the ministry" has a name of its own. */
function isAnonymous(name: string, words: SpeechWords): boolean {
  const core = name
    .toLowerCase()
    .split(/\s+(?:of|from|at|in|with|for|who|on|to|close|inside|within|briefed|familiar)\s+/)[0]!
  const last = core
    .split(/\s+/)
    .at(-1)!
    .replace(/[^\p{L}-]/gu, "")
  if (/^(?:others|some|many|several|one|another)$/.test(core)) return true
  // "a shopkeeper", "two nurses" are somebody; "the commander" is one whom the report has told of.
  if (/^(?:an?|one|two|three|four|five|\d+|several|some|many|other|another)\s/.test(core) && words.people.has(last))
    return true
  return words.anonymous.has(last) && !(/^(?:the|his|her|their|its)\s/.test(core) && DEFINITE.test(last))
}

/** The mention a phrase is about: a person's name in it, else the mention with its head. "Taliban spokesman Ahmad Noor" is Ahmad Noor. */
export function mentionIn(analysis: Analysis, phrase: NounPhrase): EntityMention | undefined {
  const span = spanOfRange(analysis, phrase)
  const inside = analysis.mentions.filter(mention => span.start <= mention.start && mention.end <= span.end)
  const byHead = inside.find(mention => mention.headToken === phrase.head)
  const person = inside.findLast(
    mention =>
      mention.type === "person" &&
      mention.form === "name" &&
      !isPossessor(analysis, mention) &&
      isInCore(analysis, phrase, mention),
  )
  if (person && (byHead?.form !== "name" || byHead.type !== "person")) return person
  if (byHead) return byHead
  const covering = analysis.mentions.find(mention => mention.start <= span.start && span.end <= mention.end)
  return (
    covering ??
    inside.find(mention => mention.end === span.end && isInCore(analysis, phrase, mention) && mention.form === "name")
  )
}

function isPossessor(analysis: Analysis, mention: EntityMention): boolean {
  const next = analysis.tokens.find(token => mention.end <= token.start)
  return next !== undefined && /^['’]s?$/.test(next.text)
}

/** Not behind a preposition: in "a spokesman for Ana Diaz" the spokesman speaks. */
function isInCore(analysis: Analysis, phrase: NounPhrase, mention: EntityMention): boolean {
  for (let at = phrase.first; at < phrase.last && analysis.tokens[at]!.start < mention.start; at++)
    if (analysis.tokens[at]!.upos === "ADP" && at > phrase.head) return false
  return true
}

/** The role that stands with the name right here. */
function roleIn(
  analysis: Analysis,
  phrase: NounPhrase,
  mention: EntityMention,
  words: SpeechWords,
): string | undefined {
  if (mention.type !== "person" || mention.form !== "name") return undefined
  if (phrase.extra) {
    const role = roleText(analysis, phrase.extra, words)
    if (role) return role
  }
  const { text } = analysis.report
  const span = spanOfRange(analysis, phrase)
  const after = text.slice(mention.end, span.end).trim()
  if (/^(?:of|from|with|at)\s/.test(after)) return after.replace(/^(?:of|from|with|at)\s+/, "")
  const before = text
    .slice(span.start, mention.start)
    .trim()
    .replace(/^(?:the|a|an)\s+/i, "")
  const isRole = before.split(/[\s,]+/).some(word => isRoleWord(word.toLowerCase().replace(/\.$/, ""), words))
  return isRole && !COURTESY.test(before) && /\p{L}/u.test(before) && 2 < before.length ? before : undefined
}

/** The words of an apposition when they name a role: not an age, not a clause of its own. */
function roleText(analysis: Analysis, range: Range, words: SpeechWords): string | undefined {
  const tokens = analysis.tokens.slice(range.first, range.last)
  if (/^(who|which|whose)$/i.test(tokens[0]!.text)) return undefined
  const isRole = tokens.some(token => isRoleWord(token.text.toLowerCase(), words))
  if (!isRole && analysis.tokens[range.first - 1]?.text !== "(") return undefined
  if (!tokens.some(token => /^(NOUN|PROPN)$/.test(token.upos))) return undefined
  const span = spanOfRange(analysis, range)
  return analysis.report.text.slice(span.start, span.end).replace(/[.,;\s]+$/, "")
}

function isRoleWord(word: string, words: SpeechWords): boolean {
  return (
    words.people.has(word) ||
    words.titles.has(word) ||
    /(?:ist|man|woman|person|ologist|crat|ian|er|or|ier|ee)$/.test(word)
  )
}

/** The role given at another mention of the same entity in this report; the longest one wins, the first among equals. */
function roleElsewhere(within: Passages, mention: EntityMention, words: SpeechWords): string | undefined {
  const { analysis } = within
  const entity = analysis.entities[mention.entity]!
  let best: string | undefined
  for (const other of analysis.mentions) {
    if (other.entity !== mention.entity || other.form !== "name" || other.type !== "person") continue
    const token = analysis.tokens[other.headToken]
    const sentence = token && analysis.sentences[token.sentence]
    if (!sentence) continue
    const last = analysis.tokens.findLast(one => one.end <= other.end && other.start <= one.start)
    if (!last) continue
    const head = Math.max(token.index, last.index)
    const phrase = nounPhraseAt(analysis, head, sentence.firstToken, sentence.lastToken)
    const first = analysis.tokens.findIndex(one => one.start === other.start)
    const role = roleIn(
      analysis,
      { ...phrase, first: Math.min(phrase.first, first < 0 ? phrase.first : first) },
      other,
      words,
    )
    if (role && (best === undefined || best.length < role.length)) best = role
  }
  const listed = entity.roles[0]
  return best ?? listed?.role
}
