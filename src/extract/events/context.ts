import type { Frame, Pack } from "../../core/pack.ts"
import type { Trace } from "../../core/rules.ts"
import { overlaps, type Span } from "../../core/span.ts"
import type { Analysis, EntityMention, Sentence, Token } from "../../english/analysis.ts"
import { tokensIn } from "../../english/tree.ts"

/** A frame's words, split, kept under the lemma that has to be met first. */
export interface FrameWords {
  readonly frame: Frame
  readonly words: readonly string[]
}

/** One report being read for events, with everything looked up once. Nothing in it changes after `openContext` but what it remembers of its own answers. */
export interface Context {
  readonly analysis: Analysis
  readonly pack: Pack
  readonly trace: Trace | undefined
  readonly children: readonly (readonly Token[])[]
  /** By index of the head token; the longest where several share it. */
  readonly mentions: ReadonlyMap<number, EntityMention>
  /** Indexes of the tokens that lie within a time, a place, a count. */
  readonly inTime: ReadonlySet<number>
  readonly inPlace: ReadonlySet<number>
  readonly inCount: ReadonlySet<number>
  /** Names of the word lists. */
  readonly lexicons: ReadonlySet<string>
  /** The word lists a word is in. */
  readonly lexiconsOf: ReadonlyMap<string, readonly string[]>
  /** By type the root of its hierarchy: "attack" for "suicide-bombing". */
  readonly roots: ReadonlyMap<string, string>
  /** By type the wider types above it, nearest first. */
  readonly wider: ReadonlyMap<string, readonly string[]>
  /** Verb frames by their first word, noun frames by their last. */
  readonly verbFrames: ReadonlyMap<string, readonly FrameWords[]>
  readonly nounFrames: ReadonlyMap<string, readonly FrameWords[]>
  readonly weapons: ReadonlyMap<string, string | undefined>
  /** What `wordsOf` has given so far, by token index. */
  readonly words: (readonly string[] | undefined)[]
  /** The word lists each token was found to be in so far, by token index. */
  readonly lists: (ReadonlySet<string> | undefined)[]
}

/** What a pack gives, made once for it. */
type PackIndex = Pick<Context, "lexicons" | "lexiconsOf" | "roots" | "wider" | "verbFrames" | "nounFrames" | "weapons">
const packIndexes = new WeakMap<Pack, PackIndex>()

/** Looks everything up once. */
export function openContext(analysis: Analysis, pack: Pack, trace?: Trace): Context {
  const children: Token[][] = analysis.tokens.map(() => [])
  for (const token of analysis.tokens) if (0 <= token.head) children[token.head]!.push(token)
  const mentions = new Map<number, EntityMention>()
  for (const mention of analysis.mentions) {
    const old = mentions.get(mention.headToken)
    if (!old || old.end - old.start < mention.end - mention.start) mentions.set(mention.headToken, mention)
  }
  let index = packIndexes.get(pack)
  if (!index) {
    index = indexOf(pack)
    packIndexes.set(pack, index)
  }
  return {
    analysis,
    pack,
    trace,
    children,
    mentions,
    inTime: tokensWithin(analysis, analysis.times),
    inPlace: tokensWithin(analysis, analysis.places),
    inCount: tokensWithin(analysis, analysis.counts),
    words: [],
    lists: [],
    ...index,
  }
}

function tokensWithin(analysis: Analysis, spans: readonly Span[]): ReadonlySet<number> {
  return new Set(spans.flatMap(span => tokensIn(analysis, span).map(token => token.index)))
}

function indexOf(pack: Pack): PackIndex {
  const verbFrames = new Map<string, FrameWords[]>()
  const nounFrames = new Map<string, FrameWords[]>()
  for (const frame of pack.frames)
    for (const text of frame.words) {
      const words = text.split(" ")
      const index = frame.pos === "verb" ? verbFrames : nounFrames
      const first = frame.pos === "verb" ? words[0]! : words.at(-1)!
      index.set(first, [...(index.get(first) ?? []), { frame, words }])
    }
  // More words say more: "suicide bomb" before "bomb".
  for (const index of [verbFrames, nounFrames])
    for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  const lexiconsOf = new Map<string, string[]>()
  for (const [name, { words }] of Object.entries(pack.lexicons))
    for (const word of words) {
      const names = lexiconsOf.get(word)
      if (names) names.push(name)
      else lexiconsOf.set(word, [name])
    }
  return {
    lexicons: new Set(Object.keys(pack.lexicons)),
    lexiconsOf,
    roots: new Map(pack.types.map(({ key }) => [key, widerIn(pack, key).at(-1) ?? key])),
    wider: new Map(pack.types.map(({ key }) => [key, widerIn(pack, key)])),
    verbFrames,
    nounFrames,
    weapons: new Map(pack.weapons.flatMap(weapon => weapon.words.map(word => [word, weapon.subtype] as const))),
  }
}

function widerIn(pack: Pack, type: string): string[] {
  const parent = pack.types.find(each => each.key === type)?.parent
  return parent === undefined ? [] : [parent, ...widerIn(pack, parent)]
}

/** True when the token, alone or with the word before or after it, is in the named word list. Throws on a list the pack lacks. */
export function isIn(context: Context, token: Token, lexicon: string): boolean {
  if (!context.lexicons.has(lexicon)) throw new Error(`the pack has no lexicon "${lexicon}"`)
  let lists = context.lists[token.index]
  if (!lists) {
    lists = new Set(wordsOf(context, token).flatMap(word => context.lexiconsOf.get(word) ?? []))
    context.lists[token.index] = lists
  }
  return lists.has(lexicon)
}

/** The ways a token may stand in a word list: lemma, form, and both with its neighbours of the same sentence. */
export function wordsOf(context: Context, token: Token): readonly string[] {
  // Asked for each token again and again, by every rule.
  const found = context.words[token.index] ?? waysOf(context, token)
  context.words[token.index] = found
  return found
}

function waysOf(context: Context, token: Token): string[] {
  const lemma = token.lemma.toLowerCase()
  const form = token.text.toLowerCase()
  const found = [lemma, form]
  const before = sibling(context, token, -1)
  if (before) found.push(`${before.text.toLowerCase()} ${lemma}`, `${before.lemma.toLowerCase()} ${lemma}`)
  const after = sibling(context, token, 1)
  if (after) found.push(`${lemma} ${after.text.toLowerCase()}`)
  if (form.includes("-")) found.push(form.slice(form.lastIndexOf("-") + 1))
  return found
}

/** The token `step` places on in the same sentence. */
export function sibling(context: Context, token: Token, step: number): Token | undefined {
  const other = context.analysis.tokens[token.index + step]
  return other && other.sentence === token.sentence ? other : undefined
}

/** The sentence of a token. */
export function sentenceOf(context: Context, token: Token): Sentence {
  return context.analysis.sentences[token.sentence]!
}

/** The tokens of a sentence. */
export function tokensOf(context: Context, sentence: Sentence): readonly Token[] {
  return context.analysis.tokens.slice(sentence.firstToken, sentence.lastToken)
}

/** The entity mention whose span holds the token, longest first. */
export function mentionOver(context: Context, token: Token): EntityMention | undefined {
  const own = context.mentions.get(token.index)
  if (own) return own
  return context.analysis.mentions.find(mention => overlaps(mention, token) && mention.form === "name")
}
