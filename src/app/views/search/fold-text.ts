const plain = new Map<string, string>()

/** What a character is held against: its letter without accents, the typewriter's marks for printed ones. Always one unit for one unit. */
function plainOf(character: string): string {
  const known = plain.get(character)
  if (known !== undefined) return known
  const [base = character, ...marks] = character.normalize("NFD").toLowerCase()
  // What is taken apart into anything but a letter and its accents (Hangul) stays as it is.
  const isPlain = base.length === 1 && marks.every(mark => /\p{M}/u.test(mark))
  const folded = others[character] ?? (isPlain ? base : character)
  plain.set(character, folded)
  return folded
}

/** Letters whose plain form no normalization gives, and marks. English, German, Scandinavian, Slavic and Turkish spelling; ours. */
const others: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "\u00a0": " ",
  ø: "o",
  Ø: "o",
  ł: "l",
  Ł: "l",
  đ: "d",
  Đ: "d",
  ð: "d",
  ı: "i",
  İ: "i",
}

/** Text in lower case and without accents, of the same length: a place found in it is the same place in the text. */
export function foldText(text: string): string {
  // Before lower case: "İ" would become two units.
  const letters = /[^\0-\x7f]/.test(text) ? text.replace(/[^\0-\x7f]/g, plainOf) : text
  return letters.toLowerCase()
}

/** Whether the unit is part of a word. */
export function isWordUnit(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < 0x80) return (0x30 <= code && code <= 0x39) || (0x61 <= code && code <= 0x7a)
  return /[\p{L}\p{N}]/u.test(text[index] ?? "")
}
