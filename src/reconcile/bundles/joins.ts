/** Items of several bundles that are one in the world: ids of drafts, and why. */
export interface Join {
  readonly ids: readonly string[]
  readonly why: string
}

/** Two items of different bundles that were held against each other and are not one: ids of drafts, and why. */
export interface Refusal {
  readonly a: string
  readonly b: string
  readonly why: string
}

/** What is one across bundles, and which entities are not. */
export interface Joins {
  readonly entities: readonly Join[]
  readonly incidents: readonly Join[]
  readonly refusedEntities: readonly Refusal[]
}
