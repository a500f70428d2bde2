import type { CaseFile } from "../core/casefile.ts"
import { HeedError } from "../core/error.ts"
import { idOf } from "../core/id.ts"
import type { Decision, Store } from "../core/store.ts"
import { requireItem } from "./find-item.ts"

const actions: readonly Decision["action"][] = ["accept", "reject", "correct", "merge", "split", "hide", "grade"]

/** Writes down what a person decided about an item. The log only grows; every build of the case applies it. Throws HeedError "not-found", "bad-request". */
export async function decide(
  store: Store,
  caseFile: CaseFile,
  asked: {
    readonly action: string
    /** Id, prefix or code of the item. */
    readonly item: string
    readonly by: string
    /** UTC, ISO 8601 with Z. */
    readonly decidedAt: string
    readonly value: unknown
  },
): Promise<Decision> {
  const action = actions.find(one => one === asked.action)
  if (!action) throw new HeedError("bad-request", `no action "${asked.action}"; expected one of ${actions.join(", ")}`)
  const subject = requireItem(caseFile, asked.item).id
  const { by, decidedAt, value } = asked
  const decision: Decision = {
    id: idOf("decision", decidedAt, by, action, subject),
    decidedAt,
    by,
    action,
    subject,
    value,
  }
  await store.addDecision(decision)
  return decision
}
