import type { Category, Markup } from "../label/line.ts"
import { findArticle } from "./find-article.ts"
import type { ElementInfo, Page, Unit } from "./read-html.ts"

/** Categories that only say what kind of line it is; they hold even where the element is the whole story. */
const kinds: ReadonlySet<Category> = new Set<Category>([
  "title",
  "heading",
  "list-item",
  "caption",
  "quote",
  "table",
  "head",
  "hidden",
])
/** An element with more than this share of the article's letters is the story itself, whatever its class is called. */
const STORY_SHARE = 0.4

/** What the markup says of each line of the page. `found` is false when article extraction gave nothing and the markup alone decides. */
export function readMarkup(page: Page): { markups: Markup[]; found: boolean } {
  const article = findArticle(page)
  const kept = article ? page.units.map(unit => keptShare(unit, article)) : keptByMarkup(page.units)
  const letters = page.units.map(lettersOf)
  const held = new Map<ElementInfo, number>()
  let all = 0
  page.units.forEach((unit, index) => {
    const weight = kept[index]! * letters[index]!
    all += weight
    for (const element of unit.elements)
      if (element.own.length > 0) held.set(element, (held.get(element) ?? 0) + weight)
  })
  const markups = page.units.map((unit, index) => {
    const categories = new Set<Category>()
    for (const element of unit.elements) {
      const isStory = STORY_SHARE * all < (held.get(element) ?? 0)
      for (const category of element.own) if (!isStory || kinds.has(category)) categories.add(category)
    }
    return {
      tag: unit.tag,
      categories,
      kept: kept[index]!,
      linked: linkedShare(unit),
      inArticle: unit.elements.some(({ tag }) => tag === "article" || tag === "main"),
    }
  })
  return { markups: rescued(markups, page.units, letters), found: article !== undefined }
}

function lettersOf(unit: Unit): number {
  return unit.nodes.reduce((sum, node) => sum + node.length, 0)
}

function keptShare(unit: Unit, article: ReadonlySet<number>): number {
  const all = lettersOf(unit)
  if (all === 0) return 0
  return unit.nodes.reduce((sum, { node, length }) => sum + (article.has(node) ? length : 0), 0) / all
}

function linkedShare(unit: Unit): number {
  const all = lettersOf(unit)
  return all === 0 ? 0 : unit.nodes.reduce((sum, { linked, length }) => sum + (linked ? length : 0), 0) / all
}

/** Without an article: everything in <article> or <main> when there is one, else everything but furniture. */
function keptByMarkup(units: readonly Unit[]): number[] {
  const inside = units.map(unit => unit.elements.some(({ tag }) => tag === "article" || tag === "main"))
  const any = inside.some(Boolean)
  return units.map((_unit, index) => (any && !inside[index] ? 0 : 1))
}

/** Article extraction sometimes drops a list or short paragraph in the midst of the story; without a sign of furniture it stays. */
function rescued(markups: readonly Markup[], units: readonly Unit[], letters: readonly number[]): Markup[] {
  const first = markups.findIndex(markup => 0.5 <= markup.kept)
  const last = markups.findLastIndex(markup => 0.5 <= markup.kept)
  const keptElements = new Set<ElementInfo>()
  for (let index = first; 0 <= index && index <= last; index++)
    if (0.5 <= markups[index]!.kept) for (const element of units[index]!.elements.slice(-3)) keptElements.add(element)
  return markups.map((markup, index) => {
    if (!(first < index && index < last) || 0.5 <= markup.kept || 0.3 < markup.linked || letters[index]! < 25)
      return markup
    const furniture = [...markup.categories].some(category => !kinds.has(category) || category === "hidden")
    const near = units[index]!.elements.slice(-4).some(element => keptElements.has(element))
    return furniture || !near ? markup : { ...markup, kept: 1 }
  })
}
