import { createRoute } from "@hono/zod-openapi"
import { z } from "zod"
import { type ImportSummary, importSummarySchema, importViewSchema } from "../app/imports/import-view.ts"
import type { ReceivedFile } from "../app/intake.ts"
import { counted } from "../app/words.ts"
import { daysOf } from "../core/edtf.ts"
import { HeedError } from "../core/error.ts"
import { type Api, otherwise } from "./api.ts"
import type { Behind } from "./view-route.ts"

/** Addresses fetched at one go. More would no longer be a person who looks pages up. */
const MOST_ADDRESSES = 100
const MOST_TEXTS = 200

const filled = z.string().trim().min(1)
const statedSchema = z.object({
  title: filled.optional(),
  publisher: filled.optional(),
  published: filled
    .refine(published => daysOf(published) !== undefined, "expected a date such as 2024-03-24 or 2024-03")
    .optional(),
  url: filled
    .refine(
      url => /^https?:\/\//i.test(url) && URL.canParse(url),
      "expected an address such as https://example.org/story",
    )
    .optional(),
})
const textSchema = statedSchema
  .extend({ text: filled.optional(), html: filled.optional() })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), "expected either text or html")
const answer = (description: string) => ({
  200: { description, content: { "application/json": { schema: importSummarySchema } } },
  ...otherwise,
})
const json = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
})
const params = z.object({ id: z.string() })

/** Ways for reports into the case and out of it again. Reading goes on after the answer; `/api/events` tells how far it is. */
export function importRoutes(api: Api, { imports, intake }: Behind): void {
  api.openapi(
    createRoute({
      method: "get",
      path: "/api/imports",
      summary: "Imports and removals of this session, newest first",
      responses: {
        200: {
          description: "In one line each",
          content: { "application/json": { schema: z.array(importSummarySchema) } },
        },
        ...otherwise,
      },
    }),
    context => context.json(imports.list(), 200),
  )
  api.openapi(
    createRoute({
      method: "get",
      path: "/api/imports/{id}",
      summary: "One import: every thing that was named, and the problems with what to do",
      request: { params },
      responses: {
        200: { description: "The import", content: { "application/json": { schema: importViewSchema } } },
        ...otherwise,
      },
    }),
    context => context.json(imports.get(context.req.valid("param").id), 200),
  )

  const files = createRoute({
    method: "post",
    path: "/api/imports/files",
    summary: "Adds files as a form: `files` (names may have folders), and what is stated of all of them",
    request: {
      body: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: statedSchema.extend({ files: z.array(z.string().meta({ format: "binary" })) }),
          },
        },
      },
    },
    responses: answer("The import as it begins"),
  })
  // Registered by hand: the form is parsed here, once, as files must not pass through a schema.
  api.openAPIRegistry.registerPath(files)
  api.post("/api/imports/files", async context => {
    const form = await formOf(context.req.raw)
    const received = form.getAll("files").flatMap(entry => (typeof entry === "string" ? [] : [receivedFile(entry)]))
    if (received.length === 0)
      throw new HeedError("bad-request", "no file in the form; expected one or more as `files`")
    const texts = [...form].filter(([name, value]) => name !== "files" && typeof value === "string" && value !== "")
    const stated = statedSchema.safeParse(Object.fromEntries(texts))
    if (!stated.success) throw new HeedError("bad-request", z.prettifyError(stated.error))
    return context.json(
      imports.add({
        what: received.length === 1 ? received[0]!.name : counted(received.length, "file"),
        names: intake.received.namesOf(received),
        stated: given(stated.data),
        collect: ({ signal }) => intake.received(received, { signal }),
      }),
      200,
    )
  })

  api.openapi(
    createRoute({
      method: "post",
      path: "/api/imports/texts",
      summary: "Adds words that were pasted, as text or HTML, with what is stated of them",
      request: json(z.object({ texts: z.array(textSchema).min(1).max(MOST_TEXTS) })),
      responses: answer("The import as it begins"),
    }),
    context => {
      const { texts } = context.req.valid("json")
      async function* collect() {
        for (const text of texts) yield intake.pasted(given(text))
      }
      const what = texts.length === 1 ? (texts[0]!.title ?? "pasted text") : counted(texts.length, "pasted text")
      return context.json(imports.add({ what, names: texts.length === 1 ? ["pasted text"] : [], collect }), 200)
    },
  )

  api.openapi(
    createRoute({
      method: "post",
      path: "/api/imports/addresses",
      summary: "Fetches pages and adds them: the one thing that leaves this machine",
      description:
        "http and https only. An address that leads to this machine or a private network is refused unless `allowPrivate` is set.",
      request: json(
        z.object({
          addresses: z.array(filled.max(4_096)).min(1).max(MOST_ADDRESSES),
          allowPrivate: z.boolean().optional(),
        }),
      ),
      responses: answer("The import as it begins"),
    }),
    context => {
      const { addresses, allowPrivate = false } = context.req.valid("json")
      const names = [...new Set(addresses)]
      return context.json(
        imports.add({
          what: names.length === 1 ? names[0]! : counted(names.length, "address", "addresses"),
          names,
          collect: ({ signal, fetching, fetched }) =>
            intake.fetch(names, { allowPrivate, signal, onFetch: fetching, onFetched: fetched }),
        }),
        200,
      )
    },
  )

  const turns: readonly (readonly [name: string, summary: string, turn: (id: string) => ImportSummary])[] = [
    ["cancel", "Stops an import; what is added by then stays", id => imports.cancel(id)],
    [
      "undo",
      "Takes out exactly the reports that an import brought, or brings back those that were removed",
      id => imports.undo(id),
    ],
    ["redo", "Does again what was undone", id => imports.redo(id)],
  ]
  for (const [name, summary, turn] of turns)
    api.openapi(
      createRoute({
        method: "post",
        path: `/api/imports/{id}/${name}`,
        summary,
        request: { params },
        responses: answer("The import as it is now"),
      }),
      context => context.json(turn(context.req.valid("param").id), 200),
    )

  stateRoute(api, { imports })
  api.openapi(
    createRoute({
      method: "post",
      path: "/api/reports/remove",
      summary: "Takes reports out of the case; undone like an import",
      request: json(z.object({ reports: z.array(filled).min(1) })),
      responses: answer("The removal as it begins"),
    }),
    async context => context.json(await imports.remove(context.req.valid("json").reports), 200),
  )
}

/** What a person says of a report that is in the case. */
function stateRoute(api: Api, { imports }: Pick<Behind, "imports">): void {
  api.openapi(
    createRoute({
      method: "post",
      path: "/api/reports/{id}/state",
      summary: "Reads a report anew with what a person says of it, such as its date; undone like an import",
      request: {
        params,
        ...json(
          statedSchema.refine(stated => 0 < Object.values(given(stated)).length, "expected something that is stated"),
        ),
      },
      responses: answer("The statement as it begins"),
    }),
    async context =>
      context.json(await imports.state(context.req.valid("param").id, given(context.req.valid("json"))), 200),
  )
}

/** Throws HeedError "bad-request" on what is no form. */
async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    throw new HeedError("bad-request", "the body is no form; expected multipart/form-data with `files`", {
      cause: error,
    })
  }
}

const receivedFile = (file: File): ReceivedFile => ({
  name: file.name,
  size: file.size,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
})

/** Without what was not given: absent and undefined are two things to our types. */
function given<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
