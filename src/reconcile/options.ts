import type { Policy } from "../core/engine.ts"
import type { Reading } from "../core/reading.ts"
import type { Span } from "../core/span.ts"
import type { Decision } from "../core/store.ts"
import type { Time } from "../core/value.ts"

/** A publisher or wire as the pack lists it. `family` is shared by publishers of one house; `domains` without "www.". */
export interface Publisher {
  readonly key: string
  readonly name: string
  readonly aliases?: readonly string[]
  readonly domains?: readonly string[] | undefined
  readonly family?: string
  readonly wire?: boolean
  /** It shows the reports of others: a portal, a news app. */
  readonly aggregator?: boolean
  /** ISO 3166-1 alpha-2 of its seat. */
  readonly country?: string | undefined
}

/** An event type of the pack. `parent` is the wider type ("suicide-bombing" below "bombing" below "attack"). */
interface EventType {
  readonly label: string
  readonly parent?: string
}

/** The plain data that reconciling needs from a pack. Every part may be empty. */
export interface CasePack {
  readonly publishers: readonly Publisher[]
  /** By the key that `type` and `subtype` of an event mention use. */
  readonly eventTypes: Readonly<Record<string, EventType>>
  /** Armed groups by their `known` key; `parent` is the key of the group it belongs to. */
  readonly groups?: Readonly<Record<string, { readonly parent?: string }>>
  /** Main languages (BCP 47) of countries (ISO 3166-1 alpha-2), for the blind spot of missing local reports. */
  readonly languages?: Readonly<Record<string, readonly string[]>>
  /** Names of languages in English. One without a name is told by its key. */
  readonly languageNames?: Readonly<Record<string, string>>
}

/** The times of a reading as they would be read had its report been published on this day (EDTF). */
export type ReadTimes = (reading: Reading, published: string) => readonly { readonly span: Span; readonly time: Time }[]

/** What a case is built with. `asOf` is an EDTF day: reports published after it are left out. */
export interface CaseOptions {
  readonly name: string
  readonly engine: string
  readonly asOf?: string
  readonly policy?: Policy
  readonly decisions?: readonly Decision[]
  readonly pack: CasePack
  /** Without it, times that a report without a date leaves open stay open. */
  readonly readTimes?: ReadTimes
  /** Told how many comparisons each candidate search made; tests use it to prove that nothing looks at all pairs. */
  readonly count?: (search: string, comparisons: number) => void
}
