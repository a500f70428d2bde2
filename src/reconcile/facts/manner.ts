import type { Attribution, SlotFill } from "../../core/reading.ts"
import type { CaseReport } from "../case-report.ts"
import { namesOffice } from "../officials.ts"

/** How a report gives a value: what tells how much it says for it. */
export interface Manner {
  /** The report is about this event; false where it tells of it in passing. */
  readonly asNews: boolean
  /** In the title or the first sentences. */
  readonly atHead: boolean
  /** Nobody gives the number: people told of one by one were counted. */
  readonly addedUp: boolean
  /** Given to somebody who speaks for a state or a service. */
  readonly official: boolean
  /** Chance that it is right, where a learned scorer gave it. */
  readonly chance: number | undefined
}

/** Sentences at the head of a report: its title and the two or three in which news says what happened. A choice. */
const HEAD_SENTENCES = 4

/** Words that say a number. Source: English; Apache-2.0. */
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|scores?|hundreds?|thousands?|both|couple|pair|twins?|doubl[ey]|tripl[ey]|quadruple)\b/iu

/** How a fill is given. `inPassing`: its report is about something else. */
export function mannerOf(
  report: Pick<CaseReport, "sentences">,
  fill: SlotFill,
  attribution: readonly Attribution[],
  inPassing: boolean,
): Manner {
  const { value, evidence, parts } = fill
  const head = report.sentences[HEAD_SENTENCES - 1]
  return {
    asNews: !inPassing,
    atHead: head === undefined || evidence.span.start < head.span.end,
    addedUp:
      value.kind === "count" &&
      1 < value.low &&
      ((parts !== undefined && 0 < parts.length) || !NUMBER.test(evidence.text)),
    official: attribution.some(step => namesOffice(step.name)),
    chance: fill.score,
  }
}
