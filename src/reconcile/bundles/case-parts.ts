import { compareHeads, type HeadFacts, headKeys } from "../entities/compare-heads.ts"
import { compareIncidents, type IncidentHead, incidentKeys } from "../incidents/incident-head.ts"
import type { CaseOptions } from "../options.ts"
import { type Bundle, BundleBook, type BundleChange, type ReportSketch } from "./bundle-book.ts"
import { type Head, JoinBook } from "./join-book.ts"
import type { Joins } from "./joins.ts"
import type { BundleDraft } from "./reconcile-bundle.ts"

interface EntityHead extends Head {
  readonly facts: HeadFacts
}

interface EventHead extends Head {
  readonly facts: IncidentHead
}

/** How a case is divided into bundles, and what is one across them. Holds sketches and heads, not the words of reports. */
export class CaseParts {
  readonly #bundles = new BundleBook()
  readonly #entities = new JoinBook<EntityHead>((a, b) => compareHeads(a.facts, b.facts))
  readonly #incidents: JoinBook<EventHead>
  readonly #heads = new Map<
    string,
    { readonly entities: readonly EntityHead[]; readonly incidents: readonly EventHead[] }
  >()

  constructor(options: Pick<CaseOptions, "pack">) {
    this.#incidents = new JoinBook((a, b) => compareIncidents(a.facts, b.facts, options.pack))
  }

  list(): Bundle[] {
    return this.#bundles.list()
  }

  get(id: string): Bundle | undefined {
    return this.#bundles.get(id)
  }

  /** Adds and removes reports. What was made is to be reconciled and settled. */
  change(added: readonly ReportSketch[], removed: readonly string[]): BundleChange {
    return this.#drop(this.#bundles.change(added, removed))
  }

  /** Ties reports together as people have decided. */
  tie(ties: ReadonlyMap<string, readonly string[]>): BundleChange {
    return this.#drop(this.#bundles.tie(ties))
  }

  #drop(change: BundleChange): BundleChange {
    for (const id of change.gone) this.#put(id, [], [])
    return change
  }

  /** Puts the items of a bundle beside those of the others. */
  settle(bundle: string, draft: BundleDraft): void {
    const dayOf = (days: { readonly first: number } | undefined): number => days?.first ?? Number.POSITIVE_INFINITY
    const entities = draft.entities.flatMap(({ entity, anchor, facts }): EntityHead[] => {
      const keys = headKeys(facts)
      return keys.length === 0 ? [] : [{ id: entity.id, bundle, day: dayOf(anchor.report.publishedDays), keys, facts }]
    })
    const incidents = draft.incidents.flatMap(({ id, head }): EventHead[] => {
      const keys = incidentKeys(head)
      return keys.length === 0 ? [] : [{ id, bundle, day: dayOf(head.days), keys, facts: head }]
    })
    this.#put(bundle, entities, incidents)
  }

  /** Puts the items of a bundle here as they stand in other parts, which have settled the same bundle. */
  share(bundle: string, other: CaseParts): void {
    const { entities, incidents } = other.#heads.get(bundle) ?? { entities: [], incidents: [] }
    this.#put(bundle, entities, incidents)
  }

  joins(): Joins {
    return {
      entities: this.#entities.list(),
      incidents: this.#incidents.list(),
      refusedEntities: this.#entities.refusals(),
    }
  }

  /** Puts heads in the place of those a bundle had. */
  #put(bundle: string, entities: readonly EntityHead[], incidents: readonly EventHead[]): void {
    const before = this.#heads.get(bundle)
    const idsOf = (heads: readonly Head[] = []) => heads.map(({ id }) => id)
    this.#entities.change(idsOf(before?.entities), entities)
    this.#incidents.change(idsOf(before?.incidents), incidents)
    this.#heads.set(bundle, { entities, incidents })
    if (entities.length === 0 && incidents.length === 0) this.#heads.delete(bundle)
  }
}
