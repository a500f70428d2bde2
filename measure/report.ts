import { type Aim, aimOf, isMissed } from "./aims.ts"
import type { Figure } from "./part.ts"

/** What one measure gave over one corpus; `corpus` is empty for a measure that needs none. */
export interface Result {
  readonly part: string
  readonly corpus: string
  readonly figures: readonly Figure[]
  /** "first 50 of 200 documents" where --limit cut. */
  readonly cut?: string
  /** Kinds of error and how often each was met, commonest first. */
  readonly kinds: readonly (readonly [kind: string, count: number])[]
  /** The first errors with their words, as many as --errors asked for. */
  readonly errors: readonly string[]
  readonly notes: readonly string[]
}

/** The outcome of a run: results, and a line for everything that could not be measured or was left out. */
export interface Outcome {
  readonly results: readonly Result[]
  readonly missing: readonly string[]
  readonly notes: readonly string[]
}

const KINDS_SHOWN = 6

const COLUMNS = ["measure", "corpus", "figure", "value", "aim", "errors", "of", "detail"] as const

/** All figures as one table of text, then the kinds of error, the errors, and what is missing. */
export function toText(outcome: Outcome): string {
  const rows = rowsOf(outcome)
  const widths = COLUMNS.map((column, index) => Math.max(column.length, ...rows.map(row => row[index]!.length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 3 ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join("  ")
      .trimEnd()
  const table =
    rows.length === 0 ? [] : [line(COLUMNS), widths.map(width => "-".repeat(width)).join("  "), ...rows.map(line)]
  const errors = outcome.results.flatMap(result => result.errors.map(error => `${titleOf(result)}: ${error}`))
  return blocks([errors, table, kindsOf(outcome), notesOf(outcome)])
}

/** The same for docs/measure.md. */
export function toMarkdown(outcome: Outcome): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll("|", "\\|")).join(" | ")} |`
  const table = [
    line(COLUMNS),
    line(COLUMNS.map(column => (column === "value" ? "---:" : "---"))),
    ...rowsOf(outcome).map(line),
  ]
  const kinds = kindsOf(outcome).map(kind => `- ${kind}`)
  return blocks([table, kinds, notesOf(outcome).map(note => `- ${note}`)])
}

export function toJson(outcome: Outcome): string {
  const results = outcome.results.map(({ figures, ...result }) => ({
    ...result,
    figures: figures.map(figure => ({
      ...figure,
      errorsPer1000: per1000(figure),
      aim: aimOf(result.part, figure, result.corpus),
    })),
  }))
  return JSON.stringify({ ...outcome, results }, null, 2)
}

function rowsOf({ results }: Outcome): string[][] {
  return results.flatMap(result =>
    result.figures.map(figure => {
      const aim = aimOf(result.part, figure, result.corpus)
      return [
        result.part,
        result.corpus,
        figure.name,
        figure.value === undefined ? "-" : `${written(figure.value, figure.unit)} ${figure.unit}`,
        aim === undefined ? "" : aimWords(aim, figure),
        figure.errors === undefined || !figure.of ? "" : `${per1000(figure)} per 1,000`,
        [figure.of === undefined ? "" : `${figure.of.toLocaleString("en")} ${figure.items ?? ""}`, result.cut ?? ""]
          .filter(words => words !== "")
          .join(", "),
        figure.detail ?? "",
      ]
    }),
  )
}

function aimWords(aim: Aim, { value, unit }: Figure): string {
  const words = aim.least === undefined ? `at most ${aim.most}` : `${aim.least}`
  return `${words}${value !== undefined && isMissed(aim, Number(written(value, unit).replaceAll(",", ""))) ? ", missed" : ""}`
}

function kindsOf({ results }: Outcome): string[] {
  return results
    .filter(({ kinds }) => 0 < kinds.length)
    .map(result => {
      const shown = result.kinds.slice(0, KINDS_SHOWN).map(([kind, count]) => `${kind} ${count}`)
      return `commonest errors, ${titleOf(result)}: ${shown.join(" · ")}`
    })
}

function notesOf({ results, notes, missing }: Outcome): string[] {
  return [...results.flatMap(result => result.notes.map(note => `${titleOf(result)}: ${note}`)), ...notes, ...missing]
}

function titleOf({ part, corpus }: Result): string {
  return corpus === "" ? part : `${part} ${corpus}`
}

function per1000({ errors, of }: Figure): number | undefined {
  return errors === undefined || !of ? undefined : Math.round((10_000 * errors) / of) / 10
}

/** Shares with one digit, small numbers too; large ones whole. */
function written(value: number, unit: string): string {
  if (unit === "%" || Math.abs(value) < 100) return value.toFixed(1)
  return Math.round(value).toLocaleString("en")
}

function blocks(parts: readonly (readonly string[])[]): string {
  return parts
    .filter(part => 0 < part.length)
    .map(part => part.join("\n"))
    .join("\n\n")
}
