import { contains, overlaps, type Span } from "../../core/span.ts"
import type { Place, Time } from "../../core/value.ts"
import type { Sentence, Token } from "../../english/analysis.ts"
import { childrenOf, headOf } from "../../english/tree.ts"
import type { Naming } from "./candidates.ts"
import { headOfSpan, type Scene, sentenceOf, type Telling } from "./scene.ts"

/** The features of one naming of a day or town: where it stands, what it hangs on, which events are near. No feature holds a name. */
export function namingFeatures(scene: Scene, naming: Naming<Time | Place>): string[] {
  const sentence = sentenceOf(scene, naming)
  const head = headOfSpan(scene, naming)
  if (!sentence || !head) return []
  const found = [
    ...(naming.value.kind === "time" ? timeFeatures(naming.value, naming.rule) : placeFeatures(naming.value, naming)),
    ...positionFeatures(scene, naming, sentence),
    ...grammarFeatures(scene, head),
    ...wordFeatures(scene, naming, sentence),
    ...eventFeatures(scene, naming, head, sentence),
  ]
  return found
}

/** "early Tuesday morning" is "early W morning", "Feb. 4" is "M 9": names of days and months and numbers by their kind. */
export function shapeOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:mon|tues?|wed|wednes|thu|thurs?|fri|satur|sat|sun)(?:day)?\b\.?/g, "W")
    .replace(
      /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?/g,
      "M",
    )
    .replace(/\d{4}/g, "Y")
    .replace(/\d+/g, "9")
    .slice(0, 40)
}

function timeFeatures(time: Time, rule: string): string[] {
  const shape = shapeOf(time.text)
  const kind = /\d:\d\d|\d ?[ap]\.?m|o.clock|noon|midnight|hours/i.test(time.text) ? "clock" : ""
  const named = /W/.test(shape)
    ? "W"
    : /M/.test(shape)
      ? "M"
      : /today|this|tonight/.test(shape)
        ? "today"
        : /last|yesterday/.test(shape)
          ? "last"
          : ""
  return [
    `shape=${shape}`,
    `kind=${kind}${named}`,
    `precision=${time.precision}`,
    `method=${time.method}`,
    `rule=${rule}`,
    `method+kind=${time.method}${kind}${named}`,
  ]
}

function placeFeatures(place: Place, { rule }: Naming<Time | Place>): string[] {
  return [
    `rule=${rule}`,
    `precision=${place.precision}`,
    `listed=${place.country !== undefined}`,
    `words=${place.text.split(" ").length}`,
  ]
}

function positionFeatures(scene: Scene, span: Span, sentence: Sentence): string[] {
  const { analysis } = scene
  const order = sentence.index - scene.opening
  const { text } = analysis.report
  const place =
    sentence.index < scene.opening
      ? "title"
      : sentence.blockIndex === 0
        ? "first-block"
        : order < 1
          ? "1"
          : order < 2
            ? "2"
            : order < 4
              ? "3"
              : order < 8
                ? "5"
                : order < 15
                  ? "9"
                  : "16"
  const begins = span.start === sentence.start
  const inQuotation = analysis.quotations.some(quotation => contains(quotation, span))
  const before = text.slice(Math.max(0, span.start - 2), span.start)
  const after = text.slice(span.end, span.end + 45)
  const inBlock = text.slice(sentence.block.start, span.start)
  // "Man shot - WMC Action News 5 - Memphis, Tennessee": who publishes it.
  const isTail = inBlock.length < 160 && /\s[-–—|:]{1,2}\s/.test(inBlock) && !/[.!?]\s/.test(inBlock)
  const dateline =
    begins &&
    /^(?:, [\p{L}. ]{2,24})?(?:,? \p{Lu}\w+\.? \d{1,2}(?:, \d{4}|\s\d\d)?)?\s*(?:\([^)]{2,24}\)\s*)?(?:[—–]|--?\s|_)/u.test(
      after,
    )
  return [
    `at=${place}`,
    `begins=${begins}`,
    ...(dateline ? ["dateline"] : []),
    ...(isInDateline(text, sentence.start, span) ? ["in-dateline"] : []),
    ...(isTail ? ["title-tail"] : []),
    ...(inQuotation ? ["quoted"] : []),
    ...(before.endsWith("(") ? ["in-brackets"] : []),
    `length=${Math.min(4, Math.floor((sentence.lastToken - sentence.firstToken) / 10))}`,
  ]
}

/** "LIMA, 25 Oct 89 (EFE) --": where and when a report was written, before the dash that opens it. */
function isInDateline(text: string, start: number, span: Span): boolean {
  const line = /^\p{Lu}[^.!?\n]{2,70}?(?:\)\s*(?:[—–:]|--?)|\s(?:[—–]|--?))\s/u.exec(text.slice(start, start + 90))?.[0]
  return line !== undefined && span.end <= start + line.length && /^(?:\p{Lu}{2,}|[^,(]+(?:,[^,(]+){0,3}\()/u.test(line)
}

/** Whether a word may be part of a feature: one of the language, no name. */
function isPlain(token: Token): boolean {
  return token.upos !== "PROPN" && token.upos !== "NUM" && token.upos !== "X" && /^\p{Ll}+$/u.test(token.lemma)
}

function lemmaOr(token: Token | undefined): string {
  return token === undefined ? "-" : isPlain(token) ? token.lemma : token.upos
}

function grammarFeatures(scene: Scene, head: Token): string[] {
  const { analysis } = scene
  const preposition = childrenOf(analysis, head, "case")[0]?.lemma.toLowerCase() ?? "-"
  const path = [head.deprel]
  let verb: Token | undefined
  let noun: Token | undefined
  for (let at = headOf(analysis, head), steps = 0; at && steps < 5; at = headOf(analysis, at), steps++) {
    if (at.upos === "VERB" || at.upos === "AUX") {
      verb = at
      break
    }
    noun ??= at
    path.push(at.deprel)
  }
  const governor = lemmaOr(headOf(analysis, head))
  return [
    `case=${preposition}`,
    `relation=${head.deprel}`,
    `governor=${governor}`,
    `governor+case=${governor}+${preposition}`,
    `verb=${verb ? lemmaOr(verb) : "-"}`,
    `tense=${verb?.xpos ?? "-"}`,
    `noun=${lemmaOr(noun)}`,
    `noun+case=${lemmaOr(noun)}+${preposition}`,
    `path=${path.slice(0, 3).join(">")}`,
    ...(verb && childrenOf(analysis, verb, "aux:pass").length > 0 ? [`passive=${lemmaOr(verb)}`] : []),
  ]
}

/** The words right before and after. */
function wordFeatures({ analysis }: Scene, span: Span, sentence: Sentence): string[] {
  const tokens = analysis.tokens.slice(sentence.firstToken, sentence.lastToken)
  const first = tokens.findIndex(token => span.start < token.end)
  const last = tokens.findLastIndex(token => token.start < span.end)
  const word = (index: number) => {
    const token = tokens[index]
    if (!token) return "|"
    const form = token.text.toLowerCase()
    return isPlain(token) || BODY.has(form) || token.upos === "PUNCT" ? form : token.upos
  }
  return [
    `before=${word(first - 1)}`,
    `before2=${word(first - 2)} ${word(first - 1)}`,
    `after=${word(last + 1)}`,
    `after2=${word(last + 1)} ${word(last + 2)}`,
  ]
}

/** Words that names of bodies and sites are made of. */
const BODY: ReadonlySet<string> = new Set(
  "police department sheriff sheriffs county city town township village borough parish district fire rescue state court courthouse jail prison hospital medical center university college school high elementary church mall park airport station mayor attorney prosecutor coroner council times news post herald tribune journal gazette star press daily avenue street road boulevard highway drive metro metropolitan army police's base camp embassy province region".split(
    " ",
  ),
)

function eventFeatures(scene: Scene, span: Span, head: Token, sentence: Sentence): string[] {
  const { analysis, tellings, fills } = scene
  const found: string[] = fills
    .filter(fill => overlaps(fill.span, span))
    .flatMap(({ slot, role, rule }) => [`fills=${slot}:${role}`, `filled-by=${rule}`])
  const here = tellings.get(sentence.index) ?? []
  for (const role of new Set(here.map(telling => telling.role))) found.push(`here=${role}`)
  for (const role of new Set((tellings.get(sentence.index - 1) ?? []).map(telling => telling.role)))
    found.push(`before-it=${role}`)
  for (const role of new Set((tellings.get(sentence.index + 1) ?? []).map(telling => telling.role)))
    found.push(`after-it=${role}`)
  if (here.length === 0) found.push("here=none")
  const nearest = nearestOf(here, head)
  if (nearest) {
    const distance = Math.abs(nearest.token.index - head.index)
    found.push(
      `nearest=${nearest.role}:${nearest.token.index < head.index ? "left" : "right"}:${distance < 4 ? 3 : distance < 9 ? 8 : 20}`,
    )
  }
  const byIndex = new Map(here.map(telling => [telling.token.index, telling]))
  let steps = 0
  for (let at: Token | undefined = head; at && steps < 6; at = headOf(analysis, at), steps++) {
    const telling = byIndex.get(at.index)
    if (telling) {
      found.push(`below=${telling.role}`, `below=${telling.role}:${steps}`, `trigger=${telling.token.upos}`)
      break
    }
  }
  return found
}

function nearestOf(tellings: readonly Telling[], head: Token): Telling | undefined {
  return tellings.toSorted((a, b) => Math.abs(a.token.index - head.index) - Math.abs(b.token.index - head.index))[0]
}
