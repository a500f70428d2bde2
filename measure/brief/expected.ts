/** A hand-written list of what a careful reader takes from the reports of one folder. See `note` in measure/expected/samples.json. */
export interface Expected {
  readonly reports?: readonly {
    file: string
    title?: string | null
    publisher?: string | null
    orPublisher?: string
    published?: string | null
  }[]
  readonly incidents: readonly ExpectedIncident[]
  readonly notIncidents?: readonly { file: string; text: string; why?: string }[]
  readonly warnings: readonly ExpectedWarning[]
  readonly lineage: readonly ExpectedLink[]
  readonly notLineage?: readonly { a: string; b: string }[]
  readonly utterances: readonly {
    speaker: string
    files: readonly string[]
    sameWords: boolean
    /** null when only the wordings of each file are given. */
    contains: string | null
    orContains?: readonly string[]
    wordings?: Readonly<Record<string, string>>
    optional?: boolean
  }[]
  readonly statements?: readonly { file: string; speaker: string; contains: string }[]
  readonly removed: readonly { file: string; label: string; contains: string }[]
  readonly repairs: readonly { file: string; kind: string; min: number }[]
  readonly aliases: readonly (readonly string[])[]
  readonly notSame: readonly (readonly [string, string])[]
  readonly profiles?: readonly {
    entity: string
    slot: string
    values: readonly { value: string | Interval }[]
    relation?: string
    optional?: boolean
  }[]
  readonly disputes: readonly {
    key: string
    slot: string
    relation: string
    orRelation?: readonly string[]
    optional?: boolean
  }[]
  /** Words that a title must and must not have; " | " between words of which one is enough. */
  readonly titles?: readonly { key: string; has?: readonly string[]; lacks?: readonly string[]; why?: string }[]
  /** Values of facts, by the report whose file begins so and by who says it (null: the report itself); "=" before a value that must be the whole. `absent`: no such value. */
  readonly positions?: readonly {
    key: string
    slot: string
    value: string
    file?: string
    by?: string | null
    absent?: boolean
    why?: string
  }[]
  /** Where an event is told: these words of a report belong to this incident, if to any. */
  readonly tellings?: readonly { file: string; text: string; key: string; why?: string }[]
  /** Words that a section of the brief must or must not show. */
  readonly lines?: readonly { section: string; has?: string; lacks?: string; why?: string }[]
}

export interface ExpectedIncident {
  readonly key: string
  readonly type: string
  readonly orType?: readonly string[]
  /** EDTF; null or "unknown" when it cannot be told. */
  readonly date: string | null
  readonly orDate?: readonly string[]
  readonly place: string | null
  readonly orPlace?: readonly string[]
  readonly country?: string
  readonly orCountry?: readonly string[]
  readonly status: string
  readonly orStatus?: readonly string[]
  readonly killed?: Interval
  readonly orKilled?: readonly Interval[]
  readonly wounded?: Interval
  readonly orWounded?: readonly Interval[]
  readonly arrested?: Interval
  readonly claimedBy?: string | null
  readonly blamed?: string | null
  readonly reports: readonly string[]
  /** Reports that may be counted as well: they refer to it without telling it. */
  readonly mayReports?: readonly string[]
  readonly optional?: boolean
}

export type Interval = readonly [low: number, high: number | null]

export interface ExpectedWarning {
  readonly key: string
  readonly issuer: string
  readonly orIssuer?: readonly string[]
  readonly audience?: string | null
  readonly orAudience?: readonly string[]
  readonly channel?: string
  readonly orChannel?: readonly string[]
  readonly issued?: string | null
  readonly orIssued?: readonly string[]
  readonly about?: string | null
  readonly orAbout?: readonly (string | null)[]
  readonly outcome?: string
  readonly orOutcome?: readonly string[]
  /** Words of likelihood; null when it has none. */
  readonly likelihood?: string | null
  readonly leadDays?: Interval
  readonly orLeadDays?: readonly Interval[]
  readonly files: readonly string[]
  readonly contains?: string
  readonly orContains?: readonly string[]
  readonly optional?: boolean
}

export interface ExpectedLink {
  readonly from: string
  readonly to: string | null
  readonly orTo?: readonly (string | null)[]
  readonly source?: string
  readonly kind: string
  readonly orKind?: readonly string[]
  readonly optional?: boolean
}
