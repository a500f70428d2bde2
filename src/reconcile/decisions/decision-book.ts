import { z } from "zod"
import { flatEvidenceSchema } from "../../core/casefile.ts"
import { gradeSchema } from "../../core/decided.ts"
import type { Problem } from "../../core/problem.ts"
import { statusSchema } from "../../core/status.ts"
import type { Decision } from "../../core/store.ts"
import { valueSchema } from "../../core/value.ts"

const wordsSchema = z.array(flatEvidenceSchema.unwrap().partial({ text: true }))

/**
 * What the `value` of a decision may hold. `kind`: what the subject is, `name`: what it was called then. `words`: the words the subject rests on, so that the decision
 * finds it again when its id has changed; for an assertion or fact together with its `slot`. `with`, `withWords`: the other item of a merge, or the one to keep apart from; `withWords` of an addition: the words that are read.
 * `mentions`, `mentionWords`: event mentions or local entities that a split takes out.
 */
const decisionValueSchema = z
  .object({
    kind: z.string().optional(),
    words: wordsSchema.optional(),
    with: z.string().optional(),
    withWords: wordsSchema.optional(),
    slot: z.string().optional(),
    mentions: z.array(z.string()).optional(),
    mentionWords: wordsSchema.optional(),
    value: valueSchema.optional(),
    title: z.string().min(1).optional(),
    status: statusSchema.optional(),
    name: z.string().min(1).optional(),
    grade: gradeSchema.unwrap().shape.code.optional(),
    note: z.string().optional(),
    called: z.string().optional(),
  })
  .loose()
export type DecisionValue = z.infer<typeof decisionValueSchema>

/** Words as a decision keeps them. */
export type KeptWord = NonNullable<DecisionValue["words"]>[number]

/** The decisions of a case, with a note of which of them found their subject. */
export class DecisionBook {
  /** In order of deciding, without those that were withdrawn. */
  readonly all: readonly Decision[]
  readonly #log: readonly Decision[]
  readonly #values = new Map<string, DecisionValue>()
  readonly #applied = new Set<string>()
  readonly #withdrawn: ReadonlySet<string>

  constructor(decisions: readonly Decision[]) {
    this.#log = decisions
    for (const decision of decisions) {
      const parsed = decisionValueSchema.safeParse(decision.value ?? {})
      this.#values.set(decision.id, parsed.success ? parsed.data : {})
    }
    this.#withdrawn = withdrawnOf(decisions)
    const ids = new Set(decisions.map(decision => decision.id))
    for (const { id, action, subject } of decisions)
      if (action === "withdraw" && ids.has(subject)) this.#applied.add(id)
    this.all = decisions.filter(({ id, action }) => action !== "withdraw" && !this.#withdrawn.has(id))
  }

  valueOf(decision: Decision): DecisionValue {
    return this.#values.get(decision.id)!
  }

  isApplied(decision: Decision): boolean {
    return this.#applied.has(decision.id)
  }

  markApplied(decision: Decision): void {
    this.#applied.add(decision.id)
  }

  /** Decisions of one of the actions, in order of deciding. */
  of(...actions: readonly Decision["action"][]): Decision[] {
    return this.all.filter(decision => actions.includes(decision.action))
  }

  /** The whole log, withdrawals and what they withdrew included. */
  log(): { readonly decision: Decision; readonly applies: boolean; readonly withdrawn: boolean }[] {
    return this.#log.map(decision => {
      const withdrawn = this.#withdrawn.has(decision.id)
      return { decision, withdrawn, applies: !withdrawn && this.#applied.has(decision.id) }
    })
  }

  /** Decisions whose subject the case no longer has. */
  problems(): Problem[] {
    return this.log()
      .filter(({ applies, withdrawn }) => !applies && !withdrawn)
      .map(({ decision }) => {
        const { called } = this.valueOf(decision)
        return {
          code: "decision-no-longer-applies",
          message: `decision ${decision.id} (${decision.action} by ${decision.by}) is about ${called === undefined ? decision.subject : `${called} (${decision.subject})`}, which the case does not have`,
        }
      })
  }
}

/** Ids of decisions that a later one withdraws; a withdrawal may be withdrawn itself. */
function withdrawnOf(decisions: readonly Decision[]): Set<string> {
  const withdrawn = new Set<string>()
  for (const { id, action, subject } of [...decisions].reverse())
    if (action === "withdraw" && !withdrawn.has(id)) withdrawn.add(subject)
  return withdrawn
}

/** True when the words stand in that place. */
export function isAt(
  word: KeptWord,
  place: { readonly reportId: string; readonly start: number; readonly end: number },
): boolean {
  return word.reportId === place.reportId && word.start === place.start && word.end === place.end
}
