import type { Line } from "../../app/brief/brief.ts"
import { sentenceAround } from "../../app/sentences.ts"
import { edtfInWords, slotInWords, valueInWords } from "../../app/words.ts"
import type { Assertion, Fact, FlatEvidence, FlatReport, Position } from "../../core/casefile.ts"
import { html, type Markup } from "./markup.ts"
import { partsMarkup } from "./parts.ts"
import { fromWords, type Sheet, sentenceOf } from "./sheet.ts"
import { originMark, relationMark } from "./signs.ts"

/** Longest stretch of a sentence shown to either side of the words. */
const REACH = 600

/** A fact as a row that opens: its positions side by side, each with its sentences. `lines`: the fact's lines in the brief. */
export function factRow(sheet: Sheet, fact: Fact, lines: readonly Line[]): Markup {
  const [head, ...details] = lines
  const isFolded = fact.positions.some(({ value }) => value.kind === "entity" && sheet.private.has(value.entityId))
  const words = isFolded
    ? html`<span class="folded">a named person, folded</span>`
    : 1 < fact.positions.length
      ? html`<b>${fact.value ? valueInWords(fact.value) : "not settled"}</b>`
      : partsMarkup(sheet, head!.parts)
  const others =
    isFolded || details.length === 0
      ? undefined
      : html`<span class="tellings">${details.map(detail => html`<span class="telling">${partsMarkup(sheet, detail.parts)}</span>`)}</span>`
  return html`<div class="fact"><details><summary class="slot">${slotInWords(fact.slot)}</summary></details><div class="value">${words}${others}</div><div class="how">${relationMark(fact.relation)}${originMark(fact.origins)}</div>
${opened(sheet, fact)}</div>
`
}

/** What opens below a row: why the positions relate as they do, and the positions themselves. It stands beside the switch, since links must not lie within it. */
export function opened(sheet: Sheet, fact: Fact): Markup {
  return html`<div class="opened"><p class="why">${fact.why}</p>
${positionColumns(sheet, fact)}</div>`
}

/** The positions of a fact side by side, each with its sentences. */
function positionColumns(sheet: Sheet, fact: Fact): Markup {
  return html`<div class="positions">${fact.positions.map(position => positionColumn(sheet, position))}</div>
`
}

function positionColumn(sheet: Sheet, position: Position): Markup {
  const first = position.firstReported === "" ? "" : edtfInWords(position.firstReported.slice(0, 10))
  const last = position.lastReported === "" ? "" : edtfInWords(position.lastReported.slice(0, 10))
  const reported = first === "" ? "in reports without a date" : first === last ? first : `${first} to ${last}`
  const status = position.status === "occurred" ? "" : `, ${position.status}`
  return html`<section class="position"><h4>${valueInWords(position.value)}${status}</h4>
<p class="small">${originMark(position.origins)}<br>reported ${reported}</p>
${figures(sheet, position.assertions)}</section>
`
}

/** Assertions whose sentences have the same words stand together: copies are seen at a glance, and read once. */
function figures(sheet: Sheet, assertions: readonly Assertion[]): Markup {
  const tellings = assertions.flatMap(assertion => assertion.evidence.map(evidence => ({ assertion, evidence })))
  const groups = [
    ...Map.groupBy(tellings, ({ evidence }) => sentenceKey(sheet.report(evidence.reportId), evidence)).values(),
  ]
  return html`${groups.map(group => {
    const places = group.map(({ evidence }) => evidence)
    return html`<figure><blockquote>${sentenceOf(sheet, places[0]!, REACH)} ${sheet.links(places, places.length)}</blockquote>
${group.map(({ assertion, evidence }) => source(sheet, assertion, evidence.reportId))}</figure>
`
  })}`
}

function source(sheet: Sheet, assertion: Assertion, reportId: string): Markup {
  const said = assertion.attribution.slice(1).map(step => step.name)
  return html`<p class="small"><a href="#r${sheet.number(reportId)}">${fromWords(sheet, reportId)}</a>${0 < said.length && html`, according to ${said.join(", by way of ")}`} · <code title="the rule that found it">${assertion.rule}</code></p>`
}

function sentenceKey(report: FlatReport, evidence: FlatEvidence): string {
  const { start, end } = sentenceAround(report, evidence)
  return report.text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
}
