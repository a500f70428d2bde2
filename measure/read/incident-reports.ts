import { basename } from "node:path"
import type { RawReport } from "../../src/core/report.ts"
import { type Format, MissingData } from "../part.ts"

/** A report and the record of the incident it is about. */
export interface IncidentReport {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Day of publication, 2014-01-28; empty when it is not known. */
  readonly published: string
  readonly incident: IncidentRecord
}

export interface IncidentRecord {
  readonly incident_id: string
  readonly date: string
  readonly state: string
  readonly city_or_county: string
  readonly num_killed: number
  readonly num_injured: number
}

interface Article {
  readonly id: string
  readonly incident_id: string
  readonly title: string
  readonly dct?: string
  readonly text: string
  readonly quality?: string
}

/** gva-incidents: a line of JSON for each report in articles.*.jsonl, and for each incident in the file of that name with "incidents". Reports of too little text are left out. */
export const incidentReports: Format<IncidentReport> = {
  name: "articles.*.jsonl of reports with an incident_id, and incidents.*.jsonl beside it",
  folder: "gva-incidents",
  // Not the companion file of records.
  extension: /(?<!incidents(?:\.\w+)?)\.jsonl$/,
  looks: head => /^\{.*"incident_id":.*"title":/.test(head),
  corpus: "file",
  read: ({ path, text, beside }) => {
    const records = new Map(
      jsonLines<IncidentRecord>(beside(basename(path).replace("articles", "incidents"))).map(record => [
        record.incident_id,
        record,
      ]),
    )
    return jsonLines<Article>(text)
      .filter(({ quality }) => quality === undefined || quality === "good")
      .map(({ id, incident_id, title, text, dct }) => {
        const incident = records.get(incident_id)
        if (!incident)
          throw new MissingData(`report ${id} of ${path} is about incident ${incident_id}, of which there is no record`)
        return { id, title, text, published: dct ?? "", incident }
      })
  },
}

/** The report as it would come in: its title above its text, the day of publication stated. */
export function rawReportOf({ id, title, text, published }: IncidentReport): RawReport {
  const raw = { bytes: new TextEncoder().encode(`${title}\n\n${text}`), file: `${id}.txt` }
  return published === "" ? raw : { ...raw, stated: { published } }
}

function jsonLines<T>(text: string): T[] {
  return text
    .split("\n")
    .filter(line => line.trim() !== "")
    .map(line => JSON.parse(line) as T)
}
