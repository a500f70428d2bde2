import { mappedOf } from "../../src/text/mapped.ts"
import { repairMojibake } from "../../src/text/repair/mojibake.ts"
import type { Format, Part } from "../part.ts"
import { shareFigure } from "../tally.ts"

interface Damaged {
  readonly original: string
  readonly fixed: string
  /** What is left to do when only the encoding is repaired. */
  readonly "fixed-encoding"?: string
}

/** Test cases of ftfy: a JSON list of texts with what they should become; honest ones stay as they are. */
const damagedTexts: Format<Damaged> = {
  name: "list of cases with original and fixed (.json)",
  folder: "text-repair",
  extension: /\.json$/,
  looks: head => /^\[\s*\{/.test(head) && head.includes('"original"'),
  corpus: "file",
  read: ({ text }) => JSON.parse(text) as Damaged[],
}

/** Texts read in the wrong encoding: repaired, or left alone when there is nothing to repair. */
export const mojibake: Part<Damaged> = {
  name: "mojibake",
  about: "texts read in the wrong encoding repaired, honest ones left alone",
  format: damagedTexts,
  documents: "texts",
  measure(cases, run) {
    const wrong = cases.filter(
      one => repairMojibake(mappedOf(one.original)).text !== (one["fixed-encoding"] ?? one.fixed),
    )
    for (const { original, fixed } of wrong)
      run.wrong(original === fixed ? "honest text changed" : "not repaired", `${original} for ${fixed}`)
    return [shareFigure("texts right", cases.length - wrong.length, cases.length, "texts")]
  },
}
