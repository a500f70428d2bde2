import { applyEdits, type Edit, type Mapped } from "../mapped.ts"

/** Text that was decoded with the wrong encoding on its way, such as "donâ€™t". */
export function repairMojibake(mapped: Mapped): Mapped {
  let now = mapped
  // Some text went wrong more than once.
  for (let round = 0; round < 3; round++) {
    const edits = findMojibakeEdits(now.text)
    if (edits.length === 0) return now
    now = applyEdits(now, edits)
  }
  return now
}

export function findMojibakeEdits(_text: string): Edit[] {
  return []
}
