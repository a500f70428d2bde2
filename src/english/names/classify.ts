import type { Rule } from "../../core/rules.ts"
import type { EntityType } from "../../core/value.ts"
import type { Token } from "../analysis.ts"
import type { Run } from "./runs.ts"
import {
  armedHeads,
  armedPairs,
  armedWords,
  eventHeads,
  facilityHeads,
  fighterNouns,
  givenNames,
  groupNouns,
  organizationFirst,
  organizationHeads,
  personNouns,
  placeHeads,
  sureTitles,
  titles,
} from "./words.ts"

/** A run of capitalised words with what stands around it. */
export interface Candidate extends Run {
  readonly tokens: readonly Token[]
  /** What the model calls it, when there is a model that finds names. */
  readonly label?: EntityType
  /** The gazetteer of places knows it well. */
  readonly isPlace?: boolean
  /** The model calls it a name of none of our types, such as a law, a prize or a competition. */
  readonly isOther?: boolean
}

const SPEECH =
  /^(?:say|tell|add|warn|write|ask|argue|note|claim|announce|declare|acknowledge|explain|believe|think|agree|testify|tweet|deny|insist)$/
const SITE =
  /^(?:theater|theatre|nightclub|mosque|church|cathedral|hotel|mall|stadium|airport|prison|bridge|restaurant|cafe|museum|synagogue|hospital|school|arena|barracks|airbase|checkpoint|tower)$/
const VESSEL =
  /^(?:ship|vessel|tanker|dredger|frigate|destroyer|submarine|ferry|boat|yacht|trawler|freighter|carrier|cruiser|corvette|schooner|tugboat|barge|steamer)$/
/** Lands whose name ends like that of a body. */
const NO_BODY =
  /^(?:Soviet Union|West Bank|Left Bank|South Bank|Right Bank|Outer Banks|Gold Coast|.* House$(?<!White House|Random House|Freedom House|Chatham House))/
/** Offices that no body holds. */
const PERSON_ONLY =
  /^(?:director|spokesman|spokeswoman|minister|professor|lawyer|analyst|researcher|secretary|commissioner|judge|mayor|governor|colonel|general|officer|son|daughter|brother|sister|wife|husband|father|mother|man|woman)$/
/** Fronts that are lines, shores or weather. */
const NO_GROUP =
  /^(?:Home|Western|Eastern|Northern|Southern|North|South|East|West|Cold|Warm|Storm|Beach|Ocean|Lake|River|Water|Sea|War|Second|Third)$/
/** Heads of bodies that are as often those of competitions. */
const COMPETITION = /^(?:League|Division|Conference|Convention)$/
const VIOLENCE =
  /^(?:attack|bomb|kill|kidnap|behead|abduct|ambush|fight|claim|carry|massacre|assassinate|raid|shell|oppose|wage|execute|seize|pledge)$/

/** First rule with a verdict wins. Sure ones come first; what the model says comes after what the words say. */
export const nameRules: readonly Rule<Candidate, EntityType>[] = [
  titleBefore,
  armedApposition,
  armedCopula,
  armedNounAround,
  armedName,
  organizationName,
  facilityName,
  facilityBehind,
  vesselBefore,
  eventName,
  jobBefore,
  personApposition,
  givenNameNoPlace,
  speakerNoPlace,
  calledSo,
  nickname,
  groupBehind,
  modelSays,
  naturalPlace,
  givenName,
  initialWithin,
  speaker,
]

function words(candidate: Candidate): string[] {
  return candidate.tokens.slice(candidate.first, candidate.last).map(token => token.text)
}

/** `Gen. Kurilla`, `Mr. Hoffman` */
function titleBefore({ tokens, first, last }: Candidate): "person" | undefined {
  const before = tokens[first - 1]
  return before &&
    sureTitles.has(bare(before.text)) &&
    /^\p{Lu}/u.test(before.text) &&
    !organizationHeads.has(tokens[last - 1]!.text)
    ? "person"
    : undefined
}

/** `Austral Tide, a small armed group` */
function armedApposition(candidate: Candidate): "armed-group" | undefined {
  const noun = appositionOf(candidate)
  if (!noun || !groupNouns.has(noun.head.lemma)) return undefined
  if (noun.words.some(word => isArmed(word))) return "armed-group"
  // `a group that bombed ...`
  const { tokens } = candidate
  const clause = tokens.slice(noun.head.index + 1, noun.head.index + 14)
  const stop = clause.findIndex(token => /^[.;]$/.test(token.text))
  const within = stop < 0 ? clause : clause.slice(0, stop)
  return /^(?:that|which|who)$/.test(within[0]?.text ?? "") &&
    within.some(token => token.upos === "VERB" && VIOLENCE.test(token.lemma))
    ? "armed-group"
    : undefined
}

/** `Austral Tide, also known as the Tide, is an armed group` */
function armedCopula({ tokens, first, last }: Candidate): "armed-group" | undefined {
  const subject = tokens.slice(first, last).find(token => /^nsubj/.test(token.deprel))
  const noun = subject && tokens[subject.head]
  if (!noun || !groupNouns.has(noun.lemma) || noun.upos !== "NOUN") return undefined
  return tokens.slice(Math.max(last, noun.index - 4), noun.index).some(token => isArmed(token))
    ? "armed-group"
    : undefined
}

/** `the militant group Ribera Front`, `Ribera Front fighters` */
function armedNounAround({ tokens, first, last, label }: Candidate): "armed-group" | undefined {
  const after = tokens[last]
  const before = tokens[first - 1]
  const before2 = tokens[first - 2]
  if (
    after &&
    fighterNouns.has(after.lemma) &&
    after.upos === "NOUN" &&
    2 <= last - first &&
    !organizationHeads.has(tokens[last - 1]!.text)
  )
    return "armed-group"
  if (after && /^(?:militia|cartel|gang)$/.test(after.text) && (label !== "person" || last - first < 2))
    return "armed-group"
  // `gunmen of Austral Tide`
  const of = before?.text === "the" ? before2 : before
  if (of?.text === "of" && fighterNouns.has(tokens[of.index - 1]?.lemma ?? "") && candidateIsBody(tokens, first, last))
    return "armed-group"
  if (before && before2 && groupNouns.has(before.lemma) && isArmed(before2)) return "armed-group"
  return undefined
}

/** Neither a place nor a country: "gunmen of the city" tells of no group. */
function candidateIsBody(tokens: readonly Token[], first: number, last: number): boolean {
  return 2 <= last - first && !organizationHeads.has(tokens[last - 1]!.text) && !placeHeads.has(tokens[last - 1]!.text)
}

/** `Balochistan Liberation Army`, `Gulf Cartel` */
function armedName(candidate: Candidate): "armed-group" | undefined {
  const parts = words(candidate)
  if (parts.length < 2) return undefined
  const pair = parts.slice(-2).join(" ")
  return armedPairs.has(pair) || armedHeads.has(parts.at(-1)!) ? "armed-group" : undefined
}

/** `Council on Foreign Relations`, `Foreign Ministry` */
function organizationName(candidate: Candidate): "organization" | undefined {
  const parts = words(candidate)
  if (parts.length < 2) return undefined
  const joint = parts.findIndex(part => /^(?:of|for|on|against)$/.test(part))
  const head = joint < 0 ? parts.at(-1)! : parts[joint - 1]!
  // `Ansar al-Wadi`; "Hayat Khan" is a person.
  const isGivenName = /^(?:Ansar|Hayat)$/.test(parts[0]!) && !/^(?:al|ul)\b/i.test(parts[1]!)
  if (organizationFirst.has(parts[0]!) && !(isGivenName && candidate.label === "person")) return "organization"
  // `Polisario Front`
  if (head === "Front" && parts.length === 2 && !NO_GROUP.test(parts[0]!)) return "organization"
  if (!organizationHeads.has(head) || NO_BODY.test(parts.join(" "))) return undefined
  // `Premier League`
  if ((candidate.isOther || candidate.label === "event-name") && COMPETITION.test(head)) return undefined
  // `Justin Post` is a person, `Moscow Post` a newspaper.
  if (parts.length === 2 && givenNames.has(parts[0]!) && candidate.label !== "organization") return undefined
  return "organization"
}

/** `Crocus City Hall`, `Abbey Gate`, `Embassy of Japan` */
function facilityName(candidate: Candidate): "facility" | undefined {
  const parts = words(candidate)
  if (parts.length < 2 || candidate.label === "person") return undefined
  const joint = parts.indexOf("of")
  const head = joint < 0 ? parts.at(-1)! : parts[joint - 1]!
  if (!facilityHeads.has(head)) return undefined
  return parts.length === 2 && givenNames.has(parts[0]!) && candidate.label === undefined && isSpeaker(candidate)
    ? undefined
    : "facility"
}

/** `the Bataclan theater` */
function facilityBehind({ tokens, last, label }: Candidate): "facility" | undefined {
  const after = tokens[last]
  return label === "place" && after?.upos === "NOUN" && SITE.test(after.lemma) ? "facility" : undefined
}

/** `the dredger Doña Elvira` */
function vesselBefore({ tokens, first, label }: Candidate): "facility" | undefined {
  const before = tokens[first - 1]?.text ?? ""
  // An airline is a carrier too.
  return VESSEL.test(before) && (before !== "carrier" || label !== "organization") ? "facility" : undefined
}

/** `Paris Olympics`, `World Cup` */
function eventName(candidate: Candidate): "event-name" | undefined {
  const parts = words(candidate)
  const head = parts.find(part => eventHeads.has(part))
  return head &&
    (2 <= parts.length || /^(?:Olympics|Holocaust|Ramadan|Christmas|Easter|Eid|Nowruz|Hajj|Ashura)$/.test(head))
    ? "event-name"
    : undefined
}

/** `spokesman Abu Huthaifa`, `analyst Smith` */
function jobBefore({ tokens, first, label }: Candidate): "person" | undefined {
  const before = tokens[first - 1]
  if (!before || label === "place" || label === "organization" || label === "armed-group") return undefined
  const job = personNouns.has(before.lemma.toLowerCase()) || titles.has(bare(before.text))
  // `the leader Putin met`: a name behind a plural or a possessive is another matter.
  return job && before.xpos !== "NNS" && (before.upos === "NOUN" || before.upos === "PROPN") ? "person" : undefined
}

/** `Bruce Hoffman, a terrorism scholar at ...` */
function personApposition(candidate: Candidate): "person" | undefined {
  const { tokens, last } = candidate
  // `Ana Diaz, the director of the institute`, which the model took for a body
  const job =
    candidate.label === "organization" && candidate.last - candidate.first === 2 ? appositionOf(candidate) : undefined
  if (job && PERSON_ONLY.test(job.head.lemma) && words(candidate).every(isPlainName)) return "person"
  if (
    /^(?:organization|facility|nationality|armed-group)$/.test(candidate.label ?? "") ||
    (candidate.label === "place" && candidate.isPlace)
  )
    return undefined
  // `Ana Diaz, 34,`
  if (
    tokens[last]?.text === "," &&
    /^\d{1,2}$/.test(tokens[last + 1]?.text ?? "") &&
    /^[,.]$/.test(tokens[last + 2]?.text ?? "")
  )
    return "person"
  const noun = appositionOf(candidate)
  return noun && personNouns.has(noun.head.lemma) && 2 <= candidate.last - candidate.first ? "person" : undefined
}

/** `Tomás Arrieta`, which the model took for a place that no gazetteer knows. */
function givenNameNoPlace(candidate: Candidate): "person" | undefined {
  const parts = words(candidate)
  if (candidate.label !== "place" || candidate.isPlace || placeHeads.has(parts.at(-1)!) || 3 < parts.length)
    return undefined
  return 2 <= parts.length && givenNames.has(parts[0]!) ? "person" : undefined
}

/** `said Bilar Undoraga`, which the model took for a thing. */
function speakerNoPlace(candidate: Candidate): "person" | undefined {
  const parts = words(candidate)
  const odd =
    candidate.label === "event-name" ||
    (candidate.label === "place" && !candidate.isPlace) ||
    (candidate.label === "organization" && parts.length === 2 && givenNames.has(parts[0]!) && parts.every(isPlainName))
  return odd ? speaker(candidate) : undefined
}

/** `the group that calls itself Austral Tide` */
function calledSo({ tokens, first, label }: Candidate): "organization" | undefined {
  const before = tokens.slice(Math.max(0, first - 6), first)
  // "groups, such as that of Ana Diaz"
  if (label === "person" || before.at(-2)?.text === "such") return undefined
  const cue = /^(?:itself|themselves|called|named|as|name)$/.test(before.at(-1)?.text ?? "")
  return cue && before.some(token => groupNouns.has(token.lemma) && token.upos === "NOUN") ? "organization" : undefined
}

/** `who goes by “El Flaco”` */
function nickname({ tokens, first }: Candidate): "person" | undefined {
  const before = tokens.slice(Math.max(0, first - 4), first).filter(token => token.upos !== "PUNCT")
  return before.at(-1)?.text === "by" && before.at(-2)?.lemma === "go" && before.at(-3)?.text === "who"
    ? "person"
    : undefined
}

/** `the "Southern Tide" organization` */
function groupBehind(candidate: Candidate): "organization" | undefined {
  const { tokens, last, label } = candidate
  if (label === "nationality" || label === "person" || (label === "place" && candidate.isPlace)) return undefined
  const after = /^["”’'»]$/.test(tokens[last]?.text ?? "") ? tokens[last + 1] : tokens[last]
  return after?.upos === "NOUN" &&
    after.xpos === "NN" &&
    /^(?:organization|organisation|group|movement|network)$/.test(after.lemma)
    ? "organization"
    : undefined
}

/** What the model called it. */
function modelSays({ label }: Candidate): EntityType | undefined {
  return label
}

/** `Uruguay River`, `Gulf of Aden` */
function naturalPlace(candidate: Candidate): "place" | undefined {
  const parts = words(candidate)
  return 2 <= parts.length && (placeHeads.has(parts.at(-1)!) || (parts[1] === "of" && placeHeads.has(parts[0]!)))
    ? "place"
    : undefined
}

/** `Daniel Byman` */
function givenName(candidate: Candidate): "person" | undefined {
  const parts = words(candidate)
  return 2 <= parts.length && parts.length <= 5 && givenNames.has(parts[0]!) && !parts.includes("of")
    ? "person"
    : undefined
}

/** `Orval Q. Bexley` */
function initialWithin(candidate: Candidate): "person" | undefined {
  return words(candidate)
    .slice(0, -1)
    .some(part => /^\p{Lu}\.$/u.test(part))
    ? "person"
    : undefined
}

/** `Orval Bexley said` */
function speaker(candidate: Candidate): "person" | undefined {
  const length = candidate.last - candidate.first
  return 2 <= length && length <= 4 && isSpeaker(candidate) ? "person" : undefined
}

function isSpeaker({ tokens, first, last }: Candidate): boolean {
  return tokens
    .slice(first, last)
    .some(token => token.deprel === "nsubj" && SPEECH.test(tokens[token.head]?.lemma ?? ""))
}

/** The noun phrase between the comma behind the name and the next pause: its head is the last noun before a preposition or clause. */
function appositionOf({ tokens, last }: Candidate): { head: Token; words: Token[] } | undefined {
  if (!/^[,(—–]$/.test(tokens[last]?.text ?? "")) return undefined
  const phrase: Token[] = []
  for (let at = last + 1; at < Math.min(tokens.length, last + 12); at++) {
    const token = tokens[at]!
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART|ADV|PUNCT)$/.test(token.upos) || /^[,.;:()—–"“”]$/.test(token.text))
      break
    if (token.upos === "PRON" && !/^(?:his|her|its|their|our)$/.test(token.text)) break
    if (token.xpos === "POS" || token.text === "-" || token.upos !== "PUNCT") phrase.push(token)
  }
  const head = phrase.at(-1)
  return head && head.upos === "NOUN" ? { head, words: phrase } : undefined
}

/** A title as the list has it: lower case, no full stop. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/\.$/, "")
}

/** Capital and small letters, and no word that makes a body. */
function isPlainName(word: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(word) && !organizationHeads.has(word)
}

/** "armed" may be tagged as a form of "arm". */
function isArmed(token: Token): boolean {
  return armedWords.has(token.lemma) || armedWords.has(token.text.toLowerCase())
}
