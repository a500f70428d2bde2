import type { Utterance, WordingPart } from "../../core/utterance.ts"

/** What is said of the reports whose wording is not the fullest, in the order in which it is told. */
const formWords = [
  ["edited", "other words in"],
  ["put-anew", "put anew in"],
  ["shortened", "shortened in"],
  ["retold", "retold in"],
] as const satisfies readonly (readonly [Utterance["wordings"][number]["form"], string])[]

/** How the wordings of an utterance differ, by report: "other words in r2 and r8; retold in r5". `label` gives a report's number as the brief shows it. */
export function wordingsInWords({ wordings }: Utterance, label: (reportId: string) => string): string {
  const told = formWords.flatMap(([form, words]) => {
    const reports = wordings.filter(wording => wording.form === form).map(({ reportId }) => reportId)
    const labels = [...new Set(reports.map(label))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    return labels.length === 0 ? [] : [`${words} ${listed(labels)}`]
  })
  return told.length === 0 ? "same words" : told.join("; ")
}

/** Reports that are named one by one. A choice: of more one wants to know how many. */
const MOST_NAMED = 12

function listed(labels: readonly string[]): string {
  if (MOST_NAMED < labels.length)
    return `${labels.slice(0, MOST_NAMED).join(", ")} and ${labels.length - MOST_NAMED} others`
  return labels.length === 1 ? labels[0]! : `${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}`
}

/** A wording with what sets it apart from the fullest: [-left out-], {+put in+}. */
export function markedWording(parts: readonly WordingPart[]): string {
  return parts
    .map(({ kind, text, was }) => {
      if (kind === "same") return text
      if (kind === "left-out") return `[-${text}-] `
      const [, words, space] = /^(.*?)(\s*)$/su.exec(text)!
      return `${kind === "changed" ? `[-${was}-] ` : ""}{+${words}+}${space}`
    })
    .join("")
    .trim()
}
