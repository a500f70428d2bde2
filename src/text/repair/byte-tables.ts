import iconv from "iconv-lite"

/** A single-byte encoding in both directions. */
export interface ByteTable {
  readonly name: string
  /** Character of each byte, 256 of them. Bytes without one stand for the control code of their number. */
  readonly charOf: readonly string[]
  readonly byteOf: ReadonlyMap<string, number>
  /** Lost bytes (U+FFFD, "?") are to be expected. */
  readonly sloppy: boolean
  /** Common enough in news to look for it inside lines that hold other things too. */
  readonly common: boolean
}

function tableOf(name: string, options: { sloppy: boolean; common: boolean }): ByteTable {
  const charOf: string[] = []
  const byteOf = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const decoded = byte < 0x80 ? String.fromCharCode(byte) : iconv.decode(Uint8Array.of(byte) as Buffer, name)
    const char = decoded === "\uFFFD" || decoded === "" ? String.fromCharCode(byte) : decoded
    charOf.push(char)
    if (!byteOf.has(char)) byteOf.set(char, byte)
  }
  if (options.sloppy) byteOf.set("\uFFFD", 0x1a)
  return { name, charOf, byteOf, ...options }
}

export const windows1252: ByteTable = tableOf("windows-1252", { sloppy: true, common: true })

/** In the order in which they are tried; the likeliest first. */
export const byteTables: readonly ByteTable[] = [
  tableOf("iso-8859-1", { sloppy: false, common: true }),
  windows1252,
  tableOf("windows-1251", { sloppy: true, common: true }),
  tableOf("windows-1250", { sloppy: true, common: true }),
  tableOf("windows-1253", { sloppy: true, common: true }),
  tableOf("windows-1254", { sloppy: true, common: true }),
  tableOf("windows-1257", { sloppy: true, common: true }),
  tableOf("iso-8859-2", { sloppy: false, common: false }),
  tableOf("macroman", { sloppy: false, common: true }),
  tableOf("cp437", { sloppy: false, common: false }),
]
