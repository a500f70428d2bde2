import type { Sentence } from "../../english/analysis.ts"
import { kindOf, listsOf, type Scene, wordOf } from "./scene.ts"

const CONTENT = new Set(["NOUN", "VERB", "ADJ", "ADV"])

/** Names of the features that tell whether a report is about an attack at all: its words, those of its first sentences, its events. */
export function reportFeatures(scene: Scene): Set<string> {
  const names = new Set(["bias"])
  const { tokens } = scene.context.analysis
  for (const token of tokens) {
    if (!CONTENT.has(token.upos)) continue
    const word = wordOf(scene, token)
    names.add(`w=${word}`)
    if (token.sentence < 3) names.add(`w3=${word}`)
    if (token.sentence === 0) names.add(`w1=${word}`)
  }
  const counts = new Map<string, number>()
  for (const event of scene.events)
    for (const name of [
      `e=${event.type}:${event.status}${event.background ? ":bg" : ""}`,
      `k=${kindOf(event)}`,
      ...event.fills.map(({ slot }) => `f=${event.type}:${slot}`),
    ])
      counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [name, count] of counts) {
    names.add(name)
    if (1 < count) names.add(`${name}2`)
    if (3 < count) names.add(`${name}4`)
  }
  names.add(`len=${Math.min(8, Math.round(Math.log2(tokens.length + 1)))}`)
  return names
}

/** Names of the features that tell whether a sentence speaks of an attack that the report is about. */
export function sentenceFeatures(scene: Scene, { index, firstToken, lastToken }: Sentence): Set<string> {
  const names = new Set(["bias", `i=${index < 6 ? index : "6+"}`])
  const { tokens } = scene.context.analysis
  let before = ""
  for (let at = firstToken; at < lastToken; at++) {
    const token = tokens[at]!
    const word = wordOf(scene, token)
    names.add(`b=${before} ${word}`)
    before = word
    if (token.upos === "PUNCT") continue
    names.add(`w=${word}`)
    if (token.upos === "VERB") names.add(`v=${word}:${token.xpos}`)
    for (const list of listsOf(scene, token)) names.add(`x=${list}`)
  }
  for (const event of scene.eventsIn[index]!) {
    names.add(`e=${kindOf(event)}`)
    names.add(`es=${event.type}:${event.status}`)
    if (event.background) names.add(`ebg=${event.type}`)
    for (const { slot } of event.fills) names.add(`f=${event.type}:${slot}`)
  }
  return names
}
