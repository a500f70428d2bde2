import type { Part } from "../../app/brief/brief.ts"
import { html, type Markup } from "./markup.ts"
import type { Sheet } from "./sheet.ts"

/** The words and marks of a line. Where the brief parts columns by three spaces, a gap stands. */
export function partsMarkup(sheet: Sheet, parts: readonly Part[]): Markup {
  return html`${parts.map((part, index) => {
    if ("mark" in part) return sheet.link(part.mark)
    // The space before a mark would part the number from the words it belongs to.
    const next = parts[index + 1]
    const text = next && "mark" in next ? part.text.trimEnd() : part.text
    return text.split(/ {3,}/).map((column, at) => [at > 0 && html`<span class="gap"></span>`, column])
  })}`
}
