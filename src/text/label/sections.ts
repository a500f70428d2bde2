import { isStoryLabel, type Label, type Labelled } from "./line.ts"
import { isDoubtfulTeaser, isTeaserHead } from "./line-rules.ts"
import { endsSentence, isCutOff, isHeadline, isProse, shareIn, wordsOf } from "./words.ts"

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

/** A title between two lines of a player is the film's. */
export function labelFilmTitles(labelled: readonly Labelled[]): void {
  labelled.forEach((item, index) => {
    const next = labelled[index + 1]
    if (labelled[index - 1]?.label !== "player" || next?.label !== "player" || !/^\d{1,2}:\d{2}\b/.test(next.line.text))
      return
    if (isHeadline(item.line.text)) setOpen(item, "player", "filmTitle")
  })
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
    if (isTeaserHead(item.line)) break
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
    if (head.label !== "teaser" || head.line.markup || !isTeaserHead(head.line)) return
    const rest = labelled.slice(index + 1)
    const late = 0.6 < sentencesBefore(labelled, index)
    const goesOn = rest.findIndex((_, at) => isStoryAgain(rest, at, late))
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
    for (const item of rest.slice(0, stop)) setOpen(item, "teaser", "teaserSection")
  })
}

/**
 * The story goes on at a line of prose that is no summary. A summary of another story stands right under its headline and is one
 * line long; before most of our story is told, only a cut-off line passes for one.
 */
function isStoryAgain(rest: readonly Labelled[], at: number, late: boolean): boolean {
  const item = rest[at]!
  if (/^end of list$/i.test(rest[at - 1]?.line.text ?? "")) return true
  if (item.label !== undefined || !isProse(item.line.text)) return false
  if (item.line.bullet && endsSentence(item.line.text)) return true
  const isTitle = (other: Labelled | undefined) =>
    other !== undefined &&
    other.label === undefined &&
    isHeadline(other.line.text) &&
    4 <= wordsOf(other.line.text).length
  // Titles without summaries, one below the other: then prose is no summary either.
  if (isTitle(rest[at - 1]) && isTitle(rest[at - 2])) return true
  const above = rest[at - 1]
  const underHeadline =
    above !== undefined &&
    above.label === undefined &&
    !isProse(above.line.text) &&
    4 <= wordsOf(above.line.text).length
  const next = rest[at + 1]
  const alone = next === undefined || next.label !== undefined || !isProse(next.line.text)
  return late
    ? !(underHeadline && alone) && (isStoryLike(item) || !alone)
    : !(underHeadline && alone && item.line.text.length < 140)
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
  const first = labelled.findIndex(
    ({ label, line }) => label === undefined && isProse(line.text) && 60 <= line.text.length,
  )
  if (first === -1) return
  labelBehindCredits(labelled)
  for (let index = labelled.length - 1; first < index; index--) {
    const item = labelled[index]!
    if (item.label !== undefined && !(item.label === "dateline" || item.label === "byline" || item.label === "heading"))
      continue
    const { text } = item.line
    const above = labelled[index - 1]
    const endsStory =
      above?.label === undefined && above !== undefined && isProse(above.line.text) && isUnfinished(text)
    if (item.line.bullet || isProse(text) || endsStory || /["“”]$/.test(text)) {
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
  return labelled.slice(first, index).some(item => item.label === "teaser" && isTeaserHead(item.line))
}

/** A last sentence whose full stop is missing: it has the small words that headlines leave out. */
function isUnfinished(text: string): boolean {
  return (
    9 <= wordsOf(text).length &&
    !isCutOff(text) &&
    /\b(was|were|is|are|has|have|had|been|will|would) /.test(text) &&
    /\b(the|a|an|his|her|their) /.test(text)
  )
}

/** Behind "Reporting by ..." a story is over: the author's name and life, the agency's name. */
function labelBehindCredits(labelled: readonly Labelled[]): void {
  const credit = labelled.findLastIndex(
    ({ label, line }) => label === "credit" && /\b(reporting|writing|editing) by\b/i.test(line.text),
  )
  if (credit === -1 || sentencesBefore(labelled, credit) < 0.7 || labelled.slice(credit).some(isStoryLike)) return
  for (const item of labelled.slice(credit + 1))
    setOpen(item, isProse(item.line.text) ? "metadata" : "other", "behindCredits")
}
