import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, test } from "vitest"
import { exampleLines } from "../../core/examples.ts"
import { mappedOf, rawOf } from "../mapped.ts"
import { repairText } from "./repair-text.ts"
import { findUnwrapEdits } from "./unwrap.ts"

const repair = (text: string): string => repairText(mappedOf(text), "text").text
const withCodes = (text: string): string =>
  text.replace(/\\u([0-9A-Fa-f]{4})|\\t/g, (_, code) => (code ? String.fromCharCode(Number.parseInt(code, 16)) : "\t"))

describe("repair/examples.txt", () => {
  const cases = exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8"))
  for (const { line, number } of cases) {
    const [before, after] = line.split(" ⇒ ").map(withCodes)
    test(`line ${number}: ${line}`, () => assert.equal(repair(before!), after ?? before))
  }
  test("at least a third of the lines stay as they are", () => {
    const honest = cases.filter(({ line }) => !line.includes(" ⇒ ")).length
    assert.ok(cases.length / 3 <= honest, `${honest} of ${cases.length}`)
  })
})

const troubled = fc
  .array(
    fc.constantFrom(
      ...'abc XYZ éñ оіа Рос ’“”«»".,;:!?…-–—()\n\n\r\t\u00A0\u200B\u00AD\u0301\u200D\u202A0123 â€™Ã©Â £жЖωΩعקか가😀\uFEFF'.split(
        /(?:)/u,
      ),
      ". . .",
      "said.The",
      "oкno",
      "the",
      "tо",
      "don’t",
      "â€œ",
      " » ",
      "« ",
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(""))

describe("laws of repairText", () => {
  test("doing it twice changes nothing more", () => {
    fc.assert(
      fc.property(troubled, text => {
        const once = repair(text)
        assert.equal(repair(once), once)
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  test("the text is well-formed, normalized and every unit of it maps into the raw text or was put in by us", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          troubled,
          fc.string({ unit: "binary" }).map(text => text.toWellFormed()),
        ),
        text => {
          const repaired = repairText(mappedOf(text), "text")
          assert.ok(repaired.text.isWellFormed())
          assert.equal(repaired.text.normalize("NFC"), repaired.text)
          let covered = 0
          for (const [start, length, rawStart, rawLength] of repaired.runs) {
            assert.equal(start, covered)
            covered += length
            assert.ok(0 <= rawStart && rawStart + rawLength <= text.length)
          }
          assert.equal(covered, repaired.text.length)
        },
      ),
      { numRuns: 1000, seed: 7 },
    )
  })

  test("marks lie within the text, one for each repair", () => {
    fc.assert(
      fc.property(troubled, text => {
        const repaired = repairText(mappedOf(text), "text")
        for (const mark of repaired.marks)
          assert.ok(0 <= mark.start && mark.start <= mark.end && mark.end <= repaired.text.length)
        if (repaired.marks.length === 0)
          assert.equal(repaired.text.replace(/[ \t]+/g, " "), text.replace(/[ \t]+/g, " "))
      }),
      { numRuns: 1000, seed: 7 },
    )
  })

  test("plain ASCII words always map to themselves", () => {
    fc.assert(
      fc.property(troubled, text => {
        const repaired = repairText(mappedOf(text), "text")
        for (const match of repaired.text.matchAll(/(?<![\p{L}\p{M}])[a-zA-Z]+(?![\p{L}\p{M}])/gu)) {
          const raw = rawOf(repaired.runs, match.index, match.index + match[0].length)
          assert.ok(raw, match[0])
          // A word of look-alikes only is judged by its neighbours, so it says nothing alone.
          if (!/[a-zA-Z]/.test(text.slice(raw.start, raw.end))) continue
          assert.equal(repair(text.slice(raw.start, raw.end)).trim(), match[0])
        }
      }),
      { numRuns: 1000, seed: 7 },
    )
  })
})

describe("hard-wrapped text", () => {
  const wrapped = [
    "   PORT SELLA, 3 MAY (AGENCY) -- A BOMB DAMAGED THE FERRY TERMINAL OF",
    "PORT SELLA LAST NIGHT, THE COAST GUARD SAID THIS MORNING. THE EXPLO-",
    "SION BROKE WINDOWS IN THE WHOLE QUARTER AND WAS HEARD TEN KILOMETERS",
    "AWAY, ACCORDING TO RESIDENTS.",
    "",
    "   NOBODY HAS CLAIMED THE EXPLOSION. THE POLICE ARE LOOKING FOR A WHITE",
    "VAN THAT WAS SEEN IN FRONT OF THE TERMINAL SHORTLY BEFORE MIDNIGHT, AND",
    "THEY ASK THE PUBLIC FOR HELP.",
  ].join("\n")

  test("lines of one paragraph are joined", () => {
    const text = repair(wrapped).replace(/^\s+/gm, "")
    assert.equal(text.split("\n").filter(line => line !== "").length, 2)
    assert.match(text, /TERMINAL OF PORT SELLA LAST NIGHT/)
  })

  test("short paragraphs one below the other are not joined", () => {
    assert.deepEqual(
      findUnwrapEdits("The port is closed.\nFerries wait.\nNobody knows why.\nThe mayor is silent.\nTrains run."),
      [],
    )
    assert.deepEqual(
      findUnwrapEdits("Explosion closes port\nFerries wait outside\nMayor silent\nTrains run\nSchools stay open"),
      [],
    )
  })
})
