import type { Line, Section } from "../../app/brief/brief.ts"
import { counted } from "../../app/words.ts"
import type { Fact, Incident } from "../../core/casefile.ts"
import { factRow, opened } from "./facts.ts"
import { html, type Markup } from "./markup.ts"
import { partsMarkup } from "./parts.ts"
import type { Sheet } from "./sheet.ts"
import { originMark, statusMark } from "./signs.ts"

/** A section of the brief. Facts open into their positions; everything else is the brief's own words. */
export function briefSection(sheet: Sheet, section: Section): Markup {
  const items = grouped(section.lines, 0)
  const isTable = section.lines.every(line => line.level === 0)
  const [heading, note] = sentenceCase(section.heading).split(/: /)
  return html`<section id="s-${section.key}" class="${section.key}${isTable && " table"}">
<h2>${heading}${note !== undefined && html` <small>${note}</small>`}</h2>
${items.map(lines => item(sheet, lines, isTable))}</section>
`
}

/** "WHAT HAPPENED" is for a terminal; a heading on a page is "What happened". */
export function sentenceCase(heading: string): string {
  const [words, ...rest] = heading.split(": ")
  const lower = words === words!.toUpperCase() ? words![0] + words!.slice(1).toLowerCase() : words!
  return [lower, ...rest].join(": ")
}

function item(sheet: Sheet, lines: readonly Line[], isTable: boolean): Markup {
  const [head, ...rest] = lines
  const incident = sheet.overview.incidents.find(one => one.id === head!.id)
  if (incident) return incidentArticle(sheet, incident, head!, rest)
  const fact = factOf(sheet, head!.id)
  if (fact) return disputeDetails(sheet, fact, head!)
  if (isTable)
    return html`<p class="line">${head!.label !== "" && html`<span class="label">${label(sheet, head!)}</span>`}<span class="words">${partsMarkup(sheet, head!.parts)}</span></p>
`
  return html`<article class="item"><h3>${label(sheet, head!)} <span class="rest">${partsMarkup(sheet, head!.parts)}</span></h3>
${rows(sheet, rest)}</article>
`
}

/** A fact that stands on its own, as among the disputes: in one line, and opened with its positions side by side. */
function disputeDetails(sheet: Sheet, fact: Fact, head: Line): Markup {
  return html`<div class="fact dispute"><details><summary class="slot">${head.label}</summary></details><div class="value">${partsMarkup(sheet, head.parts)}</div>
${opened(sheet, fact)}</div>
`
}

/** Reports are called r1, r2 ... everywhere; each name leads to the report. */
function label(sheet: Sheet, { label: text }: Line) {
  const number = /^r(\d+)$/.exec(text)?.[1]
  const exists = number !== undefined && Number(number) <= sheet.caseFile.reports.length
  return exists ? html`<a href="#r${number}">${text}</a>` : text
}

function incidentArticle(sheet: Sheet, incident: Incident, head: Line, rest: readonly Line[]): Markup {
  const marks = head.parts.filter(part => "mark" in part)
  return html`<article class="incident" id="i-${incident.id}">
<header><h3><span class="code">${incident.code}</span> ${incident.title} ${partsMarkup(sheet, marks)}</h3>
<p class="meta">${statusMark(incident.status)}<span>${counted(incident.reports.length, "report")}</span>${originMark(incident.origins)}</p></header>
${rows(sheet, rest)}</article>
`
}

/** Level 1 lines, each with its level 2 lines. A line of a fact becomes a row that opens. */
function rows(sheet: Sheet, lines: readonly Line[]): Markup {
  return html`${grouped(lines, 1).map(group => {
    const [head, ...details] = group
    const fact = factOf(sheet, head!.id)
    if (fact) return factRow(sheet, fact, group)
    return html`<div class="row">${head!.label !== "" && html`<span class="slot">${head!.label}</span>`}<span class="value">${partsMarkup(sheet, head!.parts)}${details.map(
      detail => html`<span class="telling">${partsMarkup(sheet, detail.parts)}</span>`,
    )}</span></div>
`
  })}`
}

const factsById = new WeakMap<Sheet, ReadonlyMap<string, Fact>>()

function factOf(sheet: Sheet, id: string | undefined): Fact | undefined {
  if (id === undefined) return undefined
  let facts = factsById.get(sheet)
  if (!facts) {
    const all = [...sheet.caseFile.incidents, ...sheet.caseFile.entities].flatMap(subject => subject.facts)
    facts = new Map(all.map(fact => [fact.id, fact]))
    factsById.set(sheet, facts)
  }
  return facts.get(id)
}

/** Runs of lines that each begin with one of the level. */
function grouped(lines: readonly Line[], level: number): Line[][] {
  const groups: Line[][] = []
  for (const line of lines)
    if (line.level === level || groups.length === 0) groups.push([line])
    else groups.at(-1)!.push(line)
  return groups
}
