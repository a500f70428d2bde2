import type { Publisher, SpeechFrame, SpeechPack } from "../../core/speech-pack.ts"

/** A verb of speech in one of its forms. `particle` is the second word of "point out". */
export interface SpeechVerb {
  readonly lemma: string
  readonly frames: ReadonlySet<SpeechFrame>
  readonly particles: readonly string[]
}

/** The pack's words in the shape the rules look them up in. Made once for a pack. */
export interface SpeechWords {
  /** By first word of a form in lower case, longest form first. */
  readonly verbs: ReadonlyMap<string, readonly SpeechVerb[]>
  readonly people: ReadonlySet<string>
  readonly bodies: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
  readonly outlets: ReadonlySet<string>
  readonly anonymous: ReadonlySet<string>
  readonly audiences: ReadonlySet<string>
  readonly venues: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  readonly lightVerbs: ReadonlySet<string>
  readonly contentNouns: ReadonlySet<string>
  readonly speechNouns: ReadonlySet<string>
  /** By alias; an alias is matched with its capital letters. */
  readonly media: ReadonlyMap<string, { readonly publisher: Publisher; readonly kind: "outlet" | "wire" }>
}

const made = new WeakMap<SpeechPack, SpeechWords>()

/** The look-up tables of a pack. */
export function speechWordsOf(pack: SpeechPack): SpeechWords {
  const known = made.get(pack)
  if (known) return known
  const words: SpeechWords = {
    verbs: verbForms(pack),
    people: new Set(pack.sources.personNouns),
    bodies: new Set(pack.sources.bodyNouns),
    documents: new Set(pack.sources.documentNouns),
    outlets: new Set(pack.sources.outletNouns),
    anonymous: new Set(pack.sources.anonymous),
    audiences: new Set(pack.sources.audienceNouns),
    venues: new Set(pack.sources.venueNouns),
    titles: new Set(pack.sources.titles),
    lightVerbs: new Set(pack.sources.lightVerbs.flatMap(verb => formsOf(verb, pack.speech.irregular[verb]))),
    contentNouns: new Set(pack.sources.contentNouns),
    speechNouns: new Set(pack.sources.speechNouns),
    media: mediaNames(pack),
  }
  made.set(pack, words)
  return words
}

function verbForms(pack: SpeechPack): Map<string, SpeechVerb[]> {
  const verbs = new Map<string, SpeechVerb[]>()
  for (const { lemma, frames } of pack.speech.verbs)
    for (const form of new Set([...formsOf(lemma, pack.speech.irregular[lemma]), lemma])) {
      const [first, ...particles] = form.split(" ")
      const list = verbs.get(first!) ?? []
      list.push({ lemma, frames: new Set(frames), particles })
      verbs.set(first!, list)
    }
  for (const list of verbs.values()) list.sort((a, b) => b.particles.length - a.particles.length)
  return verbs
}

/** All forms of a regular English verb; of an irregular one those of the pack. */
function formsOf(lemma: string, irregular?: readonly string[]): readonly string[] {
  if (irregular) return irregular
  if (lemma.includes(" ")) {
    const [verb, ...rest] = lemma.split(" ")
    return formsOf(verb!).map(form => [form, ...rest].join(" "))
  }
  if (/[^aeiou]y$/.test(lemma)) return [lemma, `${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`]
  if (lemma.endsWith("e")) return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`]
  return [lemma, /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${lemma}ed`, `${lemma}ing`]
}

/** Several papers are called "The Standard": the key of such a one has its country behind the name, and the bare name tells nothing. */
function isNamesake({ key, name }: Publisher): boolean {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^The-/i, "")
    .toLowerCase()
  return key.startsWith(`${plain.replace(/^-|-$/g, "")}-`)
}

function mediaNames(pack: SpeechPack): Map<string, { publisher: Publisher; kind: "outlet" | "wire" }> {
  const media = new Map<string, { publisher: Publisher; kind: "outlet" | "wire" }>()
  // Outlets first, so that a wire keeps a name that both have.
  for (const publisher of pack.publishers.publishers)
    for (const name of isNamesake(publisher) ? publisher.aliases : [...publisher.aliases, publisher.name])
      media.set(name, { publisher, kind: "outlet" })
  for (const publisher of pack.wires.wires)
    for (const name of [...publisher.aliases, publisher.name]) media.set(name, { publisher, kind: "wire" })
  return media
}
