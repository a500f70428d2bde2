import type { LineageIndex } from "./lineage-index.ts"

/** Of reports that all lead to one origin those that do not have it by way of another of them. All of them where they only lead to each other. */
export function firstHand({ from }: Pick<LineageIndex, "from">, ids: readonly string[]): readonly string[] {
  const all = new Set(ids)
  const first = ids.filter(id => {
    const seen = new Set([id])
    const open = [id]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const { to, kind } of from.get(at) ?? []) {
        if (to === null || kind === "cites" || seen.has(to)) continue
        if (all.has(to)) return false
        seen.add(to)
        open.push(to)
      }
    return true
  })
  return first.length === 0 ? ids : first
}
