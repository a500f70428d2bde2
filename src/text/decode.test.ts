import assert from "node:assert/strict"
import fc from "fast-check"
import iconv from "iconv-lite"
import { describe, test } from "vitest"
import { decode } from "./decode.ts"

const utf8 = (text: string) => new TextEncoder().encode(text)
const codes = (outcome: ReturnType<typeof decode>) => outcome.problems.map(({ code }) => code)

describe("decode", () => {
  test("UTF-8, with and without a mark", () => {
    assert.deepEqual(decode(utf8("Añejo – “порт”")), {
      value: { text: "Añejo – “порт”", encoding: "utf-8" },
      problems: [],
    })
    assert.equal(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)).value.text, "a")
  })

  test("UTF-16 and UTF-32 by mark, UTF-16 also without", () => {
    for (const encoding of ["utf-16le", "utf-16be", "utf-32le", "utf-32be"]) {
      const marked = iconv.encode("\uFEFFPort closed — порт", encoding)
      assert.deepEqual(decode(marked).value, { text: "Port closed — порт", encoding }, encoding)
    }
    assert.equal(decode(iconv.encode("Port closed on Monday", "utf-16le")).value.text, "Port closed on Monday")
  })

  test("what the content type or the page says", () => {
    const russian = "Порт закрыт, сообщили власти в понедельник."
    assert.equal(decode(iconv.encode(russian, "windows-1251"), "text/plain; charset=windows-1251").value.text, russian)
    const page = `<html><head><meta charset="windows-1251"><title>${russian}</title>`
    assert.equal(decode(iconv.encode(page, "windows-1251")).value.text, page)
    const old = `<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>${russian}`
    assert.equal(decode(iconv.encode(old, "koi8-r")).value.text, old)
  })

  test("UTF-8 that is declared as something else is read as UTF-8, and told", () => {
    const outcome = decode(utf8("Añejo – порт"), "text/html; charset=iso-8859-1")
    assert.equal(outcome.value.text, "Añejo – порт")
    assert.deepEqual(codes(outcome), ["wrong-charset"])
  })

  test("an unknown charset is told and the text detected", () => {
    assert.deepEqual(codes(decode(utf8("port"), "text/plain; charset=x-nonsense")), ["unknown-charset"])
  })

  test("nothing declared and not UTF-8: detected, and told", () => {
    const text =
      "Die Polizei prüft, ob die Täter aus der Gegend stammen. Für Hinweise wäre sie dankbar, sagte ein Sprecher am Dienstag."
    const outcome = decode(iconv.encode(text, "windows-1252"))
    assert.equal(outcome.value.text, text)
    assert.deepEqual(codes(outcome), ["guessed-encoding"])
    const russian =
      "Порт закрыт, сообщили власти в понедельник. Причина взрыва пока неизвестна, полиция опрашивает свидетелей."
    assert.equal(decode(iconv.encode(russian, "windows-1251")).value.text, russian)
  })

  test("UTF-8 cut within a character keeps the rest", () => {
    const bytes = utf8("Der Hafen ist für alle gesperrt, später mehr: ö")
    const outcome = decode(bytes.subarray(0, -1))
    assert.equal(outcome.value.text, "Der Hafen ist für alle gesperrt, später mehr: \uFFFD")
    assert.deepEqual(codes(outcome), ["truncated-utf-8"])
  })

  test("a damaged byte within UTF-8 becomes U+FFFD", () => {
    const bytes = utf8("für drüben über früh süß größer – “ja”, sagte er x später")
    bytes[bytes.indexOf(0x78)] = 0xff
    const outcome = decode(bytes)
    assert.equal(outcome.value.text, "für drüben über früh süß größer – “ja”, sagte er \uFFFD später")
    assert.deepEqual(codes(outcome), ["bad-encoding"])
  })

  test("binary input gives no text and a problem that names it", () => {
    const samples: readonly (readonly [Uint8Array, RegExp])[] = [
      [utf8("%PDF-1.7\n%âãÏÓ"), /PDF/],
      [Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), /ZIP/],
      [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /PNG/],
      [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), /JPEG/],
      [new Uint8Array(500), /control bytes/],
    ]
    for (const [bytes, name] of samples) {
      const outcome = decode(bytes)
      assert.deepEqual(outcome.value, { text: "", encoding: "binary" })
      assert.deepEqual(codes(outcome), ["binary-input"])
      assert.match(outcome.problems[0]!.message, name)
    }
  })

  test("never throws, always well-formed", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(undefined, "text/html", "text/plain; charset=utf-16", "x; charset=gbk", "charset=utf-7"),
        (bytes, type) => {
          assert.ok(decode(bytes, type).value.text.isWellFormed())
        },
      ),
      { numRuns: 2000, seed: 3 },
    )
  })
})
