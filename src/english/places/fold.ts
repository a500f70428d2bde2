const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ə: "a",
}

/** The form under which a name of a place is looked up: lower case without marks, dots and apostrophes, hyphens as spaces, "saint" as "st". */
export function foldName(name: string): string {
  let plain = name.toLowerCase()
  if (/[^ -~]/.test(plain))
    plain = plain
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[øłßæœđðþıħə]/g, letter => LETTERS[letter]!)
      .replace(/[’‘ʻʼ`´ʹ]/g, "'")
  return plain
    .replace(/['.]/g, "")
    .replace(/[\s_/–—-]+/g, " ")
    .trim()
    .replace(/\bsaint\b/g, "st")
    .replace(/\bmount\b/g, "mt")
    .replace(/\bfort\b/g, "ft")
}
