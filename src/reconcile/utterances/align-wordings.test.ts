import fc from "fast-check"
import { expect, test } from "vitest"
import { alignWordings } from "./align-wordings.ts"

/** Words left out in [-...-], added in {+...+}, changed in [-was-]{+now+}. */
function marked(fullest: string, wording: string): string {
  return alignWordings(fullest, wording)
    .map(({ kind, text, was }) => {
      if (kind === "same") return text
      if (kind === "left-out") return `[-${text}-] `
      return `${kind === "changed" ? `[-${was}-]` : ""}{+${text.trimEnd()}+}${/\s$/.test(text) ? " " : ""}`
    })
    .join("")
}

test.each([
  ["We counted the boats twice", "We counted the boats twice", "We counted the boats twice"],
  // Marks, capitals and digits are no change.
  ["“We counted six boats,” she said", "we counted 6 boats she said", "we counted 6 boats she said"],
  ["We counted the boats twice", "We counted boats", "We counted [-the-] boats[-twice-] "],
  ["We counted the boats", "We counted the small boats again", "We counted the {+small+} boats {+again+}"],
  [
    "the group retains the will to strike ports within six months",
    "the group retains the intent to strike harbours within six months",
    "the group retains the [-will-]{+intent+} to strike [-ports-]{+harbours+} within six months",
  ],
  // "to" and "of" between changes are no common ground.
  [
    "it failed to warn of storms",
    "they meant to speak of peace",
    "[-it failed to warn of storms-]{+they meant to speak of peace+}",
  ],
  ["", "Nothing", "{+Nothing+}"],
  ["Nothing", "…", "[-Nothing-] "],
])("%s -> %s", (fullest, wording, expected) => {
  expect(marked(fullest, wording)).toBe(expected)
})

const text = fc.array(fc.constantFrom("the", "boats", "six", "6", "left", "Orsa", "—", ",", "“we", "of"), {
  maxLength: 12,
})

test("no letter of a wording is lost, and same words are the same", () => {
  fc.assert(
    fc.property(text, text, (one, two) => {
      const [fullest, wording] = [one.join(" "), two.join(" ")]
      const parts = alignWordings(fullest, wording)
      const own = parts.filter(part => part.kind !== "left-out").map(part => part.text)
      if (wording.match(/\p{L}|\d/u)) expect(own.join("")).toBe(wording)
      for (const part of parts) expect(part.was === undefined).toBe(part.kind !== "changed")
      expect(alignWordings(wording, wording)).toEqual([{ kind: "same", text: wording }])
    }),
  )
})
