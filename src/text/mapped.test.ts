import assert from "node:assert/strict"
import fc from "fast-check"
import { describe, test } from "vitest"
import { rawSpanOf } from "../core/raw-map.ts"
import { applyEdits, type Edit, joinMapped, type Mapped, mappedOf, rawOf, sliceMapped } from "./mapped.ts"

/** A text with edits that are in order and do not overlap. */
const edited = fc.string({ minLength: 1, maxLength: 40 }).chain(text =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 6 }).map(raw => {
    const edits: Edit[] = []
    let done = 0
    for (const [start, length, to] of raw.sort((a, b) => a[0] - b[0])) {
      if (start < done) continue
      const end = Math.min(text.length, start + length)
      edits.push({ start, end, text: to, kind: "k" })
      done = end + 1
    }
    return { text, edits }
  }),
)

function checkRuns({ text, runs }: Mapped, rawLength: number): void {
  let covered = 0
  for (const [start, length, rawStart, raw] of runs) {
    assert.equal(start, covered)
    assert.ok(0 < length && 0 <= rawStart && rawStart + raw <= rawLength)
    covered += length
  }
  assert.equal(covered, text.length)
}

describe("mapped text", () => {
  test("edits give the text that splicing gives, and runs that cover it", () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const mapped = applyEdits(mappedOf(text), edits)
        let wanted = text
        for (const edit of [...edits].reverse())
          wanted = wanted.slice(0, edit.start) + edit.text + wanted.slice(edit.end)
        assert.equal(mapped.text, wanted)
        checkRuns(mapped, text.length)
        assert.equal(mapped.marks.length, edits.length)
      }),
      { seed: 5 },
    )
  })

  test("what no edit touched leads back to itself", () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const mapped = applyEdits(mappedOf(text), edits)
        for (const [start, length, rawStart, rawLength] of mapped.runs)
          if (length === rawLength && !mapped.marks.some(mark => mark.start < start + length && start <= mark.end))
            assert.equal(mapped.text.slice(start, start + length), text.slice(rawStart, rawStart + rawLength))
      }),
      { seed: 5 },
    )
  })

  test("slices and joins keep the way back", () => {
    const mapped = applyEdits(mappedOf("one twо three"), [{ start: 6, end: 7, text: "o", kind: "look-alike" }])
    const joined = joinMapped([sliceMapped(mapped, 8, 13), sliceMapped(mapped, 0, 7)], "\n\n")
    assert.equal(joined.text, "three\n\none two")
    assert.deepEqual(rawSpanOf(joined.runs, { start: 0, end: 5 }), { start: 8, end: 13 })
    assert.deepEqual(rawSpanOf(joined.runs, { start: 11, end: 14 }), { start: 4, end: 7 })
    assert.deepEqual(joined.marks, [{ kind: "look-alike", start: 13, end: 14 }])
    assert.equal(rawOf(joined.runs, 5, 7), undefined)
    checkRuns(joined, 13)
  })

  test("a replaced run leads back to all of what it replaced", () => {
    const mapped = applyEdits(mappedOf("donâ€™t"), [{ start: 3, end: 6, text: "’" }])
    assert.equal(mapped.text, "don’t")
    assert.deepEqual(rawSpanOf(mapped.runs, { start: 3, end: 4 }), { start: 3, end: 6 })
    assert.deepEqual(rawSpanOf(mapped.runs, { start: 4, end: 5 }), { start: 6, end: 7 })
  })

  test("edits out of order are our bug", () => {
    const edits = [
      { start: 2, end: 3, text: "" },
      { start: 0, end: 1, text: "" },
    ]
    assert.throws(() => applyEdits(mappedOf("abc"), edits), RangeError)
  })
})
