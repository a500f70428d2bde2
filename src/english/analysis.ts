import type { LocalEntity } from "../core/reading.ts"
import type { Block, Report } from "../core/report.ts"
import type { Span } from "../core/span.ts"
import type { Count, EntityType, Place, Time } from "../core/value.ts"

/** One token of the clean text. All indexes count tokens of the whole report. */
export interface Token extends Span {
  readonly index: number
  /** The words of the span as they are read: where the report is all upper or lower case, with the case they likely have. */
  readonly text: string
  readonly lemma: string
  /** Universal part of speech, such as "VERB"; Penn tag in `xpos`, such as "VBD". */
  readonly upos: string
  readonly xpos: string
  /** Index of the token it depends on, or -1 for the root of its sentence. */
  readonly head: number
  /** Universal Dependencies relation with subtype, such as "nsubj:pass". */
  readonly deprel: string
  /** Index of its sentence. */
  readonly sentence: number
}

/** A sentence: tokens `[firstToken, lastToken)`. Its span has no white space at either end. */
export interface Sentence extends Span {
  readonly index: number
  readonly firstToken: number
  readonly lastToken: number
  readonly block: Block
  /** Index of the block in the report: sentences of one paragraph share it. */
  readonly blockIndex: number
}

/** Words between quotation marks. The span holds the marks, `inner` the words without them. */
export interface Quotation extends Span {
  readonly inner: Span
  /** The next paragraph goes on with the same quotation (it opens with a mark and this one has none at its end). */
  readonly open: boolean
}

/** A time expression with its value. */
export interface TimeMention extends Span {
  readonly time: Time
  readonly rule: string
  /** A stretch such as "six months" that is not on the calendar: ISO 8601 duration, such as "P6M". */
  readonly duration?: string
}

/** A number that counts something, with the words it counts when they follow. Ages, ordinals, money, shares and years are no counts. */
export interface CountMention extends Span {
  readonly count: Count
  /** Token that heads the counted noun, or -1. */
  readonly nounToken: number
  readonly rule: string
}

/** A name of a place, with where it is. */
export interface PlaceMention extends Span {
  readonly place: Place
  readonly rule: string
}

/** A mention of an entity. `entity` is an index into `Analysis.entities`. */
export interface EntityMention extends Span {
  readonly entity: number
  readonly type: EntityType
  readonly form: "name" | "nominal" | "pronoun"
  readonly headToken: number
}

/** What the language layer knows of one report. Every list is in order of `start`. */
export interface Analysis {
  readonly report: Report
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly quotations: readonly Quotation[]
  readonly times: readonly TimeMention[]
  readonly counts: readonly CountMention[]
  readonly places: readonly PlaceMention[]
  /** Names of towns and districts that the words around do not show to be places: "Lafayette Police", "a Burien teen". No rule takes them for places; a scorer may. */
  readonly placeHints: readonly PlaceMention[]
  readonly entities: readonly LocalEntity[]
  readonly mentions: readonly EntityMention[]
}
