import type { Cue } from "./find-cues.ts"
import type { Passages } from "./passages.ts"
import { isCalendarWord, type NounPhrase } from "./phrase.ts"
import type { SpeechWords } from "./speech-words.ts"

/** Verbs that nobody but a speaker can be the subject of. */
const STRONG = new Set([
  "say",
  "tell",
  "add",
  "state",
  "announce",
  "declare",
  "tweet",
  "write",
  "argue",
  "insist",
  "warn",
  "claim",
  "stress",
  "reply",
  "ask",
  "according to",
])
const SPEAKING_PRONOUNS = new Set([
  "he",
  "she",
  "they",
  "it",
  "who",
  "others",
  "those",
  "some",
  "many",
  "several",
  "both",
  "one",
  "another",
  "most",
  "few",
  "which",
  "him",
  "his",
  "their",
  "her",
  "them",
])
const PERSON_SUFFIX =
  /(?:man|woman|men|women|person|people|ist|ists|crat|crats|ian|ians|official|officials|ologist|ologists)$/

/** Parts of a population. */
const SHARES = /^(?:percent|%|majority|minority|plurality|half|third|thirds|quarter|quarters|share)$/
/** "according to plan": how something is done or measured, not who says so. */
const NO_SOURCES =
  /^(?:plan|plans|schedule|law|laws|rule|rules|custom|customs|tradition|need|needs|size|age|ability|abilities|type|weight|height|rank|taste|preference|preferences|standard|standards|principle|principles|procedure|protocol|script|design|instructions|order|orders|criteria|value|rates?)$/

/** Whether what a rule took for the source of a cue is somebody or something that can say it. */
export function canSpeak(
  within: Passages,
  { phrase, side: where }: { readonly phrase: NounPhrase; readonly side: "left" | "right" | "inherited" },
  cue: Cue,
  words: SpeechWords,
): boolean {
  const { tokens, mentions, entities } = within.analysis
  const head = tokens[phrase.head]!
  const text = head.text.toLowerCase()
  if (isCalendarWord(head)) return false
  if (cue.verb.lemma === "read") return words.documents.has(text)
  for (const mention of mentions)
    if (mention.headToken === head.index && mention.form === "name")
      return entities[mention.entity]?.type !== "event-name"
  if (head.upos === "PRON" || head.upos === "DET")
    return SPEAKING_PRONOUNS.has(text) && !(text === "it" && !STRONG.has(cue.verb.lemma))
  if (head.upos === "PROPN") return true
  // "42% say", "three in 10 said": people counted in a survey.
  if (STRONG.has(cue.verb.lemma) && (head.upos === "NUM" || head.upos === "SYM" || SHARES.test(text))) return true
  if (cue.kind === "according") return head.upos === "NOUN" && !NO_SOURCES.test(text)
  if (words.people.has(text) || words.bodies.has(text) || words.documents.has(text) || words.outlets.has(text))
    return true
  if (PERSON_SUFFIX.test(text)) return true
  return head.upos === "NOUN" && where !== "inherited" && STRONG.has(cue.verb.lemma) && cue.kind === "verb"
}
