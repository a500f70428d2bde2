import type { CaseFile } from "../../core/casefile.ts"
import { edtfInWords } from "../words.ts"
import { line, type Section } from "./brief.ts"

const done: Record<string, string> = {
  accept: "accepted",
  reject: "rejected",
  correct: "corrected",
  merge: "merged",
  split: "split",
  "keep-apart": "kept apart",
  add: "added",
  hide: "hid",
  grade: "graded",
  withdraw: "withdrew",
}

/** An action as something done: "corrected". */
export function actionDone(action: string): string {
  return done[action] ?? action
}

/** What people decided, with what still applies: nobody has to wonder why the case is not what the reports alone would give. */
export function decisionSection({ decisions = [] }: CaseFile): Section {
  const names = new Map(
    decisions.map(({ id, action, name, subject }) => [id, `${actionDone(action)} ${name ?? subject}`]),
  )
  return {
    key: "decisions",
    heading: "DECIDED BY PEOPLE",
    lines: decisions.map(({ id, decidedAt, by, action, name, subject, note, applies, withdrawn }) => {
      const what =
        action === "withdraw"
          ? `withdrew: ${names.get(subject) ?? subject}`
          : `${actionDone(action)} ${name ?? subject}`
      const state = withdrawn ? "; withdrawn" : applies ? "" : "; no longer applies"
      return {
        ...line(
          0,
          by,
          `${what}, ${edtfInWords(decidedAt.slice(0, 10))}${note === undefined ? "" : ` (${note})`}${state}`,
        ),
        id,
      }
    }),
  }
}
