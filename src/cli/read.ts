import { readingBrief } from "../app/lists/reading-brief.ts"
import { isLoss } from "../app/losses.ts"
import { readReports } from "../app/read-reports.ts"
import { HeedError } from "../core/error.ts"
import { type Context, printBrief, printJson, statedOf, tellProblems } from "./context.ts"
import { exitCodes } from "./exit-codes.ts"
import { collected, isCasePath } from "./source.ts"

/** `heed read`: everything found in one report alone. */
export async function read(context: Context, path: string): Promise<number> {
  const { io, services, options } = context
  if (isCasePath(path))
    throw new HeedError(
      "bad-request",
      `${path} is a case file; expected a report. "heed reports ${path}" lists the case's`,
    )
  const { readings, problems } = await readReports(await services.reader(), collected(context, [path]), {
    stated: statedOf(options),
    signal: io.signal,
  })
  if (options.json) printJson(context, readings.length === 1 ? readings[0] : readings)
  else for (const reading of readings) printBrief(context, readingBrief(reading))
  tellProblems(context, problems)
  return problems.some(isLoss) ? exitCodes.unreadable : 0
}
