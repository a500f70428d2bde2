import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { overlaps, type Span } from "../src/core/span.ts"
import { analyse } from "../src/english/analyse.ts"
import { reportOf } from "../src/english/report-of.ts"
import { findStatements } from "../src/extract/statements/find-statements.ts"
import { speechPack } from "../src/packs/political-violence/speech-pack.ts"
import { readEnglish } from "../src/read-english.ts"

/**
 * Attributions of PolNeAR against the statements Heed finds: F1 of source, cue and content spans, exact and by overlap,
 * and the share of gold attributions found whole (all three overlap). Ends are compared without quotation marks, end stops and a leading "that",
 * on both sides. PolNeAR marks far more than speech (opinions, plans, support, votes); recall over all of it is low by design,
 * so recall is also given for the attributions whose cue holds a verb of speech.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string", default: "corpora" },
    part: { type: "string", default: "dev" },
    json: { type: "boolean", default: false },
    show: { type: "string" },
    limit: { type: "string" },
  },
})

interface Attribution {
  readonly source: Span[]
  readonly cue: Span[]
  readonly content: Span[]
}

interface Score {
  right: number
  found: number
  gold: number
}

const english = readEnglish()
const root = join(values.data, "polnear", values.part)
const scores: Record<string, Score> = {}
const shown: string[] = []
const started = performance.now()
const files = goldFiles()
let characters = 0

for (const { text, file } of files) {
  const body = readFileSync(join(root, "text", text), "utf8").replaceAll("\r", " ")
  const gold = readGold(readFileSync(join(root, "attributions", file), "utf8"), body)
  const found = findAttributions(body)
  characters += body.length
  for (const part of ["source", "cue", "content"] as const) {
    const a = gold.map(one => bounds(one[part], body)).filter(span => span !== undefined)
    const b = found.map(one => bounds(one[part], body)).filter(span => span !== undefined)
    count(`${part} exact`, a, b, (x, y) => x.start === y.start && x.end === y.end)
    count(`${part} overlap`, a, b, overlaps)
  }
  const matches = (a: Attribution, b: Attribution) =>
    (a.source.length === 0 || touches(a.source, b.source)) && touches(a.cue, b.cue) && touches(a.content, b.content)
  count("attribution whole", gold, found, matches)
  const speech = gold.filter(
    one => one.source.length > 0 && one.cue.some(span => isSpeechCue(body.slice(span.start, span.end))),
  )
  count(
    "attribution whole, speech cues",
    speech,
    found.filter(one => speech.some(other => matches(other, one)) || !gold.some(other => matches(other, one))),
    matches,
  )
  if (values.show) {
    const missed = speech.filter(one => !found.some(other => matches(one, other)))
    const wrong = found.filter(one => !gold.some(other => matches(other, one)))
    const words = (spans: readonly Span[]) =>
      spans.map(span => body.slice(span.start, span.end).replace(/\s+/g, " ")).join(" ... ")
    if (values.show === "bounds")
      for (const one of gold) {
        const other = found.find(each => matches(one, each))
        const a = other && bounds(one.content, body)
        const b = other && bounds(other.content, body)
        if (a && b && (a.start !== b.start || a.end !== b.end))
          shown.push(`GOLD ${body.slice(a.start, a.end)}\nOURS ${body.slice(b.start, b.end)}\n`.replace(/ +/g, " "))
      }
    else
      for (const one of values.show === "missed" ? missed : wrong)
        shown.push(
          `${text.slice(0, 20)} | ${words(one.source)} | ${words(one.cue)} | ${words(one.content)}\n      in: ${body.slice(Math.max(0, one.cue[0]!.start - 120), one.cue[0]!.end + 100).replace(/\s+/g, " ")}`,
        )
  }
}

const seconds = (performance.now() - started) / 1000
const table = Object.entries(scores).map(([measure, score]) => ({ measure, ...rates(score) }))
if (values.json)
  console.log(JSON.stringify({ corpus: `polnear ${values.part}`, documents: files.length, seconds, table }, null, 2))
else {
  if (values.show) console.log(shown.join("\n"))
  console.log(
    `PolNeAR ${values.part}: ${files.length} documents, ${seconds.toFixed(1)} s, ${Math.round(characters / seconds)} characters/s`,
  )
  for (const row of table)
    console.log(
      `${row.measure.padEnd(34)} P ${row.precision.toFixed(1).padStart(5)}  R ${row.recall.toFixed(1).padStart(5)}  F1 ${row.f1.toFixed(1).padStart(5)}  (gold ${row.gold}, found ${row.found})`,
    )
}

/** One annotator for each text: where several annotated it, the first by name. */
function goldFiles(): { text: string; file: string }[] {
  const seen = new Set<string>()
  const list: { text: string; file: string }[] = []
  for (const file of readdirSync(join(root, "attributions")).sort()) {
    const text = `${file.slice(0, file.lastIndexOf("_"))}.txt`
    if (seen.has(text)) continue
    seen.add(text)
    list.push({ text, file })
  }
  return values.limit ? list.slice(0, Number(values.limit)) : list
}

function readGold(annotation: string, body: string): Attribution[] {
  const spans = new Map<string, Span[]>()
  const list: Attribution[] = []
  for (const line of annotation.split(/\r?\n/)) {
    const [id, info] = line.split("\t")
    if (!id || !info) continue
    if (id.startsWith("T")) {
      const numbers = info.slice(info.indexOf(" ") + 1)
      spans.set(
        id,
        numbers.split(";").map(pair => ({ start: Number(pair.split(" ")[0]), end: Number(pair.split(" ")[1]) })),
      )
    } else if (id.startsWith("E")) {
      const parts: Record<string, Span[]> = { Source: [], Cue: [], Content: [] }
      for (const pair of info.split(" ")) {
        const [role, key] = pair.split(":")
        parts[role!.replace(/\d+$/, "")]?.push(...(spans.get(key!) ?? []))
      }
      const sorted = (role: string) =>
        parts[role]!.filter(span => span.end <= body.length).sort((a, b) => a.start - b.start)
      if (parts.Content!.length > 0)
        list.push({ source: sorted("Source"), cue: sorted("Cue"), content: sorted("Content") })
    }
  }
  return list
}

function findAttributions(body: string): Attribution[] {
  const analysis = analyse(reportOf(body), english).value
  return findStatements(analysis, speechPack).value.map(statement => ({
    source: statement.speaker.evidence ? [statement.speaker.evidence.span] : [],
    cue: statement.cue ? [statement.cue.span] : [],
    content: statement.evidence.map(one => one.span),
  }))
}

/** From the first to the last character, without marks, stops and "that". */
function bounds(spans: readonly Span[], body: string): Span | undefined {
  if (spans.length === 0) return undefined
  let start = spans[0]!.start
  let end = spans.at(-1)!.end
  const trim = () => {
    while (start < end && /[\s"“”„«»'‘’,.:;!?—–-]/.test(body[start]!)) start++
    while (start < end && /[\s"“”„«»'‘’,.:;!?—–-]/.test(body[end - 1]!)) end--
  }
  trim()
  if (/^that[\s,]/i.test(body.slice(start, end))) {
    start += 5
    trim()
  }
  return start < end ? { start, end } : undefined
}

function touches(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(one => b.some(other => overlaps(one, other)))
}

function isSpeechCue(cue: string): boolean {
  return /\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|add(?:s|ed|ing)?|announc\w+|claim\w*|warn\w*|report(?:s|ed)|state[sd]?|wrote|writes?|not(?:es|ed|ing)|argu\w+|declar\w+|explain\w*|insist\w*|suggest\w*|conclud\w+|acknowledg\w+|predict\w*|conced\w+|confirm\w*|reveal\w*|admit\w*|tweet\w*|stress\w*|emphasi\w+)\b/i.test(
    cue,
  )
}

/** Each gold item can be matched once, by the first found item that fits. */
function count<T>(
  measure: string,
  gold: readonly T[],
  found: readonly T[],
  matches: (gold: T, found: T) => boolean,
): void {
  scores[measure] ??= { right: 0, found: 0, gold: 0 }
  const score = scores[measure]
  const used = new Set<number>()
  let right = 0
  for (const one of gold) {
    const at = found.findIndex((other, index) => !used.has(index) && matches(one, other))
    if (at < 0) continue
    used.add(at)
    right++
  }
  score.right += right
  score.found += found.length
  score.gold += gold.length
}

function rates({ right, found, gold }: Score) {
  const precision = found === 0 ? 0 : (100 * right) / found
  const recall = gold === 0 ? 0 : (100 * right) / gold
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    gold,
    found,
  }
}
