import { idOf } from "../../core/id.ts"
import type { Citation } from "../../core/reading.ts"
import type { Block, Report } from "../../core/report.ts"
import { evidenceAt, type Span } from "../../core/span.ts"
import { type Medium, mediumOf } from "../statements/media.ts"
import type { SpeechWords } from "../statements/speech-words.ts"

/** A rule over one block: the words that credit, the names in them, and whether they go with a picture only. */
interface Credit {
  readonly span: Span
  readonly names: readonly Span[]
  readonly rule: string
  readonly isPhoto?: boolean
}

const DASH = "(?:--?|–|—|:|/)"
/** Lines that thank agencies or people for the text. */
const LINES: readonly { rule: string; pattern: RegExp }[] = [
  {
    rule: "withInputs",
    pattern:
      /\(?\b(?:with|contains|including)\s+(?:additional\s+)?(?:agency\s+)?(?:inputs?|reporting|material|files?|contributions?|information)(?:\s+(?:from|by)\s+([^).\n]+))?\.?\)?/gi,
  },
  { rule: "withAgencies", pattern: /\(\s*(?:with|and|from)\s+(?:the\s+)?([^()\n]{2,60})\)/gi },
  {
    rule: "contributed",
    pattern:
      /(?:^|(?<=[.!?]\s))([^.!?\n]{2,120}?)\s+(?:also\s+)?contributed(?:\s+to)?(?:\s+(?:this|the))?\s*(?:report(?:ing)?|story|article)?\.?/gi,
  },
  { rule: "withLine", pattern: /^(?:with|by)\s+([^.!?\n]{2,60})$/gi },
  { rule: "reportingBy", pattern: /\(?\b(?:additional\s+)?reporting\s+by\s+([^;.)\n]+)/gi },
  { rule: "editingBy", pattern: /\b(?:writing|editing|compiled|written)\s+by\s+([^;)\n]+)/gi },
  {
    rule: "originallyPublished",
    pattern: /\b(?:originally|first)\s+(?:published|appeared)\s+(?:by|in|on|at)\s+([^.)\n]+)/gi,
  },
  { rule: "sourceLine", pattern: /^(?:sources?|credits?|via)\s*[:：]\s*([^\n]{2,60})$/gi },
  { rule: "agencyAlone", pattern: /^[—–-]*\s*\(?\s*((?:[A-Z][\w.'’&-]*(?:\s|\/|,\s|\sand\s)?){1,5})\s*\)?\.?$/g },
]
const PHOTO =
  /\(([^()\n]{2,80})\)\s*$|\b(?:photos?|images?|pictures?|credit|photograph)\s*(?:credit|by|courtesy)?\s*(?:of)?\s*[:/]\s*([^\n]{2,80})$/i
const DATELINE = new RegExp(`^[^\\n(]{0,80}\\(([^()\\n]{2,40})\\)\\s*${DASH}`)
const SLASH_DATELINE = /^([A-Z][\w.'’ -]{2,30}?)\s*\/\s+(?=\S)/

/** What lines of the page credit: wires, outlets and unnamed agencies. A picture's credit has its caption as scope. */
export function findCredits(report: Report, words: SpeechWords): Citation[] {
  const found: Citation[] = []
  report.blocks.forEach((block, index) => {
    for (const credit of creditsOf(report, block, index))
      for (const name of credit.names)
        for (const cited of credit.rule === "dateline"
          ? datelineSource(report.text, name, words)
          : sourcesIn(report.text, name, words)) {
          const evidence = evidenceAt(report, credit.span)
          found.push({
            id: idOf(report.id, "citation", cited.source, credit.span.start, credit.span.end),
            reportId: report.id,
            ...cited,
            form: "credit",
            ...(credit.isPhoto && { scope: { start: block.start, end: block.end } }),
            evidence,
            rule: credit.rule,
          })
        }
  })
  return found.filter((one, index) => found.findIndex(other => other.id === one.id) === index)
}

function creditsOf(report: Report, block: Block, index: number): Credit[] {
  const text = report.text.slice(block.start, block.end)
  const at = (start: number, length: number): Span => ({
    start: block.start + start,
    end: block.start + start + length,
  })
  const dateline =
    block.label === "paragraph" || block.label === "dateline"
      ? (DATELINE.exec(text) ?? SLASH_DATELINE.exec(text))
      : null
  if (dateline && index < 8) {
    const from = dateline[0].indexOf(dateline[1]!)
    return [{ span: at(from, dateline[1]!.length), names: [at(from, dateline[1]!.length)], rule: "dateline" }]
  }
  const photo = PHOTO.exec(text)
  const isCaption =
    block.label === "caption" ||
    (photo !== null &&
      (block.label === "paragraph" || block.label === "heading") &&
      /\/|getty|photo|image|via AP/i.test(photo[0]))
  if (isCaption) {
    if (!photo) return []
    const name = photo[1] ?? photo[2]!
    const start = photo.index + photo[0].indexOf(name)
    return [{ span: at(start, name.length), names: [at(start, name.length)], rule: "photoCredit", isPhoto: true }]
  }
  const isCreditLine =
    block.label === "credit" || block.label === "byline" || /^\s*[([—–-]/.test(text) || text.length < 200
  if (!isCreditLine || block.label === "title") return []
  // A line "By Ana Diaz and agencies" is as short as a heading.
  if (block.label === "heading" && !/^(?:by|with)\s/i.test(text)) return []
  const credits: Credit[] = []
  for (const { rule, pattern } of LINES)
    for (const match of text.matchAll(pattern)) {
      const name = match[1]
      const start = name === undefined ? match.index : match.index + match[0].indexOf(name)
      const end = name === undefined ? match[0].length : name.length
      credits.push({ span: at(match.index, match[0].trimEnd().length), names: [at(start, end)], rule })
    }
  return credits
}

/** The known media in a stretch; "agencies" counts as one unnamed source; names of reporters are left out. */
function sourcesIn(text: string, span: Span, words: SpeechWords): Pick<Citation, "source" | "known" | "kind">[] {
  const parts = text
    .slice(span.start, span.end)
    .split(/\/|,|;|&|\band\b|\bvia\b|\bfor\b|\bin [A-Z]\w+|\bof\b/)
    .map(part => part.trim().replace(/^(?:the|from|by|additional reporting from)\s+/i, ""))
  const found: Pick<Citation, "source" | "known" | "kind">[] = []
  for (const part of parts) {
    const medium = mediumNamed(part, words)
    if (medium) found.push({ source: medium.name, kind: medium.kind, ...(medium.key && { known: medium.key }) })
    else if (/\b(?:news\s+)?agenc(?:y|ies)\b|\bwires?\b|\bwire services?\b|\bagency inputs?\b/i.test(part))
      found.push({ source: "agencies", kind: "unnamed-agencies" })
  }
  return found.filter((one, index) => found.findIndex(other => other.source === one.source) === index)
}

function mediumNamed(part: string, words: SpeechWords): Medium | undefined {
  const text = part.replace(/[.\s]+$/, "")
  return (
    mediumOf(text, words) ??
    mediumOf(
      text.replace(
        /\s+(?:news agency|photo|photos|images|staff|journalists?|reporters?|writers?|correspondents?)$/i,
        "",
      ),
      words,
    )
  )
}

/** "OSLO, May 3 (Fjord) -": a wire stands there, whether it is in a list or not. */
function datelineSource(text: string, span: Span, words: SpeechWords): Pick<Citation, "source" | "known" | "kind">[] {
  const known = sourcesIn(text, span, words)
  const name = text.slice(span.start, span.end).trim()
  if (
    0 < known.length ||
    !/^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}$/u.test(name) ||
    /^(?:UPDATE|Reporter|Staff|Photo|Video|Opinion|Exclusive)/i.test(name)
  )
    return known
  return [{ source: name, kind: "wire" }]
}
