import { type ReactNode, useSyncExternalStore } from "react"
import type { EvidenceView } from "../../../src/app/views/evidence-view.ts"

/** An item of the case that something on the screen stands for. */
export interface ItemRef {
  readonly kind: string
  readonly id: string
}

/** What the evidence column shows: the words that carry what has the focus. */
export interface Shown {
  readonly evidence: readonly EvidenceView[]
  readonly item?: ItemRef
  /** What is claimed, in a few words. */
  readonly claim?: string
  /** More than words: what highlighted words became, in the reader. */
  readonly detail?: ReactNode
}

let shown: Shown | undefined
let isSheetOpen = false
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows the words behind something. They stay until others take their place. */
export function showEvidence(next: Shown): void {
  if (shown === next) return
  shown = next
  tell()
}

/** Opens or closes the sheet that stands for the column on a small screen. */
export function setSheet(open: boolean): void {
  isSheetOpen = open
  tell()
}

/** Nothing is shown any more: a screen has been left. */
export function clearEvidence(): void {
  shown = undefined
  isSheetOpen = false
  tell()
}

export const useShown = () => useSyncExternalStore(subscribe, () => shown)
export const useSheet = () => useSyncExternalStore(subscribe, () => isSheetOpen)
