import type { Span } from "../../../core/span.ts"

/** Letters of one piece, at most. A paragraph of five megabytes is shown in pieces of this size, so that a screen can draw what is in view. */
export const LONGEST_PIECE = 1_200

/** Cuts a stretch into parts of at most `longest`, behind a sentence, else behind white space, else anywhere but within a character. */
export function cutText(text: string, { start, end }: Span, longest = LONGEST_PIECE): Span[] {
  const parts: Span[] = []
  let from = start
  while (longest < end - from) {
    const to = from + cutAt(text.slice(from, from + longest))
    parts.push({ start: from, end: to })
    from = to
  }
  parts.push({ start: from, end })
  return parts
}

/** Where to end a part that is too long; never before its middle, so that parts do not become tiny. */
function cutAt(part: string): number {
  const half = Math.floor(part.length / 2)
  const line = part.lastIndexOf("\n") + 1
  if (half <= line) return line
  const sentence = Math.max(part.lastIndexOf(". "), part.lastIndexOf("” ")) + 2
  if (half <= sentence) return sentence
  const space = part.lastIndexOf(" ") + 1
  if (half <= space) return space
  const last = part.charCodeAt(part.length - 1)
  // The first half of a pair such as an emoji goes with the second.
  return 0xd800 <= last && last <= 0xdbff ? part.length - 1 : part.length
}
