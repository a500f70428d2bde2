import type { Brief } from "../app/brief/brief.ts"
import { writeBrief } from "../app/brief/write-brief.ts"
import { explainItem } from "../app/explain-item.ts"
import { type ExportFormat, exportFormats } from "../app/export-case.ts"
import { type ListName, listAsData, listCase } from "../app/lists/list-case.ts"
import { isLoss } from "../app/losses.ts"
import { HeedError } from "../core/error.ts"
import { type Context, printBrief, printJson, questionOf, tellProblems } from "./context.ts"
import { exitCodes } from "./exit-codes.ts"
import { type Source, withSource } from "./source.ts"
import { writeWholeFile } from "./write-file.ts"

/** What was shown is shown; that something named could not be read is told and is in the exit code. */
function ended(context: Context, { problems }: Source): number {
  tellProblems(context, problems)
  return problems.some(isLoss) ? exitCodes.unreadable : 0
}

/** `heed brief`: the case in words, and as a sheet when asked. */
export async function brief(context: Context, paths: readonly string[]): Promise<number> {
  return withSource(context, paths, questionOf(context.options), async source => {
    const { sheet, json } = context.options
    if (sheet !== undefined) writeWholeFile(sheet, context.services.exporters.html(source.caseFile))
    const written = writeBrief(source.caseFile)
    if (json) printJson(context, written)
    else printBrief(context, written)
    if (sheet !== undefined) context.io.err.write(`evidence sheet: ${sheet}\n`)
    return ended(context, source)
  })
}

/** `heed incidents`, `warnings`, ...: one list of the case. */
export async function list(context: Context, name: ListName, paths: readonly string[], of?: string): Promise<number> {
  return withSource(context, paths, questionOf(context.options), async source => {
    if (context.options.json) printJson(context, listAsData(source.caseFile, name, of))
    else {
      const listed = listCase(source.caseFile, name, {
        ...(of !== undefined && { of }),
        unfolded: context.options.all ?? false,
      })
      printBrief(context, shortOn(context, listed))
    }
    return ended(context, source)
  })
}

/** A list shows its words only when asked: the brief and `explain` are for reading them. */
function shortOn({ options }: Context, listed: Brief): Brief {
  return options.words === true ? listed : { ...listed, notes: [] }
}

/** `heed explain`: which rule made an item, which declined, from which words. */
export async function explain(context: Context, path: string, id: string): Promise<number> {
  return withSource(context, [path], questionOf(context.options), async source => {
    const engine = await context.services.engine()
    const { brief: written, ...data } = await explainItem(source.caseFile, id, engine, reportId =>
      source.rawOf(reportId),
    )
    if (context.options.json) printJson(context, data)
    else printBrief({ ...context, options: { ...context.options, ids: true } }, written)
    return ended(context, source)
  })
}

/** `heed export`: the whole case in another form, to a file or to standard output. */
export async function exportCase(context: Context, paths: readonly string[]): Promise<number> {
  const { format: asked, out } = context.options
  const format = asked ?? (context.options.json ? "json" : formatOf(out))
  if (!exportFormats.includes(format as ExportFormat))
    throw new HeedError("bad-request", `no format "${format}"; expected one of ${exportFormats.join(", ")}`)
  return withSource(context, paths, questionOf(context.options), async source => {
    const text = context.services.exporters[format as ExportFormat](source.caseFile)
    if (out === undefined || out === "-") context.io.out.write(text)
    else {
      writeWholeFile(out, text)
      context.io.err.write(`wrote ${out}\n`)
    }
    return ended(context, source)
  })
}

function formatOf(out: string | undefined): string {
  const ending = /\.(json|md|html)$/.exec(out ?? "")?.[1]
  if (ending === undefined)
    throw new HeedError("bad-request", `which format? expected --format with one of ${exportFormats.join(", ")}`)
  return ending
}
