import type { Token } from "../../english/analysis.ts"
import { tokensIn } from "../../english/tree.ts"
import type { Candidate } from "./candidate.ts"
import { classesOf, listsOf, type Scene, wordOf } from "./scene.ts"

/** Names of the features of one way to word a candidate that fills a role: how much of the phrase it is, and what it leaves out. */
export function wordingFeatures(scene: Scene, candidate: Candidate, words: string, role: string): Set<string> {
  const names = new Set<string>()
  const put = (name: string) => {
    names.add(name)
    names.add(`${role}|${name}`)
  }
  const list = candidate.wordings.get(words)!
  const { head, span } = list[0]!
  const kind = classesOf(scene, candidate.occurrences[0]!)[0]!
  const forms = [...new Set(list.map(({ form }) => form))].sort()
  put("bias")
  put(`forms=${forms.join("+")}`)
  for (const form of forms) {
    put(`f=${form}`)
    put(`f|c=${form}|${kind}`)
    put(`f|h=${form}|${wordOf(scene, head)}`)
  }
  const all = [...candidate.wordings]
  const length = words.split(" ").length
  put(`n=${Math.min(length, 8)}`)
  put(`c|n=${kind}|${Math.min(length, 6)}`)
  put(`all=${Math.min(6, all.length)}`)
  put(`times=${Math.min(list.length, 4)}`)
  put(`most=${all.every(([, others]) => others.length <= list.length)}`)
  put(`long=${all.every(([others]) => others.length <= words.length)}`)
  if (candidate.entity !== undefined) {
    put(`full=${words === scene.context.analysis.entities[candidate.entity]!.name.toLowerCase()}`)
    put(`part=${all.some(([others]) => others !== words && others.includes(words))}`)
  }
  if (/["“”]/.test(scene.context.analysis.report.text.slice(span.start, span.end))) put("quote")
  const inside = tokensIn(scene.context.analysis, span)
  const first = inside.find(({ upos }) => upos !== "DET" && upos !== "PUNCT") ?? inside[0]
  if (first) putFirst(scene, head, first, forms, put)
  putOutside(scene, head, inside, put)
  putBehind(scene, head, inside.at(-1), put)
  return names
}

type Put = (name: string) => void

function putFirst(scene: Scene, head: Token, first: Token, forms: readonly string[], put: Put): void {
  const [tag, relation] = first === head ? ["head", "head"] : [first.upos, first.deprel]
  put(`first=${first === head ? "<head>" : wordOf(scene, first)}`)
  put(`firsttag=${tag}`)
  for (const form of forms) {
    put(`f|firsttag=${form}|${tag}`)
    put(`f|firstrel=${form}|${relation}`)
  }
}

/** What was left out before and behind it. */
function putOutside(scene: Scene, head: Token, inside: readonly Token[], put: Put): void {
  const { tokens } = scene.context.analysis
  const at = (index: number) => (tokens[index]?.sentence === head.sentence ? tokens[index] : undefined)
  const before = at((inside[0]?.index ?? 0) - 1)
  const after = at((inside.at(-1)?.index ?? 0) + 1)
  put(`before=${wordOf(scene, before)}`)
  put(`beforetag=${before ? `${before.upos}${before.head === head.index ? `:${before.deprel}` : ""}` : "none"}`)
  put(`after=${wordOf(scene, after)}`)
  put(`aftertag=${after?.upos ?? "none"}`)
}

/** The noun of what stands behind: "members of the armed forces". */
function putBehind(scene: Scene, head: Token, last: Token | undefined, put: Put): void {
  if (!last || last.index <= head.index) return
  const { tokens } = scene.context.analysis
  let inner = last
  for (let steps = 0; steps < 6 && inner.head !== head.index && 0 <= inner.head; steps++) inner = tokens[inner.head]!
  put(`inner=${wordOf(scene, inner)}`)
  put(`inner|h=${wordOf(scene, head)}|${wordOf(scene, inner)}`)
  for (const list of listsOf(scene, inner)) put(`innerx=${list}`)
  const mention = scene.context.mentions.get(inner.index)
  if (mention) put(`innerm=${mention.form}:${mention.type}`)
  put(`of=${tokens[head.index + 1]?.text.toLowerCase()}`)
}
