import type { Token } from "../../../english/analysis.ts"
import type { Candidate, Setting } from "./setting.ts"

/** Names of what speaks for or against a word being a cue, whose source and content stand around it. */
export function cueFeatures(setting: Setting, { token, part }: Candidate): string[] {
  const { within, children, kindOf, classes } = setting
  const { tokens } = within.analysis
  const lemma = token.lemma.toLowerCase()
  const modes = classes.modesOf(lemma, part)
  const mode = modes.join("+") || "none"
  const own = children(token)
  const shape = shapeOf(setting, token)
  const subject = subjectKind(setting, token)
  const names = [
    `part ${part}`,
    `lemma ${part} ${lemma}`,
    `mode ${part} ${mode}`,
    ...modes.map(one => `has ${one}`),
    `tag ${token.xpos}`,
    `relation ${token.deprel}`,
    `relation ${token.deprel} ${mode}`,
    `shape ${shape}`,
    `shape ${mode} ${shape}`,
    `subject ${subject}`,
    `subject ${subject} ${mode}`,
    `subject ${part} ${subject}`,
    `block ${setting.sentence.block.label}`,
  ]
  for (const child of own) {
    const side = child.index < token.index ? "before" : "behind"
    if (child.upos === "PUNCT") continue
    names.push(`child ${child.deprel} ${side}`, `child ${child.deprel} ${mode}`, `child ${child.deprel} ${lemma}`)
    if (/^(?:aux|advmod|mark|compound:prt|case|cop|det)/.test(child.deprel))
      names.push(`word ${child.deprel} ${child.lemma.toLowerCase()}`)
    if (/^(?:obj|obl|nmod|iobj)/.test(child.deprel)) {
      const kind = kindOf(child)
      names.push(
        `${child.deprel} ${kind}`,
        `${child.deprel} ${kind} ${mode}`,
        `${child.deprel} of ${child.lemma.toLowerCase()}`,
      )
      const object = classes.modesOf(child.lemma.toLowerCase(), "nouns")
      for (const one of object) names.push(`object ${one}`, `object ${lemma} ${one}`)
      const preposition = children(child)
        .find(({ deprel }) => deprel === "case")
        ?.lemma.toLowerCase()
      if (preposition) names.push(`with ${preposition}`, `with ${preposition} ${mode}`, `with ${preposition} ${lemma}`)
    }
    if (/^(?:ccomp|xcomp|advcl|acl)/.test(child.deprel)) {
      const mark =
        children(child)
          .find(({ deprel }) => deprel === "mark")
          ?.lemma.toLowerCase() ?? "none"
      names.push(
        `clause ${child.deprel} ${mark}`,
        `clause ${child.deprel} ${mark} ${mode}`,
        `clause ${child.deprel} of ${child.lemma}`,
      )
    }
  }
  const up = token.head < 0 ? undefined : tokens[token.head]
  if (up) {
    const upPart = up.upos === "VERB" ? "verbs" : up.upos === "NOUN" ? "nouns" : "adjectives"
    const upMode = classes.modesOf(up.lemma.toLowerCase(), upPart).join("+") || "none"
    names.push(`up ${up.upos} ${token.deprel} ${upMode}`, `up ${token.deprel} ${up.lemma.toLowerCase()}`)
  }
  const [before, behind, second] = [tokens[token.index - 1], tokens[token.index + 1], tokens[token.index + 2]]
  names.push(
    `before ${wordOf(setting, before)}`,
    `behind ${wordOf(setting, behind)}`,
    `behind ${lemma} ${wordOf(setting, behind)}`,
  )
  names.push(`second ${behind?.upos} ${second?.upos}`)
  if (hasQuotation(setting, token.index, setting.sentence.lastToken))
    names.push("quoted behind", `quoted behind ${mode}`)
  if (hasQuotation(setting, setting.sentence.firstToken, token.index))
    names.push("quoted before", `quoted before ${mode}`)
  return names
}

/** The relations of what depends on a word, told in a row. */
export function shapeOf({ children }: Setting, token: Token): string {
  return children(token)
    .filter(({ deprel }) => /^(?:nsubj|obj|iobj|obl|ccomp|xcomp|parataxis|advcl|acl|nmod|cop|aux:pass)/.test(deprel))
    .map(({ deprel, index }) => (index < token.index ? `-${deprel}` : deprel))
    .join(" ")
}

/** What the subject of a word is, its own or that of the verb it hangs on. */
function subjectKind({ within, children, kindOf }: Setting, token: Token): string {
  let verb = token
  for (let steps = 0; steps < 4; steps++) {
    const subject = children(verb).find(({ deprel }) => /^nsubj|^nmod:poss/.test(deprel))
    if (subject) return `${steps} ${subject.deprel} ${kindOf(subject)}`
    if (/^acl/.test(verb.deprel) && 0 <= verb.head) return `${steps} noun ${kindOf(within.analysis.tokens[verb.head]!)}`
    if (verb.head < 0 || !/^(?:xcomp|conj|advcl|ccomp|parataxis)/.test(verb.deprel)) break
    verb = within.analysis.tokens[verb.head]!
  }
  return "none"
}

function wordOf({ within }: Setting, token: Token | undefined): string {
  if (!token) return "nothing"
  if (0 <= within.quoteOf[token.index]!) return "quotation"
  return /^(?:ADP|PART|PUNCT|SCONJ|AUX|PRON|DET|CCONJ)$/.test(token.upos) ? token.text.toLowerCase() : token.upos
}

function hasQuotation({ within }: Setting, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (0 <= within.quoteOf[at]!) return true
  return false
}
