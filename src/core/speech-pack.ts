import { z } from "zod"

const words = z.array(z.string().min(1)).readonly()
const source = z.string().min(10)

/** Complements a verb of speech can take. "audience": an object that hears it ("told Congress"); "to": hearers after "to"; "of": what is said after "of" or "about"; "accuse" and "urge": an object, then what it is said of or asked for; "question": a clause with "whether", "if" or a question word. */
export const speechFrameSchema = z.enum([
  "that",
  "bare",
  "quote",
  "audience",
  "to",
  "object",
  "of",
  "infinitive",
  "accuse",
  "urge",
  "question",
])
export type SpeechFrame = z.infer<typeof speechFrameSchema>

/** Verbs of speech. A lemma may have a second word: "point out". `irregular` lists all forms of a lemma. */
export const speechVerbsSchema = z
  .object({
    source,
    irregular: z.record(z.string(), words),
    verbs: z
      .array(z.object({ lemma: z.string(), frames: z.array(speechFrameSchema).readonly() }).readonly())
      .readonly(),
  })
  .readonly()

/**
 * How something is somebody's: he says it (also judges, asks or orders aloud); holds it for true or likely, hopes or fears it; wants, plans,
 * decides or refuses it; is for or against it; knows it, finds it out, or it bears it out as evidence does. After the attribution types of
 * the Penn Discourse Treebank (Prasad et al. 2007: communication, propositional attitude, control, factive); stances are PolNeAR's attitudes.
 */
export const attributionModeSchema = z.enum(["speech", "belief", "intention", "stance", "finding"])
export type AttributionMode = z.infer<typeof attributionModeSchema>

/** How sure a cue makes its words sound: "claimed" leaves them open to dispute, "suggested" weakens them, "confirmed" stands behind them. */
export const cueStrengthSchema = z.enum(["neutral", "hedged", "assertive", "contested"])
export type CueStrength = z.infer<typeof cueStrengthSchema>

/** Lemmas that attribute something to somebody, by mode. A lemma may stand in several. `strength`: lemmas that are not neutral. */
export const cueWordsSchema = z
  .object({
    source,
    modes: z.record(attributionModeSchema, z.object({ verbs: words, nouns: words, adjectives: words }).readonly()),
    strength: z.object({ hedged: words, assertive: words, contested: words }).readonly(),
  })
  .readonly()

/** An outlet or wire. `family` is the house it belongs to: two of one family are one origin. `country` ISO 3166-1 alpha-2, absent for media of no country. */
export const publisherSchema = z
  .object({
    key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string(),
    family: z.string(),
    country: z.string().length(2).optional(),
    aliases: words,
    /** Hosts of its pages, without "www.". */
    domains: words.optional(),
  })
  .readonly()
export type Publisher = z.infer<typeof publisherSchema>

export const publishersSchema = z.object({ source, publishers: z.array(publisherSchema).min(1).readonly() }).readonly()
export const aggregatorsSchema = z
  .object({ source, aggregators: z.array(publisherSchema).min(1).readonly() })
  .readonly()
export const wiresSchema = z.object({ source, wires: z.array(publisherSchema).min(1).readonly() }).readonly()

/** Nouns that can be the source of a statement, in lower case. */
export const sourceWordsSchema = z
  .object({
    source,
    personNouns: words,
    bodyNouns: words,
    documentNouns: words,
    outletNouns: words,
    /** People who speak without a name. */
    anonymous: words,
    audienceNouns: words,
    /** Where or in what something is said: "a hearing", "a statement", "a broadcast". */
    venueNouns: words,
    titles: words,
    lightVerbs: words,
    contentNouns: words,
    /** Nouns of saying that take a clause with "that": "his claim that". */
    speechNouns: words,
  })
  .readonly()

/** Words of warnings. `bands`: words of likelihood with their band of ICD 203 in percent, longest first; null is in no band. */
export const warningCuesSchema = z
  .object({
    source,
    harmNouns: words,
    harmVerbs: words,
    /** Verbs that tell of harm only after a word of warning or of threat, or beside people of violence. */
    weakHarmVerbs: words,
    /** Verbs with the word that makes them harm: "blow up". The first is a lemma. */
    harmPhrases: words,
    /** Nouns that nobody hurts in earnest: "kill jobs", "attack the bill". */
    harmlessObjects: words,
    modifiers: words,
    comingEvents: words,
    publicAudiences: words,
    formalAudiences: words,
    notWarnings: words,
    bands: z
      .array(z.object({ words: z.string(), low: z.number().nullable(), high: z.number().nullable() }).readonly())
      .readonly(),
  })
  .readonly()

/** Words that tell properties of an organization or a person. */
export const profileWordsSchema = z
  .object({
    source,
    founding: words,
    leading: words,
    leaderNouns: words,
    membersNouns: words,
    groupNouns: words,
  })
  .readonly()

/** Everything the finders of statements, citations, warnings and profiles need to know. Data only. */
export const speechPackSchema = z
  .object({
    speech: speechVerbsSchema,
    cues: cueWordsSchema,
    sources: sourceWordsSchema,
    publishers: publishersSchema,
    wires: wiresSchema,
    warnings: warningCuesSchema,
    profiles: profileWordsSchema,
  })
  .readonly()
export type SpeechPack = z.infer<typeof speechPackSchema>
