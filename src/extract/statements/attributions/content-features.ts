import type { Token } from "../../../english/analysis.ts"
import { shapeOf } from "./cue-features.ts"
import type { Candidate, Setting } from "./setting.ts"
import { pathBetween } from "./source-features.ts"

/** A stretch of tokens `[first, last)` around a cue that may be part of what is attributed. */
export interface Part {
  readonly head: Token
  readonly first: number
  readonly last: number
}

/** What hangs on a cue, on a noun of thinking or saying that is its object, and what the cue itself hangs on as a relative clause. Never the source. */
export function partsOf(setting: Setting, { token: cue }: Candidate, source: Token | undefined): Part[] {
  const { children, classes, within } = setting
  const parts: Part[] = []
  const add = (head: Token, without?: Token) => {
    const [first, last] = extentOf(setting, head, without)
    if (source && first <= source.index && source.index < last) return
    if (first <= cue.index && cue.index < last) return
    parts.push({ head, first, last })
  }
  for (const child of children(cue)) {
    if (child.upos === "PUNCT" || child === source) continue
    const inner = /^(?:obj|obl|nmod)$/.test(child.deprel)
      ? children(child).filter(({ deprel }) => /^(?:nmod|acl|ccomp|advcl)$/.test(deprel))
      : []
    if (
      0 < inner.length &&
      0 < classes.modesOf(child.lemma.toLowerCase(), "nouns").length &&
      inner.every(one => child.index < one.index)
    ) {
      const [first] = extentOf(setting, child)
      parts.push({
        head: child,
        first,
        last: inner[0]!.index < child.index ? child.index + 1 : extentOf(setting, inner[0]!)[0],
      })
      for (const one of inner) add(one)
    } else add(child)
  }
  const up = cue.head < 0 ? undefined : within.analysis.tokens[cue.head]
  if (up && /^(?:acl|amod|nmod|obj|xcomp|ccomp|advcl|parataxis|conj)/.test(cue.deprel) && up !== source) {
    if (/^(?:acl|amod|parataxis|advcl)/.test(cue.deprel)) add(up, cue)
    if (/^(?:obj|xcomp)/.test(cue.deprel))
      for (const one of children(up))
        if (one !== cue && one !== source && /^(?:obl|obj|xcomp|ccomp|advcl)/.test(one.deprel)) add(one)
  }
  return parts.filter(({ first, last }) => first < last).sort((a, b) => a.first - b.first)
}

/** First and last token below a head, without the marks at both ends and without what hangs below another. */
function extentOf({ children, within }: Setting, head: Token, without?: Token): [first: number, last: number] {
  const { tokens } = within.analysis
  let first = head.index
  let last = head.index + 1
  const open = [head]
  for (let at = 0; at < open.length; at++)
    for (const child of children(open[at]!)) {
      if (child === without) continue
      open.push(child)
      if (without && head.index < without.index && without.index < child.index) continue
      if (without && without.index < head.index && child.index < without.index) continue
      first = Math.min(first, child.index)
      last = Math.max(last, child.index + 1)
    }
  while (first < head.index && tokens[first]!.upos === "PUNCT" && within.quoteOf[first]! < 0) first++
  while (head.index + 1 < last && tokens[last - 1]!.upos === "PUNCT" && within.quoteOf[last - 1]! < 0) last--
  return [first, last]
}

/** Names of what speaks for or against a part being attributed. */
export function contentFeatures(setting: Setting, { token: cue, part }: Candidate, candidate: Part): string[] {
  const { children, kindOf, classes, within } = setting
  const { head, first, last } = candidate
  const lemma = cue.lemma.toLowerCase()
  const mode = classes.modesOf(lemma, part)[0] ?? "none"
  const path = pathBetween(setting, cue, head)
  const opening =
    children(head)
      .find(({ deprel }) => /^(?:case|mark)$/.test(deprel))
      ?.lemma.toLowerCase() ?? "none"
  const side = head.index < cue.index ? "before" : "behind"
  const shape = shapeOf(setting, cue)
  const isTime = within.analysis.times.some(time => time.start <= head.start && head.end <= time.end)
  const comma = within.analysis.tokens[first - 1]?.text === ","
  const isQuoted = 0 <= within.quoteOf[head.index]!
  return [
    `path ${path} ${side}`,
    `path ${path} ${opening}`,
    `path ${path} ${lemma}`,
    `path ${path} ${opening} ${lemma}`,
    `path ${path} ${opening} ${mode}`,
    `path ${path} ${kindOf(head)}`,
    `path ${path} of ${head.lemma.toLowerCase()}`,
    `path ${path} ${cue.xpos} ${side}`,
    `path ${path} in ${shape}`,
    `path ${path} ${comma} ${side}`,
    `path ${path} ${isQuoted}`,
    `path ${path} length ${last - first < 3 ? last - first : last - first < 8 ? 7 : "long"}`,
    `time ${isTime} ${path}`,
    `first ${first === cue.index + 1}`,
    `part ${part} ${path}`,
  ]
}
