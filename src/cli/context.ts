import type { Brief } from "../app/brief/brief.ts"
import type { Stated } from "../app/intake.ts"
import type { CaseQuestion } from "../app/opening/question.ts"
import { harmlessJson, visibleLine } from "../app/visible.ts"
import { daysOf, edtfOfDay } from "../core/edtf.ts"
import { type Policy, policies } from "../core/engine.ts"
import { HeedError } from "../core/error.ts"
import type { Problem } from "../core/problem.ts"
import { type Io, mayColour, widthOf } from "./io.ts"
import type { Services } from "./services.ts"

/** Options as they come from the command line; each command has some of them. */
export interface Options {
  readonly json?: boolean
  readonly asOf?: string
  readonly policy?: string
  readonly published?: string
  readonly publisher?: string
  readonly title?: string
  readonly sheet?: string
  readonly ids?: boolean
  readonly words?: boolean
  readonly all?: boolean
  readonly format?: string
  readonly out?: string
  readonly limit?: string
  readonly with?: string
  readonly to?: string
  readonly mentions?: string
  readonly slot?: string
  readonly at?: string
  readonly note?: string
  readonly by?: string
  readonly port?: string
  /** False with --no-browser. */
  readonly browser?: boolean
}

/** What every command is given. */
export interface Context {
  readonly io: Io
  readonly services: Services
  readonly options: Options
}

/** Prints a brief, or a list in the form of one, as the person wants it. */
export function printBrief({ io, services, options }: Context, brief: Brief): void {
  io.out.write(
    services.print(brief, {
      width: widthOf(io.out),
      colour: mayColour(io.out, io.env),
      ids: options.ids ?? false,
      words: options.words ?? true,
    }),
  )
}

/** What was asked of the case. Throws HeedError "bad-request" on a date or policy that is none. */
export function questionOf({ asOf, policy }: Options): CaseQuestion {
  if (policy !== undefined && !policies.includes(policy as Policy))
    throw new HeedError("bad-request", `no policy "${policy}"; expected one of ${policies.join(", ")}`)
  return {
    ...(asOf !== undefined && { asOf: lastDayOf(asOf) }),
    ...(policy !== undefined && { policy: policy as Policy }),
  }
}

/** "As of March 2024" means its last day. */
function lastDayOf(asOf: string): string {
  const days = daysOf(asOf)
  if (!days)
    throw new HeedError("bad-request", `--as-of "${asOf}" is no date; expected one such as 2024-03-29 or 2024-03`)
  return edtfOfDay(days.last)
}

/** What the user states about the reports. Throws HeedError "bad-request" on a date that is none. */
export function statedOf({ published, publisher, title }: Options): Stated {
  if (published !== undefined && !daysOf(published))
    throw new HeedError("bad-request", `--published "${published}" is no date; expected one such as 2024-03-24`)
  return {
    ...(published !== undefined && { published }),
    ...(publisher !== undefined && { publisher }),
    ...(title !== undefined && { title }),
  }
}

/** Tells problems of the input on stderr, one a line. */
export function tellProblems({ io }: Context, problems: readonly Problem[]): void {
  for (const { file, message } of problems) {
    const where = file === undefined || message.includes(file) ? "" : `${file}: `
    io.err.write(`${visibleLine(where + message)}\n`)
  }
}

/** Prints a value as JSON in which nothing can drive the terminal. */
export function printJson({ io }: Context, value: unknown): void {
  io.out.write(`${harmlessJson(JSON.stringify(value, null, 1))}\n`)
}
