import type { Entity } from "../../core/casefile.ts"

/**
 * Reasons for a join that leave doubt, by how entities are told to be joined: a name and nothing beside it, a surname alone, spellings
 * that only sound alike, a short form, an acronym, two kinds of thing of one name. Everything else has the list of the world, the
 * same words or a role behind it. They are the words of `reconcile/entities`.
 */
const doubtful: Readonly<Record<"person" | "body", RegExp>> = {
  person: /^(?:the same name, [^;]*$|the same surname|a surname|spellings|surnames|transliterations)|, read as /u,
  body: /^(?:spellings|one name in a shorter form|the same name, [^;]*; )|is the acronym of|introduced as another name|, read as /u,
}

/** A join without which the tellings would be two entities, and why it was made. */
export interface DoubtfulJoin {
  readonly why: string
  /** Local entities: those that only doubtful joins tie to the largest part. */
  readonly loose: readonly string[]
}

/** What ties a part of an entity's tellings to the rest by little more than a name; undefined when all hang together by more. */
export function doubtfulJoin({ type, mentions, merges }: Entity): DoubtfulJoin | undefined {
  const weak = doubtful[type === "person" ? "person" : "body"]
  const ids = [...new Set(mentions.map(({ localEntityId }) => localEntityId))]
  const up = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let next = up.get(root); next !== undefined; next = up.get(root)) root = next
    // Who is told by thousands of reports would have chains as long.
    for (let at = id; at !== root; ) {
      const next = up.get(at)!
      up.set(at, root)
      at = next
    }
    return root
  }
  for (const { a, b, why } of merges) {
    // What people joined is decided, whatever it rests on.
    if (weak.test(why) && !/^joined by /u.test(why)) continue
    const [one, two] = [rootOf(a), rootOf(b)]
    if (one !== two) up.set(one, two)
  }
  const parts = [...Map.groupBy(ids, rootOf).values()].sort((a, b) => b.length - a.length)
  if (parts.length < 2) return undefined
  const largest = new Set(parts[0])
  const link = merges.find(({ a, b }) => rootOf(a) !== rootOf(b))
  return link && { why: link.why, loose: ids.filter(id => !largest.has(id)) }
}

/** Refused joins that a person may see otherwise: those known to be two by the list of the world, by place or by another first name are left out. */
export function isOpenRefusal({ why }: Entity["refused"][number]): boolean {
  return !/^(?:the list of the world|places in two countries|two places|two bodies|taken apart by|kept apart by)|another first name|another generation|are two$/u.test(
    why,
  )
}
