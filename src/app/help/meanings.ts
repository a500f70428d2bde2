import type { Lineage, Origin, Relation, Warning } from "../../core/casefile.ts"
import type { Policy } from "../../core/engine.ts"
import type { Status } from "../../core/status.ts"

// What each word of a screen means, for the help. A record by the type's own names: a new one without a meaning does not compile.

/** How the positions of a fact stand to each other. */
export const relationMeanings: Readonly<Record<Relation, string>> = {
  single: "Told by one report. Nothing to hold it against.",
  agree: "Several reports have the same. Whether they are independent, the origins say.",
  refine: "Both fit, one is more exact: “November 2028” and “6 November 2028”.",
  update: "A later report has a newer value: 9 dead, then 14, then 17. The earlier one was right in its day.",
  contradict: "They cannot both be right. Heed shows each with who says so.",
  retract: "Whoever said it took it back.",
  mixed: "Some update each other while others contradict: open it and read.",
}

/** Whether the thing told is said to have happened. */
export const statusMeanings: Readonly<Record<Status, string>> = {
  occurred: "Told as having happened.",
  attempted: "Tried, and failed.",
  foiled: "Stopped before it could happen.",
  planned: "Prepared or announced, not yet done.",
  threatened: "Somebody said he would do it.",
  alleged: "Somebody says so and the report does not make it its own.",
  denied: "Somebody says that it did not happen, or was not him.",
  negated: "The report itself says that it did not happen.",
  hypothetical: "Imagined, feared or supposed, not told as real.",
}

/** Where information entered public reporting. */
export const originMeanings: Readonly<Record<Origin["kind"], string>> = {
  "own-reporting": "A newsroom that spoke to somebody or saw it: the text shows it.",
  wire: "A news agency, however many papers print it.",
  "official-statement": "What an authority said, whoever heard it.",
  "group-claim": "What an armed group said about itself.",
  document: "A published report, ruling or list.",
  person: "A named person’s account.",
  unproven:
    "A report that shows no work of its own and is not proven to rest on another. It counts in the high number only.",
}

/** How one report rests on another. */
export const lineageMeanings: Readonly<Record<Lineage["kind"], string>> = {
  copies: "The same words, whole or trimmed.",
  rewrites: "The same content in other words, a translation included.",
  updates: "A newer version of the same house’s report.",
  cites: "Says itself where it has something from.",
}

/** What came of a warning. */
export const outcomeMeanings: Readonly<Record<Warning["outcome"], string>> = {
  fulfilled: "It happened: an incident of the case is what was warned of.",
  partly: "Part of it happened, or an incident is near to what was warned of.",
  averted: "What was warned of was tried or planned, and stopped.",
  open: "The time it speaks of is not over yet.",
  expired: "The time it spoke of passed, and the reports tell of nothing.",
  unknown: "The reports do not say enough to tell.",
}

/** How one value is chosen where positions differ. */
export const policyMeanings: Readonly<Record<Policy, string>> = {
  "keep-range":
    "Numbers that fit keep what they share, numbers that differ the whole range, a rising toll its newest value.",
  conservative: "The lowest number that anybody gives.",
  "latest-credible": "The newest value with a date.",
  "low-best-high": "The lowest, the best supported and the highest number side by side.",
}

/** What Heed leaves to people, or does not do at all. */
export const notDone: readonly string[] = [
  "It does not decide who is right. It shows who says what, and on which words that rests.",
  "It does not predict who will do harm, score people or compile private persons. A suspect stays “alleged”.",
  "It does not read languages other than English. Such reports are kept and shown, and say so.",
  "It does not fetch anything: no report, picture, map or font comes from another computer, and nothing leaves this one.",
  "It does not know what no report of the case says. What is missing is listed as blind spots.",
  "It does not fill gaps. Unknown is written “unknown”.",
]
