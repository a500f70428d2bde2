import { z } from "zod"
import { entityTypeSchema } from "./value.ts"

const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const words = z.array(z.string().min(1)).readonly()

/** A kind of event. `parent` makes a hierarchy: an event mention has the key of the root as `type` and the key of the leaf as `subtype`. */
export const eventTypeSchema = z
  .object({
    key,
    parent: key.optional(),
    /** Only for roots: what the kinds of event belong together under, such as "violence" or "justice". */
    family: key.optional(),
    /** For people, such as "Suicide bombing". */
    label: z.string().min(1),
    /** How other codings call it; null where they have nothing like it. */
    codes: z
      .object({
        plover: z.string().nullable(),
        cameo: z.string().nullable(),
        acled: z.string().nullable(),
        /** UCDP GED type of violence: 1 state-based, 2 non-state, 3 one-sided, "by actors" when only the sides tell. */
        ucdp: z.string().nullable(),
      })
      .readonly(),
  })
  .readonly()
export type EventType = z.infer<typeof eventTypeSchema>

/** A slot of an event, with its label for people and the kinds of value it holds. */
export const slotSchema = z
  .object({
    key,
    label: z.string().min(1),
    holds: z.array(z.enum(["time", "count", "place", "entity", "text"])).readonly(),
  })
  .readonly()
export type SlotType = z.infer<typeof slotSchema>

/** One thing a frame asks of a role before it believes in an event: a word of a lexicon heads it, or an entity of a type. */
export const needSchema = z
  .object({
    /** Position such as "subject", or "any" for all of the frame's positions. */
    at: z.string(),
    lexicons: z.array(key).readonly().default([]),
    entities: z.array(entityTypeSchema).readonly().default([]),
    /** The role is a place by the gazetteer. */
    places: z.boolean().default(false),
  })
  .readonly()
export type Need = z.infer<typeof needSchema>

/** How much has to be there before a trigger counts as an event. See README of extract/events. */
export const gateSchema = z.enum(["none", "any", "hard", "reference"])
export type Gate = z.infer<typeof gateSchema>

/**
 * Words that tell of a kind of event, and which position in the sentence fills which slot.
 * Positions: "subject" (who does it, also "by ..." of a passive and of a noun, and a possessive), "object" (whom it is done to, also the
 * subject of a passive), "complement" (the clause below it), "modifier" (the words before the noun), "adverb" (of a verb), "top" (the verb a
 * noun is an object or subject of), or a preposition such as "on".
 */
export const frameSchema = z
  .object({
    id: key,
    type: key,
    pos: z.enum(["verb", "noun"]),
    /** Lemmas. Of two words the second stands after the first, with at most three words between: "open fire", "blow up". */
    words,
    roles: z.record(z.string(), key),
    gate: gateSchema.default("none"),
    /** One of these has to be met. */
    needs: z.array(needSchema).readonly().default([]),
    /** One of these as well: "seized" by somebody armed, and something that can be held. */
    also: z.array(needSchema).readonly().default([]),
    /** Lemmas of modifiers, objects or owners with which it is no such event: "heart attack". */
    not: words.default([]),
  })
  .readonly()
export type Frame = z.infer<typeof frameSchema>

/** A list of words. The first field says where it is from. */
export const lexiconSchema = z
  .object({ source: z.string().min(10), words: z.array(z.string().min(1)).min(1).readonly() })
  .readonly()

/** A word that makes an event's kind narrower, as modifier or as weapon: "knife" makes an attack a stabbing. */
export const weaponSchema = z.object({ words, subtype: key.optional(), event: z.boolean().default(false) }).readonly()

/** Everything about one field of reporting that the event rules need to know. Data only. */
export const packSchema = z
  .object({
    name: key,
    types: z.array(eventTypeSchema).readonly(),
    slots: z.array(slotSchema).readonly(),
    frames: z.array(frameSchema).readonly(),
    weapons: z.array(weaponSchema).readonly(),
    lexicons: z.record(key, lexiconSchema),
  })
  .readonly()
export type Pack = z.infer<typeof packSchema>
