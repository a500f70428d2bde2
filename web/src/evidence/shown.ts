import { type ReactNode, type RefObject, useEffect, useState, useSyncExternalStore } from "react"
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

/** A line of the screen that rests on words. */
interface Claim {
  words: Shown
  readonly element: () => Element | null
}

let shown: Shown | undefined
/** The line whose words are shown; undefined where a mark within it was pointed at. */
let shownBy: Claim | undefined
/** Lines that are on the screen; the words of the first that can be seen stand there until something is pointed at. */
const claims = new Set<Claim>()
let first: Claim | undefined
let isLooking = false
let isSheetOpen = false
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Looks for the first line, once for all that come and go together. */
function lookForFirst(): void {
  if (isLooking || shown !== undefined) return
  isLooking = true
  queueMicrotask(() => {
    isLooking = false
    let found: Claim | undefined
    for (const claim of claims) if (isSeen(claim) && (found === undefined || isBefore(claim, found))) found = claim
    first = found
    tell()
  })
}

const isSeen = ({ element }: Claim) => element()?.checkVisibility() === true

const isBefore = (a: Claim, b: Claim) =>
  ((b.element()?.compareDocumentPosition(a.element()!) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING) !== 0

/** Shows the words behind something. They stay until others take their place. */
export function showEvidence(next: Shown, by?: Claim): void {
  if (shown === next && shownBy === by) return
  shown = next
  shownBy = by
  tell()
}

/** Opens or closes the sheet that stands for the column on a small screen. */
export function setSheet(open: boolean): void {
  isSheetOpen = open
  tell()
}

/** Nothing is pointed at any more: a screen has been left. */
export function clearEvidence(): void {
  shown = undefined
  shownBy = undefined
  isSheetOpen = false
  lookForFirst()
  tell()
}

/** What is pointed at or has the focus; undefined until something is. */
export const usePointed = () => useSyncExternalStore(subscribe, () => shown)

/** What the column shows: what is pointed at, before that the first line of the screen. */
export const useShown = () => useSyncExternalStore(subscribe, () => shown ?? first?.words)

export const useSheet = () => useSyncExternalStore(subscribe, () => isSheetOpen)

/** Makes a line one that rests on `words`: `show` puts them into the column, `isShown` is whether they stand there. `element`: where the line is. */
export function useClaim(
  words: Shown,
  element: RefObject<Element | null>,
): { readonly show: () => void; readonly isShown: boolean } {
  const [claim] = useState<Claim>(() => ({ words, element: () => element.current }))
  const has = 0 < words.evidence.length
  useEffect(() => {
    const isOther = claim.words.evidence !== words.evidence
    claim.words = words
    if (isOther && first === claim) tell()
  })
  useEffect(() => {
    if (!has) return
    claims.add(claim)
    lookForFirst()
    return () => {
      claims.delete(claim)
      if (first === claim) first = undefined
      lookForFirst()
    }
  }, [claim, has])
  const isShown = useSyncExternalStore(subscribe, () => (shown === undefined ? first : shownBy) === claim)
  return { show: () => showEvidence(words, claim), isShown }
}
