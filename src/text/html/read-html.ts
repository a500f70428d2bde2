import { Parser } from "htmlparser2"
import { DOMParser } from "linkedom"
import type { Category } from "../label/line.ts"
import { type Mapped, RunWriter } from "../mapped.ts"
import { categoriesOf, isBlock, isSkipped, standsApart } from "./categories.ts"
import type { DomDocument, DomElement, DomNode, DomText } from "./dom.ts"

/** A stretch of text between two block borders. */
export interface Unit {
  readonly tag: string
  readonly elements: readonly ElementInfo[]
  /** Number of each text node and how many visible characters it gives. */
  readonly nodes: readonly { readonly node: number; readonly length: number; readonly linked: boolean }[]
}

/** An open element while its text is read. */
export interface ElementInfo {
  readonly tag: string
  readonly own: readonly Category[]
}

/** What the head of a page and its <time> elements say. */
export interface PageFacts {
  readonly lang: string | undefined
  readonly title: string | undefined
  readonly canonical: string | undefined
  readonly metas: readonly { readonly name: string; readonly content: string }[]
  readonly jsonLd: readonly string[]
  readonly times: readonly {
    readonly datetime: string
    readonly role: string
    readonly inArticle: boolean
    readonly inFurniture: boolean
  }[]
}

/** A page taken apart: its visible text, one unit a line, and the DOM for article extraction. */
export interface Page {
  readonly mapped: Mapped
  readonly units: readonly Unit[]
  readonly document: DomDocument
  /** Number of a DOM text node in `Unit.nodes`. */
  readonly numberOf: Map<DomNode, number>
  readonly facts: PageFacts
}

interface Piece {
  readonly text: string
  readonly rawStart: number
  readonly rawLength: number
  readonly node: number
  /** Number of the link it stands in, 0 outside of links. */
  readonly link: number
}

/** Elements deeper than this are not opened: a page nested so deep is damaged, and recursion elsewhere would overflow. */
const MAX_DEPTH = 400
/** Attributes that article extraction looks at. */
const wanted = new Set([
  "class",
  "id",
  "role",
  "style",
  "hidden",
  "aria-hidden",
  "aria-modal",
  "href",
  "rel",
  "itemprop",
  "itemtype",
  "src",
  "alt",
  "dir",
  "lang",
  "name",
  "property",
  "content",
  "type",
  "datetime",
  "colspan",
  "rowspan",
  "datatable",
  "summary",
])

/** Parse HTML with the raw position of every piece of text. Never throws on bad markup. */
export function readHtml(raw: string): Page {
  const document = new DOMParser().parseFromString(
    "<!doctype html><html><head></head><body></body></html>",
    "text/html",
  ) as unknown as DomDocument
  const numberOf = new Map<DomNode, number>()
  const units: Unit[] = []
  const writer = new RunWriter()
  const texts: string[] = []
  const metas: { name: string; content: string }[] = []
  const jsonLd: string[] = []
  const times: PageFacts["times"][number][] = []
  let lang: string | undefined
  let title: string | undefined
  let canonical: string | undefined

  const root: Open = {
    tag: "html",
    node: document.documentElement,
    own: [],
    link: 0,
    skipped: false,
    block: true,
    info: { tag: "html", own: [] },
  }
  const stack: Open[] = [root]
  let pieces: Piece[] = []
  let textNode: DomText | undefined
  let links = 0
  const seen = new Map<string, readonly Category[]>()
  let script: { kind: "ld" | "title" | "none"; text: string } | undefined
  let titlePieces: Piece[] = []

  const top = (): Open => stack.at(-1)!
  const flush = (): void => {
    if (pieces.length === 0) return
    const unit = collapse(pieces)
    pieces = []
    for (const part of unit)
      emit(
        part,
        blockTag(stack),
        stack.map(item => item.info),
      )
  }
  const emit = (part: Piece[], tag: string, elements: ElementInfo[]): void => {
    if (part.length === 0) return
    if (texts.length > 0) {
      writer.insert(1)
      texts.push("\n")
    }
    const nodes: { node: number; length: number; linked: boolean }[] = []
    for (const { text, rawStart, rawLength, node, link } of part) {
      texts.push(text)
      writer.push(text.length, rawStart, rawLength)
      const length = text.trim().length
      const last = nodes.at(-1)
      if (last?.node === node) nodes[nodes.length - 1] = { ...last, length: last.length + length }
      else nodes.push({ node, length, linked: 0 < link })
    }
    units.push({ tag, elements, nodes })
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = top()
        textNode = undefined
        if (name === "html") {
          lang ??= attributes.lang ?? attributes["xml:lang"]
          return void stack.push({ ...parent, tag: name, block: false })
        }
        if (name === "head" || name === "body") {
          if (name === "body")
            for (const [key, value] of Object.entries(attributes))
              if (wanted.has(key)) document.body.setAttribute(key, value)
          return void stack.push({
            ...parent,
            tag: name,
            node: name === "head" ? document.head : document.body,
            block: true,
          })
        }
        if (name === "meta") metas.push(...metaOf(attributes))
        if (name === "link" && /\bcanonical\b/i.test(attributes.rel ?? "") && attributes.href)
          canonical ??= attributes.href.trim()
        if (name === "br") {
          if (!parent.skipped) {
            pieces.push({ text: "\n", rawStart: -1, rawLength: 0, node: -1, link: 0 })
            place(parent, document.createElement("br"))
          }
          return void stack.push({ ...parent, tag: name, block: false })
        }
        const own = categoriesOf(name, attributes, stack.length, seen)
        const block =
          isBlock(name) ||
          (standsApart(name, own) &&
            (isBlock(parent.tag) || (name !== "time" && !parent.block)) &&
            !stack.some(item => /^(p|h[1-6]|figcaption|blockquote)$/.test(item.tag)))
        if (block) flush()
        if (name === "time" && attributes.datetime) {
          const around = [...stack.map(item => item.own), own].flat()
          times.push({
            datetime: attributes.datetime,
            role: [attributes.itemprop, attributes.class, ...stack.slice(-2).flatMap(item => item.names ?? [])]
              .filter(Boolean)
              .join(" "),
            inArticle: stack.some(item => item.tag === "article" || item.tag === "main"),
            inFurniture: around.some(
              category =>
                category === "related" ||
                category === "comments" ||
                category === "aside" ||
                category === "footer" ||
                category === "hidden",
            ),
          })
        }
        if (name === "title" && title === undefined && !stack.some(item => item.tag === "svg"))
          script = { kind: "title", text: "" }
        else if (name === "script") script = { kind: /ld\+json/i.test(attributes.type ?? "") ? "ld" : "none", text: "" }
        const skipped = parent.skipped || isSkipped(name)
        let node = parent.node
        if (!skipped && stack.length < MAX_DEPTH) {
          const element = document.createElement(/^[a-z][\w-]*$/.test(name) ? name : "span")
          for (const [key, value] of Object.entries(attributes)) if (wanted.has(key)) element.setAttribute(key, value)
          place(parent, element)
          node = element
        }
        const names = [attributes.class ?? "", attributes.itemprop ?? ""]
        stack.push({
          tag: name,
          node,
          own,
          link: name === "a" && attributes.href !== undefined ? ++links : parent.link,
          skipped,
          block,
          names,
          info: { tag: name, own },
        })
      },
      ontext(data) {
        const rawStart = parser.startIndex
        const rawLength = parser.endIndex + 1 - rawStart
        if (script) {
          script.text += data
          if (script.kind === "title") titlePieces.push({ text: data, rawStart, rawLength, node: -1, link: 0 })
          return
        }
        const parent = top()
        if (parent.skipped) return
        if (parent.node === document.head && data.trim() === "") return
        if (!textNode) {
          textNode = document.createTextNode(data)
          numberOf.set(textNode, numberOf.size)
          place(parent.node === document.head ? { ...parent, node: document.body } : parent, textNode)
        } else textNode.data += data
        pieces.push({ text: data, rawStart, rawLength, node: numberOf.get(textNode)!, link: parent.link })
      },
      onclosetag(name) {
        textNode = undefined
        if (script && (name === "script" || name === "title")) {
          if (script.kind === "ld") jsonLd.push(script.text)
          if (script.kind === "title" && title === undefined) {
            title = script.text.replace(/\s+/g, " ").trim()
            for (const part of collapse(titlePieces)) emit(part, "title", [{ tag: "title", own: ["head"] }])
          }
          script = undefined
          titlePieces = []
        }
        // htmlparser2 closes elements in order, so the open one is the last.
        if (top().block) flush()
        if (1 < stack.length) stack.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(raw)
  flush()
  return {
    mapped: { text: texts.join(""), runs: writer.runs, marks: [] },
    units,
    document,
    numberOf,
    facts: { lang, title, canonical, metas, jsonLd, times },
  }
}

interface Open {
  readonly tag: string
  readonly node: DomElement
  readonly own: readonly Category[]
  readonly link: number
  readonly skipped: boolean
  /** Text in it begins and ends a line. */
  readonly block: boolean
  readonly names?: readonly string[]
  readonly info: ElementInfo
}

/** Elements outside head and body belong to the body, as browsers do it. */
function place(parent: Open, child: DomNode): void {
  const { node } = parent
  if (node.nodeName === "HTML") node.ownerDocument.body.appendChild(child)
  else if (
    node.nodeName === "HEAD" &&
    child.nodeType === 1 &&
    !/^(META|LINK|BASE|TITLE|STYLE|SCRIPT|NOSCRIPT)$/.test(child.nodeName)
  )
    node.ownerDocument.body.appendChild(child)
  else node.appendChild(child)
}

function blockTag(stack: readonly Open[]): string {
  for (let index = stack.length - 1; 0 <= index; index--)
    if (isBlock(stack[index]!.tag) || stack[index]!.block) return stack[index]!.tag
  return "body"
}

function metaOf(attributes: Readonly<Record<string, string>>): { name: string; content: string }[] {
  const content = attributes.content?.trim()
  const names = [attributes.property, attributes.name, attributes.itemprop].filter(name => name !== undefined)
  return content
    ? names
        .flatMap(name => name.toLowerCase().split(/\s+/))
        .filter(name => name !== "")
        .map(name => ({ name, content }))
    : []
}

/**
 * White space as a reader sees it: runs become one space, none at the ends. Two line breaks part paragraphs; a single one parts
 * them only where a sentence ends or the next begins with a capital letter.
 */
function collapse(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]]
  let breaks = 0
  let space = false
  const last = (): string => parts.at(-1)!.at(-1)?.text.at(-1) ?? ""
  for (const piece of pieces) {
    if (piece.text === "\n" && piece.rawStart === -1) {
      breaks++
      continue
    }
    for (const match of piece.text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(match[0])) {
        space = true
        continue
      }
      if (0 < breaks) {
        if (last() !== "" && (2 <= breaks || /[.!?:;”"’)\]»]/.test(last()) || !/^\p{Ll}/u.test(match[0])))
          parts.push([])
        else space = true
        breaks = 0
      }
      const part = parts.at(-1)!
      if (!space && abuts(part.at(-1), piece, match[0])) space = true
      if (space && 0 < part.length)
        part.push({ text: " ", rawStart: piece.rawStart, rawLength: 0, node: piece.node, link: piece.link })
      space = false
      const even = piece.text.length === piece.rawLength
      part.push({
        text: match[0],
        rawStart: even ? piece.rawStart + match.index : piece.rawStart,
        rawLength: even ? match[0].length : piece.rawLength,
        node: piece.node,
        link: piece.link,
      })
    }
  }
  return parts.filter(part => part.length > 0)
}

/** Two links, or a link and its neighbour, written without a space between, as in menus: "Politics" and "Economy". */
function abuts(last: Piece | undefined, next: Piece, text: string): boolean {
  return (
    last !== undefined &&
    last.link !== next.link &&
    /[\p{Ll}\p{N}]$|\p{Lu}{2}$/u.test(last.text) &&
    /^[\p{Lu}\p{N}]/u.test(text)
  )
}
