/** How a report rests on another, as its maker knows it. */
export type RestKind =
  | "verbatim"
  | "wire credit"
  | "trimmed"
  | "reworded"
  | "translated"
  | "update"
  | "citation"
  | "circle"

/** A report of a set of copies. `published` is EDTF, absent where the report has no date. */
export interface SetReport {
  readonly id: string
  readonly publisher: string
  readonly published?: string
  readonly text: string
  /** Somebody's own words in the text, for readings that are made without the engine. */
  readonly quotation?: { readonly speaker: string; readonly words: string }
  /** The town and the day (EDTF) of what it tells, for the same. The town stands in the text. */
  readonly event?: { readonly town: string; readonly day: string }
  /** Sources that the text names, for the same. `scope` are the words that are given to it; a credit without one covers the report. */
  readonly citations?: readonly { readonly source: string; readonly words: string; readonly scope?: string }[]
}

/** `from` rests on `to`. */
export interface Rest {
  readonly from: string
  readonly to: string
  readonly kind: RestKind
}

/** Reports with who rests on whom. Reports that no rest names are independent. */
export interface CopySet {
  readonly reports: readonly SetReport[]
  readonly rests: readonly Rest[]
}
