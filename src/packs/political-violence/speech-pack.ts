import { type SpeechPack, speechPackSchema } from "../../core/speech-pack.ts"
import cues from "./cue-words.json" with { type: "json" }
import profiles from "./profile-words.json" with { type: "json" }
import publishers from "./publishers.json" with { type: "json" }
import sources from "./source-words.json" with { type: "json" }
import speech from "./speech-verbs.json" with { type: "json" }
import warnings from "./warning-cues.json" with { type: "json" }
import wires from "./wires.json" with { type: "json" }

/** The words of statements, citations, warnings and profiles, checked against their schema. Throws when a data file is malformed. */
export const speechPack: SpeechPack = speechPackSchema.parse({
  speech,
  cues,
  sources,
  publishers,
  wires,
  warnings,
  profiles,
})
