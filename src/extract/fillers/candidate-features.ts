import type { Token } from "../../english/analysis.ts"
import { tokensIn } from "../../english/tree.ts"
import { sibling } from "../events/context.ts"
import { below, prepositionOf } from "../events/grammar.ts"
import type { Candidate, Occurrence } from "./candidate.ts"
import { classesOf, governorOf, kindOf, listsOf, othersOf, type Scene, stepOf, wordOf } from "./scene.ts"

/** How likely the report, and each of its sentences, tells of an attack that it is about: scores of the relevance models in log-odds. */
export interface Relevance {
  readonly report: number
  readonly sentences: readonly number[]
}

/** Names of the features of a candidate: those of all its occurrences, and what they are together. */
export function candidateFeatures(scene: Scene, candidate: Candidate, relevance: Relevance): Set<string> {
  const names = new Set(["bias"])
  for (const occurrence of candidate.occurrences) {
    addKind(scene, occurrence, names)
    addPaths(scene, occurrence, names)
    addNeighbours(scene, occurrence, names)
    addSentence(scene, occurrence, names)
  }
  const first = candidate.occurrences[0]!
  names.add(`n=${stepOf(candidate.occurrences.length)}`)
  names.add(`first=${stepOf(first.head.sentence)}`)
  names.add(`attacks=${stepOf(scene.events.filter(isAttack).length)}`)
  addRelevance(scene, candidate, relevance, names)
  return names
}

function isAttack({ type, status }: { readonly type: string; readonly status: string }): boolean {
  return type === "attack" && status === "occurred"
}

function addRelevance(scene: Scene, { occurrences }: Candidate, relevance: Relevance, names: Set<string>): void {
  const report = step(relevance.report)
  const best = Math.max(...occurrences.map(({ head }) => relevance.sentences[head.sentence]!))
  const sentence = step(best / 0.7)
  const first = occurrences[0]!
  const word = wordOf(scene, first.head)
  for (const each of classesOf(scene, first)) {
    names.add(`c|R:${each}|${report}`)
    names.add(`c|S:${each}|${sentence}`)
  }
  names.add(`R${report}`)
  names.add(`S${sentence}`)
  names.add(`RS${report}|${sentence}`)
  names.add(`h|S=${word}|${level(sentence)}`)
  names.add(`h|R=${word}|${level(report)}`)
}

function step(logOdds: number): number {
  return Math.max(-4, Math.min(4, Math.round(logOdds)))
}

function level(steps: number): string {
  return 1 < steps ? "high" : -1 < steps ? "middle" : "low"
}

/** What it is: its noun, word lists, the roles of a person, what modifies it. */
function addKind(scene: Scene, occurrence: Occurrence, names: Set<string>): void {
  const { context } = scene
  const { head, mention } = occurrence
  names.add(`h=${wordOf(scene, head)}`)
  names.add(`x=${head.xpos}`)
  for (const list of listsOf(scene, head)) names.add(`hx=${list}`)
  for (const each of classesOf(scene, occurrence)) names.add(`c=${each}`)
  if (mention?.form !== "name") {
    addModifiers(scene, head, names)
    return
  }
  const roles = context.analysis.entities[mention.entity]?.roles ?? []
  names.add(roles.length === 0 ? "norole" : "hasrole")
  for (const { role } of roles) {
    const last = role.toLowerCase().split(/\s+/).at(-1)!
    names.add(`role=${last}`)
    for (const list of context.lexiconsOf.get(last) ?? []) names.add(`rolex=${list}`)
  }
  const inside = tokensIn(context.analysis, mention)
  names.add(`namelen=${inside.length}`)
  for (const token of inside)
    for (const list of context.lexiconsOf.get(token.lemma.toLowerCase()) ?? []) names.add(`namex=${list}`)
}

function addModifiers(scene: Scene, head: Token, names: Set<string>): void {
  const { context } = scene
  for (const child of below(context, head, "amod", "compound", "nmod", "nummod", "det", "acl", "appos")) {
    // Farther off it is an error of the parser.
    if (8 <= Math.abs(child.index - head.index)) continue
    const relation = child.deprel.split(":")[0]!
    const preposition = relation === "nmod" ? prepositionOf(context, child) : ""
    names.add(`m:${relation}${preposition}=${wordOf(scene, child)}`)
    if (relation !== "compound" && preposition !== "of") continue
    for (const list of listsOf(scene, child)) names.add(`mx:${relation}${preposition}=${list}`)
    const inner = context.mentions.get(child.index)
    const known = inner && context.analysis.entities[inner.entity]?.known !== undefined
    if (inner?.form === "name") names.add(`mk:${relation}=${inner.type}${known ? "+known" : ""}`)
  }
}

/** What it hangs on, two steps up, and which events are told there. */
function addPaths(scene: Scene, occurrence: Occurrence, names: Set<string>): void {
  const { head } = occurrence
  const classes = classesOf(scene, occurrence)
  const word = wordOf(scene, head)
  let { relation, head: up } = governorOf(scene, head)
  names.add(`rel=${relation}`)
  let path = ""
  for (let steps = 0; steps < 3 && up; steps++) {
    const at: string = path + relation
    if (steps < 2) {
      names.add(`g${steps}:${at}<${wordOf(scene, up)}`)
      for (const list of listsOf(scene, up)) names.add(`gx${steps}:${at}<${list}`)
    }
    for (const event of scene.told.get(up.index) ?? []) {
      names.add(`ge:${at}<${event.type}`)
      names.add(`ge:${at}<${kindOf(event)}`)
      names.add(`ges:${at}<${event.type}:${event.status}`)
      names.add(`h|ge:${word}|${at}<${event.type}`)
      for (const each of classes) names.add(`c|ge:${each}|${at}<${event.type}:${event.status}`)
      for (const other of othersOf(scene, event, head)) {
        names.add(`eo:${other}`)
        for (const each of classes) names.add(`c|eo:${each}|${other}`)
      }
    }
    path = `${at}>`
    ;({ relation, head: up } = governorOf(scene, up))
  }
  for (const event of scene.told.get(head.index) ?? []) names.add(`self=${kindOf(event)}`)
}

function addNeighbours(scene: Scene, occurrence: Occurrence, names: Set<string>): void {
  const [kind] = classesOf(scene, occurrence)
  for (const places of [-3, -2, -1, 1, 2]) {
    const word = wordOf(scene, sibling(scene.context, occurrence.head, places))
    names.add(`w${places}=${word}`)
    if (Math.abs(places) < 2) names.add(`c|w:${kind}|${places}=${word}`)
  }
}

/** What its sentence tells, what the rules made of it, where it stands. */
function addSentence(scene: Scene, occurrence: Occurrence, names: Set<string>): void {
  const { tokens, sentences } = scene.context.analysis
  const { head } = occurrence
  const events = scene.eventsIn[head.sentence]!
  if (events.length === 0) names.add("s=none")
  for (const event of events) {
    names.add(`s=${kindOf(event)}`)
    names.add(`ss=${event.type}:${event.status}${event.background ? ":bg" : ""}`)
  }
  let nearest: number | undefined
  for (const index of scene.triggersIn[head.sentence]!)
    if (nearest === undefined || Math.abs(index - head.index) < Math.abs(nearest - head.index)) nearest = index
  if (nearest !== undefined) {
    const gap = Math.abs(nearest - head.index)
    const far = gap < 3 ? "2" : gap < 6 ? "5" : gap < 12 ? "11" : "far"
    const side = nearest < head.index ? "after" : nearest === head.index ? "at" : "before"
    names.add(`near=${side}${far}:${scene.told.get(nearest)![0]!.type}`)
    names.add(`t=${side}:${tokens[nearest]!.lemma}`)
  }
  for (const { slot, type, status } of scene.ruleFills.get(head.index) ?? []) {
    names.add(`fill=${slot}:${type}`)
    names.add(`fills=${slot}:${type}:${status}`)
    for (const each of classesOf(scene, occurrence)) names.add(`c|fill:${each}|${slot}:${type}`)
  }
  if (scene.quoted.has(head.index)) names.add("quoted")
  for (const time of scene.timesIn[head.sentence]!) names.add(`time=${time}`)
  names.add(`sent=${stepOf(head.sentence)}`)
  const { firstToken, lastToken } = sentences[head.sentence]!
  for (let index = firstToken; index < lastToken; index++)
    if (tokens[index]!.upos === "VERB" && index !== head.index) names.add(`v=${tokens[index]!.lemma}`)
}
