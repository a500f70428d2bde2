import type { TimeExtent } from "../../../../src/app/views/timeline/time-extent.ts"

/** Something on the line of days with the words beside it. */
export interface Laid<T> {
  readonly item: T
  /** From the left edge of the picture, pixels. */
  readonly left: number
  readonly width: number
  readonly lane: number
  readonly side: "right" | "left" | "inside"
  /** Width the label may take. */
  readonly room: number
  /** It goes on beyond that edge of the picture. */
  readonly isCutLeft: boolean
  readonly isCutRight: boolean
}

/** Least width of a mark, so that it can be hit; space between what stands in one lane. */
const LEAST = 12
const GAP = 12
/** Between a mark and its label, as the style has it. */
const APART = 5
/** Width of a letter of a label, a little more than on average. */
const LETTER = 6.7
const MOST_LABEL = 330

/** Pixels from the left edge at which a day begins. */
export type Scale = (day: number) => number

export function scaleOf(first: number, last: number, width: number): Scale {
  return day => ((day - first) / (last + 1 - first)) * width
}

/** Puts items into as few lanes as they need without covering each other, their labels included, in the order in which they come. */
export function laneOut<T>(
  items: readonly T[],
  extentOf: (item: T) => TimeExtent,
  labelOf: (item: T) => string,
  scale: Scale,
  width: number,
): { readonly laid: readonly Laid<T>[]; readonly lanes: number } {
  const lanes: { left: number; right: number }[][] = []
  const laid = items.map(item => {
    const { first, last } = extentOf(item)
    const from = scale(first)
    const to = scale(last + 1)
    const isCutLeft = from < 0
    const isCutRight = width < to
    const left = Math.min(Math.max(from, 0), width - LEAST)
    // A short time is a mark around its middle; a long one is as wide as it is.
    const wide = Math.max(Math.min(to, width) - left, LEAST)
    const start =
      to - from < LEAST && !isCutLeft ? Math.min(Math.max((from + to) / 2 - LEAST / 2, 0), width - LEAST) : left
    const label = Math.min(labelOf(item).length * LETTER + 6, MOST_LABEL)
    // A label stands a little apart from its mark; where it fits nowhere, on the side that has more room.
    const roomLeft = start - APART
    const roomRight = width - start - wide - APART
    const side =
      label + 16 <= wide
        ? "inside"
        : label <= roomRight
          ? "right"
          : label <= roomLeft || roomRight < roomLeft
            ? "left"
            : "right"
    const room = side === "inside" ? wide - 16 : Math.min(label, side === "left" ? roomLeft : roomRight)
    const box = {
      left: side === "left" ? start - room - GAP : start - 2,
      right: side === "right" ? start + wide + room + GAP : start + wide + 2,
    }
    let lane = lanes.findIndex(taken => taken.every(other => other.right <= box.left || box.right <= other.left))
    if (lane < 0) lane = lanes.push([]) - 1
    lanes[lane]!.push(box)
    return { item, left: start, width: wide, lane, side, room, isCutLeft, isCutRight } as const
  })
  return { laid, lanes: lanes.length }
}
