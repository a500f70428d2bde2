import { createRoute } from "@hono/zod-openapi"
import { z } from "zod"
import { type ExportFormat, exportFormats } from "../app/export-case.ts"
import { incidentCase } from "../app/incident-case.ts"
import { requireIncident } from "../app/views/case-index.ts"
import { type Api, otherwise } from "./api.ts"
import { questionOf, questionSchema } from "./question.ts"
import type { Behind } from "./view-route.ts"

const types: Readonly<Record<ExportFormat, string>> = {
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
}

/** The case, or the part of it that tells of one incident, as a file to keep. */
export function exportRoute(api: Api, { service, exporters }: Behind): void {
  const query = questionSchema.extend({
    format: z.enum(exportFormats).default("html"),
    /** Id or code. */
    incident: z.string().optional(),
  })
  const route = createRoute({
    method: "get",
    path: "/api/export",
    summary:
      "The case as a file: the case file, the brief in Markdown, or an evidence sheet; whole, or of one incident",
    request: { query },
    responses: {
      200: {
        description: "The file, with its name",
        content: {
          "application/json": { schema: z.string() },
          "text/markdown": { schema: z.string() },
          "text/html": { schema: z.string() },
        },
      },
      ...otherwise,
    },
  })
  api.openapi(route, async context => {
    const { format, incident: wanted, ...question } = context.req.valid("query")
    const index = await service.index(questionOf(question))
    const incident = wanted === undefined ? undefined : requireIncident(index, wanted)
    const part = incident ? incidentCase(index.caseFile, incident) : index.caseFile
    const name = [index.caseFile.case.name, incident?.code, question.asOf].filter(word => word !== undefined)
    context.header("Content-Type", types[format])
    context.header("Content-Disposition", attachment(`${name.join(" ")}.${format}`))
    return context.body(exporters[format](part, index.numbers)) as never
  })
}

/** Says that an answer is a file of that name: plain letters for old programs, the whole name for others (RFC 6266). */
function attachment(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\w. -]+/g, "")
    .replace(/\s+/g, "-")
    .replace(/^[.-]+/, "")
  const whole = encodeURIComponent(name.replace(/[/\\\p{Cc}]+/gu, " ")).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
