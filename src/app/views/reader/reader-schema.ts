import { z } from "zod"
import { originCountSchema } from "../../../core/casefile.ts"
import { spanSchema } from "../../../core/span.ts"
import { reportHeadSchema } from "../evidence-view.ts"

/** What the reader marks in a text. "number" are counts of people and things; "person" holds groups too. */
export const highlightKindSchema = z.enum(["event", "person", "place", "time", "number", "statement", "warning"])
export type HighlightKind = z.infer<typeof highlightKindSchema>

/** Words that Heed read something in. `item` is the key of what it read, in `items`; spans nest and overlap. */
export const highlightSchema = z
  .object({
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    kind: highlightKindSchema,
    item: z.string(),
    /** The name of a victim or a private suspect: folded until a reader asks for it. */
    folded: z.literal(true).optional(),
  })
  .readonly()
export type Highlight = z.infer<typeof highlightSchema>

/** What can be decided about: the id goes to `POST /api/decisions`. */
const decidableSchema = z
  .object({ kind: z.enum(["mention", "assertion", "statement", "warning"]), id: z.string() })
  .readonly()

/** One thing read there: "killed" "17". `decide` where it is in the case; `unused` says why it is not. */
const readLineSchema = z
  .object({
    label: z.string(),
    text: z.string(),
    decide: decidableSchema.optional(),
    /** What the value is, for a form that corrects it. */
    value: z.enum(["time", "count", "place", "entity", "text"]).optional(),
    /** The subject the value is told of, as a link. */
    of: z
      .object({ kind: z.enum(["incident", "entity"]), id: z.string(), name: z.string() })
      .readonly()
      .optional(),
    unused: z.string().optional(),
  })
  .readonly()
export type ReadLine = z.infer<typeof readLineSchema>

/** What highlighted words became in the case. */
export const readerItemSchema = z
  .object({
    kind: highlightKindSchema,
    /** The words that are highlighted, folded names left out. */
    words: z.string(),
    /** In few words: "FER-7K2 Bombing of the ferry terminal", a name, a date. */
    title: z.string(),
    /** What it is: "tells of an attack", "a person". */
    what: z.string(),
    to: z
      .object({ kind: z.enum(["incident", "entity", "statement", "warning"]), id: z.string(), label: z.string() })
      .readonly()
      .optional(),
    lines: z.array(readLineSchema).readonly(),
    decide: decidableSchema.optional(),
    /** Why it is no part of what the case tells: "not used, because ...". */
    unused: z.string().optional(),
    /** Name of the rule that found it. */
    rule: z.string().optional(),
  })
  .readonly()
export type ReaderItem = z.infer<typeof readerItemSchema>

/** A repair in the clean text, with what stood there in the bytes that arrived. Empty (`start` = `end`) where something was taken out. */
const repairMarkSchema = z
  .object({ start: z.number().int(), end: z.number().int(), what: z.string(), was: z.string() })
  .readonly()

/** An incident that a piece tells of, and by how many reports and origins it is told. */
const tellingSchema = z
  .object({
    incident: z.string(),
    code: z.string(),
    title: z.string(),
    reports: z.number().int().min(1),
    origins: originCountSchema,
  })
  .readonly()

/** Another report that has words of this piece, too. */
const sharedSchema = z
  .object({ report: z.string(), number: z.number().int(), kind: z.string(), at: spanSchema })
  .readonly()

/** A stretch of the clean text: a block, or a part of a long one. */
const blockPieceSchema = z
  .object({
    kind: z.literal("block"),
    label: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    text: z.string(),
    /** False for what goes on from the piece before it. */
    opens: z.boolean(),
    highlights: z.array(highlightSchema).readonly(),
    repairs: z.array(repairMarkSchema).readonly(),
    /** Sentences that tell of bodies and cruelty in a way that a reader may wish to be spared. */
    distressing: z.array(spanSchema).readonly(),
    tellings: z.array(tellingSchema).readonly(),
    shared: z.array(sharedSchema).readonly(),
  })
  .readonly()

/** What was left out between two blocks. `near`: where in the clean text it stood. */
const removedPieceSchema = z
  .object({
    kind: z.literal("removed"),
    near: z.number().int(),
    /** "left out: 3 teasers, 1 player". */
    words: z.string(),
    parts: z
      .array(
        z
          .object({
            label: z.string(),
            text: z.string(),
            /** Letters that are not shown here; the raw text has them. */
            left: z.number().int().min(0),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()

/** A stretch of the raw text. */
const rawPieceSchema = z
  .object({
    kind: z.literal("raw"),
    start: z.number().int(),
    end: z.number().int(),
    parts: z
      .array(
        z
          .object({
            text: z.string(),
            start: z.number().int(),
            /** Where it begins in the clean text, or what is before it does. */
            near: z.number().int(),
            /** "story": is in the clean text; "removed": left out, with its label; "page": what is around them, such as markup. */
            kind: z.enum(["story", "removed", "page"]),
            label: z.string().optional(),
          })
          .readonly(),
      )
      .readonly(),
    /** Places in the raw text with names that overviews fold, in order, none within another. */
    folded: z.array(spanSchema).readonly(),
  })
  .readonly()

export const pieceSchema = z.discriminatedUnion("kind", [blockPieceSchema, removedPieceSchema, rawPieceSchema])
export type Piece = z.infer<typeof pieceSchema>
export type BlockPiece = z.infer<typeof blockPieceSchema>
export type RemovedPiece = z.infer<typeof removedPieceSchema>
export type RawPiece = z.infer<typeof rawPieceSchema>

/** What may be asked: which report, which side of it, and which page of its pieces, by number or by a place in the clean text. */
export const readerAskedSchema = z.object({
  id: z.string().min(1),
  side: z.enum(["clean", "raw"]).default("clean"),
  /** Place in the clean text, "120-140" or "120": the page that holds it is given. */
  at: z
    .string()
    .regex(/^\d+(?:-\d+)?$/)
    .optional(),
  page: z.coerce.number().int().min(0).optional(),
  /** "shown": names of victims and private suspects stand in what items are called. */
  names: z.enum(["folded", "shown"]).default("folded"),
})
export type ReaderAsked = z.input<typeof readerAskedSchema>

/** A report to be read, one page of pieces at a time. */
export const readerViewSchema = z
  .object({
    report: reportHeadSchema
      .unwrap()
      .extend({
        byline: z.string().optional(),
        url: z.string().optional(),
        file: z.string().optional(),
        language: z.string(),
        length: z.number().int(),
        /** "left out: ...; repaired: ...", "" when nothing was. */
        cleaning: z.string(),
        /** The report that this one is an exact copy of: what it tells counts there. */
        copyOf: reportHeadSchema.optional(),
      })
      .readonly(),
    /** Neighbours in the order of numbers. */
    previous: z.string().optional(),
    next: z.string().optional(),
    side: z.enum(["clean", "raw"]),
    /** How many highlights of each kind the whole report has, and what else can be switched. */
    counts: z.record(highlightKindSchema, z.number().int()),
    folded: z.number().int().min(0),
    distressing: z.number().int().min(0),
    repairs: z.number().int().min(0),
    page: z.number().int(),
    pages: z.number().int(),
    /** The asked place on this side, and the number of its piece on this page. */
    found: z.object({ start: z.number().int(), end: z.number().int(), piece: z.number().int() }).readonly().optional(),
    pieces: z.array(pieceSchema).readonly(),
    items: z.record(z.string(), readerItemSchema),
    /** What a person may read in selected words: the slot, and how its value is given. */
    addable: z
      .array(
        z
          .object({
            slot: z.string(),
            label: z.string(),
            input: z.enum(["count", "time", "text", "entity", "place"]),
          })
          .readonly(),
      )
      .readonly(),
    /** Why a part of the text has no highlights; absent when all was read. */
    unread: z.string().optional(),
  })
  .readonly()
export type ReaderView = z.infer<typeof readerViewSchema>
