import { z } from "zod"

/** An armed group of the world as the packs list it. */
export const armedGroupSchema = z.object({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(2),
  /** Such as "jihadist", "cartel", "state-force": an armed body of a state counts as an organization. */
  kind: z.string(),
  countries: z.array(z.string().length(2)).optional(),
  /** Another group it belongs to or came from. Names of the two are never joined. */
  parent: z.string().optional(),
  relation: z.string().optional(),
  aliases: z.array(z.string().min(2)),
  /** Short names that are words or other names too: taken only in a report that names the group otherwise as well. */
  shortForms: z.array(z.string().min(2)).optional(),
})
export type ArmedGroup = z.infer<typeof armedGroupSchema>

/** The file of armed groups. `source` says where the list is from. */
export const armedGroupsFileSchema = z.object({
  source: z.string().min(10),
  note: z.string(),
  groups: z.array(armedGroupSchema).min(1),
})
