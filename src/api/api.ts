import { OpenAPIHono } from "@hono/zod-openapi"
import { z } from "zod"
import { HeedError } from "../core/error.ts"

/** The web app that the routes join. `nonce` is made for each answer. */
export type Api = OpenAPIHono<{ Variables: { nonce: string } }>

/** An app that answers a request of the wrong form in the one shape, with the name of what is wrong. */
export function newApi(): Api {
  return new OpenAPIHono({
    defaultHook: result => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) =>
        [path.join("."), message].filter(Boolean).join(": "),
      )
      throw new HeedError("bad-request", issues.join("; "))
    },
  })
}

export const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** The answer of every route when something goes wrong. */
export const otherwise = {
  default: { description: "What went wrong", content: { "application/json": { schema: errorSchema } } },
}
