import type { Fact, FlatEvidence } from "../../core/casefile.ts"
import type { Item } from "../find-item.ts"

/** All words an item rests on, each place once. */
export function evidenceOf(found: Item): FlatEvidence[] {
  const places = new Map(allEvidence(found).map(one => [`${one.reportId}:${one.start}:${one.end}`, one]))
  return [...places.values()]
}

function allEvidence(found: Item): readonly FlatEvidence[] {
  switch (found.kind) {
    case "incident":
      return found.item.mentions.map(mention => mention.sentence)
    case "mention":
      return [found.item.evidence, found.item.sentence]
    case "fact":
      return factEvidence(found.item)
    case "assertion":
    case "statement":
    case "warning":
    case "origin":
      return found.item.evidence
    case "lineage":
      return [...found.item.evidence, ...found.item.passages.flatMap(passage => [passage.from, passage.to])]
    case "entity":
      return [
        ...found.item.mentions.map(({ reportId, start, end, text }) => ({ reportId, start, end, text })),
        ...found.item.aliases.flatMap(alias => alias.evidence),
        ...found.item.roles.flatMap(role => role.evidence),
      ]
    case "utterance":
    case "report":
      return []
  }
}

const factEvidence = (fact: Fact) =>
  fact.positions.flatMap(position => position.assertions.flatMap(assertion => assertion.evidence))
