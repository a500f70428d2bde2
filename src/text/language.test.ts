import { expect, test } from "vitest"
import { languageOf } from "./language.ts"

const notAsked = () => {
  throw new Error("the detector was asked")
}

test("plain English is known without the detector", () => {
  const text =
    "Police said the boat was taken to the harbour of Port Sella, and that the men who had been aboard have left."
  expect(languageOf(text, notAsked)).toBe("en")
})

test("the detector is asked for what is not plainly English", () => {
  const text = "La policía dijo que el barco fue llevado al puerto y que los hombres que iban a bordo se han marchado."
  expect(languageOf(text, asked => (asked === text ? "es" : ""))).toBe("es")
  expect(languageOf("Boat sinks off Port Sella", () => "nl")).toBe("nl")
  expect(languageOf("Boat sinks off Port Sella", () => "")).toBe("und")
})

test("a few words are in no language that can be told", () => {
  expect(languageOf("the of and", notAsked)).toBe("und")
  expect(languageOf("", notAsked)).toBe("und")
})
