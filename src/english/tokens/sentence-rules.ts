import type { Rule } from "../../core/rules.ts"
import { beforeName, isAbbreviation, openers } from "./abbreviations.ts"
import { speechForms } from "./speech-forms.ts"

/** A place where a sentence may end: behind a full stop, a mark of its kind or an abbreviation, and what closes after it. */
export interface Stop {
  /** The token that stops: ".", "?", "U.S." ... */
  readonly mark: string
  /** Closing quotation marks and brackets between the stop and the next word. */
  readonly closing: string
  /** The next token, and the words after it up to the next punctuation. */
  readonly next: string
  readonly ahead: readonly string[]
  readonly gap: boolean
  /** Only a number or a letter stands before it in the sentence: "1.", "B." */
  readonly numbered: boolean
}

/** What the rules say of a stop; "perhaps" leaves it to the model, with the name of the rule as one of the things it looks at. */
export type Verdict = "ends" | "goes-on" | "perhaps"

/** First rule with a verdict wins. */
export const sentenceRules: readonly Rule<Stop, Verdict>[] = [
  lowerCaseFollows,
  titleBeforeName,
  initialBeforeName,
  abbreviationBeforeOpener,
  abbreviation,
  speakerFollows,
  capitalFollows,
  noGap,
  otherwise,
]

/** `“Why?” he asked`, `the U.S. army`; `he said. she` is for the model. */
function lowerCaseFollows({ next, mark, closing, ahead }: Stop): Verdict | undefined {
  if (/^[,;:—–-]/.test(next)) return "perhaps"
  if (!/^\p{Ll}/u.test(next)) return undefined
  return isAbbreviation(mark) || (closing !== "" && ahead.some(word => speechForms.has(word))) ? "goes-on" : "perhaps"
}

/** `Gen. Kurilla` */
function titleBeforeName({ mark, closing }: Stop): Verdict | undefined {
  return isAbbreviation(mark) && closing === "" && beforeName.has(mark.slice(0, -1).toLowerCase())
    ? "goes-on"
    : undefined
}

/** `Michael E. Kurilla` */
function initialBeforeName({ mark, closing, next }: Stop): Verdict | undefined {
  return closing === "" && /^\p{Lu}\.$/u.test(mark) && /^\p{Lu}/u.test(next) ? "goes-on" : undefined
}

/** `attacks on the U.S. The group` */
function abbreviationBeforeOpener({ mark, next }: Stop): Verdict | undefined {
  return isAbbreviation(mark) && openers.has(next.toLowerCase()) && 1 < next.length ? "ends" : undefined
}

/** `U.S. Central Command` */
function abbreviation({ mark, closing }: Stop): Verdict | undefined {
  return isAbbreviation(mark) && closing === "" ? "perhaps" : undefined
}

/** `“Stop!” Ms. Diaz said` */
function speakerFollows({ closing, mark, ahead }: Stop): Verdict | undefined {
  return closing !== "" && /[?!]/.test(mark) && ahead.some(word => speechForms.has(word)) ? "goes-on" : undefined
}

/** `He left. Nobody saw him`, but `1. The way in`. So in 99 of 100 cases of the treebanks, and without exception in edited text. */
function capitalFollows({ mark, closing, next, gap, numbered }: Stop): Verdict | undefined {
  // "The plan ... Mayor Diaz" may go on; before "It" and "They" it does not.
  const stops = /^(?:\.|[?!]+)$/.test(mark) || /[”"]/.test(closing) || openers.has(next.toLowerCase())
  return gap && !numbered && stops && /^\p{Lu}/u.test(next) ? "ends" : undefined
}

/** `3.b`, but `ambitions.The attack` ends */
function noGap({ gap, next, mark, closing }: Stop): Verdict | undefined {
  return !gap && closing === "" && mark === "." && !/^\p{Lu}\p{Ll}|^\p{Lu}$/u.test(next) ? "perhaps" : undefined
}

function otherwise(): Verdict {
  return "perhaps"
}
