import type { MapItem } from "./map-item.ts"

/** A place on the screen. `at` is the point of its mark, or the middle of its area. */
export interface Anchor {
  readonly item: MapItem
  readonly x: number
  readonly y: number
}

/** Marks that stand at one spot of the screen, and where their label goes; without `label` there is no room for it. */
export interface Spot {
  readonly x: number
  readonly y: number
  /** The most told first. */
  readonly items: readonly MapItem[]
  readonly side?: "right" | "left" | "above" | "below" | "middle"
}

/** Marks nearer than this on the screen are one, pixels. */
const NEAR = 16
/** Width of a letter and height of a line of a label, pixels: a little more than they have on average. */
const LETTER = 6.9
const LINE = 17
/** Longest label, letters; the rest is cut. */
export const LABEL_LETTERS = 40

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Joins marks that would cover each other, and gives labels their sides, the first items first; no label covers a mark or another label. */
export function spotsOf(anchors: readonly Anchor[], width: number, height: number): readonly Spot[] {
  const groups: { x: number; y: number; items: MapItem[]; isArea: boolean }[] = []
  for (const { item, x, y } of anchors) {
    const isArea = item.place.lat === undefined
    const near = groups.find(
      group => group.isArea === isArea && Math.abs(group.x - x) < NEAR && Math.abs(group.y - y) < NEAR,
    )
    if (near) near.items.push(item)
    else groups.push({ x, y, items: [item], isArea })
  }
  const taken: Box[] = groups
    .filter(({ isArea }) => !isArea)
    .map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }))
  return groups.map(({ x, y, items, isArea }) => {
    const letters = Math.min(labelOf(items).length, LABEL_LETTERS)
    const wide = letters * LETTER + 8
    const boxes: [Spot["side"], Box][] = isArea
      ? [["middle", boxAt(x - wide / 2, y - LINE / 2, wide)]]
      : [
          ["right", boxAt(x + 9, y - LINE / 2, wide)],
          ["left", boxAt(x - 9 - wide, y - LINE / 2, wide)],
          ["below", boxAt(x - wide / 2, y + 9, wide)],
          ["above", boxAt(x - wide / 2, y - 9 - LINE, wide)],
        ]
    const free = boxes.find(
      ([, box]) =>
        0 <= box.left &&
        box.right <= width &&
        0 <= box.top &&
        box.bottom <= height &&
        !taken.some(other => overlap(box, other)),
    )
    if (free) taken.push(free[1])
    return { x, y, items, ...(free?.[0] !== undefined && { side: free[0] }) }
  })
}

const boxAt = (left: number, top: number, width: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + LINE,
})

/** "Port Alder", "Port Alder and 2 more". */
export function labelOf(items: readonly MapItem[]): string {
  const first = items[0]!.place.name
  return items.length === 1 ? first : `${first} and ${items.length - 1} more`
}
