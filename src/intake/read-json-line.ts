import { reportIdOf } from "../core/id.ts"
import type { RawReport } from "../core/report.ts"

/** One report as a JSON object: `text` or `html`, and perhaps `title`, `publisher`, `published`, `url`. Gives what is wrong as a string. */
export function readJsonLine(line: string, file: string): RawReport | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return `a JSON object was expected, found "${line.slice(0, 40)}"`
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "a JSON object was expected"
  return reportOfFields(value as Readonly<Record<string, unknown>>, file)
}

/** The report that such fields make, however they came. Gives what is wrong as a string. */
export function reportOfFields(fields: Readonly<Record<string, unknown>>, file: string): RawReport | string {
  const { html, text } = fields
  if (typeof html !== "string" && typeof text !== "string")
    return `a field "text" or "html" was expected, found ${Object.keys(fields).slice(0, 8).join(", ") || "no fields"}`
  const title = stringOf(fields.title)
  const body = typeof html === "string" ? html : (text as string)
  // The title of a text is often kept apart from it; it is part of the report.
  const full =
    typeof html === "string" || title === undefined || body.trimStart().startsWith(title) ? body : `${title}\n\n${body}`
  const publisher = stringOf(fields.publisher) ?? stringOf(fields.source)
  const published = stringOf(fields.published) ?? stringOf(fields.date)
  const url = stringOf(fields.url)
  const bytes = new TextEncoder().encode(full)
  return {
    id: reportIdOf(bytes, { ...(publisher !== undefined && { publisher }), ...(url !== undefined && { url }) }),
    bytes,
    file,
    ...(url === undefined ? {} : { url }),
    contentType: typeof html === "string" ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
    stated: {
      ...(title === undefined ? {} : { title }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(published === undefined ? {} : { published }),
    },
  }
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined
}
