import { isStoryLabel, type Label, type Labelled } from "./line.ts"
import { isDoubtfulTeaser, isTeaserHead } from "./line-rules.ts"
import { endsSentence, isCutOff, isHeadline, shareIn, wordsOf } from "./words.ts"

/** A line that can only be a paragraph of a story: long, with a sentence end; or shorter with someone's words in it. */
function isStoryLike({ label, line }: Labelled): boolean {
  if (label !== undefined && label !== "paragraph") return false
  const { text } = line
  if (!endsSentence(text)) return 300 < text.length && !isCutOff(text)
  const sentences = text.match(/[.!?]["”’)]?(?=\s+["“‘(]?\p{Lu}|$)/gu)?.length ?? 0
  return (
    140 <= text.length ||
    (100 <= text.length && 2 <= sentences) ||
    (30 <= text.length && /["“”«»]/.test(text) && !isHeadlinePair(text))
  )
}

/** `Ministry: "We knew"` without a full stop is a headline even with quotation marks. */
function isHeadlinePair(text: string): boolean {
  return isHeadline(text)
}

/** Share of the letters of the story that stand before `index`, 0-1. */
function massBefore(labelled: readonly Labelled[], index: number): number {
  let before = 0
  let all = 0
  labelled.forEach((item, at) => {
    if (!isStoryLike(item) && !(item.line.bullet && item.label === undefined)) return
    all += item.line.text.length
    if (at < index) before += item.line.text.length
  })
  return all === 0 ? 0 : before / all
}

/** Share of the letters in lines that end as sentences do which stand before `index`, 0-1. */
function sentencesBefore(labelled: readonly Labelled[], index: number): number {
  let before = 0
  let all = 0
  labelled.forEach(({ label, line }, at) => {
    if ((label !== undefined && !isStoryLabel(label)) || !endsSentence(line.text)) return
    all += line.text.length
    if (at < index) before += line.text.length
  })
  return all === 0 ? 0 : before / all
}

function setOpen(item: Labelled, label: Label, rule: string): void {
  if (item.label !== undefined && !(isStoryLabel(item.label) && item.label !== "title" && item.label !== "credit"))
    return
  item.label = label
  item.rule = rule
}

/** "WATCH | The gate after the blast:" takes the film's title and summary with it. */
export function labelPlayers(labelled: readonly Labelled[]): void {
  labelled.forEach((item, index) => {
    if (
      item.label !== "player" ||
      !/^(watch|listen|video|audio)\b/i.test(item.line.text) ||
      wordsOf(item.line.text).length < 3
    )
      return
    const title = labelled[index + 1]
    if (
      !title ||
      title.label !== undefined ||
      !isHeadline(title.line.text) ||
      shareIn(title.line.text, item.line.text) < 0.4
    )
      return
    setOpen(title, "player", "playerTitle")
    const summary = labelled[index + 2]
    if (summary?.label !== undefined || !summary || 320 < summary.line.text.length) return
    if (0.5 <= shareIn(title.line.text, summary.line.text)) setOpen(summary, "player", "playerSummary")
  })
}

/** Behind a comment head that stands after most of the story everything belongs to readers. */
export function labelCommentSections(labelled: readonly Labelled[]): void {
  const start = labelled.findIndex(
    (item, index) =>
      item.label === "comment-form" &&
      !item.line.markup &&
      isCommentHead(item.line.text) &&
      0.4 < sentencesBefore(labelled, index),
  )
  if (start === -1) return
  for (const item of labelled.slice(start + 1)) {
    if (isTeaserHead(item.line.text)) break
    setOpen(item, "comment-form", "commentSection")
  }
}

function isCommentHead(text: string): boolean {
  return /^\W*(\d+ )?(comments?|leave a|post a comment|add a comment|write a|join the (conversation|discussion)|responses?|discussion|\d+ thoughts|have your say|\w+ thoughts? on)/i.test(
    text,
  )
}

/** Behind "Related Posts" come titles and summaries of other stories, until the story goes on or the page ends. */
export function labelTeaserSections(labelled: readonly Labelled[]): void {
  labelled.forEach((head, index) => {
    if (head.label !== "teaser" || head.line.markup || !isTeaserHead(head.line.text)) return
    const rest = labelled.slice(index + 1)
    const goesOn = rest.findIndex((item, at) => isStoryLike(item) && !isSummary(rest, at, massBefore(labelled, index)))
    let stop = goesOn === -1 ? rest.length : goesOn
    // A short heading right above the paragraph with which the story goes on belongs to that paragraph.
    const above = rest[stop - 1]
    if (
      goesOn !== -1 &&
      1 < stop &&
      above?.label === undefined &&
      above!.line.gap &&
      wordsOf(above!.line.text).length <= 5 &&
      isHeadline(above!.line.text)
    )
      stop--
    for (const item of rest.slice(0, stop)) {
      if (goesOn !== -1 && item.line.bullet && endsSentence(item.line.text)) break
      setOpen(item, "teaser", "teaserSection")
    }
  })
}

/** A long line that sums up another story: it stands under that story's title, and most of our story is over. */
function isSummary(rest: readonly Labelled[], at: number, mass: number): boolean {
  const above = rest[at - 1]
  return (
    0.6 < mass &&
    above !== undefined &&
    above.label === undefined &&
    isHeadline(above.line.text) &&
    4 <= wordsOf(above.line.text).length
  )
}

/** "ANALYSIS: Why the port was open" and cut-off summaries under a headline, in the midst of the story. */
export function labelTeasersWithin(labelled: readonly Labelled[]): void {
  const first = labelled.findIndex(isStoryLike)
  labelled.forEach((item, index) => {
    if (first === -1 || index <= first || item.label !== undefined) return
    if (isDoubtfulTeaser(item.line.text)) setOpen(item, "teaser", "doubtfulTeaser")
    else if (isCutOff(item.line.text) && item.line.text.length <= 250 && !/["“”]/.test(item.line.text)) {
      const above = labelled[index - 1]
      if (above && above.label === undefined && isHeadline(above.line.text) && 4 <= wordsOf(above.line.text).length) {
        setOpen(above, "teaser", "headlineOfSummary")
        setOpen(item, "teaser", "cutOffSummary")
      }
    }
  })
}

/** Short lines behind the last sentence of the story are no headings of anything: debris of the page. */
export function labelTail(labelled: readonly Labelled[]): void {
  const first = labelled.findIndex(isStoryLike)
  if (first === -1) return
  for (let index = labelled.length - 1; first < index; index--) {
    const item = labelled[index]!
    if (item.label !== undefined && !(item.label === "dateline" || item.label === "byline" || item.label === "heading"))
      continue
    const { text } = item.line
    if (
      item.line.bullet ||
      (endsSentence(text) && !isCutOff(text) && 20 <= text.length) ||
      /["“”]$/.test(text) ||
      200 < text.length
    ) {
      if (item.label === undefined) break
      continue
    }
    if (item.line.markup && 0.5 <= item.line.markup.kept) break
    if (item.label !== undefined) {
      // A date or name behind furniture is that of another story.
      if (furnitureBefore(labelled, index, first)) {
        item.label = "teaser"
        item.rule = "tail"
      }
      continue
    }
    setOpen(
      item,
      isCutOff(text) || 4 <= wordsOf(text).length
        ? "teaser"
        : /\b(live|radio|tv|icon|podcast|video)\b/i.test(text)
          ? "player"
          : "other",
      "tail",
    )
  }
}

function furnitureBefore(labelled: readonly Labelled[], index: number, first: number): boolean {
  return labelled.slice(first, index).some(item => item.label === "teaser" && isTeaserHead(item.line.text))
}
