import type { Edit } from "../mapped.ts"

// Source: Unicode Technical Standard 39, confusables.txt (Unicode License v3), the pairs that look the same in common
// news fonts. Greek small letters that are used beside Latin ones in science (alpha, mu, nu, gamma ...) are left out.
const cyrillicToLatin: Readonly<Record<string, string>> = {
  а: "a",
  с: "c",
  ԁ: "d",
  е: "e",
  һ: "h",
  і: "i",
  ј: "j",
  о: "o",
  р: "p",
  ԛ: "q",
  ѕ: "s",
  ԝ: "w",
  х: "x",
  у: "y",
  ӏ: "l",
  к: "k",
  ё: "ë",
  ї: "ï",
  А: "A",
  В: "B",
  С: "C",
  Е: "E",
  Н: "H",
  І: "I",
  Ј: "J",
  К: "K",
  М: "M",
  О: "O",
  Р: "P",
  Ѕ: "S",
  Т: "T",
  Х: "X",
  У: "Y",
  Ӏ: "I",
  Ԍ: "G",
  Ԛ: "Q",
  Ԝ: "W",
  Ё: "Ë",
  Ї: "Ï",
}
const greekToLatin: Readonly<Record<string, string>> = {
  ο: "o",
  Α: "A",
  Β: "B",
  Ε: "E",
  Ζ: "Z",
  Η: "H",
  Ι: "I",
  Κ: "K",
  Μ: "M",
  Ν: "N",
  Ο: "O",
  Ρ: "P",
  Τ: "T",
  Υ: "Y",
  Χ: "X",
  ϲ: "c",
  ϳ: "j",
}
const toLatin = new Map([...Object.entries(cyrillicToLatin), ...Object.entries(greekToLatin)])
// "k" and "K" go one way only for words that are Cyrillic otherwise; "ë" and "ï" are honest Latin.
const toCyrillic = new Map(Object.entries(cyrillicToLatin).map(([from, to]) => [to, from]))

const latin = /\p{Script=Latin}/u
const other = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const word = /[\p{L}\p{M}]+/gu

/** How many words of mixed script a text must have before whole words of look-alikes are doubted too. */
const ENOUGH_MIXED_WORDS = 3

/**
 * Letters of one script put inside words of another, such as a Cyrillic "о" in "tо". Words of one script are honest and stay,
 * save a short word made of look-alikes only that stands between Latin words in a text that has such mixed words.
 */
export function findLookAlikeEdits(text: string): Edit[] {
  // Most texts have no letter of the other scripts at all.
  if (!other.test(text)) return []
  const words = [...text.matchAll(word)].map(match => ({
    start: match.index,
    text: match[0],
    script: scriptOf(match[0]),
  }))
  const edits: Edit[] = []
  let mixed = 0
  for (const each of words) {
    if (each.script !== "mixed") continue
    const found = mixedWordEdits(each.start, each.text)
    if (found.length > 0) mixed++
    edits.push(...found)
  }
  words.forEach((each, index) => {
    if (each.script !== "other" || ![...each.text].every(char => toLatin.has(char))) return
    const short = each.text.length === 1 && /^[аАіІ]$/.test(each.text)
    if (!short && mixed < ENOUGH_MIXED_WORDS) return
    if (!short && each.text.length > 3) return
    const left = neighbour(text, words, index, -1)
    const right = neighbour(text, words, index, 1)
    if (isLatin(left) && isLatin(right) && (left !== undefined || right !== undefined))
      edits.push(...lettersOf(each.start, each.text, toLatin))
  })
  return edits.sort((a, b) => a.start - b.start)
}

type Script = "latin" | "other" | "mixed" | "none"

function scriptOf(text: string): Script {
  const hasLatin = latin.test(text)
  const hasOther = other.test(text)
  return hasLatin ? (hasOther ? "mixed" : "latin") : hasOther ? "other" : "none"
}

/** A mixed word becomes Latin when all its strange letters look Latin, or Cyrillic when all its Latin letters look Cyrillic. */
function mixedWordEdits(start: number, text: string): Edit[] {
  const chars = [...text]
  const strange = chars.filter(char => other.test(char))
  const plain = chars.filter(char => latin.test(char))
  const canBeLatin = strange.every(char => toLatin.has(char))
  const canBeCyrillic = !/\p{Script=Greek}/u.test(text) && plain.every(char => toCyrillic.has(char))
  // Symbols such as "kΩ" or "TΑ": one Latin letter beside a Greek one says nothing about a word.
  if (/\p{Script=Greek}/u.test(text) && plain.length < 2) return []
  if (canBeLatin && canBeCyrillic) return lettersOf(start, text, plain.length < strange.length ? toCyrillic : toLatin)
  if (canBeLatin) return lettersOf(start, text, toLatin)
  return canBeCyrillic ? lettersOf(start, text, toCyrillic) : []
}

function lettersOf(start: number, text: string, table: ReadonlyMap<string, string>): Edit[] {
  const from = table === toCyrillic ? latin : other
  const edits: Edit[] = []
  let offset = start
  for (const char of text) {
    const to = from.test(char) ? table.get(char) : undefined
    if (to !== undefined) edits.push({ start: offset, end: offset + char.length, text: to, kind: "look-alike" })
    offset += char.length
  }
  return edits
}

/** Script of the next word on the same line that is not itself in doubt; undefined at the edge of the line. */
function neighbour(
  text: string,
  words: readonly { start: number; text: string; script: Script }[],
  index: number,
  step: 1 | -1,
): Script | undefined {
  const here = words[index]!
  const there = words[index + step]
  if (!there) return undefined
  const between =
    step === 1
      ? text.slice(here.start + here.text.length, there.start)
      : text.slice(there.start + there.text.length, here.start)
  if (between.includes("\n")) return undefined
  // A letter that is spoken about ("the letter “о”") is meant as it is.
  if (/["“”«»‘’()]/.test(between)) return "other"
  return there.script
}

function isLatin(script: Script | undefined): boolean {
  return script === undefined || script === "latin" || script === "mixed"
}
