import { expect, test } from "vitest"
import { isAnswer, markedReadings } from "./marked-readings.ts"

const TEXT = `# part: warnings
# Two passages.

# class: advisory
The embassy warned of [w a bomb attack]; the mayor feared [w2 riots].
> advisory / notice; issuer embassy; place? Rome / Milan
> forecast?; threat riots said-by mayor
# class: nothing
One line. ¶ Another.
`
const read = (text: string) => markedReadings("warnings").read({ path: "", text, beside: () => "" })

test("lines below a passage are its readings, in the order of its brackets", () => {
  const [first, second] = read(TEXT)
  expect(first?.text).toBe("The embassy warned of a bomb attack; the mayor feared riots.")
  expect(first?.readings).toEqual([
    {
      heads: ["advisory", "notice"],
      maybe: false,
      words: { start: 22, end: 35 },
      fields: [
        { name: "issuer", answers: ["embassy"], maybe: false },
        { name: "place", answers: ["Rome", "Milan"], maybe: true },
      ],
    },
    {
      heads: ["forecast"],
      maybe: true,
      words: { start: 54, end: 59 },
      fields: [{ name: "threat", answers: ["riots"], maybe: false, saidBy: "mayor" }],
    },
  ])
  expect(second).toEqual({ class: "nothing", text: "One line.\n\nAnother.", readings: [] })
})

test("what has no passage or no reading is refused", () => {
  expect(() => read("# part: warnings\n> notice\n")).toThrow("a reading without a passage")
  expect(() => read("# part: warnings\nA [w bomb].\n")).toThrow("a bracket without a reading")
  expect(() => read("# part: warnings\nA [w bomb].\n> notice; 12\n")).toThrow("a field that is none")
})

test("each part has files of its own", () => {
  expect(markedReadings("warnings").looks(TEXT)).toBe(true)
  expect(markedReadings("profiles").looks(TEXT)).toBe(false)
})

test("an answer is found as whole words, whatever the case and the owner's 's", () => {
  const field = { name: "issuer", answers: ["Chad army", "embassy"], maybe: false }
  expect(isAnswer(field, "Chad's Army")).toBe(true)
  expect(isAnswer(field, "the embassy of Norway")).toBe(true)
  expect(isAnswer(field, "embassies")).toBe(false)
  expect(isAnswer({ ...field, answers: [] }, "anything")).toBe(true)
})
