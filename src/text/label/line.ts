import type { RemovedLabel, StoryLabel } from "../../core/report.ts"
import { plainForm } from "./words.ts"

/** What a page's own markup says of a line. */
export type Category =
  | "title"
  | "heading"
  | "list-item"
  | "caption"
  | "quote"
  | "pull-quote"
  | "byline"
  | "date"
  | "deck"
  | "credit"
  | "table"
  | "share"
  | "ad"
  | "comments"
  | "related"
  | "player"
  | "navigation"
  | "header"
  | "footer"
  | "aside"
  | "form"
  | "newsletter"
  | "tags"
  | "bio"
  | "hidden"
  | "head"

/** What is known of a line from HTML; absent for plain text. */
export interface Markup {
  readonly tag: string
  readonly categories: ReadonlySet<Category>
  /** Share of its letters that article extraction kept, 0-1. */
  readonly kept: number
  /** Share of its letters that are links, 0-1. */
  readonly linked: number
  /** Within an <article> or <main>. */
  readonly inArticle: boolean
}

/** A line of the repaired text: a paragraph, a heading, a button. */
export interface Line {
  /** Without white space and bullet at the ends. */
  readonly text: string
  /** Offsets of `text` in the repaired text. */
  readonly start: number
  readonly end: number
  /** `plainForm` of the text, made once because many rules compare it. */
  readonly plain: string
  readonly bullet: boolean
  /** A blank line stands before it. */
  readonly gap: boolean
  readonly markup?: Markup
}

export type Label = StoryLabel | RemovedLabel

/** A line with its label and the name of the rule that gave it. `label` undefined: nothing known yet. */
export interface Labelled {
  readonly line: Line
  label: Label | undefined
  rule: string
}

const storyLabels: ReadonlySet<string> = new Set<StoryLabel>([
  "title",
  "dateline",
  "byline",
  "paragraph",
  "heading",
  "list-item",
  "caption",
  "pull-quote",
  "credit",
])

export function isStoryLabel(label: Label | undefined): label is StoryLabel {
  return label !== undefined && storyLabels.has(label)
}

const bullet = /^(?:[•◦▪‣●○■□–—*·►▶➤✓✔»>]|-)\s+(?=\S)/u

/** Cuts text into lines without white space at their ends; blank lines only leave a `gap`. `markups[i]` belongs to the i-th line of the text. */
export function splitLines(text: string, markups?: readonly Markup[]): Line[] {
  const lines: Line[] = []
  let start = 0
  let gap = false
  let index = 0
  while (start <= text.length) {
    const newline = text.indexOf("\n", start)
    const stop = newline === -1 ? text.length : newline
    const raw = text.slice(start, stop)
    const trimmed = raw.trim()
    if (trimmed === "") gap = true
    else {
      // A dash before and behind ("- Advertisement -") is an ornament, not a bullet.
      const mark = /[-–—*•·]$|^-\s.*\s-\S+$/.test(trimmed) ? 0 : (bullet.exec(trimmed)?.[0].length ?? 0)
      const markup = markups?.[index]
      const from = start + raw.indexOf(trimmed) + mark
      const end = from + trimmed.length - mark
      const isBullet = 0 < mark || (markup?.categories.has("list-item") ?? false)
      lines.push({
        text: text.slice(from, end),
        plain: plainForm(text.slice(from, end)),
        start: from,
        end,
        bullet: isBullet,
        gap,
        ...(markup ? { markup } : {}),
      })
      gap = false
    }
    if (newline === -1) break
    start = newline + 1
    index++
  }
  return lines
}
