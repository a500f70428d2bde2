import type { Sentence, Token } from "./analysis.ts"

/**
 * "The army bombed the village, residents said": a verb that has its subject before it takes no second one behind it.
 * Such a subject goes to the verb behind it, when that verb has none and hangs together with the first.
 */
export function settleSubjects(tokens: readonly Token[], sentences: readonly Sentence[]): Token[] {
  const settled = [...tokens]
  for (const { firstToken, lastToken } of sentences)
    for (let at = firstToken; at < lastToken; at++) {
      const verb = isSubject(tokens[at]!) ? rightfulVerb(tokens, tokens[at]!, firstToken, lastToken) : undefined
      if (verb) settled[at] = { ...tokens[at]!, head: verb.index, deprel: "nsubj" }
    }
  return settled
}

function isSubject({ deprel }: Token): boolean {
  return /^(?:nsubj|expl)/.test(deprel)
}

function rightfulVerb(tokens: readonly Token[], noun: Token, first: number, last: number): Token | undefined {
  const wrong = tokens[noun.head]
  if (!wrong || noun.index <= wrong.index) return undefined
  const hasSubject = (verb: Token, from: number) =>
    tokens.slice(from, verb.index).some(token => token.head === verb.index && isSubject(token))
  if (!hasSubject(wrong, first)) return undefined
  if (tokens.slice(noun.index + 1, last).some(token => token.head === wrong.index && isSubject(token))) return undefined
  const verb = tokens.slice(noun.index + 1, last).find(token => token.upos === "VERB")
  if (!verb || (verb.head !== wrong.index && wrong.head !== verb.index) || !/^VB[DZP]$/.test(verb.xpos))
    return undefined
  return hasSubject(verb, first) ? undefined : verb
}
