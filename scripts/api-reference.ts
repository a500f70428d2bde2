import { createApi } from "../src/api/create-api.ts"
import { statuses } from "../src/api/errors.ts"
import { viewRoutes } from "../src/api/routes/index.ts"
import type { Behind } from "../src/api/view-route.ts"

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}
interface Operation {
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

/** The description of the API, as its routes make it. Nobody is asked anything, so nothing stands behind it. */
function description(): Readonly<Record<string, Readonly<Record<string, Operation>>>> {
  const nobody = { subscribe: () => () => undefined }
  const behind = { service: nobody, imports: nobody, intake: {} } as unknown as Behind
  const { api, close } = createApi(behind, { token: "", version: "", files: new Map() })
  close()
  const { paths } = api.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Heed", version: "" } })
  return paths as never
}

/** The page of the API, made from its routes. */
export function apiReference(): string {
  const operations = Object.entries(description()).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const views = new Set(viewRoutes.map(({ path }) => `/api${path}`))
  const isView = ({ method, path }: (typeof operations)[number]) => method === "GET" && views.has(path)
  return `# The API

<!-- Made by scripts/write-reference.ts from the routes of src/api. Change it there. -->

\`heed open\` serves a case to the browser on this machine: HTTP and JSON, described in full, with the form of every answer, by the OpenAPI document at \`/api/openapi.json\`.
A program uses the same API with the token in the address that Heed prints when it starts:

\`\`\`text
curl -H "Authorization: Bearer TOKEN" http://127.0.0.1:PORT/api/case
\`\`\`

The token is new at each start.
Another name than \`127.0.0.1\`, \`localhost\` or \`[::1]\`, and a page of another site or port, are refused.
Answers are not to be kept: they say \`no-store\`.

## Views

Every view takes \`asOf\` (a day such as 2024-03-29: the case as it was known then) and \`policy\` (how a fact's value is chosen).
Lists take \`offset\` and \`limit\` where they are long.

| address | what it shows | takes besides |
|---|---|---|
${operations
  .filter(isView)
  .map(({ path, operation }) => `| \`${path}\` | ${cell(operation.summary)} | ${cell(queryOf(operation))} |`)
  .join("\n")}

## Actions and the rest

${operations
  .filter(one => !isView(one))
  .map(({ method, path, operation }) => section(method, path, operation))
  .join("\n")}
## Errors

Every error has one form: \`{ "error": { "code": "not-found", "message": "..." } }\`.
The code is a word of this table; the message says what, where, and what was expected.

| code | status |
|---|---|
${Object.entries(statuses)
  .map(([code, status]) => `| ${code} | ${status} |`)
  .join("\n")}
`
}

function queryOf({ parameters = [] }: Operation): string {
  return parameters
    .filter(parameter => parameter.in === "query" && parameter.name !== "asOf" && parameter.name !== "policy")
    .map(({ name, required }) => `\`${name}\`${required ? " (needed)" : ""}`)
    .join(", ")
}

function section(method: string, path: string, operation: Operation): string {
  const body = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => {
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => {
      const inner = Object.keys(field.items?.properties ?? {})
      const list = inner.length === 0 ? "" : ` (a list of ${inner.map(one => `\`${one}\``).join(", ")})`
      return `\`${name}\`${schema.required?.includes(name) ? "" : "?"}${list}`
    })
    return `Takes ${type}: ${fields.join(", ")}.\n`
  })
  const query = queryOf(operation)
  return `### ${method} ${path}

${operation.summary}.
${operation.description === undefined ? "" : `${operation.description}\n`}${body.join("")}${query === "" ? "" : `Asked with ${query}.\n`}`
}

const cell = (text: string) => text.replaceAll("|", "\\|")
