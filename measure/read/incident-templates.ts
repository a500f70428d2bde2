import { basename } from "node:path"
import type { Format } from "../part.ts"

/** A wire report with the day and place of each incident it tells. */
export interface TemplateReport {
  readonly id: string
  /** With its dateline, paragraphs parted by an empty line. */
  readonly text: string
  /** The day of its dateline, 1990-02-04; empty when that has none. */
  readonly published: string
  readonly incidents: readonly TemplateIncident[]
}

export interface TemplateIncident {
  /** 1990-02-02; absent where the template has no day or only a bound or stretch ("- 02 FEB 90"). */
  readonly day?: string
  /** Names of the towns, villages, quarters and sites it was in, as the template writes them; areas and countries left out. */
  readonly towns: readonly string[]
}

/** MUC-4: files of reports such as tst1-muc3 with the templates in key-tst1.v7 beside it. Optional templates count as incidents too. */
export const incidentTemplates: Format<TemplateReport> = {
  name: "tst1-muc3, tst2-muc4 or dev-muc3-* of reports with their key-* beside it",
  folder: "muc4",
  extension: /(?<=\/tst\d-muc\d)$/,
  looks: head => /^\s*(?:TST|DEV)\d?-MUC\d-\d{4}/.test(head),
  corpus: "file",
  read: ({ path, text, beside }) => {
    const [part = "", , first] = basename(path).split("-")
    const incidents = incidentsOf(beside(`key-${part}.v7`, `key-${part}.v4`, `key-${part}-${first}.muc4`))
    const parts = text.split(/^((?:TST|DEV)\d?-MUC\d-\d{4}).*$/m).slice(1)
    return parts.flatMap((id, index) => (index % 2 === 0 ? [reportOf(id, parts[index + 1]!, incidents)] : []))
  },
}

function reportOf(
  id: string,
  raw: string,
  incidents: ReadonlyMap<string, readonly TemplateIncident[]>,
): TemplateReport {
  const text = raw
    .trim()
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.replace(/\s+/g, " ").trim())
    .join("\n\n")
  const dateline = /^[^-]{0,60}?, (\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b/.exec(text)
  return {
    id,
    text,
    published: dateline ? dayOf(dateline[1]!, dateline[2]!, dateline[3]!) : "",
    incidents: incidents.get(id) ?? [],
  }
}

function incidentsOf(key: string): Map<string, TemplateIncident[]> {
  const found = new Map<string, TemplateIncident[]>()
  for (const template of key.split(/^(?=0\. )/m)) {
    const id = /^0\.\s+MESSAGE: ID\s+(\S+)/.exec(template)?.[1]
    const date = /^2\.\s+INCIDENT: DATE\s+(.+)$/m.exec(template)?.[1]?.trim()
    if (id === undefined || date === undefined || date === "*") continue
    const day = /^(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)$/i.exec(date)
    const places = /^3\.\s+INCIDENT: LOCATION\s+(.+(?:\n\s{4,}.+)*)$/m.exec(template)?.[1] ?? ""
    found.set(id, [
      ...(found.get(id) ?? []),
      { ...(day && { day: dayOf(day[1]!, day[2]!.toUpperCase(), day[3]!) }), towns: townsOf(places) },
    ])
  }
  return found
}

const AREA = /^(?:DEPARTMENT|REGION|PROVINCE|STATE|COUNTY|ZONE|INTENDANCY|RIVER|SECTOR|AREA)\b/

/** "EL SALVADOR: SAN MIGUEL (DEPARTMENT): SAN LUIS DE LA REINA (TOWN)" gives the last of its names. */
function townsOf(location: string): string[] {
  return location
    .replace(/\s+/g, " ")
    .split(/[:/]| - /)
    .flatMap(part => {
      const named = /^\s*(.+?)\s*\(([A-Z ]+)\)/.exec(part)
      return named && !AREA.test(named[2]!) ? [named[1]!] : []
    })
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]

function dayOf(day: string, month: string, year: string): string {
  const at = MONTHS.indexOf(month.slice(0, 3)) + 1
  return at === 0 ? "" : `19${year}-${String(at).padStart(2, "0")}-${day.padStart(2, "0")}`
}
