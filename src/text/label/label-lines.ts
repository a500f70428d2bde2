import { cutCaption } from "./cut-line.ts"
import { findTitle, type TitleHints } from "./find-title.ts"
import { isStoryLabel, type Labelled, type Line } from "./line.ts"
import { labelLine, mastheadOf } from "./line-rules.ts"
import { labelMarkup } from "./markup-rules.ts"
import {
  labelCommentSections,
  labelFilmTitles,
  labelPlayers,
  labelTail,
  labelTeaserSections,
  labelTeasersWithin,
} from "./sections.ts"
import { endsSentence, isHeadline, isPost, isProse, plainForm, shareIn, wordsOf } from "./words.ts"

/** Gives every line a label. Passes run in order; each sees what the earlier ones found and labels only lines that have none yet, save where it says so. */
export function labelLines(
  lines: readonly Line[],
  hints: TitleHints,
): { labelled: Labelled[]; title: number | undefined } {
  const labelled: Labelled[] = lines.map(line => ({ line, ...(line.markup ? labelMarkup(line) : labelLine(line)) }))
  const title = findTitle(labelled, hints)
  if (title !== undefined) set(labelled[title]!, "title", "findTitle")
  labelRepeatedTitles(labelled, title)
  labelHead(labelled, title)
  labelPlayers(labelled)
  labelFilmTitles(labelled)
  labelCommentSections(labelled)
  labelTeaserSections(labelled)
  labelTeasersWithin(labelled)
  labelTail(labelled)
  labelRepeats(labelled)
  labelStory(labelled)
  return { labelled, title }
}

function set(item: Labelled, label: Labelled["label"], rule: string): void {
  item.label = label
  item.rule = rule
}

/** The same words as the title once more, perhaps with the publisher's name behind them or cut off by dots. */
function labelRepeatedTitles(labelled: readonly Labelled[], title: number | undefined): void {
  if (title === undefined) return
  const form = titleForm(labelled[title]!.line.text)
  labelled.forEach((item, index) => {
    if (
      index === title ||
      (item.label !== undefined && !["metadata", "navigation", "heading", "teaser"].includes(item.label))
    )
      return
    const other = titleForm(item.line.text)
    const cut = other.replace(/\s*(…|\.\.\.)$/, "")
    if (other === form || (cut !== other && 20 <= cut.length && form.startsWith(cut)))
      set(item, "repeated-title", "labelRepeatedTitles")
    else if (
      /^h[12]$|^title$/.test(item.line.markup?.tag ?? "") &&
      other.length < form.length + 60 &&
      (other.startsWith(form) || form.startsWith(other)) &&
      15 <= other.length
    )
      set(item, "repeated-title", "labelRepeatedTitles")
  })
}

/** The title without a publisher's name behind it, in lower case. */
export function titleForm(text: string): string {
  return plainForm(text.replace(/\s+[–—|·-]\s+[^–—|·]{2,40}$/, ""))
}

/** Short lines above the title are the page's masthead and menu. */
function labelHead(labelled: readonly Labelled[], title: number | undefined): void {
  if (title === undefined || labelled[title]!.line.markup) return
  for (let index = 0; index < title; index++) {
    const item = labelled[index]!
    if (
      item.label === undefined &&
      !item.line.bullet &&
      !isProse(item.line.text) &&
      wordsOf(item.line.text).length <= 12
    )
      set(item, "navigation", "labelHead")
  }
}

/** The same long paragraph told again, and a short line told twice in a row. */
function labelRepeats(labelled: readonly Labelled[]): void {
  const seen = new Set<string>()
  let before: string | undefined
  for (const item of labelled) {
    const form = item.label === "caption" ? captionForm(item.line.text) : item.line.plain
    const open =
      item.label === undefined || item.label === "caption" || item.label === "paragraph" || item.label === "list-item"
    // On a page the same words twice are the author's, save under pictures; scraped text has them from the scraper.
    const far = item.line.markup && item.label !== "caption" ? false : 40 <= form.length && seen.has(form)
    if (open && ((form === before && form.length < 200) || far)) set(item, "other", "labelRepeats")
    else if (item.label === undefined || isStoryLabel(item.label)) seen.add(form)
    before = form
  }
}

/** A pull quote stands within so many lines of the words it repeats. Also keeps long inputs from taking quadratic time. */
const NEAR = 60

/** What is left is the story: paragraphs, headings, list items, pull quotes, and descriptions of pictures beside their captions. */
function labelStory(labelled: readonly Labelled[]): void {
  const quotable = labelled.map(item =>
    item.label === undefined || item.label === "paragraph" ? quoteForm(item.line.text) : "",
  )
  const firstStory = labelled.findIndex(
    item => item.label === undefined && endsSentence(item.line.text) && 60 < item.line.text.length,
  )
  labelled.forEach((item, index) => {
    if (item.label === "caption") labelPictureText(labelled, index)
    if (item.label !== undefined || isPictureText(labelled, index)) return
    if (item.line.bullet) set(item, "list-item", "listItem")
    else if (isPullQuote(item.line, quotable.slice(Math.max(0, index - NEAR), index + NEAR)))
      set(item, "pull-quote", "pullQuote")
    else if (index < firstStory && nameBesideDate(labelled, index)) set(item, "byline", "nameBesideDate")
    else if (index < firstStory && mastheadOf(item.line.text) !== undefined) set(item, "metadata", "masthead")
    else if (isBesidePictureCredit(labelled, index)) set(item, "caption", "besidePictureCredit")
    else if (isHeading(labelled, index)) set(item, "heading", "heading")
    else set(item, "paragraph", "otherwise")
  })
}

/** A short line without a full stop with more story behind it, or what the markup calls a heading. */
function isHeading(labelled: readonly Labelled[], index: number): boolean {
  const { line } = labelled[index]!
  const next = nextOfStory(labelled, index)
  if (!next || next.label === "credit") return false
  if (/^h[1-6]$/.test(line.markup?.tag ?? "")) return line.text.length <= 200
  // "In other shootings:" heads what follows.
  const text = wordsOf(line.text).length <= 6 ? line.text.replace(/:$/, "") : line.text
  return isHeadline(text) && !isPost(text) && wordsOf(text).length <= 16 && !/^["“].*["”]$/.test(line.text)
}

/** A caption that repeats the words of the picture's description right above it: the description goes. Otherwise both stay. */
function labelPictureText(labelled: readonly Labelled[], index: number): void {
  const above = labelled[index - 1]
  const caption = labelled[index]!
  if (!above || (above.label !== undefined && above.rule !== "pictureText")) return
  const credit = caption.line.text.replace(/\s*[([][^()[\]]*[)\]]\.?$/, "")
  if (plainForm(credit).startsWith(above.line.plain.replace(/[.!?]$/, ""))) set(above, "other", "repeatedPictureText")
}

/** A line that stands on a caption without a blank line between, and speaks of the same things, describes the same picture. */
function isPictureText(labelled: readonly Labelled[], index: number): boolean {
  const item = labelled[index]!
  const next = labelled[index + 1]
  if (next?.label !== "caption" || next.line.gap || 300 < item.line.text.length) return false
  if (shareIn(item.line.text, next.line.text) < 0.5 && shareIn(next.line.text, item.line.text) < 0.5) return false
  set(item, "caption", "pictureText")
  labelPictureText(labelled, index + 1)
  return true
}

/** A short line with quotation marks whose words stand in a longer paragraph as they are. `quotable`: paragraphs near it in their `quoteForm`. */
function isPullQuote(line: Line, quotable: readonly string[]): boolean {
  if (400 < line.text.length || !/["“”‘’«»]/.test(line.text)) return false
  const words = quoteForm(line.text)
  return 25 <= words.length && quotable.some(text => words.length < text.length && text.includes(words))
}

function quoteForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/["“”„«»‘’'.,]/g, "")
    .replace(/\s+/g, " ")
    .trim()
}

/** Two to four capitalized words right beside a line with the date, above the story: who wrote it. */
function nameBesideDate(labelled: readonly Labelled[], index: number): boolean {
  const { text } = labelled[index]!.line
  if (
    !/^\p{Lu}[\p{L}.'’-]+( (\p{Lu}[\p{L}.'’-]*|van|von|de|al|bin|der|da|di|in|and|agencies|at|for)){1,9}$/u.test(text)
  )
    return false
  return labelled[index + 1]?.label === "dateline" || labelled[index - 1]?.label === "dateline"
}

/** What stands right under the name of a house that sells pictures. */
function isBesidePictureCredit(labelled: readonly Labelled[], index: number): boolean {
  const above = labelled[index - 1]
  const { line } = labelled[index]!
  return above?.rule === "creditLine" && above.label === "metadata" && !line.gap && line.text.length <= 300
}

/** A caption without counters before and shops behind it. */
function captionForm(text: string): string {
  const caption = cutCaption(text)?.find(({ label }) => label === "caption")
  return plainForm(caption ? text.slice(caption.start, caption.end) : text)
}

/** The next line that is or may be part of the story. */
function nextOfStory(labelled: readonly Labelled[], index: number): Labelled | undefined {
  for (let at = index + 1; at < labelled.length; at++) {
    const { label } = labelled[at]!
    if (label === undefined || isStoryLabel(label)) return labelled[at]
  }
  return undefined
}
