import type { EvidenceView } from "../../../src/app/views/evidence-view.ts"
import type { PlaceView } from "../../../src/app/views/place-view.ts"
import type { Status } from "../../../src/core/status.ts"
import type { ItemRef } from "../evidence/shown.ts"

/** A place to draw, with what is told of it. */
export interface MapItem {
  readonly place: PlaceView
  /** What lies there, in words: "2 incidents". */
  readonly words: string
  /** How many; shown in the mark when there are several. */
  readonly count: number
  /** Only things warned of lie there, nothing that happened. */
  readonly isWarned?: boolean
  readonly status?: Status
  /** Not in what is chosen: drawn pale. */
  readonly isPale?: boolean
  readonly evidence: readonly EvidenceView[]
  readonly item?: ItemRef
}
