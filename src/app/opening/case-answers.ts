import type { CaseQuestion } from "./question.ts"

/** Answers to questions that take a while: made once for all who ask, held for those who ask again, given up when nobody waits any more. */
export interface Answers<Answer> {
  ask(question: CaseQuestion, signal?: AbortSignal): Promise<Answer>
  /** Gives up what is under way and forgets the rest. */
  clear(): void
}

interface Entry<Answer> {
  readonly answer: Promise<Answer>
  readonly giveUp: AbortController
  waiting: number
  isThere: boolean
}

/** `most`: answers that are held at once. */
export function openAnswers<Answer>(
  make: (question: CaseQuestion, signal: AbortSignal) => Promise<Answer>,
  most: () => number,
): Answers<Answer> {
  const held = new Map<string, Entry<Answer>>()
  const start = (key: string, question: CaseQuestion): Entry<Answer> => {
    const giveUp = new AbortController()
    const entry: Entry<Answer> = { answer: make(question, giveUp.signal), giveUp, waiting: 0, isThere: false }
    entry.answer.then(
      () => {
        entry.isThere = true
      },
      // What failed is tried again by who asks next.
      () => held.get(key) === entry && held.delete(key),
    )
    return entry
  }
  return {
    ask(question, signal) {
      const key = JSON.stringify([question.asOf ?? "", question.policy ?? ""])
      const entry = held.get(key) ?? start(key, question)
      // Asked last, forgotten last.
      held.delete(key)
      held.set(key, entry)
      for (const [other, { isThere }] of held) {
        if (held.size <= most()) break
        if (isThere && other !== key) held.delete(other)
      }
      entry.waiting++
      signal?.addEventListener(
        "abort",
        () => {
          if (0 < --entry.waiting || entry.isThere) return
          if (held.get(key) === entry) held.delete(key)
          entry.giveUp.abort()
        },
        { once: true },
      )
      return entry.answer
    },
    clear() {
      for (const { giveUp } of held.values()) giveUp.abort()
      held.clear()
    },
  }
}
