import type { PositionView } from "../../../../src/app/views/incidents/fact-view.ts"

/**
 * A position as a row tells it: value, how it stands, since when, and who says so where the row has room for nothing else.
 * The value is left out where it is `same` as what stands before it.
 */
export function sideWords(
  position: PositionView,
  {
    unfolded,
    same,
    listed,
  }: { readonly unfolded: boolean; readonly same: readonly string[]; readonly listed: boolean },
): string {
  const { short, folded, foldedWords, note, day, sayers } = position
  if (same.includes(short))
    return [note, sayers === "" ? "" : `according to ${sayers}`].filter(words => words !== "").join(", ")
  const value = folded && !unfolded ? foldedWords! : short
  const details = [note, listed ? "" : day].filter(words => words !== "")
  return 0 < details.length ? `${value} (${details.join(", ")})` : value
}
