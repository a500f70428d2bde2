import type { Span } from "./span.ts"

/** A small named function that has a verdict or declines with undefined. Its name is stored with what it decided. */
export type Rule<Input, Verdict> = (input: Input) => Verdict | undefined

/** What `heed explain` shows of one decision: the words it was about, the rule that answered and those that declined before it. */
export interface Decided {
  readonly ruleset: string
  readonly at: Span
  readonly rule: string | null
  readonly declined: readonly string[]
}

/** Where decisions are written down when somebody asks why. Absent in normal reading. */
export type Trace = (decided: Decided) => void

/** The verdict of the first rule of the list that has one, with the rule's name; undefined when all decline. Order is part of the meaning. */
export function decide<Input, Verdict>(
  ruleset: string,
  rules: readonly Rule<Input, Verdict>[],
  input: Input,
  at: Span,
  trace?: Trace,
): { verdict: Verdict; rule: string } | undefined {
  const declined: string[] = []
  for (const rule of rules) {
    const verdict = rule(input)
    if (verdict !== undefined) {
      trace?.({ ruleset, at, rule: rule.name, declined })
      return { verdict, rule: rule.name }
    }
    declined.push(rule.name)
  }
  trace?.({ ruleset, at, rule: null, declined })
  return undefined
}
