import { useSyncExternalStore } from "react"
import type { ItemRef } from "../evidence/shown.ts"

let open: ItemRef | undefined
const listeners = new Set<() => void>()

/** What had the focus before the dialog: it has it again afterwards, so that nobody loses his place. */
let before: Element | null = null

/** Opens the dialog with what can be decided about the item; without one it closes. Only the id is needed, the dialog asks for the rest. */
export function openActions(item: ItemRef | undefined): void {
  if (open === undefined && item !== undefined) before = document.activeElement
  const isClosed = open !== undefined && item === undefined
  open = item
  for (const listener of listeners) listener()
  // When the dialog is gone: it keeps the focus as long as it is there.
  if (isClosed)
    setTimeout(() => {
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true })
    })
}

/** The item that is being decided about. */
export const useOpenItem = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
