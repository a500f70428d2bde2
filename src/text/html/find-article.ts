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
 * nodes without numbers. This gives the body an `innerHTML` that remembers which node stood where and puts the same nodes back.
 */
function keepNodesOnReset(page: Page): void {
  const { body } = page.document
  let saved: { node: DomNode; children: DomNode[] }[] = []
  Object.defineProperty(body, "innerHTML", {
    configurable: true,
    get: () => {
      saved = []
      const open: DomNode[] = [body]
      for (let node = open.pop(); node; node = open.pop()) {
        const children = [...node.childNodes]
        saved.push({ node, children })
        for (const child of children) if (child.nodeType === 1) open.push(child)
      }
      return ""
    },
    set: () => {
      for (const { node, children } of saved) {
        while (node.firstChild) node.removeChild(node.firstChild)
        for (const child of children) node.appendChild(child)
        // The score of the first try would count twice.
        delete (node as { readability?: unknown }).readability
      }
    },
  })
}
