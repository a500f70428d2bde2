/**
 * Measures the status of events: `node measure/status.ts [--data FILE] [--json] [--half a|b] [--show a|b] [--class NAME]`.
 * FILE holds marked sentences in the form of status/sentences.txt, which is the default; status/README.md explains marks and halves.
 * `--show a` prints the errors of half A. Half B is for the figure alone: who mends rules does not read its errors.
 */
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import type { EventMention } from "../src/core/reading.ts"
import { analyse } from "../src/english/analyse.ts"
import { reportOf } from "../src/english/report-of.ts"
import { findEvents } from "../src/extract/events/find-events.ts"
import { politicalViolence } from "../src/packs/political-violence/pack.ts"
import { readEnglish } from "../src/read-english.ts"
import { type Case, type Expected, readCases } from "./status/read-cases.ts"

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    json: { type: "boolean" },
    half: { type: "string" },
    show: { type: "string" },
    class: { type: "string" },
  },
})
/** Day of publication of every case: the sentences tell of years up to 2021. */
const PUBLISHED = "2022-06-14"
const english = readEnglish()
const roots = new Map(politicalViolence.types.map(type => [type.key, type.parent]))

const cases = readCases(readFileSync(options.data ?? new URL("status/sentences.txt", import.meta.url), "utf8"))
const figures: Record<string, ReturnType<typeof measure>> = {}
for (const half of ["a", "b"] as const)
  if (options.half === undefined || options.half === half)
    figures[half] = measure(
      cases.filter(each => each.half === half && (options.class ?? each.class) === each.class),
      options.show === half,
    )
if (options.json) console.log(JSON.stringify(figures, null, 2))
else for (const [half, { figures: row, confusion, classes }] of Object.entries(figures)) print(half, row, confusion, classes)

/** All figures of some cases. Percentages, but counts where the name says "sentences" or "events", and false events per 1,000 sentences. */
function measure(some: readonly Case[], show: boolean) {
  const count = {
    expected: 0,
    found: 0,
    marked: 0,
    right: 0,
    typed: 0,
    factual: 0,
    stated: 0,
    plain: 0,
    plainFalse: 0,
    extra: 0,
    extraFacts: 0,
    sentencesRight: 0,
    worded: 0,
    said: 0,
    saidRight: 0,
    past: 0,
    pastFound: 0,
    pastRight: 0,
  }
  const confusion: Record<string, Record<string, number>> = {}
  const classes: Record<string, { right: number; of: number }> = {}
  for (const one of some) {
    const events = eventsOf(one.text)
    const errors: string[] = []
    const used = new Set<EventMention>()
    for (const want of one.expected) {
      const hits = events.filter(event => overlap(event.trigger.span, want))
      for (const hit of hits) used.add(hit)
      const hit = hits.find(event => want.statuses.includes(event.status)) ?? hits[0]
      if (!want.maybe) {
        count.expected++
        if (hit) count.found++
        if (!hit) errors.push(`missed ${wordsOf(one, want)}`)
      }
      const row = (confusion[want.statuses[0]!] ??= {})
      const told = hit ? (want.statuses.includes(hit.status) ? want.statuses[0]! : hit.status) : "none"
      if (!want.maybe || hit) row[told] = (row[told] ?? 0) + 1
      if (!hit) continue
      count.marked++
      if (want.types.includes(rootOf(hit.type))) count.typed++
      if (want.statuses.includes(hit.status)) count.right++
      else errors.push(`${hit.status} ${wordsOf(one, want)}`)
      if (hit.status !== "occurred" && hit.statusEvidence !== undefined) count.worded++
      if (hit.status === "occurred") {
        count.stated++
        if (want.statuses.includes("occurred")) count.factual++
      }
      if (want.background) count.past++
      if (hit.background) count.pastFound++
      if (want.background && hit.background) count.pastRight++
      else if (want.background) errors.push(`no background ${wordsOf(one, want)}`)
      if (hit.background && !want.background) errors.push(`background ${wordsOf(one, want)}`)
      if (one.by) {
        count.said++
        const by = one.by
        if (hit.attribution.some(each => each.evidence && overlap(each.evidence.span, by))) count.saidRight++
        else errors.push(`no attribution`)
      }
    }
    const extra = events.filter(event => !used.has(event))
    if (one.expected.length === 0) {
      count.plain++
      count.plainFalse += extra.length
    } else {
      count.extra += extra.length
      count.extraFacts += extra.filter(event => event.status === "occurred").length
    }
    for (const event of extra) errors.push(`extra [${event.type}.${event.status} ${event.trigger.text}]`)
    const grave = errors.filter(error => !/background|attribution/.test(error))
    if (grave.length === 0) count.sentencesRight++
    const kind = (classes[one.class] ??= { right: 0, of: 0 })
    kind.of++
    if (grave.length === 0) kind.right++
    if (show && 0 < errors.length) console.log(`${one.class}:${one.line} ${errors.join("; ")}\n    ${one.marked}`)
  }
  return {
    figures: {
      sentences: some.length,
      "events expected": count.expected,
      recall: percent(count.found, count.expected),
      "status right where found": percent(count.right, count.marked),
      "found with right status": percent(count.right, count.expected + count.marked - count.found),
      "type right": percent(count.typed, count.marked),
      "told as a fact and is one": percent(count.factual, count.stated),
      "sentences all right": percent(count.sentencesRight, some.length),
      "sentences without event": count.plain,
      "false events there": count.plainFalse,
      "extra events elsewhere": count.extra,
      "of them told as facts": count.extraFacts,
      "status with its words": percent(count.worded, count.marked - count.stated),
      "attribution right": percent(count.saidRight, count.said),
      "background P": percent(count.pastRight, count.pastFound),
      "background R": percent(count.pastRight, count.past),
    },
    confusion,
    classes,
  }
}

function print(half: string, row: Record<string, number>, confusion: Record<string, Record<string, number>>, classes: Record<string, { right: number; of: number }>) {
  console.log(`half ${half.toUpperCase()}`)
  for (const [key, value] of Object.entries(row)) console.log(`  ${key.padEnd(28)} ${value}`)
  console.log("  expected status: what was found")
  for (const [status, told] of Object.entries(confusion))
    console.log(`    ${status.padEnd(14)} ${Object.entries(told).map(([key, value]) => `${key} ${value}`).join("  ")}`)
  console.log("  sentences all right, by class")
  for (const [name, { right, of }] of Object.entries(classes)) console.log(`    ${name.padEnd(18)} ${right} of ${of}`)
}

function eventsOf(text: string): readonly EventMention[] {
  const time = { kind: "time", edtf: PUBLISHED, precision: "day", text: PUBLISHED, method: "explicit" } as const
  const report = { ...reportOf(text), published: { time, source: "user" as const } }
  return findEvents(analyse(report, english).value, politicalViolence).value
}

function rootOf(type: string): string {
  const parent = roots.get(type)
  return parent === undefined ? type : rootOf(parent)
}

function wordsOf(one: Case, want: Expected): string {
  return `[${want.types.join("-or-")}.${want.statuses.join("-or-")} ${one.text.slice(want.start, want.end)}]`
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && other.start < one.end
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10
}
