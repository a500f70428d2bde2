import { useSyncExternalStore } from "react"
import type { ItemRef } from "../evidence/shown.ts"

let open: ItemRef | undefined
const listeners = new Set<() => void>()

/** Opens the dialog with what can be decided about the item; without one it closes. Only the id is needed, the dialog asks for the rest. */
export function openActions(item: ItemRef | undefined): void {
  open = item
  for (const listener of listeners) listener()
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
