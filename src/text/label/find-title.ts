import { isOutletName } from "../metadata/date-line.ts"
import type { Labelled } from "./line.ts"
import { endsSentence, isHeadline, isProse, plainForm, shareIn, wordsOf } from "./words.ts"

/** Titles known from outside the text: from the page's metadata or the user. */
export interface TitleHints {
  readonly titles: readonly string[]
}

/** How many lines at the top may hold the title. Menus of scraped pages are rarely longer. */
const HEAD_LINES = 40

/** Index of the line that is the title, or undefined when the text begins without one. */
export function findTitle(labelled: readonly Labelled[], hints: TitleHints): number | undefined {
  const head = labelled.slice(0, HEAD_LINES)
  const known = knownTitle(labelled, hints)
  if (known !== undefined) return known
  if (labelled[0]?.line.markup) return markupTitle(labelled)
  return doubledTitle(head) ?? headlineAboveStory(head)
}

/** The line that equals what the metadata says; of several the first that is a heading. */
function knownTitle(labelled: readonly Labelled[], { titles }: TitleHints): number | undefined {
  const rank = (item: Labelled): number => ({ h1: 0, h2: 1, title: 3 })[item.line.markup?.tag ?? ""] ?? 2
  for (const title of titles) {
    const form = plainForm(title)
    if (form.length < 4) continue
    let best: number | undefined
    labelled.forEach((item, index) => {
      if (item.line.markup && (item.line.markup.categories.has("related") || item.line.markup.categories.has("hidden")))
        return
      const other = item.line.plain
      const same =
        other === form ||
        (rank(item) === 0 &&
          (form.startsWith(other) || other.startsWith(form)) &&
          15 <= Math.min(other.length, form.length))
      if (same && (best === undefined || rank(item) < rank(labelled[best]!))) best = index
    })
    if (best !== undefined) return best
  }
  return undefined
}

/** The heading that stands in the <title> of the head; else an <h1> that is akin to it; else the <title> itself. */
function markupTitle(labelled: readonly Labelled[]): number | undefined {
  const titleLine = labelled.findIndex(item => item.line.markup?.tag === "title")
  const title = labelled[titleLine]?.line.text ?? ""
  let best: { index: number; rank: number } | undefined
  labelled.forEach(({ line }, index) => {
    const markup = line.markup!
    const level = /^h([1-3])$/.exec(markup.tag)?.[1]
    if (level === undefined || markup.categories.has("hidden") || markup.categories.has("related")) return
    const inTitle = 2 <= wordsOf(line.text).length && plainForm(title).includes(line.plain)
    const akin = title === "" || 0.3 <= shareIn(line.text, title)
    if (!inTitle && !(level === "1" && akin)) return
    const rank = (inTitle ? 0 : 10) + (markup.inArticle || 0.5 <= markup.kept ? 0 : 4) + Number(level)
    if (!best || rank < best.rank) best = { index, rank }
  })
  return best?.index ?? (titleLine === -1 ? undefined : titleLine)
}

/** Scrapers often write the title twice. Then it is certain, whatever menu stands above it. */
function doubledTitle(head: readonly Labelled[]): number | undefined {
  for (let index = 0; index + 1 < head.length; index++) {
    const { text } = head[index]!.line
    if (endsSentence(text) && 120 < text.length) return undefined
    if (wordsOf(text).length < 3 || !isCandidate(head[index]!)) continue
    if (head.slice(index + 1, index + 4).some(item => item.line.plain === plainForm(text))) return index
  }
  return undefined
}

/** The last-but-best short line above the first paragraph: the first with four words or more, else the first. */
function headlineAboveStory(head: readonly Labelled[]): number | undefined {
  const story = head.findIndex(({ label, line }) => label === undefined && isBody(line.text))
  const above = head.slice(0, story === -1 ? 0 : story)
  const candidates = above.map((item, index) => ({ item, index })).filter(({ item }) => isCandidate(item))
  const found =
    candidates.find(({ item }) => 4 <= wordsOf(item.line.text).length && !isOutletName(item.line.text)) ??
    candidates.find(({ item }) => 2 <= wordsOf(item.line.text).length)
  return found?.index
}

function isCandidate({ label, line }: Labelled): boolean {
  return (
    label === undefined &&
    !line.bullet &&
    isHeadline(line.text.replace(/\s+[–—|·-]\s+[^–—|·]{2,40}$/, "")) &&
    /\p{L}/u.test(line.text)
  )
}

/** A paragraph of the story, not a headline: it ends as a sentence, or it is long. */
function isBody(text: string): boolean {
  return (isProse(text) && 50 < text.length) || 200 < text.length || 30 < wordsOf(text).length
}
