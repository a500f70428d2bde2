import type { Format } from "../part.ts"

export const ROLES = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"] as const
export type Role = (typeof ROLES)[number]

/** A document with its entities by role; an entity is the list of its mentions' words. */
export interface RoleDocument {
  readonly id: string
  readonly text: string
  readonly entities: { readonly [role in Role]: readonly (readonly string[])[] }
}

/** MUC-4 as role fillers (GRIT): a line of JSON for each document, `extracts` giving mentions [words, offset] by role and entity. */
export const roleDocuments: Format<RoleDocument> = {
  name: "lines of JSON with docid, doctext and extracts by role (.json, .jsonl)",
  folder: "muc4",
  extension: /\.jsonl?$/,
  looks: head => /^\{"docid":.*"doctext":/.test(head),
  corpus: "file",
  read: ({ text }) =>
    text
      .trim()
      .split(/\r?\n/)
      .map(line => {
        const { docid, doctext, extracts } = JSON.parse(line) as {
          docid: string
          doctext: string
          extracts: { readonly [role: string]: [words: string, start: number][][] }
        }
        const of = (role: Role) => (extracts[role] ?? []).map(entity => entity.map(([words]) => words))
        return {
          id: docid,
          text: doctext,
          entities: Object.fromEntries(ROLES.map(role => [role, of(role)])) as unknown as RoleDocument["entities"],
        }
      }),
}
