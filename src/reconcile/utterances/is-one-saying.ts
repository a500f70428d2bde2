import type { Statement } from "../../core/reading.ts"
import { wordsOf } from "../../core/words.ts"

/** What two tellings of words are compared by. */
export interface Saying {
  /** Stems of the words with content. */
  readonly stems: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  /** Stems of words with a capital letter, the first word left out. */
  readonly names: ReadonlySet<string>
  /** Of whom it is said, when that is a man, a woman, a boy or a girl. */
  readonly whom: ReadonlySet<string>
}

/** Of one person only one of them is said. Source: English; Apache-2.0. */
const WHOM: ReadonlyMap<string, string> = new Map(
  "man men father husband brother son grandfather|woman women mother wife sister daughter grandmother|boy boys|girl girls"
    .split("|")
    .flatMap((line, kind) => line.split(" ").map(word => [word, String(kind)] as const)),
)

/** Shared words of content that make two tellings by a body such as "police" one: bodies say much of the same kind. */
const LEAST_OF_BODY = 4
/** Share of the poorer one's words of content that the other has, at least. */
const SHARE_OF_BODY = 0.6
const SHARE_OF_PERSON = 0.35
const SHARE_OF_QUOTED = 0.4
/** From this share of all words of both on, they are one saying even when a name is spelt otherwise, or told in another story. */
const NEARLY_ALL = 0.7

/** A statement prepared for comparing. */
export function toSaying({ text }: Pick<Statement, "text">): Saying {
  const words = wordsOf(text)
  const full = words.filter(word => !word.empty)
  return {
    stems: new Set(full.map(word => word.stem)),
    numbers: new Set(full.flatMap(word => (/^\d/.test(word.stem) ? [word.stem] : []))),
    names: new Set(full.flatMap(word => (word.capital ? [word.stem] : []))),
    whom: new Set(full.flatMap(word => WHOM.get(word.plain) ?? [])),
  }
}

/** Who says it, and where it is told. */
export interface Circumstances {
  /** A person with a name; a body such as "police" says the same kind of thing of every case. */
  readonly isPerson: boolean
  /** Both are put between quotation marks: their words are the speaker's. */
  readonly areQuoted: boolean
  /** The reports tell two stories. */
  readonly isElsewhere: boolean
}

/** True when two tellings can be of the same words. */
export function isOneSaying(a: Saying, b: Saying, { isPerson, isElsewhere, areQuoted }: Circumstances): boolean {
  const shared = [...a.stems].filter(stem => b.stems.has(stem)).length
  const poorer = Math.min(a.stems.size, b.stems.size)
  if (poorer === 0) return false
  if (!isPerson && (shared < LEAST_OF_BODY || shared < SHARE_OF_BODY * poorer)) return false
  if (shared < (areQuoted ? SHARE_OF_QUOTED : SHARE_OF_PERSON) * poorer) return false
  // Another number is another statement: the toll of the next day, the age of another victim.
  if (apart(a.numbers, b.numbers) || apart(a.whom, b.whom)) return false
  if (NEARLY_ALL * (a.stems.size + b.stems.size) <= 2 * shared) return true
  return !isElsewhere && !apart(a.names, b.names)
}

/** Both have some, and the one with fewer has most of its own alone. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  const shared = [...few].filter(item => many.has(item)).length
  return 0 < few.size && 2 * shared < few.size
}
