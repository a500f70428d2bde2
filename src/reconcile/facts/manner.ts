import type { Attribution, SlotFill } from "../../core/reading.ts"
import { type CaseReport, sentenceAt } from "../case-report.ts"
import { namesOffice } from "../officials.ts"

/** How a report gives a value: what tells how much it says for it. */
export interface Manner {
  /** The report is about this event; false where it tells of it in passing. */
  readonly asNews: boolean
  /** In the title or the first sentences. */
  readonly atHead: boolean
  /** Nobody gives the number: people told of one by one were counted. */
  readonly addedUp: boolean
  /** Those counted were killed by one who then killed himself and is not among them. */
  readonly besidesKiller: boolean
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

/** What stands before those whom somebody kills, and what then tells of his own death. Source: English of casualty reporting; Apache-2.0. */
const KILLS =
  /\b(?:kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|shot|shoots|shooting|left|leav(?:es|ing)|gunn(?:ed|ing) down|stabb(?:ed|ing))\s+$/iu
const THEN_HIMSELF =
  /^[^.;]*?\b(?:before|then|and(?: then)?)\b[^.;]{0,30}?\b(?:(?:kill|shoot|hang)(?:s|ed|ing)?|shot|tak(?:es|ing)|took|turn(?:s|ed|ing)|commit(?:s|ted|ting))?\s*(?:himself|herself|themselves|(?:his|her|their) own li(?:fe|ves)|suicide|the (?:gun|weapon|rifle|pistol) on (?:him|her)self)\b/iu
/** He only tried, or is counted. */
const STILL_OR_COUNTED = /\b(?:tri(?:ed|es)|trying|attempt\w*|fail\w*|unsuccessful\w*|includ\w*|counting)\b/iu

function isBesidesKiller(report: Pick<CaseReport, "sentences">, { value, evidence, parts }: SlotFill): boolean {
  if (value.kind !== "count" || parts !== undefined) return false
  const { start, end } = evidence.span
  const sentence = sentenceAt(report, start)
  if (!sentence) return false
  const before = sentence.text.slice(0, start - sentence.span.start)
  const after = sentence.text.slice(end - sentence.span.start)
  return KILLS.test(before) && THEN_HIMSELF.test(after) && !STILL_OR_COUNTED.test(after)
}

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
    besidesKiller: isBesidesKiller(report, fill),
    official: attribution.some(step => namesOffice(step.name)),
    chance: fill.score,
  }
}
