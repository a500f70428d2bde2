import type { CaseFile, FlatEvidence } from "../core/casefile.ts"
import { HeedError } from "../core/error.ts"
import type { Value } from "../core/value.ts"
import type { Item } from "./find-item.ts"
import { valueLike } from "./typed-value.ts"
import { shortened, slotInWords } from "./words.ts"

/** What a person can read in words that are selected, and how its value is given: typed, or named by the words themselves. */
export const addable: Readonly<Record<string, "count" | "time" | "text" | "entity" | "place">> = {
  killed: "count",
  wounded: "count",
  missing: "count",
  hostages: "count",
  arrested: "count",
  when: "time",
  where: "place",
  perpetrator: "entity",
  "claimed-by": "entity",
  "blamed-on": "entity",
  target: "text",
  weapon: "text",
}

/** Letters of words that say one thing, at most. */
const LONGEST = 300

/** What an addition keeps: slot, value and the words. A person, group or place is the one that the words name. Throws HeedError "bad-request". */
export function additionOf(
  { item: mention, incident }: Extract<Item, { kind: "mention" }>,
  caseFile: CaseFile,
  { slot = "", to = "", at = "" }: { readonly slot?: string; readonly to?: string; readonly at?: string },
): object {
  const kind = addable[slot]
  if (kind === undefined)
    throw new HeedError("bad-request", `add what? expected --slot and one of ${Object.keys(addable).join(", ")}`)
  const words = wordsAt(caseFile, mention.reportId, at)
  if (kind === "entity" || kind === "place") requireNamed(caseFile, words, kind)
  const value =
    kind === "entity" || kind === "place" ? undefined : typedValue(kind, to === "" ? words.text : to, words.text)
  return {
    slot,
    called: `${incident.code} ${slotInWords(slot)}: ${to === "" ? shortened(words.text, 60) : to}`,
    withWords: [words],
    ...(value && { value }),
  }
}

function wordsAt({ reports }: CaseFile, reportId: string, at: string): FlatEvidence {
  const report = reports.find(({ id }) => id === reportId)!
  const [start, end] = (/^(\d+)-(\d+)$/.exec(at)?.slice(1) ?? []).map(Number)
  if (start === undefined || end === undefined || end <= start || report.text.length < end || LONGEST < end - start)
    throw new HeedError(
      "bad-request",
      `"${at}" is no place of words in report ${reportId}; expected one such as 120-140, of at most ${LONGEST} letters`,
    )
  return { reportId, start, end, text: report.text.slice(start, end).toWellFormed() }
}

function requireNamed({ entities }: CaseFile, words: FlatEvidence, kind: "entity" | "place"): void {
  const named = entities.some(
    ({ place, mentions }) =>
      (kind === "entity" || place !== undefined) &&
      mentions.some(one => one.reportId === words.reportId && one.start < words.end && words.start < one.end),
  )
  if (!named)
    throw new HeedError(
      "bad-request",
      `the words "${shortened(words.text, 60)}" name no ${kind === "place" ? "place" : "person or group"} that Heed knows; select words that do`,
    )
}

function typedValue(kind: "count" | "time" | "text", to: string, text: string): Value {
  const empty: Record<typeof kind, Value> = {
    count: { kind: "count", low: 0, high: 0, qualifier: "exact", of: "people", text },
    time: { kind: "time", edtf: "", precision: "unknown", method: "explicit", text },
    text: { kind: "text", text, norm: "" },
  }
  const value = valueLike(empty[kind], to)
  return kind === "text" ? value : { ...value, text }
}
