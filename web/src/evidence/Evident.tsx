import { createElement, type HTMLAttributes, type ReactNode, useRef } from "react"
import type { EvidenceView } from "../../../src/app/views/evidence-view.ts"
import { type ItemRef, setSheet, useClaim } from "./shown.ts"

/**
 * Something that rests on words: hover or focus fills the evidence column with them, with no click. While they stand there a line at
 * its left says so.
 * On a small screen a tap opens them as a sheet. `focusable` makes it a stop for the Tab key where it holds no control of its own.
 */
export function Evident({
  evidence,
  item,
  claim,
  as = "div",
  focusable = false,
  children,
  ...rest
}: {
  readonly evidence: readonly EvidenceView[]
  readonly item?: ItemRef
  readonly claim?: string
  readonly as?: "div" | "span" | "li" | "tr" | "article" | "section" | "g"
  readonly focusable?: boolean
  readonly children: ReactNode
} & HTMLAttributes<HTMLElement>) {
  const line = useRef<Element>(null)
  const { show, isShown } = useClaim(
    { evidence, ...(item !== undefined && { item }), ...(claim !== undefined && { claim }) },
    line,
  )
  return createElement(
    as,
    {
      ...rest,
      ref: line,
      ...(focusable && { tabIndex: 0 }),
      ...(isShown && { "data-shown": "" }),
      onPointerOver: (event: React.PointerEvent) => {
        // The innermost claim under the pointer is the one that is meant.
        event.stopPropagation()
        if (event.pointerType === "mouse" && 0 < evidence.length) show()
      },
      onFocus: (event: React.FocusEvent) => {
        event.stopPropagation()
        if (0 < evidence.length) show()
      },
      onClick: (event: React.MouseEvent<HTMLElement>) => {
        rest.onClick?.(event)
        if (event.defaultPrevented || evidence.length === 0) return
        const isControl = (event.target as Element).closest("a, button, input, select, textarea, summary")
        if (!isControl && matchMedia("(max-width: 62em)").matches) {
          show()
          setSheet(true)
        }
      },
    },
    children,
  )
}
