import { visible } from "../../app/visible.ts"

/** Text that is HTML. Only `html` makes it, so that source text can never become it by accident. */
export interface Markup {
  readonly markup: string
}

export type Content = Markup | string | number | undefined | false | readonly Content[]

/** HTML with holes. A hole takes text, which is escaped, or markup, which is not; lists are joined, nothing for `false` and `undefined`. */
export function html(strings: TemplateStringsArray, ...holes: readonly Content[]): Markup {
  return { markup: strings.map((text, index) => text + (index < holes.length ? render(holes[index]) : "")).join("") }
}

/** A fixed text of ours that is HTML already, such as a style sheet. Never source text. */
export function ours(markup: string): Markup {
  return { markup }
}

function render(content: Content): string {
  if (content === undefined || content === false) return ""
  if (typeof content === "string") return escaped(content)
  if (typeof content === "number") return String(content)
  if ("markup" in content) return content.markup
  return content.map(render).join("")
}

/** Safe in text and in quoted attributes. What would change the direction of text is shown instead. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`)
}
