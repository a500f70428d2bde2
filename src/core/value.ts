import { z } from "zod"

/** How exactly a time is known, finest first. A superset of UCDP's date precision 1-5. */
export const timePrecisionSchema = z.enum([
  "instant",
  "hour",
  "daypart",
  "day",
  "range",
  "week",
  "month",
  "season",
  "year",
  "decade",
  "unknown",
])
export type TimePrecision = z.infer<typeof timePrecisionSchema>

/** How the value was found: written out; counted from the publication time; counted from another time in the text; taken over from a neighbour; the same on every day between which other reports put this one. */
export const timeMethodSchema = z.enum([
  "explicit",
  "relative-to-publication",
  "relative-to-text",
  "inherited",
  "relative-to-case",
  "unknown",
])
export type TimeMethod = z.infer<typeof timeMethodSchema>

/** A point or stretch of time. `edtf` is ISO 8601-2 (EDTF level 1 plus seasons and decades), or "" when precision is "unknown". */
export const timeSchema = z
  .object({
    kind: z.literal("time"),
    edtf: z.string(),
    precision: timePrecisionSchema,
    /** The words of the report, such as "on Friday". */
    text: z.string(),
    method: timeMethodSchema,
  })
  .readonly()
export type Time = z.infer<typeof timeSchema>

/** How a count was qualified by the words around it. "vague" keeps words such as "scores" or "dozens". */
export const qualifierSchema = z.enum([
  "exact",
  "at-least",
  "at-most",
  "about",
  "nearly",
  "more-than",
  "less-than",
  "range",
  "vague",
])
export type Qualifier = z.infer<typeof qualifierSchema>

/** A number of things as an interval. `low` <= `high`; `high` null means no upper bound. Whole numbers, both ends included. */
export const countSchema = z
  .object({
    kind: z.literal("count"),
    low: z.number().min(0),
    high: z.number().min(0).nullable(),
    qualifier: qualifierSchema,
    /** What is counted: "people", "civilians", "service members", "attackers" ...; "total" when nothing narrower is said. */
    of: z.string(),
    text: z.string(),
  })
  .readonly()
export type Count = z.infer<typeof countSchema>

/** How exactly a place is known, finest first. A superset of UCDP's where precision 1-7. A country is an area, never a pin on its capital. */
export const placePrecisionSchema = z.enum([
  "site",
  "vicinity",
  "settlement",
  "near-settlement",
  "admin2",
  "admin1",
  "region",
  "country",
  "unknown",
])
export type PlacePrecision = z.infer<typeof placePrecisionSchema>

/** A place. `lat`, `lon` in degrees, only for places that have a point; `country` ISO 3166-1 alpha-2. */
export const placeSchema = z
  .object({
    kind: z.literal("place"),
    name: z.string(),
    entityId: z.string().optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    country: z.string().length(2).optional(),
    /** Names of the areas that hold it, nearest first, country last: ["Moscow Oblast", "Russia"]. */
    within: z.array(z.string()).readonly().optional(),
    precision: placePrecisionSchema,
    text: z.string(),
  })
  .readonly()
export type Place = z.infer<typeof placeSchema>

export const entityTypeSchema = z.enum([
  "person",
  "organization",
  "armed-group",
  "place",
  "facility",
  "event-name",
  "nationality",
])
export type EntityType = z.infer<typeof entityTypeSchema>

/** A reference to an entity: of one report in a reading, of the case after reconciling. */
export const entityRefSchema = z
  .object({
    kind: z.literal("entity"),
    entityId: z.string(),
    type: entityTypeSchema,
    name: z.string(),
    text: z.string(),
  })
  .readonly()
export type EntityRef = z.infer<typeof entityRefSchema>

/** Words that name something which is not an entity, such as "four gunmen" or "a suicide bomb". `text` is what the report says, `norm` its lower-case lemma form. */
export const textValueSchema = z.object({ kind: z.literal("text"), text: z.string(), norm: z.string() }).readonly()
export type TextValue = z.infer<typeof textValueSchema>

/** What a slot can hold. */
export const valueSchema = z.discriminatedUnion("kind", [
  timeSchema,
  countSchema,
  placeSchema,
  entityRefSchema,
  textValueSchema,
])
export type Value = z.infer<typeof valueSchema>
