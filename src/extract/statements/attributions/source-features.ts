import type { Token } from "../../../english/analysis.ts"
import type { Candidate, Setting } from "./setting.ts"

/** Heads of noun phrases outside quotations that may be the source of a cue in their sentence. */
export function sourcesFor({ within, sentence }: Setting, { token: cue }: Candidate): Token[] {
  return within.analysis.tokens
    .slice(sentence.firstToken, sentence.lastToken)
    .filter(
      token =>
        token !== cue &&
        within.quoteOf[token.index]! < 0 &&
        (/^(?:NOUN|PROPN|PRON|NUM|DET)$/.test(token.upos) || /^(?:nsubj|obl:agent)/.test(token.deprel)) &&
        !/^(?:compound|flat|fixed|det|nummod|appos|expl)/.test(token.deprel),
    )
}

/** Names of what speaks for or against a noun phrase being the source of a cue. */
export function sourceFeatures(setting: Setting, { token: cue, part }: Candidate, source: Token): string[] {
  const { within, children, kindOf, classes } = setting
  const path = pathBetween(setting, cue, source)
  const isPassive = children(cue).some(({ deprel }) => deprel === "aux:pass")
  const kind = kindOf(source)
  const mode = classes.modesOf(cue.lemma.toLowerCase(), part)[0] ?? "none"
  const distance = Math.abs(source.index - cue.index)
  const side = source.index < cue.index ? "before" : "behind"
  const far = distance < 3 ? `${distance}` : distance < 6 ? "5" : distance < 12 ? "11" : "far"
  const preposition =
    children(source)
      .find(({ deprel }) => deprel === "case")
      ?.lemma.toLowerCase() ?? "none"
  const between = within.analysis.tokens.slice(Math.min(source.index, cue.index) + 1, Math.max(source.index, cue.index))
  return [
    `path ${path}`,
    `path ${path} ${part} ${isPassive}`,
    `path ${path} ${kind}`,
    `path ${path} ${cue.xpos}`,
    `path ${path} ${preposition}`,
    `path ${path} ${cue.lemma.toLowerCase()}`,
    `path ${path} ${mode}`,
    `kind ${kind}`,
    `kind ${kind} ${mode}`,
    `side ${side} ${far} ${cue.xpos}`,
    `side ${side} ${source.deprel}`,
    `preposition ${preposition}`,
    `subjects between ${Math.min(2, between.filter(({ deprel }) => deprel.startsWith("nsubj")).length)} ${side}`,
    `tag ${source.xpos}`,
  ]
}

/** Relations from the cue up and down to another token; "far" beyond five steps. */
export function pathBetween({ within }: Setting, from: Token, to: Token): string {
  const { tokens } = within.analysis
  const ups = [from]
  for (let at = from; 0 <= at.head && ups.length < 5; ) {
    at = tokens[at.head]!
    ups.push(at)
  }
  const downs: string[] = []
  for (let at = to, steps = 0; steps < 5; steps++) {
    const meet = ups.indexOf(at)
    if (0 <= meet)
      return [
        ...ups.slice(0, meet).map(({ deprel }) => `<${deprel}`),
        ...downs.reverse().map(deprel => `>${deprel}`),
      ].join("")
    downs.push(at.deprel)
    if (at.head < 0) break
    at = tokens[at.head]!
  }
  return "far"
}
