import { Button } from "@mantine/core"
import { type RefObject, useEffect, useState } from "react"
import type { ReaderItem, ReaderView } from "../../../../src/app/views/reader/reader-schema.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { shortened } from "../../../../src/app/words.ts"
import { Actions } from "../../actions/Actions.tsx"
import { AddForm } from "./AddForm.tsx"
import classes from "./reader.module.css"

/** Words of the clean text that are selected, and where on the screen. */
export interface Selected {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly top: number
  readonly left: number
}

/** What can be done with selected words: correct what was read there, or add what they tell. */
export function SelectionBar({
  text,
  view,
  items,
}: {
  readonly text: RefObject<HTMLElement | null>
  readonly view: ReaderView
  readonly items: ReadonlyMap<string, ReaderItem>
}) {
  const [selected, setSelected] = useState<Selected>()
  const [isAdding, setAdding] = useState(false)
  useEffect(() => {
    // Whoever fills in the form selects elsewhere.
    const look = () => !isAdding && setSelected(selectionIn(text.current, view))
    document.addEventListener("selectionchange", look)
    return () => document.removeEventListener("selectionchange", look)
  }, [text, view, isAdding])
  if (selected === undefined) return null
  const highlights = view.pieces.flatMap(piece => (piece.kind === "block" ? piece.highlights : []))
  const read = [
    ...new Set(highlights.filter(one => one.start < selected.end && selected.start < one.end).map(one => one.item)),
  ].flatMap(key => items.get(key) ?? [])
  const lines = new Map(
    read.flatMap(item => item.lines.flatMap(line => (line.decide ? [[line.decide.id, { line, item }] as const] : []))),
  )
  return (
    <section
      className={classes.selection}
      style={{ top: isAdding ? Math.min(selected.top, innerHeight - 340) : selected.top, left: selected.left }}
      aria-label="Selected words"
    >
      <p className={classes.selected}>{visibleLine(shortened(selected.text, 80))}</p>
      {lines.size === 0 ? (
        <p className={classes.unused}>No fact of the case rests on these words.</p>
      ) : (
        <ul>
          {[...lines].slice(0, 6).map(([id, { line }]) => (
            <li key={id}>
              {line.of && `${visibleLine(line.of.name)} `}
              {visibleLine(line.label)}: {visibleLine(line.text)} <Actions item={line.decide!} label="Correct" />
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <AddForm
          view={view}
          selected={selected}
          onDone={() => {
            setAdding(false)
            setSelected(undefined)
          }}
        />
      ) : (
        <Button
          variant="default"
          size="compact-xs"
          onPointerDown={event => event.preventDefault()}
          onClick={() => setAdding(true)}
        >
          Add what they tell …
        </Button>
      )}
    </section>
  )
}

function selectionIn(page: HTMLElement | null, view: ReaderView): Selected | undefined {
  const selection = getSelection()
  if (!page || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!page.contains(range.commonAncestorContainer)) return undefined
  const start = placeOf(range.startContainer, range.startOffset)
  if (start === undefined) return undefined
  const piece = view.pieces.find(one => one.kind === "block" && one.start <= start && start < one.end)
  if (piece?.kind !== "block") return undefined
  // What is selected beyond the block, or ends outside the text, ends with the block.
  const end = Math.min(placeOf(range.endContainer, range.endOffset) ?? piece.end, piece.end)
  if (end <= start) return undefined
  const words = piece.text.slice(start - piece.start, end - piece.start)
  const box = range.getBoundingClientRect()
  return {
    start,
    end,
    text: words,
    top: box.bottom + 8,
    left: Math.max(8, Math.min(box.left, innerWidth - 420)),
  }
}

/** Offset in the clean text of a place in the page. Where characters are shown by name it can be a little off; what is written down is checked against the text. */
function placeOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const stretch = element?.closest("[data-start]")
  if (!stretch) return undefined
  const before = document.createRange()
  before.setStart(stretch, 0)
  before.setEnd(node, offset)
  return Number(stretch.getAttribute("data-start")) + before.toString().length
}
