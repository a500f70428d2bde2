import type { Span } from "../../core/span.ts"
import type { EntityRef, TextValue } from "../../core/value.ts"
import type { Analysis, EntityMention } from "../../english/analysis.ts"
import { nounPhraseAt, type Range, spanOfRange } from "../statements/phrase.ts"
import { mentionIn } from "../statements/resolve-speaker.ts"

/** The words of a range as a value, marks of quotation kept whole. */
export function textOf(analysis: Analysis, range: Range): TextValue {
  const span = balanced(analysis.report.text, spanOfRange(analysis, range))
  const text = analysis.report.text.slice(span.start, span.end)
  const norm = analysis.tokens
    .slice(range.first, range.last)
    .filter(token => token.upos !== "DET" && token.upos !== "PUNCT")
    .map(token => token.lemma.toLowerCase())
    .join(" ")
  return { kind: "text", text, norm: norm === "" ? text.toLowerCase() : norm }
}

/** Takes in a mark of quotation right outside whose other half is inside, and drops a half at an end whose other half is far. */
function balanced(text: string, span: Span): Span {
  let { start, end } = span
  const inside = text.slice(start, end)
  if (/[”»]/.test(inside) && !/[“«]/.test(inside) && /[“«]/.test(text[start - 1] ?? "")) start--
  else if (/[“«]/.test(inside) && !/[”»]/.test(inside)) {
    const rest = /^[.,]?[”»]/.exec(text.slice(end))
    if (rest) end += rest[0].length
  } else if (/"/.test(inside) && inside.split('"').length % 2 === 0) {
    const rest = /^[.,]?"/.exec(text.slice(end))
    if (rest) end += rest[0].length
    else if (text[start - 1] === '"') start--
  }
  return { start, end }
}

/** An entity as a value, with the words of this mention. */
export function refOf(analysis: Analysis, mention: EntityMention): EntityRef {
  const entity = analysis.entities[mention.entity]!
  return {
    kind: "entity",
    entityId: entity.id,
    type: entity.type,
    name: entity.name,
    text: analysis.report.text.slice(mention.start, mention.end),
  }
}

/** The noun phrase with this head: the entity when it is its name, else the words. */
export function valueAt(
  analysis: Analysis,
  head: number,
  lowest: number,
  highest: number,
): EntityRef | TextValue | undefined {
  return valueIn(analysis, nounPhraseAt(analysis, head, Math.max(0, lowest), highest))
}

export function valueIn(analysis: Analysis, phrase: Range & { head: number }): EntityRef | TextValue {
  const { head } = phrase
  let { first, last } = phrase
  while (first < last && /^(the|a|an|more|further|its|their)$/i.test(analysis.tokens[first]!.text) && first < head)
    first++
  // A target ends before where and when: "interests abroad in Europe".
  for (let at = head + 1; at < last; at++)
    if (/^(in|within|with|during|by|from|as)$/i.test(analysis.tokens[at]!.text)) {
      last = at
      break
    }
  const mention = mentionIn(analysis, { ...phrase, first, last })
  if (
    mention &&
    mention.form === "name" &&
    mention.headToken === head &&
    mention.end - mention.start + 4 >=
      spanOfRange(analysis, { first, last }).end - spanOfRange(analysis, { first, last }).start
  )
    return refOf(analysis, mention)
  return textOf(analysis, { first, last })
}
