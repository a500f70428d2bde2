import type { Line } from "../../app/brief/brief.ts"
import { edtfInWords, originsInWords, slotInWords, valueInWords } from "../../app/words.ts"
import type { Assertion, Fact, Position } from "../../core/casefile.ts"
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
  const isOpen = fact.relation === "contradict" || fact.relation === "mixed" || fact.relation === "retract"
  const words = isFolded
    ? html`<span class="folded">a named person, folded</span>`
    : 1 < fact.positions.length
      ? html`<b>${fact.value ? valueInWords(fact.value) : "not settled"}</b>`
      : partsMarkup(sheet, head!.parts)
  const others =
    isFolded || details.length === 0
      ? undefined
      : html`<span class="tellings">${details.map(detail => html`<span class="telling">${partsMarkup(sheet, detail.parts)}</span>`)}</span>`
  return html`<details class="fact"${isOpen && !isFolded && html` open`}>
<summary><span class="slot">${slotInWords(fact.slot)}</span><span class="value">${words}${others}</span><span class="how">${relationMark(fact.relation)}${originMark(fact.origins)}</span></summary>
<p class="why">${fact.why}</p>
<div class="positions">${fact.positions.map(position => positionColumn(sheet, position))}</div>
</details>
`
}

function positionColumn(sheet: Sheet, position: Position): Markup {
  const first = position.firstReported === "" ? "" : edtfInWords(position.firstReported)
  const last = position.lastReported === "" ? "" : edtfInWords(position.lastReported)
  const reported = first === "" ? "no date" : first === last ? first : `${first} to ${last}`
  const status = position.status === "occurred" ? "" : `, ${position.status}`
  return html`<section class="position"><h5>${valueInWords(position.value)}${status}</h5>
<p class="small">${originMark(position.origins)}<br>reported ${reported}</p>
${position.assertions.map(assertion => assertionFigure(sheet, assertion))}</section>
`
}

function assertionFigure(sheet: Sheet, assertion: Assertion): Markup {
  const chain = assertion.attribution.map(step => step.name).join(" ‹ ")
  return html`${assertion.evidence.map(
    evidence =>
      html`<figure><blockquote>${sentenceOf(sheet, evidence, REACH)} ${sheet.links([evidence])}</blockquote></figure>`,
  )}<p class="small"><a href="#r${sheet.number(assertion.evidence[0]!.reportId)}">${fromWords(sheet, assertion.evidence[0]!.reportId)}</a>${chain !== "" && html`<br><span title="who says so, from the report outwards">${chain}</span>`}<br><code>${assertion.rule}</code></p>
`
}

/** Words for a fact's origins where there is no room for ticks. */
export const originsOfFact = (fact: Fact) => originsInWords(fact.origins)
