import type { CaseFile } from "../../../src/core/casefile.ts"
import { Union } from "../../../src/reconcile/union.ts"
import type { CopySet, Rest } from "./copy-set.ts"

/** How the lineage of a case answers one rest of the set. */
export interface Answer {
  readonly rest: Rest
  readonly found: boolean
  /** The one that rests is said to rest, not the other. */
  readonly direction: boolean
  /** Of a circle: the case says so. */
  readonly said: boolean
  /** The case says that it cannot tell the direction. */
  readonly open: boolean
}

export interface Score {
  readonly answers: readonly Answer[]
  /** Pairs that the case connects and that come from two origins. */
  readonly false: readonly (readonly [from: string, to: string])[]
  readonly pairsFound: number
}

/** Judges a case by its set; `caseId` leads from the ids of the set to those of the case. A copy may be given to another copy of the same report: both lead to one origin. Reports with the same text stand for each other. */
export function scoreLineage(set: CopySet, file: CaseFile, caseId: ReadonlyMap<string, string>): Score {
  const setId = new Map([...caseId].map(([own, id]) => [id, own]))
  const textOf = new Map(set.reports.map(({ id, text }) => [id, text]))
  const families = new Union()
  const copying = set.rests.filter(({ kind }) => kind !== "citation" && kind !== "circle")
  for (const { from, to } of copying) families.join(from, to)
  const cited = new Set(set.rests.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]))
  const links = file.lineage.flatMap(({ from, to, why }) =>
    to === null ? [] : [{ from: setId.get(from)!, to: setId.get(to)!, why }],
  )
  const answers = set.rests.map((rest): Answer => {
    const isCopy = rest.kind !== "citation" && rest.kind !== "circle"
    const root = families.root(rest.to)
    const fits = (id: string): boolean => (isCopy ? families.root(id) === root : id === rest.to)
    const isSame = (id: string, other: string): boolean =>
      id === other || (isCopy && textOf.get(id) === textOf.get(other))
    const forth = links.filter(link => link.from === rest.from && fits(link.to))
    const back = links.filter(link => isSame(link.to, rest.from) && isSame(link.from, rest.to))
    return {
      rest,
      found: 0 < forth.length || 0 < back.length,
      direction: 0 < forth.length,
      said: forth.some(link => link.why.includes("circular")),
      open: [...forth, ...back].every(link => link.why.includes("direction unknown")),
    }
  })
  const wrong = links.filter(({ from, to }) => families.root(from) !== families.root(to) && !cited.has(`${from} ${to}`))
  return { answers, false: wrong.map(({ from, to }) => [from, to] as const), pairsFound: links.length }
}
