import type { CaseStatement, Entity, Warning } from "../../core/casefile.ts"
import type { Utterance } from "../../core/utterance.ts"
import type { Value } from "../../core/value.ts"
import type { Told } from "../facts/told.ts"
import type { WarningDraft } from "../ledger/build-warnings.ts"
import type { OriginRef } from "../lineage/count-origins.ts"
import { unique } from "../union.ts"

/** What an entity of a bundle is called in the case, when it was joined with that of another. */
export interface Renamed {
  readonly id: string
  readonly name: string
}

/** Puts ids and names of the case in the place of those of its bundles. */
export class Renames {
  readonly #entities: ReadonlyMap<string, Renamed>
  readonly #incidents: ReadonlyMap<string, string>

  /** Only what changes: by id in the bundle. */
  constructor(entities: ReadonlyMap<string, Renamed>, incidents: ReadonlyMap<string, string>) {
    this.#entities = entities
    this.#incidents = incidents
  }

  readonly incident = (id: string): string => this.#incidents.get(id) ?? id

  readonly told = (told: Told): Told => {
    const value = this.value(told.assertion.value)
    const origin = this.ref(told.origin)
    return value === told.assertion.value && origin === told.origin
      ? told
      : { ...told, origin, assertion: { ...told.assertion, value } }
  }

  readonly value = <T extends Value>(value: T): T => {
    if (value.kind !== "entity" && value.kind !== "place") return value
    const renamed = value.entityId === undefined ? undefined : this.#entities.get(value.entityId)
    if (!renamed) return value
    return { ...value, entityId: renamed.id, ...(value.kind === "entity" && { name: renamed.name }) }
  }

  readonly ref = (ref: OriginRef): OriginRef => {
    const own = this.#entities.get(entityOf(ref.key))
    const way = this.#entities.get(entityOf(ref.way))
    return own || way
      ? {
          ...ref,
          ...(own && { key: `entity ${own.id}`, name: own.name }),
          ...(way && { way: `entity ${way.id}` }),
        }
      : ref
  }

  readonly statement = (statement: CaseStatement): CaseStatement => {
    const { speaker } = statement
    const renamed = this.#entities.get(speaker.entityId ?? "")
    const incidents = unique(statement.incidents.map(this.incident)).sort()
    return {
      ...statement,
      incidents,
      ...(renamed && { speaker: { ...speaker, entityId: renamed.id } }),
    }
  }

  readonly utterance = (utterance: Utterance): Utterance => ({ ...utterance, speaker: this.#party(utterance.speaker) })

  readonly warning = (draft: WarningDraft): WarningDraft => {
    const { warning, warned } = draft
    const { subject } = warning
    const renamed: Warning = {
      ...warning,
      issuer: this.#party(warning.issuer),
      audience: warning.audience.map(this.#party),
      subject: Object.fromEntries(
        Object.entries(subject).map(([key, value]) => [key, value && this.value(value as Value)]),
      ) as Warning["subject"],
    }
    const actor = warned.actor === undefined ? undefined : (this.#entities.get(warned.actor)?.id ?? warned.actor)
    return { ...draft, warning: renamed, warned: { ...warned, actor, before: warned.before.map(this.incident) } }
  }

  readonly entity = (entity: Entity): Entity => ({
    ...entity,
    refused: entity.refused.map(item => ({ ...item, with: this.#entities.get(item.with)?.id ?? item.with })),
  })

  readonly #party = <T extends { readonly entityId?: string | undefined; readonly name: string }>(party: T): T => {
    const renamed = party.entityId === undefined ? undefined : this.#entities.get(party.entityId)
    return renamed ? { ...party, entityId: renamed.id, name: renamed.name } : party
  }
}

/** The entity whose statement an origin is; "" for other origins. */
function entityOf(key: string): string {
  return key.startsWith("entity ") ? key.slice("entity ".length) : ""
}
