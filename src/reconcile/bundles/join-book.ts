import { compareText, sortBy, Union } from "../union.ts"
import type { Join, Refusal } from "./joins.ts"

/** An item of a bundle as far as it is compared with those of others. */
export interface Head {
  readonly id: string
  readonly bundle: string
  /** Day since 1970 on which it was first told; infinite when unknown. Items told near each other in time are compared first. */
  readonly day: number
  readonly keys: readonly string[]
}

/** Whether two items of different bundles are one, and why; undefined where there is nothing to say. */
export type CompareHeads<H> = (a: H, b: H) => Link | undefined

/** Of the items that share a key, in order of days and ids, each is compared with so many before it and after it. What many have is joined along the chain. */
const WINDOW = 6

interface Link {
  readonly same: boolean
  readonly why: string
  /** False where two that are not the same are only too little alike: a third may join them. */
  readonly excluded?: boolean
}

/**
 * Which items of different bundles are one, kept while bundles come and go. The joins are those of the set of items, whatever came first:
 * items that share a key meet when they stand near each other there, and those that are the same become one unless that would join two of one bundle,
 * which was looked at whole, or two that exclude each other.
 */
export class JoinBook<H extends Head> {
  readonly #compare: CompareHeads<H>
  readonly #heads = new Map<string, H>()
  readonly #postings = new Map<string, H[]>()
  /** For two that stand near each other: under how many keys, and what was said of them. */
  readonly #met = new Map<string, Map<string, { keys: number; readonly link: Link | undefined }>>()
  readonly #joins = new Map<string, Join>()
  #comparisons = 0

  constructor(compare: CompareHeads<H>) {
    this.#compare = compare
  }

  /** How many pairs were compared so far. */
  get comparisons(): number {
    return this.#comparisons
  }

  /** All joins, each once, by the smallest of their ids. */
  list(): Join[] {
    return sortBy([...new Set(this.#joins.values())], join => join.ids[0]!)
  }

  /** Pairs that were compared and are not one, with the reason, in order of ids. */
  refusals(): Refusal[] {
    const refused = [...this.#met].flatMap(([a, others]) =>
      [...others].flatMap(([b, { link }]) =>
        a < b && link?.same === false && (this.of(a) === undefined || this.of(a) !== this.of(b))
          ? [{ a, b, why: link.why }]
          : [],
      ),
    )
    return sortBy(
      refused,
      one => one.a,
      one => one.b,
    )
  }

  /** The join that an item is in; undefined when it is alone. */
  of(id: string): Join | undefined {
    return this.#joins.get(id)
  }

  /** Takes items out and puts others in. Gives the ids of items whose joins may be others now. */
  change(removed: readonly string[], added: readonly H[]): string[] {
    const touched = new Set<string>()
    for (const id of removed) this.#remove(id, touched)
    for (const head of added) this.#add(head, touched)
    const seen = new Set<string>()
    for (const id of touched) {
      if (seen.has(id)) continue
      const component = this.#componentOf(id)
      for (const one of component) seen.add(one)
      this.#joinWithin(component)
    }
    return [...seen].sort(compareText)
  }

  #add(head: H, touched: Set<string>): void {
    this.#heads.set(head.id, head)
    this.#met.set(head.id, new Map())
    touched.add(head.id)
    for (const key of head.keys) {
      const posting = this.#postings.get(key) ?? []
      this.#postings.set(key, posting)
      const at = placeIn(posting, head)
      for (let before = Math.max(0, at - WINDOW); before < at && before + WINDOW < posting.length; before++)
        this.#part(posting[before]!, posting[before + WINDOW]!, touched)
      posting.splice(at, 0, head)
      for (const other of posting.slice(Math.max(0, at - WINDOW), at + WINDOW + 1))
        if (other !== head) this.#meet(head, other, touched)
    }
  }

  #remove(id: string, touched: Set<string>): void {
    const head = this.#heads.get(id)
    if (!head) return
    for (const key of head.keys) {
      const posting = this.#postings.get(key)!
      const at = placeIn(posting, head)
      for (const other of posting.slice(Math.max(0, at - WINDOW), at + WINDOW + 1))
        if (other !== head) this.#part(head, other, touched)
      posting.splice(at, 1)
      if (posting.length === 0) this.#postings.delete(key)
      // Those that it stood between meet now.
      for (let before = Math.max(0, at - WINDOW); before < at && before + WINDOW < posting.length; before++)
        this.#meet(posting[before]!, posting[before + WINDOW]!, touched)
    }
    this.#heads.delete(id)
    this.#met.delete(id)
    this.#joins.delete(id)
    touched.delete(id)
  }

  #meet(a: H, b: H, touched: Set<string>): void {
    if (a.bundle === b.bundle) return
    const held = this.#met.get(a.id)!.get(b.id)
    if (held) {
      held.keys++
      return
    }
    this.#comparisons++
    const [one, two] = a.id < b.id ? [a, b] : [b, a]
    const meeting = { keys: 1, link: this.#compare(one, two) }
    this.#met.get(a.id)!.set(b.id, meeting)
    this.#met.get(b.id)!.set(a.id, meeting)
    if (meeting.link) touched.add(a.id).add(b.id)
  }

  #part(a: H, b: H, touched: Set<string>): void {
    const held = this.#met.get(a.id)?.get(b.id)
    if (!held || 0 < --held.keys) return
    this.#met.get(a.id)!.delete(b.id)
    this.#met.get(b.id)!.delete(a.id)
    if (held.link) touched.add(a.id).add(b.id)
  }

  #componentOf(id: string): string[] {
    const found = new Set([id])
    for (const one of found) for (const [other, { link }] of this.#met.get(one) ?? []) if (link?.same) found.add(other)
    return [...found].sort(compareText)
  }

  /** Joins the items of one component of links. */
  #joinWithin(ids: readonly string[]): void {
    const union = new Union()
    const members = new Map(ids.map(id => [id, [id]]))
    const bundles = new Map(ids.map(id => [id, new Set([this.#heads.get(id)!.bundle])]))
    const reasons = new Map<string, string>()
    for (const a of ids)
      for (const [b, { link }] of sortBy([...this.#met.get(a)!], ([other]) => other)) {
        if (b <= a || !link?.same) continue
        const roots = [union.root(a), union.root(b)] as const
        if (roots[0] === roots[1]) continue
        const [few, many] = members.get(roots[0])!.length < members.get(roots[1])!.length ? roots : [roots[1], roots[0]]
        if (this.#exclude(members.get(few)!, few, many, bundles, union)) continue
        union.join(a, b)
        const root = union.root(a)
        const together = [...members.get(many)!, ...members.get(few)!]
        const all = bundles.get(many)!
        for (const bundle of bundles.get(few)!) all.add(bundle)
        for (const old of roots) {
          members.delete(old)
          bundles.delete(old)
        }
        members.set(root, together)
        bundles.set(root, all)
        reasons.set(root, reasons.get(roots[0]) ?? reasons.get(roots[1]) ?? link.why)
      }
    for (const [root, group] of members) {
      const join = { ids: group.sort(compareText), why: reasons.get(root) ?? "" }
      for (const id of group)
        if (group.length === 1) this.#joins.delete(id)
        else this.#joins.set(id, join)
    }
  }

  /** True when two groups must stay two: both have an item of one bundle, or items that exclude each other. */
  #exclude(
    group: readonly string[],
    few: string,
    many: string,
    bundles: ReadonlyMap<string, ReadonlySet<string>>,
    union: Union,
  ): boolean {
    const theirs = bundles.get(many)!
    for (const bundle of bundles.get(few)!) if (theirs.has(bundle)) return true
    return group.some(id =>
      [...this.#met.get(id)!].some(
        ([other, { link }]) => link?.same === false && link.excluded !== false && union.root(other) === many,
      ),
    )
  }
}

/** Where an item stands, or would stand, among others. */
function placeIn(posting: readonly Head[], head: Head): number {
  let [low, high] = [0, posting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(posting[middle]!, head)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(a: Head, b: Head): boolean {
  return a.day === b.day ? a.id < b.id : a.day < b.day
}
