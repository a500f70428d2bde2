import type { Fact } from "../../src/core/casefile.ts"

/** The value of a position or an assertion as text to compare with a list. */
export function valueText({ value }: Pick<Fact["positions"][number], "value">): string {
  if (value.kind === "time") return value.edtf
  if (value.kind === "count")
    return value.high === null
      ? `${value.low}+`
      : value.low === value.high
        ? `${value.low}`
        : `${value.low} to ${value.high}`
  if (value.kind === "place") return [value.name, value.text, ...(value.within ?? [])].join(", ")
  return value.kind === "entity" ? value.name : value.text
}

/** Folded so that quotation marks, white space, case and accents do not decide. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[“”„«»"]/g, "")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
}

/** True when two texts are the same after folding. */
export const same = (a: string, b: string) => fold(a) === fold(b)

/** True when one name holds the other's words, the article and points aside. */
export function nameMatches(a: string, b: string): boolean {
  const words = (name: string) =>
    new Set(
      fold(name)
        .replace(/\./g, "")
        .replace(/^the /, "")
        .split(/[\s-]+/),
    )
  const [small, large] = [words(a), words(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  return 0 < small.size && [...small].every(word => large.has(word))
}

/** Where the words stand in a text, whatever white space and quotation marks lie between them; undefined when they do not. */
export function findWords(text: string, words: string): { start: number; end: number } | undefined {
  const parts = words.split(/[\s“”„«»"]+/).filter(part => part !== "")
  const escaped = parts.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/['’‘]/g, "['’‘]"))
  const match = new RegExp(escaped.join('[\\s“”„«»"]+'), "iu").exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}
