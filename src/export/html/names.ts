import { entitySections } from "../../app/lists/entity-section.ts"
import { html, type Markup } from "./markup.ts"
import { partsMarkup } from "./parts.ts"
import { sentenceCase } from "./sections.ts"
import type { Sheet } from "./sheet.ts"

/** Who and what is named. Victims, suspects and private people stand in a fold of their own. */
export function namesPart(sheet: Sheet): Markup | undefined {
  const sections = entitySections(sheet.caseFile, sheet.marks, { unfolded: true })
  if (sections.length === 0) return undefined
  return html`<section id="s-names" class="names"><h2>Who and what is named</h2>
${sections.map(section => {
  const open = section.lines.filter(line => !sheet.private.has(line.id ?? ""))
  const folded = section.lines.filter(line => sheet.private.has(line.id ?? ""))
  const entry = (line: (typeof open)[number]) =>
    html`<p class="line"><span class="label">${line.label}</span><span class="words">${partsMarkup(sheet, line.parts)}</span></p>
`
  return html`<details><summary>${sentenceCase(section.heading)} <small>${section.lines.length}</small></summary>
${open.map(entry)}${
  0 < folded.length &&
  html`<details class="private"><summary>${folded.length} named ${folded.length === 1 ? "person" : "people"}: victims, suspects and private people</summary>
${folded.map(entry)}</details>`
}</details>
`
})}</section>
`
}
