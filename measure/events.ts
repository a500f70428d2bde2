/**
 * Measures the event finder: `node measure/events.ts --data FOLDER [--json] [--only NAME] [--limit N] [--show]`.
 * FOLDER holds muc4/, gva-articlefacts/, gva-incidents/ and treebanks/. `--show` prints what was found and missed, for reading.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { EventMention, SlotFill } from "../src/core/reading.ts"
import { analyse } from "../src/english/analyse.ts"
import { reportOf } from "../src/english/report-of.ts"
import { findEvents } from "../src/extract/events/find-events.ts"
import { politicalViolence } from "../src/packs/political-violence/pack.ts"
import { readEnglish } from "../src/read-english.ts"
import { readTreebank } from "./read/treebank.ts"

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    json: { type: "boolean" },
    show: { type: "boolean" },
    only: { type: "string" },
    limit: { type: "string" },
  },
})
if (!options.data)
  throw new Error("usage: node measure/events.ts --data FOLDER [--json] [--only NAME] [--limit N] [--show]")
const data = options.data
const limit = Number(options.limit ?? Number.POSITIVE_INFINITY)
const english = readEnglish()
const people = new Set(politicalViolence.lexicons.people!.words)

const measures: Record<string, () => Record<string, number>> = {
  "muc4-dev": measureRoles,
  "gva-articlefacts-dev": measureFacts,
  "gva-incidents-dev": measureIncidents,
  "non-news-dev": measureFalseEvents,
}
const figures: Record<string, Record<string, number>> = {}
for (const [name, run] of Object.entries(measures)) if (!options.only || options.only === name) figures[name] = run()
if (options.json) console.log(JSON.stringify(figures, null, 2))
else
  for (const [name, row] of Object.entries(figures))
    console.log(
      name.padEnd(22),
      Object.entries(row)
        .map(([key, value]) => `${key} ${value}`)
        .join("  "),
    )

function eventsOf(text: string, published?: string): readonly EventMention[] {
  const time = {
    kind: "time",
    edtf: published ?? "",
    precision: "day",
    text: published ?? "",
    method: "explicit",
  } as const
  const plain = reportOf(text.trim())
  const report = published === undefined ? plain : { ...plain, published: { time, source: "user" as const } }
  return findEvents(analyse(report, english).value, politicalViolence).value
}

/** Entities of five roles over whole documents (CEAF-REE): a found one counts when its words are a mention of a gold one that is still free. */
function measureRoles(): Record<string, number> {
  const roles = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"] as const
  const counts = Object.fromEntries(roles.map(role => [role, { right: 0, found: 0, gold: 0 }]))
  const lines = readFileSync(join(data, "muc4", "dev.json"), "utf8")
    .trim()
    .split("\n")
    .slice(0, limit)
  for (const line of lines) {
    const { docid, doctext, extracts } = JSON.parse(line) as {
      docid: string
      doctext: string
      extracts: Record<string, [string, number][][]>
    }
    const found = rolesOf(eventsOf(doctext))
    for (const role of roles) {
      const gold = extracts[role]!.map(entity => new Set(entity.map(([words]) => plainWords(words))))
      const count = counts[role]!
      count.gold += gold.length
      const free = new Set(gold)
      for (const words of found.get(role) ?? []) {
        count.found++
        const hit = [...free].find(entity => entity.has(words))
        if (hit) {
          free.delete(hit)
          count.right++
        } else if (options.show) console.log(`${docid} ${role} + ${words}`)
      }
      if (options.show) for (const entity of free) console.log(`${docid} ${role} - ${[...entity].join(" | ")}`)
    }
  }
  const row: Record<string, number> = {}
  const all = { right: 0, found: 0, gold: 0 }
  for (const role of roles) {
    const count = counts[role]!
    row[role] = f1(count)
    for (const key of ["right", "found", "gold"] as const) all[key] += count[key]
  }
  return {
    documents: lines.length,
    ...row,
    P: percent(all.right, all.found),
    R: percent(all.right, all.gold),
    F1: f1(all),
  }
}

/** The names and phrases of the five roles that the events of a document give. */
function rolesOf(events: readonly EventMention[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (role: string, words: string) => {
    if (!found.has(role)) found.set(role, new Set())
    found.get(role)!.add(plainWords(words))
  }
  for (const event of events) {
    if (event.type !== "attack" || ["hypothetical", "negated", "denied", "planned"].includes(event.status)) continue
    for (const fill of event.fills) {
      if (fill.status === "denied" || fill.value.kind === "time") continue
      const words = fill.value.kind === "entity" ? fill.value.name : fill.evidence.text
      const isGroup = fill.value.kind === "entity" && ["armed-group", "organization"].includes(fill.value.type)
      if (["perpetrator", "claimed-by", "blamed-on"].includes(fill.slot)) add(isGroup ? "PerpOrg" : "PerpInd", words)
      if (fill.slot === "target") add(isPerson(fill) ? "Victim" : "Target", words)
      if (fill.slot === "weapon") add("Weapon", words)
    }
  }
  return found
}

function isPerson(fill: SlotFill): boolean {
  if (fill.value.kind === "entity") return fill.value.type === "person"
  if (fill.value.kind !== "text") return false
  const words = fill.value.norm.split(" ")
  const head = words.indexOf("of") < 0 ? words.at(-1)! : words[words.indexOf("of") - 1]!
  return people.has(head)
}

/** Lower case, without the article. */
function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^(the|an?|some|several) /, "")
    .trim()
}

interface Facts {
  readonly killed: number
  readonly injured: number
  readonly dates: readonly string[]
  readonly places: readonly string[]
}

/** One set of facts for a report about one incident: the largest toll told of an event that is no background, the first day, all places. */
function factsOf(events: readonly EventMention[]): Facts {
  const told = events.filter(
    event => event.type === "attack" && event.status === "occurred" && !event.background && !event.plural,
  )
  const most = (slot: string) =>
    Math.max(
      0,
      ...told.flatMap(event =>
        event.fills.flatMap(fill => (fill.slot === slot && fill.value.kind === "count" ? [fill.value.low] : [])),
      ),
    )
  const dates = told.flatMap(event =>
    event.fills.flatMap(fill =>
      fill.slot === "when" && fill.value.kind === "time" && fill.value.edtf !== "" ? [fill.value.edtf] : [],
    ),
  )
  const places = told.flatMap(event =>
    event.fills.flatMap(fill => (fill.value.kind === "place" ? [fill.value.name, ...(fill.value.within ?? [])] : [])),
  )
  return { killed: most("killed"), injured: most("wounded"), dates, places }
}

function isDate(facts: Facts, day: string): boolean {
  return facts.dates[0]?.slice(0, 10) === day
}

/** Killed, injured and date of a report against its record. The reports have only a publication date; the record's address is no city. */
function measureFacts(): Record<string, number> {
  const folder = join(data, "gva-articlefacts", "dev")
  const reports = JSON.parse(readFileSync(join(folder, "X_val.json"), "utf8")) as {
    text: string
    publish_date: string
  }[]
  const records = JSON.parse(readFileSync(join(folder, "y_val.json"), "utf8")) as {
    n_killed: number
    n_injured: number
    shooting_date: string
  }[]
  const right = { killed: 0, injured: 0, date: 0, dated: 0 }
  const used = reports.slice(0, limit)
  used.forEach((report, index) => {
    const record = records[index]!
    const facts = factsOf(eventsOf(report.text, report.publish_date))
    if (facts.killed === record.n_killed) right.killed++
    if (facts.injured === record.n_injured) right.injured++
    if (0 < facts.dates.length) right.dated++
    if (isDate(facts, record.shooting_date)) right.date++
    if (
      options.show &&
      (facts.killed !== record.n_killed || facts.injured !== record.n_injured || !isDate(facts, record.shooting_date))
    )
      console.log(
        `${index} found ${JSON.stringify(facts)} record ${JSON.stringify(record)}\n   ${report.publish_date} ${report.text.slice(0, 500)}\n`,
      )
  })
  return {
    reports: used.length,
    killed: percent(right.killed, used.length),
    injured: percent(right.injured, used.length),
    date: percent(right.date, used.length),
    "date given": percent(right.dated, used.length),
    "date where given": percent(right.date, right.dated),
  }
}

/** The same with the city, on reports of good quality. */
function measureIncidents(): Record<string, number> {
  const lines = (name: string) =>
    readFileSync(join(data, "gva-incidents", name), "utf8")
      .trim()
      .split("\n")
      .map(line => JSON.parse(line))
  const incidents = new Map<string, { date: string; city_or_county: string; num_killed: number; num_injured: number }>(
    lines("incidents.dev.jsonl").map(incident => [incident.incident_id, incident]),
  )
  const reports = lines("articles.dev.jsonl")
    .filter(report => report.quality === "good")
    .slice(0, limit)
  const right = { killed: 0, injured: 0, date: 0, dated: 0, city: 0, placed: 0 }
  for (const report of reports) {
    const incident = incidents.get(report.incident_id)!
    const facts = factsOf(eventsOf(`${report.title}\n\n${report.text}`, report.dct))
    if (facts.killed === incident.num_killed) right.killed++
    if (facts.injured === incident.num_injured) right.injured++
    if (0 < facts.dates.length) right.dated++
    if (isDate(facts, incident.date)) right.date++
    if (0 < facts.places.length) right.placed++
    if (facts.places.includes(incident.city_or_county)) right.city++
  }
  return {
    reports: reports.length,
    killed: percent(right.killed, reports.length),
    injured: percent(right.injured, reports.length),
    date: percent(right.date, reports.length),
    "date where given": percent(right.date, right.dated),
    city: percent(right.city, reports.length),
    "city where given": percent(right.city, right.placed),
  }
}

/** Events found in sentences of reviews, answers, mail, fiction, manuals and talk, where hardly any is true. */
function measureFalseEvents(): Record<string, number> {
  let sentences = 0
  let found = 0
  for (const [name, isOther] of [
    ["ewt-dev", /^(reviews|answers|email)/],
    ["gum-dev", /^GUM_(?!news)/],
  ] as const) {
    const all = readTreebank(readFileSync(join(data, "treebanks", `${name}.conllu`), "utf8")).filter(each =>
      isOther.test(each.document),
    )
    const documents = Map.groupBy(all, sentence => sentence.document)
    for (const [document, list] of documents) {
      const events = eventsOf(list.map(sentence => sentence.text).join("\n\n"))
      sentences += list.length
      found += events.length
      if (options.show)
        for (const event of events)
          console.log(
            `${document} ${event.subtype ?? event.type} ${event.status} ${event.rule}: ${event.description.text}`,
          )
    }
  }
  return { sentences, events: found, "per 1000": Math.round((10_000 * found) / sentences) / 10 }
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10
}

function f1({ right, found, gold }: { right: number; found: number; gold: number }): number {
  return found + gold === 0 ? 0 : Math.round((2000 * right) / (found + gold)) / 10
}
