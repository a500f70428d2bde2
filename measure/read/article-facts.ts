import { basename } from "node:path"
import { type Format, MissingData } from "../part.ts"

/** A report and what its record says of the incident it tells. */
export interface ArticleFacts {
  readonly text: string
  /** Day of publication, or empty. */
  readonly published: string
  readonly killed: number
  readonly injured: number
  readonly date: string
  /** Absent where the record names no city. */
  readonly city?: string
}

/** gva-articlefacts: a JSON list of reports in X_*.json and a list of their records, in the same order, in y_*.json beside it. */
export const articleFacts: Format<ArticleFacts> = {
  name: "X_*.json of reports with y_*.json of their records beside it",
  folder: "gva-articlefacts",
  extension: /(?<!\by_\w+)\.json$/,
  looks: head => /^\[\s*\{\s*"text":/.test(head),
  corpus: "file",
  read: ({ path, text, beside }) => {
    const reports = JSON.parse(text) as { text: string; publish_date?: string }[]
    const records = JSON.parse(beside(basename(path).replace(/^X/, "y"))) as {
      n_killed: number
      n_injured: number
      shooting_date: string
      city?: string
    }[]
    if (records.length !== reports.length)
      throw new MissingData(`${path} has ${reports.length} reports, but there are ${records.length} records beside it`)
    return reports.map(({ text, publish_date }, index) => {
      const { n_killed, n_injured, shooting_date, city } = records[index]!
      const facts = { text, published: publish_date ?? "", killed: n_killed, injured: n_injured, date: shooting_date }
      return city === undefined ? facts : { ...facts, city }
    })
  },
}
