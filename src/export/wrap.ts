/** Columns a text takes on a terminal: none for combining marks, two for wide East Asian characters and most emoji. */
export function columnsOf(text: string): number {
  // Nearly everything is plain, and asking each character costs seconds in a long brief.
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length
  let columns = 0
  for (const character of text)
    columns += /\p{Mn}|\p{Me}|\u200d|[\ufe00-\ufe0f]/u.test(character) ? 0 : isWide(character) ? 2 : 1
  return columns
}

const isWide = (character: string) =>
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  )

/**
 * Breaks a text into lines of at most `width` columns. Runs of spaces inside a line stay, since they part its columns;
 * at a break they go, and a break between columns (three spaces) is preferred. A word longer than a line is cut.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ""
  let used = 0
  for (const [piece] of text.matchAll(/\s+|\S+/g)) {
    const columns = columnsOf(piece)
    if (/^\s/.test(piece)) {
      line += piece
      used += columns
      continue
    }
    if (used + columns <= width) {
      line += piece
      used += columns
      continue
    }
    // A break between columns reads better than one within them.
    const gap = line.lastIndexOf("   ")
    const held = line.slice(gap + 3)
    if (line.length / 2 < gap && columnsOf(held) + columns <= width) {
      lines.push(line.slice(0, gap).trimEnd())
      line = held + piece
      used = columnsOf(line)
      continue
    }
    if (line.trim() !== "") lines.push(line.trimEnd())
    const cut = columns <= width ? [piece] : pieces(piece, width)
    lines.push(...cut.slice(0, -1))
    line = cut.at(-1)!
    used = columnsOf(line)
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

function pieces(word: string, width: number): string[] {
  const found: string[] = []
  let piece = ""
  let used = 0
  for (const character of word) {
    const columns = columnsOf(character)
    if (width < used + columns) {
      found.push(piece)
      piece = ""
      used = 0
    }
    piece += character
    used += columns
  }
  return [...found, piece]
}
