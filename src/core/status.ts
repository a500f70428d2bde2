import { z } from "zod"

/** Whether the thing told is said to have happened. A plot is never listed as an attack. */
export const statusSchema = z.enum([
  "occurred",
  "attempted",
  "foiled",
  "planned",
  "threatened",
  "alleged",
  "denied",
  "negated",
  "hypothetical",
])
export type Status = z.infer<typeof statusSchema>
