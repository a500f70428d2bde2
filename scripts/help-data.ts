import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import type { HelpData, HelpFigure } from "../src/app/help/help-data.ts"

const docs = resolve(import.meta.dirname, "../docs")

/** Where a figure of the help stands in docs/measure.md, and what it says to a reader. `share`: what the value is; F1 rows give both shares in their detail. */
interface Pick {
  readonly what: string
  readonly row: readonly [measure: string, corpus: string, figure: string]
  readonly share: "right" | "found" | "both"
  /** Rows that are right and found apart: the second one. */
  readonly found?: readonly [measure: string, corpus: string, figure: string]
  readonly on: string
}

const own = "sentences of our own, looked at only as a figure"
const cityNews = "local news of shootings"

const PICKS: readonly { readonly heading: string; readonly picks: readonly Pick[] }[] = [
  {
    heading: "What one report tells",
    picks: [
      {
        what: "An event told as having happened",
        row: ["status", "half-b", "told as fact and is one"],
        share: "right",
        found: ["status", "half-b", "found"],
        on: own,
      },
      { what: "Killed", row: ["facts", "gva-articlefacts/dev/X_val", "killed"], share: "right", on: cityNews },
      { what: "Wounded", row: ["facts", "gva-articlefacts/dev/X_val", "injured"], share: "right", on: cityNews },
      {
        what: "The day",
        row: ["facts", "gva-articlefacts/dev/X_val", "date where sure"],
        share: "right",
        on: cityNews,
      },
      {
        what: "The town",
        row: ["city-facts", "gva-incidents/articles.dev", "city where sure"],
        share: "right",
        on: cityNews,
      },
      {
        what: "Who says what",
        row: ["statements", "polnear/dev/attributions", "whole attribution, rules alone"],
        share: "both",
        on: "political news",
      },
      { what: "A warning", row: ["warnings", "half-b", "found"], share: "both", on: own },
      { what: "Whom a report has it from", row: ["citations", "half-b", "found"], share: "both", on: own },
      { what: "What is told of a group or person", row: ["profiles", "half-b", "found"], share: "both", on: own },
    ],
  },
  {
    heading: "Names, times and places",
    picks: [
      { what: "Names of people", row: ["names", "ner/conll2003-dev", "person"], share: "both", on: "agency news" },
      {
        what: "Names of groups and bodies",
        row: ["names", "ner/conll2003-dev", "body"],
        share: "both",
        on: "agency news",
      },
      { what: "Names of places", row: ["names", "ner/conll2003-dev", "place"], share: "both", on: "agency news" },
      {
        what: "What day a time means",
        row: ["times", "temporal/tbaq/TimeBank", "value right of those found"],
        share: "right",
        on: "newspapers",
      },
      {
        what: "Which place is meant, within 161 km",
        row: ["places", "geoparsing/lgl", "within 161 km"],
        share: "right",
        on: "local news, towns of one name",
      },
    ],
  },
  {
    heading: "What many reports tell together",
    picks: [
      { what: "An exact copy", row: ["copies", "", "verbatim"], share: "found", on: "made reports" },
      { what: "A copy in other words", row: ["copies", "", "reworded"], share: "found", on: "made reports" },
      { what: "A copy translated and back", row: ["copies", "", "translated"], share: "found", on: "made reports" },
      { what: "Which of two was first", row: ["copies", "", "direction"], share: "right", on: "made reports" },
      {
        what: "Two reports tell of one incident",
        row: ["incidents", "gva-incidents/articles.dev", "pairs of reports F1"],
        share: "both",
        on: cityNews,
      },
      {
        what: "Killed, from all reports of an incident",
        row: ["incidents", "gva-incidents/articles.dev", "killed from all reports"],
        share: "right",
        on: cityNews,
      },
      {
        what: "The day, from all reports of an incident",
        row: ["incidents", "gva-incidents/articles.dev", "date from all reports"],
        share: "right",
        on: cityNews,
      },
      {
        what: "Two names are one person or group",
        row: ["entities", "ecbplus", "pairs across documents F1"],
        share: "both",
        on: "news of 43 topics",
      },
    ],
  },
]

type Row = Readonly<Record<"measure" | "corpus" | "figure" | "value" | "of" | "detail", string>>

/** What the help shows of docs/measure.md and docs/glossary.md, as JSON. Throws when a figure is not there. */
export function helpData(): string {
  const rows = rowsOf(readFileSync(resolve(docs, "measure.md"), "utf8"))
  const glossary = [...readFileSync(resolve(docs, "glossary.md"), "utf8").matchAll(/^\| (.+?) \| (.+) \|$/gm)]
    .map(([, word, means]) => ({ word: word!, means: means!.replaceAll("`", "") }))
    .filter(({ word }) => word !== "word")
  const data: HelpData = {
    figures: PICKS.map(({ heading, picks }) => ({ heading, rows: picks.map(pick => figureOf(pick, rows)) })),
    glossary,
  }
  return `${JSON.stringify(data, null, 1)}\n`
}

/** The rows of the tables that "npm run measure -- ... --markdown" prints. */
function rowsOf(page: string): Row[] {
  return [...page.matchAll(/^\|(.+)\|$/gm)].flatMap(([, line]) => {
    const cells = line!.split(" |").map(cell => cell.replace(/^\|? /, "").trim())
    if (cells.length < 8) return []
    const [measure, corpus, figure, value, , , of, detail] = cells as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    return [{ measure, corpus, figure, value, of, detail }]
  })
}

function figureOf({ what, row, share, found, on }: Pick, rows: readonly Row[]): HelpFigure {
  const main = requireRow(rows, row)
  const [right, seen] =
    share === "both"
      ? [shareOf(main, /precision ([\d.]+)/), shareOf(main, /recall ([\d.]+)/)]
      : share === "right"
        ? [main.value, found === undefined ? "" : requireRow(rows, found).value]
        : ["", main.value]
  return { what, right, found: seen, judged: found === undefined ? main.of : requireRow(rows, found).of, on }
}

function requireRow(rows: readonly Row[], [measure, corpus, figure]: Pick["row"]): Row {
  const row = rows.find(row => row.measure === measure && row.corpus === corpus && row.figure === figure)
  if (row === undefined)
    throw new Error(`docs/measure.md has no row "${measure} | ${corpus} | ${figure}", which the help shows`)
  return row
}

function shareOf({ detail, figure }: Row, share: RegExp): string {
  const found = share.exec(detail)?.[1]
  if (found === undefined)
    throw new Error(`the row "${figure}" of docs/measure.md has no ${share.source} in its detail`)
  return `${found} %`
}
