import type { Sentence, Token } from "../analysis.ts"
import { keyOf } from "./gazetteer.ts"
import type { Found } from "./name.ts"

/** Finds the names again where they stood in a headline or were not seen: whole, or a person by surname. `take` is called for each. */
export function repeatNames(
  names: readonly Found[],
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  headlines: ReadonlySet<Sentence>,
  taken: Uint8Array,
  take: (name: Found) => void,
): void {
  const keys = tokens.map(token => keyOf(token.text))
  const byFirst = new Map<string, { name: Found; words: readonly string[] }[]>()
  const seen = new Set<string>()
  const surnames = new Map<string, Found>()
  for (const name of names) {
    const words = keys.slice(name.first, name.last)
    const surname = words.at(-1)!
    if (name.type === "person" && 2 <= words.length && 2 < surname.length) surnames.set(surname, name)
    if (seen.has(words.join(" "))) continue
    seen.add(words.join(" "))
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), { name, words }])
  }
  const ends = lastWords(byFirst)
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  for (const sentence of sentences)
    for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
      // One letter is too little to know a name again by.
      if (taken[at] || !/^\p{Lu}./u.test(tokens[at]!.text)) continue
      const same = byFirst
        .get(keys[at]!)
        ?.find(
          ({ words }) =>
            at + words.length <= sentence.lastToken && words.every((word, place) => keys[at + place] === word),
        )
      if (same) {
        take({ ...same.name, first: at, last: at + same.words.length, rule: "seenElsewhere" })
        at += same.words.length - 1
        continue
      }
      const alone = !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? "") || headlines.has(sentence)
      if (alone && surnames.has(keys[at]!) && tokens[at]!.upos !== "VERB")
        take({ first: at, last: at + 1, type: "person", rule: "surname" })
      const body = ends.get(keys[at]!)
      if (alone && body && !headlines.has(sentence) && isAfterThe(tokens, sentence, at))
        take({ first: at, last: at + 1, type: body.type, rule: "lastWord" })
    }
}

/** Bodies by the last word of their names, where one body only ends so: "the Front" for "Ribera Front". */
function lastWords(
  byFirst: ReadonlyMap<string, readonly { name: Found; words: readonly string[] }[]>,
): Map<string, Found> {
  const bodies = [...byFirst.values()]
    .flat()
    .filter(({ name, words }) => 2 <= words.length && /^(?:organization|armed-group)$/.test(name.type))
  const counts = Map.groupBy(bodies, ({ words }) => words.at(-1)!)
  return new Map([...counts].flatMap(([word, list]) => (list.length === 1 ? [[word, list[0]!.name]] : [])))
}

function isAfterThe(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  return sentence.firstToken < at && tokens[at]!.upos === "NOUN" && /^the$/i.test(tokens[at - 1]!.text)
}
