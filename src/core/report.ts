import { z } from "zod"
import { spanSchema } from "./span.ts"
import { timeSchema } from "./value.ts"

/** A report as it arrived: bytes and what the outside says of them. Nothing is decoded yet. */
export interface RawReport {
  /** Given by a container that names publisher or URL (a line of JSONL), and by a store; else it is the hash of the bytes, see `idOfRaw`. */
  readonly id?: string
  readonly bytes: Uint8Array
  /** Path relative to what the user named, with "/" between parts. */
  readonly file?: string
  readonly url?: string
  /** From HTTP or the user, such as "text/html; charset=windows-1251". */
  readonly contentType?: string
  /** What the user stated; wins over anything found in the text. `published` is EDTF. */
  readonly stated?: {
    readonly title?: string
    readonly publisher?: string
    readonly published?: string
    readonly url?: string
  }
}

/** Labels of blocks that stay in the story and are read further. */
export const storyLabelSchema = z.enum([
  "title",
  "dateline",
  "byline",
  "paragraph",
  "heading",
  "list-item",
  "caption",
  "pull-quote",
  "credit",
])
export type StoryLabel = z.infer<typeof storyLabelSchema>

/** Labels of blocks that are taken out of the story. They stay visible with their label and their way back to the raw text. */
export const removedLabelSchema = z.enum([
  "teaser",
  "share-bar",
  "advertisement",
  "player",
  "comment-form",
  "navigation",
  "repeated-title",
  "source-link",
  "metadata",
  "other",
])
export type RemovedLabel = z.infer<typeof removedLabelSchema>

/** A block of the clean text. Blocks are in order and do not overlap; between two blocks there is only white space. */
export const blockSchema = spanSchema.unwrap().extend({ label: storyLabelSchema }).readonly()
export type Block = z.infer<typeof blockSchema>

/** A block left out of the clean text. `raw` is its stretch of the decoded raw text. */
export const removedSchema = z.object({ text: z.string(), label: removedLabelSchema, raw: spanSchema }).readonly()
export type Removed = z.infer<typeof removedSchema>

/** Repairs of one kind that were made, such as { kind: "look-alike", count: 90 }. `at`: where in the clean text. */
export const repairSchema = z
  .object({ kind: z.string(), count: z.number().int().min(1), at: z.array(spanSchema).readonly() })
  .readonly()
export type Repair = z.infer<typeof repairSchema>

/** How a piece of metadata is known. */
export const metadataSourceSchema = z.enum([
  "user",
  "json-ld",
  "opengraph",
  "meta",
  "time-element",
  "url",
  "text",
  "file-name",
])
export type MetadataSource = z.infer<typeof metadataSourceSchema>

/** A metadata value with how it is known. */
const known = z.object({ value: z.string(), source: metadataSourceSchema }).readonly()
const knownTime = z.object({ time: timeSchema, source: metadataSourceSchema }).readonly()

/** One document as it was published, after hygiene. `text` never changes after this. */
export const reportSchema = z
  .object({
    id: z.string(),
    file: z.string().optional(),
    url: known.optional(),
    publisher: known.optional(),
    byline: known.optional(),
    title: known.optional(),
    published: knownTime.optional(),
    updated: knownTime.optional(),
    /** BCP 47, "und" when it could not be told. */
    language: z.string(),
    /** Encoding the bytes were decoded with, such as "utf-8". */
    encoding: z.string(),
    format: z.enum(["text", "html"]),
    /** Clean story text: blocks joined by blank lines. Well-formed UTF-16, NFC, "\n" line ends. */
    text: z.string(),
    blocks: z.array(blockSchema).readonly(),
    removed: z.array(removedSchema).readonly(),
    repairs: z.array(repairSchema).readonly(),
    /** For each code unit of `text`, where it begins and ends in the decoded raw text. See `rawSpanOf`. Delta-coded runs, so that it stays small. */
    rawMap: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int()])).readonly(),
  })
  .readonly()
export type Report = z.infer<typeof reportSchema>
