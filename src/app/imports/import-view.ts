import { z } from "zod"

/** How one report of an import is doing. "not-read": the import ended before its turn. */
export const importItemSchema = z
  .object({
    /** File, address or "pasted text", as the user named it. As it came: a screen makes it harmless. */
    name: z.string(),
    state: z.enum(["waiting", "fetching", "reading", "added", "there-already", "problem", "not-read"]),
    reportId: z.string().optional(),
    title: z.string().optional(),
  })
  .readonly()
export type ImportItem = z.infer<typeof importItemSchema>

/** A problem with what to do about it. `isLoss`: it cost a report. */
export const importProblemSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    advice: z.string(),
    file: z.string().optional(),
    reportId: z.string().optional(),
    isLoss: z.boolean(),
  })
  .readonly()
export type ImportProblem = z.infer<typeof importProblemSchema>

/** An import, a removal or a statement about a report, of this session in one line. */
export const importSummarySchema = z
  .object({
    id: z.string(),
    /** "state": a report of the case is read anew with what a person says of it. */
    kind: z.enum(["add", "remove", "state"]),
    /** What was named, in words: "3 files". */
    what: z.string(),
    state: z.enum(["waiting", "running", "done", "cancelled", "stopped", "undone"]),
    /** UTC, ISO 8601 with Z. */
    startedAt: z.string(),
    /** Things named, as far as is known by now, and those that are through. */
    of: z.number().int().min(0),
    /** Whether `of` is the whole number from the beginning. */
    isCounted: z.boolean(),
    through: z.number().int().min(0),
    /** Reports that joined or left the case by it and that its undo brings back. */
    changed: z.number().int().min(0),
    thereAlready: z.number().int().min(0),
    /** Things that gave no report. */
    lost: z.number().int().min(0),
    /** What it does now or came to, in words: "reading 12 of 40: a.html", "added 3 reports". */
    message: z.string(),
    canCancel: z.boolean(),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
  })
  .readonly()
export type ImportSummary = z.infer<typeof importSummarySchema>

/** An import with all that was named. */
export const importViewSchema = importSummarySchema
  .unwrap()
  .extend({
    items: z.array(importItemSchema).readonly(),
    problems: z.array(importProblemSchema).readonly(),
  })
  .readonly()
export type ImportView = z.infer<typeof importViewSchema>
