import { originsInWords } from "../../app/words.ts"
import type { OriginCount, Relation } from "../../core/casefile.ts"
import type { Status } from "../../core/status.ts"
import { html, type Markup } from "./markup.ts"

/** Ticks drawn at most; a longer row would be counted by nobody. */
const MAX_TICKS = 10

const relationSigns: Record<Relation, string> = {
  single: "○",
  agree: "=",
  refine: "≈",
  update: "→",
  contradict: "≠",
  retract: "×",
  mixed: "±",
}

/** A relation as sign and word, never as colour alone. */
export function relationMark(relation: Relation): Markup {
  return html`<span class="relation ${relation}"><i aria-hidden="true">${relationSigns[relation]}</i> ${relation}</span>`
}

/** A status as the outline of a small square and as a word. */
export function statusMark(status: Status): Markup {
  return html`<span class="status ${status}"><i aria-hidden="true"></i>${status}</span>`
}

/** One tick for each origin, hollow where it is unproven, and the same in words. */
export function originMark(origins: OriginCount): Markup {
  const solid = "▮".repeat(Math.min(origins.low, MAX_TICKS))
  const hollow = "▯".repeat(Math.max(0, Math.min(origins.high, MAX_TICKS) - solid.length))
  const names = origins.names.length === 0 ? "" : origins.names.join("; ")
  return html`<span class="origins" title="${names}"><i aria-hidden="true">${solid}${hollow}</i> ${originsInWords(origins)}</span>`
}
