import { idOf } from "../../core/id.ts"
import type { Outcome } from "../../core/problem.ts"
import type { Citation, Statement } from "../../core/reading.ts"
import type { Trace } from "../../core/rules.ts"
import { cover, evidenceAt, type Span } from "../../core/span.ts"
import type { SpeechPack } from "../../core/speech-pack.ts"
import type { Analysis, Sentence } from "../../english/analysis.ts"
import { mediumOf } from "../statements/media.ts"
import { type SpeechWords, speechWordsOf } from "../statements/speech-words.ts"
import { findCredits } from "./find-credits.ts"

/** Where the words "the newspaper" and "the report" were last said to lead. */
interface Memory {
  medium?: Cited
  readonly documents: Map<string, string>
}

type Cited = Pick<Citation, "source" | "known" | "kind">

/** Media of an armed group that speak for it. */
const GROUP_FAMILIES = new Set(["islamic-state-media", "shabaab-media"])
const NAME = '((?:the\\s+|a\\s+|an\\s+)?[^,;:.()“”"]{2,80}?)'
/** "on a website often used by militants" */
const MILITANT_SITE =
  /\b(?:on|by|in|from)\s+(?:an?|the|several)\s+((?:[\p{L}-]+\s+){0,2}?(?:websites?|forums?|channels?|site)\s+(?:often\s+|commonly\s+|frequently\s+|regularly\s+)?(?:used\s+by|linked\s+to|affiliated\s+with|close\s+to|run\s+by|associated\s+with)\s+(?:the\s+|an?\s+)?(?:militants?|jihadists?|group|rebels?|insurgents?|extremists?|Islamists?|militia|separatists?))/gu
/** Citations that are no statements of their own. The first group names the source. */
const PATTERNS: readonly { rule: string; pattern: RegExp }[] = [
  {
    rule: "reportedBy",
    pattern: new RegExp(
      `\\b(?:as\\s+)?(?:(?:first|originally|previously|earlier)\\s+)?(?:reported|quoted|revealed|disclosed|carried|published|obtained|seen|reviewed|cited|broadcast|aired)\\s+by\\s+${NAME}(?=[,;:.)“”"]|\\s+(?:on|in|as|that|which|last|this|said|says|shows?|to)\\b|$)`,
      "g",
    ),
  },
  {
    rule: "citing",
    pattern: new RegExp(
      `\\b(?:citing|quoting|quoted)\\s+${NAME}(?=[,;:.)“”"]|\\s+(?:on|as|that|which|stating|saying|who|said|says|stated)\\b|$)`,
      "g",
    ),
  },
  {
    rule: "toldMedium",
    pattern: new RegExp(
      `\\b(?:[Tt]old|(?:[Ss]poke|[Ss]peaking|[Tt]alking|disclosed[^.]{0,80}|said|statement|interview|email|interviewed|briefed)\\s+(?:to|with|by))\\s+${NAME}(?=[,;:.)“”"]|\\s+(?:on|in|as|that|last|this|by|via|from|after|before|during|at)\\b|$)`,
      "g",
    ),
  },
  {
    rule: "wroteIn",
    pattern: new RegExp(
      `\\b(?:wrote|writing|writes|written|published|appeared|printed|interview|article|op-ed|essay|column|commentary)\\s+(?:\\p{Ll}+\\s+){0,3}?in\\s+${NAME}(?=[,;:.)“”"]|\\s+(?:on|as|that|last|this|in|by|of)\\b|$)`,
      "gu",
    ),
  },
  {
    rule: "quotedBy",
    pattern:
      /(?:^|[,;“”"]\s*)((?:[Tt]he|[Aa]n?|[Tt]wo|[Oo]ne)\s+[^,;:.()“”"]{2,50}?)\s+(?:was|were)\s+(?:also\s+)?(?:quoted|cited)\s+(?:as\s+saying\s+)?(?:by|in|as)\b/g,
  },
  {
    rule: "documentTells",
    pattern:
      /(?:^|[,;“”"]\s*|\b(?:and|but)\s+)((?:(?:The|A|An|Two|Its|Their|the|a|an|its)\s+|[\p{Lu}][\p{L}.’']*(?:\s+[\p{Lu}][\p{L}.’']*){0,4}['’]s?\s+|(?=\p{Lu}\p{Ll}))(?:[\p{L}.’'-]+\s+){0,4}?(?:reports?|study|studies|survey|surveys|records|documents|indictment|affidavit|memo|memorandum|cable|cables|index|database|white paper|review|assessment|filing|filings|transcripts?|dossier|files|figures|data|statistics))(?:\s+(?:on|of|by|from|about|obtained|seen|reviewed|released|published|leaked|compiled|collected)\s[^,.;“”"]{2,60}?)?,?\s+(?:also\s+)?(?:says|shows?|showed|lists?|listed|blames?|blamed|finds|found|states?|stated|describes?|described|puts?|estimates?|estimated|concludes?|concluded|notes|noted|alleges?|alleged|reveals?|revealed|suggests?|suggested|indicates?|indicated|details|detailed|documents|documented|recorded|records|counts?|counted|warns?|warned|calls|called)\b/gu,
  },
  {
    rule: "accordingToDocument",
    pattern:
      /\b[Aa]ccording\s+to\s+((?:the\s+|an?\s+|its\s+|their\s+)?(?:[\p{L}.’'-]+\s+){0,5}?(?:report|study|survey|records|documents|indictment|affidavit|memo|cable|database|review|assessment|filing|data|statistics|Index|Database|Report|Survey|Review))\b/gu,
  },
  {
    rule: "inDocument",
    pattern:
      /\b[Ii]n\s+((?:an?|its|their|his|her|the)\s+(?:[\p{L}.-]+\s+){0,4}?(?:report|letter|study|memo|memorandum|affidavit|white paper|court filing|dossier|survey|indictment|cable))\b(?=[^.;]{0,70}\b(?:said|says|wrote|writes|warned|found|noted|stated|concluded|estimated|put|described|called|told|accused|alleged|listed)\b)/gu,
  },
  {
    rule: "groupsOwn",
    pattern:
      /\b(?:its|their|the\s+(?:group|rebels|militia|militants|movement|organi[sz]ation)['’]s?|\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+){0,3}['’]s?)\s+((?:(?:official|weekly|own|affiliated|propaganda|main)\s+)*(?:\p{Lu}[\p{L}’'-]+\s+){1,2}(?:media\s+(?:arm|wing|outlet|channel)|news\s+agency|Media|Telegram\s+channel)|(?:(?:official|weekly|own|propaganda|main)\s+)*(?:newspaper|radio\s+station|magazine|media\s+arm|media\s+wing|news\s+agency|newsletter),\s+[\p{Lu}][\p{L}’'-]+(?:[\s-]+(?:of\s+the\s+|of\s+)?[\p{Lu}][\p{L}’'-]+){0,3})/gu,
  },
  {
    rule: "militantSite",
    pattern: MILITANT_SITE,
  },
  {
    rule: "mediumReport",
    pattern: new RegExp(
      `\\b(?:in|by|from|to)\\s+${NAME}(?=\\s+(?:report|article|story|investigation|interview)\\b)`,
      "g",
    ),
  },
  {
    rule: "throughChannel",
    pattern:
      /\b(?:through|via|on|by|in)\s+(?:its|their|the\s+group['’]s)?\s*((?:official\s+|affiliated\s+)?(?:[A-Z][\w’'-]+\s+(?:News\s+Agency|news\s+agency|agency|magazine|newspaper|media|weekly)|Telegram(?:\s+(?:channel|account|app))?))/g,
  },
]
/** "The daily revealed on Monday": an outlet with a verb of reporting, also where the words themselves stand elsewhere. */
const MEDIUM_VERB =
  /((?:\p{Lu}[\p{L}\p{N}.'’&/-]*)(?:\s+(?:of|the|and|de|del|der|[\p{Lu}][\p{L}\p{N}.'’&/-]*)){0,5})(?:\s+(?:first|also|has|had|have|since|later|previously))*\s+(?:quoted|quotes|quoting|cited|cites|citing|reported|reports|revealed|reveals|disclosed|published|broke|aired|broadcast|said|says|wrote|writes|showed|shows|put|confirmed|carried)\b/gu
const UNNAMED =
  /\b((?:local|state|state-run|state-owned|national|foreign|international|regional|opposition|pro-government|semi-official)\s+(?:media|television|TV|radio|news\s+agency|news\s+agencies|broadcasters?|newspapers|outlets|press)|media\s+reports|news\s+agencies|(?:news|press)\s+reports)\b(?!\s+(?:ads?|advert\w*|campaign|shows?|series|debates?|audiences?|appearances?|stations?|personality|host|executives?|coverage|workers?|crews?))/i
const REPORTS =
  /\b(?:report(?:ed|s)?|said|says|say|quoted|according|citing|told|showed|aired|broadcast|carried|announced|cited)\b/i

/** All places where a report names where it has something from: lines of credit, and sentences that cite. In order of the words. */
export function findCitations(
  analysis: Analysis,
  statements: readonly Statement[],
  pack: SpeechPack,
  trace?: Trace,
): Outcome<Citation[]> {
  const words = speechWordsOf(pack)
  const { report } = analysis
  const found: Citation[] = findCredits(report, words)
  const creditBlocks = found
    .filter(one => one.scope === undefined && one.rule !== "dateline")
    .map(one => one.evidence.span)
  const memory: Memory = { documents: new Map() }
  for (const sentence of analysis.sentences) {
    if (
      sentence.block.label === "credit" ||
      creditBlocks.some(span => sentence.start <= span.start && span.end <= sentence.end)
    )
      continue
    const inSentence: Citation[] = []
    const add = (cited: Cited | undefined, span: Span, scope: Span, rule: string) => {
      if (!cited || inSentence.some(one => one.source === cited.source)) return
      // Its speaker named the document already.
      if (/ocument/.test(rule) && inSentence.some(one => one.kind === "document")) return
      const kind = cited.known && isGroupChannel(cited.known, words) ? "group-channel" : cited.kind
      trace?.({ ruleset: "citations", at: span, rule, declined: [] })
      if (kind === "outlet" || kind === "wire") memory.medium = { ...cited, kind }
      inSentence.push({
        id: idOf(report.id, "citation", cited.source, span.start, span.end),
        reportId: report.id,
        ...cited,
        kind,
        form: "sentence",
        scope,
        evidence: evidenceAt(report, span),
        rule,
      })
    }
    for (const statement of statements) {
      const at = statement.cue?.span ?? statement.evidence[0]!.span
      if (at.start < sentence.start || sentence.end <= at.start) continue
      const { speaker } = statement
      const scope = cover(statement.evidence[0]!.span, statement.evidence.at(-1)!.span)
      if (speaker.evidence)
        add(citedSpeaker(speaker.evidence.text, speaker.name, words, memory), speaker.evidence.span, scope, "speaker")
      for (const step of statement.via)
        if (step.evidence && step.evidence.text !== statement.audience?.name)
          add(citedSpeaker(step.evidence.text, step.name, words, memory), step.evidence.span, scope, "via")
      if (statement.audience && mediumOf(statement.audience.name, words))
        add(citedMedium(statement.audience.name, words), statement.audience.evidence.span, scope, "told")
    }
    for (const { rule, pattern } of PATTERNS)
      for (const match of report.text.slice(sentence.start, sentence.end).matchAll(pattern)) {
        const name = match[1]!.trim()
        const start =
          sentence.start + match.index + match[0].indexOf(match[1]!) + (match[1]!.length - match[1]!.trimStart().length)
        const span = { start, end: start + name.length }
        add(citedBy(rule, name, words, memory), span, scopeOf(statements, sentence, span), rule)
      }
    for (const match of report.text.slice(sentence.start, sentence.end).matchAll(MEDIUM_VERB)) {
      const span = { start: sentence.start + match.index, end: sentence.start + match.index + match[1]!.length }
      const rest = report.text.slice(span.end, sentence.end).split(/\s+/).length
      const before = analysis.sentences[sentence.index - 1]
      // "The daily revealed on Monday." says nothing itself: it covers the sentence before.
      const scope =
        rest < 6 && before?.blockIndex === sentence.blockIndex
          ? { start: before.start, end: before.end }
          : scopeOf(statements, sentence, span)
      add(citedMedium(match[1]!, words), span, scope, "mediumVerb")
    }
    const unnamed = UNNAMED.exec(report.text.slice(sentence.start, sentence.end))
    if (
      unnamed &&
      REPORTS.test(report.text.slice(sentence.start, sentence.end)) &&
      !inSentence.some(
        one =>
          /^(?:outlet|wire|unnamed-agencies)$/.test(one.kind) || /\b(?:media|press|news) reports\b/i.test(one.source),
      )
    ) {
      const span = { start: sentence.start + unnamed.index, end: sentence.start + unnamed.index + unnamed[0].length }
      add({ source: unnamed[0], kind: "unnamed-agencies" }, span, scopeOf(statements, sentence, span), "unnamedMedia")
    }
    found.push(...inSentence)
  }
  return {
    value: found.sort(
      (a, b) => a.evidence.span.start - b.evidence.span.start || a.evidence.span.end - b.evidence.span.end,
    ),
    problems: [],
  }
}

function isGroupChannel(key: string, words: SpeechWords): boolean {
  for (const { publisher } of words.media.values())
    if (publisher.key === key) return GROUP_FAMILIES.has(publisher.family)
  return false
}

/** Bodies that an outlet cites. */
const OFFICES =
  /^(?:ministry|police|army|military|office|department|prosecutor|agency|government|council|staff|command|authorities)$/i
/** Who is quoted and holds no office. */
const CIVILIANS =
  /^(?:residents?|survivors?|villagers?|witness(?:es)?|eyewitness(?:es)?|neighbou?rs?|relatives?|families|family|students?|people|mother|father|brother|sister|man|woman|locals?|shopkeepers?|drivers?|passengers?)$/i

/** The statement a citation goes with, else its sentence. */
function scopeOf(statements: readonly Statement[], sentence: Sentence, at: Span): Span {
  const inside = statements.find(
    statement =>
      statement.cue &&
      sentence.start <= statement.cue.span.start &&
      statement.cue.span.end <= sentence.end &&
      statement.cue.span.start <= at.start,
  )
  return inside
    ? cover(inside.evidence[0]!.span, inside.evidence.at(-1)!.span)
    : { start: sentence.start, end: sentence.end }
}

function citedMedium(name: string, words: SpeechWords): Cited | undefined {
  const medium = mediumOf(name, words)
  return medium && { source: medium.name, kind: medium.kind, ...(medium.key && { known: medium.key }) }
}

/** A speaker is a citation when it is an outlet, a wire or a document; officials are only speakers. */
function citedSpeaker(text: string, name: string, words: SpeechWords, memory: Memory): Cited | undefined {
  const site = [...text.matchAll(MILITANT_SITE)][0]
  if (site) return { source: site[1]!, kind: "group-channel" }
  return (
    citedMedium(text, words) ??
    citedMedium(name, words) ??
    backReference(text, words, memory) ??
    citedDocument(text, words, memory)
  )
}

/** "The newspaper", "the agency": the outlet named before. */
function backReference(text: string, words: SpeechWords, memory: Memory): Cited | undefined {
  const match = /^(?:the|that|this)\s+(?:(?:news|daily|state|american|british|french)\s+)*([a-z]+)$/i.exec(text.trim())
  return match && words.outlets.has(match[1]!.toLowerCase()) ? memory.medium : undefined
}

/** "a U.N. report", "the study": a document; with its maker, or resolved to the one named before. */
function citedDocument(text: string, words: SpeechWords, memory: Memory): Cited | undefined {
  const core = text.trim().replace(/^(?:the|a|an|that|this|its|their|his|her|another|one)\s+/i, "")
  const noun = core
    .split(/\s+(?:by|from|of|on|in|for|released|published|issued|seen)\s+/)[0]!
    .split(/\s+/)
    .at(-1)!
    .toLowerCase()
  if (!words.documents.has(noun)) return undefined
  const key = noun.replace(/s$/, "")
  if (core.toLowerCase() === noun) return { source: memory.documents.get(key) ?? core, kind: "document" }
  memory.documents.set(key, core)
  return { source: core, kind: "document" }
}

function citedBy(rule: string, name: string, words: SpeechWords, memory: Memory): Cited | undefined {
  if (/^(?:groupsOwn|militantSite)$/.test(rule)) return { source: name, kind: "group-channel" }
  // "though a review": only what opens with its article or name.
  if (/ocument/.test(rule) && /^(?:as|though|while|because|since|but|and|when|where|if|that)\b/i.test(name))
    return undefined
  if (/ocument/.test(rule)) return citedDocument(name.replace(/['’]s?$/, ""), words, memory)
  const medium =
    citedMedium(name, words) ??
    backReference(name, words, memory) ??
    // "told CNN's Ana Diaz"
    (/['’]s\s+\p{Lu}/u.test(name) ? citedMedium(name.split(/['’]s\s/)[0]!, words) : undefined)
  if (medium) return medium
  if (rule === "throughChannel") {
    const text = name.replace(/^(?:official|affiliated)\s+/, "")
    return citedMedium(text, words) ?? (/^Telegram/.test(text) ? { source: text, kind: "group-channel" } : undefined)
  }
  if (rule !== "citing" && rule !== "quotedBy") return undefined
  const document = citedDocument(name, words, memory)
  if (document) return document
  const noun = name
    .split(/\s+(?:by|from|of|on|in|for|with|at|who|to)\s+/)[0]!
    .split(/\s+/)
    .at(-1)!
    .toLowerCase()
  return (words.people.has(noun) || words.anonymous.has(noun) || OFFICES.test(noun)) && !CIVILIANS.test(noun)
    ? { source: name.replace(/^(?:the|an?)\s+/i, ""), kind: "official" }
    : undefined
}
