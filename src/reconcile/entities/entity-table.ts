import type { EntityType, Place, Value } from "../../core/value.ts"
import type { EntityHead } from "./build-entities.ts"
import { nameKey } from "./name-key.ts"

/** Finds the entity of the case behind a local one. */
export class EntityTable {
  readonly #byKey = new Map<string, EntityHead>()
  readonly #byId = new Map<string, EntityHead>()

  constructor(heads: readonly EntityHead[]) {
    for (const head of heads) {
      this.#byId.set(head.id, head)
      for (const view of head.cluster.views) this.#byKey.set(view.key, head)
    }
  }

  readonly of = (
    reportId: string,
    localId: string,
  ): { id: string; name: string; type: EntityType; place?: Place | undefined } | undefined => {
    const head = this.#byKey.get(`${reportId} ${localId}`)
    return head && { id: head.id, name: head.name, type: head.type, place: head.place }
  }

  readonly idOf = (reportId: string, localId: string): string =>
    this.of(reportId, localId)?.id ?? `${reportId} ${localId}`

  /** The name by which other reports may know an entity of the case: its key in a list of the world, else a name of several words. */
  readonly nameOf = (id: string): string | undefined => {
    const head = this.#byId.get(id)
    const name = head && nameKey(head.name)
    return head?.known ?? (name?.includes(" ") ? name : undefined)
  }

  readonly byKey = (key: string): string => this.#byKey.get(key)?.id ?? key

  readonly toCaseValue = (reportId: string, value: Value): Value => {
    if (value.kind === "entity") {
      const entity = this.of(reportId, value.entityId)
      return entity ? { ...value, entityId: entity.id, name: entity.name } : value
    }
    if (value.kind === "place" && value.entityId !== undefined) {
      const entity = this.of(reportId, value.entityId)
      return entity ? { ...value, entityId: entity.id } : value
    }
    return value
  }
}
