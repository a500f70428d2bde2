import type { Frame } from "../../core/pack.ts"
import type { Attribution } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Value } from "../../core/value.ts"
import type { Token } from "../../english/analysis.ts"

/** A slot's value while the event is still being put together. */
export interface Fill {
  readonly slot: string
  readonly value: Value
  readonly span: Span
  /** Head of the words that fill it, for asking what kind of thing it is. -1 when there is none. */
  readonly token: number
  readonly rule: string
  /** More words it rests on: the other parts of a sum. */
  readonly parts?: readonly Span[]
  attribution?: readonly Attribution[]
  status?: Status
}

/** An event mention while it is being put together. The only thing in this folder that changes. */
export interface Draft {
  readonly frame: Frame
  readonly trigger: Token
  readonly span: Span
  /** The predicate that says what became of it: a light verb, or the trigger itself. */
  readonly top: Token
  readonly rule: string
  subtype: string
  status: Status
  statusSpan?: Span
  /** Verbs that carry the event beside `top`: those of its dead, its light verbs. Their times and places are its own. */
  readonly carriers: Set<number>
  fills: Fill[]
  attribution: readonly Attribution[]
  background: boolean
  plural: boolean
  /** Only "the attack" with nothing else: worth keeping when it tells an earlier event again. */
  needsAnchor: boolean
  sameAs?: Draft
  /** Which of several told by one word, from 0: see splitByPlace. */
  part?: number
}

/** Puts a value into a slot unless the same words fill it already. */
export function addFill(draft: Draft, fill: Fill): void {
  const same = draft.fills.some(
    old =>
      old.slot === fill.slot &&
      old.span.start < fill.span.end &&
      fill.span.start < old.span.end &&
      old.status === fill.status,
  )
  const named = fill.value
  const again =
    named.kind === "entity" &&
    draft.fills.some(
      old =>
        old.slot === fill.slot &&
        old.status === fill.status &&
        old.value.kind === "entity" &&
        old.value.entityId === named.entityId,
    )
  if (!same && !again) draft.fills.push(fill)
}

/** The fills of one slot. */
export function fillsOf(draft: Draft, ...slots: readonly string[]): Fill[] {
  return draft.fills.filter(fill => slots.includes(fill.slot))
}
