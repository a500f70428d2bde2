import { detect } from "chardet"
import iconv from "iconv-lite"
import type { Outcome, Problem } from "../core/problem.ts"
import type { RawReport } from "../core/report.ts"

/** Text as it arrived, decoded: the text that `rawMap` and `removed[].raw` point into. A byte order mark is not part of it. */
export interface Decoded {
  readonly text: string
  /** Name of the encoding in lower case, such as "utf-8"; "binary" when the bytes are no text. */
  readonly encoding: string
}

/** Decode bytes: byte order mark, declared charset, HTML meta, UTF-8, then detection. Odd bytes give a problem; nothing is thrown. */
export function decode(bytes: Uint8Array, contentType?: string): Outcome<Decoded> {
  const problems: Problem[] = []
  const give = (text: string, encoding: string): Outcome<Decoded> => ({
    value: { text: text.toWellFormed(), encoding },
    problems,
  })
  const mark = byteOrderMark(bytes)
  const binary = binaryKind(bytes, mark)
  if (binary !== undefined) {
    problems.push({
      code: "binary-input",
      message: `the input is ${binary} of ${bytes.length} bytes; plain text or HTML was expected`,
    })
    return give("", "binary")
  }
  if (mark) return give(decodeAs(bytes.subarray(mark.length), mark.encoding), mark.encoding)

  const utf16 = utf16WithoutMark(bytes)
  if (utf16) return give(decodeAs(bytes, utf16), utf16)

  const declared = charsetOf(contentType) ?? charsetInMeta(bytes)
  if (declared !== undefined && !isUtf8(declared)) {
    if (iconv.encodingExists(declared)) {
      // Pages that claim a legacy charset but are UTF-8 are common; the reverse of UTF-8 with non-ASCII letters by chance is not.
      const utf8 = strictUtf8(bytes)
      if (utf8 !== undefined && !isAscii(bytes)) {
        problems.push({
          code: "wrong-charset",
          message: `the input says charset ${declared} but is valid utf-8; read as utf-8`,
        })
        return give(utf8, "utf-8")
      }
      return give(decodeAs(bytes, declared), declared)
    }
    problems.push({
      code: "unknown-charset",
      message: `the input says charset ${declared}, which is not known; detected instead`,
    })
  }
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined) return give(utf8, "utf-8")

  // Bytes cut in the middle of a character, or a few damaged ones, are still UTF-8 when most non-ASCII sequences are sound.
  const damage = utf8Damage(bytes)
  if (damage.bad <= 1 + damage.good / 20 && 0 < damage.good) {
    const cut = damage.bad === 1 && damage.lastBad >= bytes.length - 3
    problems.push({
      code: cut ? "truncated-utf-8" : "bad-encoding",
      message: cut
        ? `the input ends within a character at byte ${damage.lastBad} of ${bytes.length}; the rest of that character is missing`
        : `${damage.bad} byte sequences are not utf-8, the last at byte ${damage.lastBad}; each is shown as U+FFFD`,
    })
    return give(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), "utf-8")
  }
  const found = detectedCharset(bytes)
  problems.push({
    code: "guessed-encoding",
    message: `no encoding is declared and the input is not utf-8 (byte ${damage.lastBad}); read as ${found}`,
  })
  return give(decodeAs(bytes, found), found)
}

/** The text of a report as it arrived; see `decode`. */
export function decodeReport({ bytes, contentType }: RawReport): string {
  return decode(bytes, contentType).value.text
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === "utf-8") return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
  return iconv.decode(bytes as Buffer, encoding, { stripBOM: false })
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isUtf8(name: string): boolean {
  return /^utf-?8/i.test(name)
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte < 0x80)
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", length: 3 }
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: "utf-32le", length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: "utf-32be", length: 4 }
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", length: 2 }
  return undefined
}

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ["a PDF file", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive (also DOCX, EPUB)", [0x50, 0x4b, 0x03, 0x04]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a gzip archive", [0x1f, 0x8b, 0x08]],
  ["an OLE document (DOC, XLS)", [0xd0, 0xcf, 0x11, 0xe0]],
  ["an RTF document", [0x7b, 0x5c, 0x72, 0x74, 0x66, 0x31]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["an ELF program", [0x7f, 0x45, 0x4c, 0x46]],
  ["a SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
]

/** What kind of binary the bytes are, or undefined for text. */
function binaryKind(bytes: Uint8Array, mark: { encoding: string } | undefined): string | undefined {
  for (const [kind, signature] of signatures) if (signature.every((byte, index) => bytes[index] === byte)) return kind
  if (bytes[0] === 0x52 && bytes[1] === 0x49 && bytes[8] === 0x57 && bytes[9] === 0x45) return "a WebP image"
  if (bytes[4] === 0x66 && bytes[5] === 0x74 && bytes[6] === 0x79 && bytes[7] === 0x70) return "an MP4 film"
  if (mark?.encoding.startsWith("utf-16") || mark?.encoding.startsWith("utf-32") || utf16WithoutMark(bytes))
    return undefined
  const head = bytes.subarray(0, 65536)
  let odd = 0
  for (const byte of head) if (byte < 9 || (13 < byte && byte < 32 && byte !== 27 && byte !== 26)) odd++
  const zeros = head.includes(0)
  // Text has at most a stray control character; one NUL in a long text is damage, many are a binary file.
  return (zeros ? 0.002 : 0.1) * head.length < odd ? "binary data (control bytes)" : undefined
}

/** UTF-16 text without a mark has a zero in nearly every other byte, as long as it is mostly Latin. */
function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const head = bytes.subarray(0, 4096)
  if (head.length < 8) return undefined
  let even = 0
  let odd = 0
  head.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? even++ : odd++
  })
  const half = head.length / 2
  if (0.7 * half < odd && even < 0.05 * half) return "utf-16le"
  if (0.7 * half < even && odd < 0.05 * half) return "utf-16be"
  return undefined
}

function charsetOf(contentType: string | undefined): string | undefined {
  return contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1]?.toLowerCase()
}

/** The charset an HTML or XML head declares, looked for in the first 4096 bytes as HTML5 asks for (1024 is often too few). */
function charsetInMeta(bytes: Uint8Array): string | undefined {
  const head = iconv.decode(bytes.subarray(0, 4096) as Buffer, "latin1")
  const meta =
    head.match(/<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i) ??
    head.match(/^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/i)
  const name = meta?.[1]?.toLowerCase()
  // A page that can be read so far byte by byte is not UTF-16, whatever it says.
  return name?.startsWith("utf-16") ? "utf-8" : name
}

/** Count of sound and broken multi-byte sequences. */
function utf8Damage(bytes: Uint8Array): { good: number; bad: number; lastBad: number } {
  let good = 0
  let bad = 0
  let lastBad = -1
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index]!
    if (byte < 0x80) {
      index++
      continue
    }
    const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0
    let sound = 0 < length && index + length <= bytes.length
    for (let next = 1; sound && next < length; next++) sound = (bytes[index + next]! & 0xc0) === 0x80
    if (sound) {
      good++
      index += length
    } else {
      bad++
      lastBad = index
      index++
      // The remaining bytes of one broken sequence are not counted again.
      while (index < bytes.length && (bytes[index]! & 0xc0) === 0x80) index++
    }
  }
  return { good, bad, lastBad }
}

/** Charset by statistics; windows-1252 when nothing better is found, as browsers do. */
function detectedCharset(bytes: Uint8Array): string {
  const name = detect(bytes.subarray(0, 262144))?.toLowerCase()
  if (name === undefined || /^(utf-8|ascii)$/.test(name) || !iconv.encodingExists(name)) return "windows-1252"
  // ISO-8859-1 on the web means windows-1252, which adds quotation marks where the other has control codes.
  return name === "iso-8859-1" ? "windows-1252" : name
}
