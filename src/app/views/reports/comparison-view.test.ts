import fc from "fast-check"
import { expect, test } from "vitest"
import { smallCase, smallLink, smallPassage, smallReport } from "../testing/lineage-case.ts"
import { type ComparedSegment, comparisonView } from "./comparison-view.ts"

const fire = "Six boats burned in the harbour of Orsa on Monday night."
const lamp = "The harbour master said a lamp had fallen over."
const rain = "Rain had kept most owners away from the quay."
const lampAnew = "A lamp had fallen over, the master of the harbour said."
const ours = "Our reporter counted nine people on the quay."
const wire = smallReport("wire", [fire, lamp, rain])
const paper = smallReport("paper", [rain, fire, `${lampAnew} ${ours}`])
const digest = smallReport("digest", [fire, "Nobody was hurt."])
const far = smallReport("far", ["Quite another thing."])
const index = smallCase({
  reports: [wire, paper, digest, far],
  lineage: [
    smallLink("paper", "wire", {
      passages: [
        smallPassage([paper, rain], [wire, rain]),
        smallPassage([paper, fire], [wire, fire]),
        smallPassage([paper, lampAnew], [wire, lamp], "paraphrase"),
      ],
    }),
    smallLink("digest", "wire", { passages: [smallPassage([digest, fire], [wire, fire], "near")] }),
  ],
})
const words = (segments: readonly ComparedSegment[]) =>
  segments
    .map(({ parts }) =>
      parts
        .map(({ text, mark, row }) =>
          mark === "same" || mark === "own" || mark === "between" ? text : `[${mark}${row ?? ""} ${text}]`,
        )
        .join(""),
    )
    .join(" | ")
const rowsOf = (a: string, b: string) =>
  comparisonView(index, { a, b }).rows.map(({ kind, ...row }) => [kind ?? "own", words(row.a), words(row.b)])

test("passages in the same order stand in one row, one that crosses them is marked where it stands", () => {
  expect(rowsOf("wire", "paper")).toEqual([
    ["own", "", `[elsewhere3 ${rain}]`],
    ["verbatim", fire, fire],
    [
      "paraphrase",
      "[only The harbour master said] a lamp had fallen over.",
      "A lamp had fallen over, [only the master of the harbour said].",
    ],
    ["own", `[elsewhere0 ${rain}]`, ` ${ours}`],
  ])
})

test("who rests on whom, how much is shared, and what each alone has", () => {
  const view = comparisonView(index, { a: "wire", b: "paper" })
  expect(view.verdict).toEqual([`${label("paper")} rewrites ${label("wire")}: it was published earlier.`])
  expect(view.shares.a).toEqual({ shared: 100, same: 69 })
  expect(view.counts).toEqual({ verbatim: 2, near: 0, paraphrase: 1, translation: 0 })
})

const label = (id: string) => `r${index.numbers.get(id)}`

test("two that rest on a third share what both have from it", () => {
  expect(comparisonView(index, { a: "paper", b: "digest" }).verdict).toEqual([`Both rest on ${label("wire")}.`])
  expect(rowsOf("paper", "digest").filter(([kind]) => kind !== "own")).toEqual([["near", fire, fire]])
})

test("two that share nothing stand beside each other whole", () => {
  expect(rowsOf("far", "digest")).toEqual([["own", far.text, `${fire} | Nobody was hurt.`]])
  expect(comparisonView(index, { a: "far", b: "digest" }).verdict).toEqual([
    "Nothing proves that one of them rests on the other.",
  ])
  expect(() => comparisonView(index, { a: "far", b: "far" })).toThrow("expected two reports")
})

const sentence = fc.constantFrom(
  fire,
  lamp,
  rain,
  ours,
  lampAnew,
  "Well.",
  "Six boats, all told, burned on that night in Orsa.",
)
const body = fc.array(sentence, { minLength: 1, maxLength: 8 })

test("no letter of either text is lost or told twice, whatever they share", () => {
  fc.assert(
    fc.property(body, body, (one, two) => {
      const [a, b] = [smallReport("a", one), smallReport("b", two)]
      const { rows } = comparisonView(smallCase({ reports: [a, b] }), { a: "a", b: "b" })
      const text = (side: "a" | "b") =>
        rows.flatMap(row => row[side].flatMap(({ parts }) => parts.map(part => part.text)))
      expect(text("a").join("")).toBe(one.join(""))
      expect(text("b").join("")).toBe(two.join(""))
    }),
  )
})
