import { Readability } from "@mozilla/readability"
import type { DomNode } from "./dom.ts"
import type { Page } from "./read-html.ts"

/** More elements than this and article extraction takes seconds; such pages are read by their markup alone. */
const MAX_ELEMENTS = 60_000

/** Numbers of the text nodes that belong to the article's body, or undefined when none is found. Changes the page's DOM. */
export function findArticle(page: Page): Set<number> | undefined {
  keepNodesOnReset(page)
  try {
    const article = new Readability<DomNode>(page.document as never, {
      serializer: node => node as unknown as DomNode,
      maxElemsToParse: MAX_ELEMENTS,
      disableJSONLD: true,
    }).parse()
    if (!article?.content) return undefined
    const kept = new Set<number>()
    collect(article.content, page.numberOf, kept)
    return kept.size === 0 ? undefined : kept
  } catch {
    // Readability throws on pages over the limit and on trees that linkedom cannot hold; the caller goes on without it.
    return undefined
  }
}

function collect(node: DomNode, numberOf: ReadonlyMap<DomNode, number>, kept: Set<number>): void {
  const open: DomNode[] = [node]
  for (let next = open.pop(); next; next = open.pop()) {
    const number = numberOf.get(next)
    if (number !== undefined) kept.add(number)
    for (const child of next.childNodes) open.push(child)
  }
}

/**
 * Readability saves and restores the body through `innerHTML` when its first try finds too little, which would make new text
 * nodes without numbers. This gives the body an `innerHTML` that saves a copy of the nodes together with their numbers.
 */
function keepNodesOnReset(page: Page): void {
  const { body } = page.document
  let saved: DomNode[] = []
  Object.defineProperty(body, "innerHTML", {
    configurable: true,
    get: () => {
      saved = [...body.childNodes].map(node => copyWithNumbers(node, page.numberOf))
      return ""
    },
    set: () => {
      while (body.firstChild) body.removeChild(body.firstChild)
      for (const node of saved) body.appendChild(copyWithNumbers(node, page.numberOf))
    },
  })
}

function copyWithNumbers(node: DomNode, numberOf: Map<DomNode, number>): DomNode {
  const copy = node.cloneNode(true)
  const pairs: [DomNode, DomNode][] = [[node, copy]]
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [from, to] = pair
    const number = numberOf.get(from)
    if (number !== undefined) numberOf.set(to, number)
    const others = [...to.childNodes]
    ;[...from.childNodes].forEach((child, index) => {
      if (others[index]) pairs.push([child, others[index]!])
    })
  }
  return copy
}
