import { useSyncExternalStore } from "react"

let isOpen = false
const listeners = new Set<() => void>()

/** Opens or closes the command palette. */
export function setPalette(open: boolean): void {
  if (isOpen === open) return
  isOpen = open
  for (const listener of listeners) listener()
}

export const usePaletteOpen = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isOpen,
  )
