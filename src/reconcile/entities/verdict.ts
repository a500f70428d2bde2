import type { EntityView } from "./entity-names.ts"

/** What is known about two entities beyond their names. Worked out only when it is asked for. */
export interface EntityEvidence {
  /** Both were given the same words: why, in words. */
  readonly quotation: string | undefined
  /** They stand in sentences of which one report took one from the other, or the one report rests on the other. */
  readonly passage: string | undefined
  /** The sentences that name them resemble each other. */
  readonly context: string | undefined
  /** The town beside which both are named, or that both reports are about. */
  readonly town: string | undefined
  /** Both reports name several other people with their full names: who, in words. */
  readonly company: string | undefined
  /** Both reports name areas smaller than a country, and none in common: the areas, in words. */
  readonly elsewhere: string | undefined
  /** Whether the ages that the reports give them are those of one person. */
  readonly ages: "agree" | "differ" | "unknown"
  /** True when the surname or alias belongs to one entity of the case only. */
  readonly isUnique: (name: string, kind: EntityView["kind"]) => boolean
  /** Full names of bodies of the case that end with the words or that they are the acronym of. */
  readonly fullNamesOf: (short: string) => readonly string[]
  /** True when a report of the case names a place of the gazetteer so, or a person. */
  readonly isOtherwise: (name: string) => boolean
  /** True when somebody of the case with a first name has this surname. */
  readonly isSurname: (name: string) => boolean
}

/** Whether two entities of different reports are one, with the reason. `strength` orders the joins: surest first. Undefined: nothing to say. */
export interface EntityVerdict {
  readonly same: boolean
  readonly strength: number
  readonly why: string
  /** They are known to be two, not only too little alike: nothing may join them through a third. */
  readonly excluded: boolean
}

export function join(strength: number, why: string): EntityVerdict {
  return { same: true, strength, why, excluded: false }
}

export function refuse(why: string): EntityVerdict {
  return { same: false, strength: 0, why, excluded: false }
}

export function exclude(why: string): EntityVerdict {
  return { same: false, strength: 0, why, excluded: true }
}
