import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** Hex digits kept of a hash: 64 bits, so one clash is expected only among four billion items of a case. */
const ID_LENGTH = 16

/** Identifier of a report: the hash of its bytes. The same bytes have the same id on every machine. */
export function reportIdOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes)).slice(0, ID_LENGTH)
}

/** Identifier of anything else: the hash of the parts that make it what it is, such as report id, kind and span. */
export function idOf(...parts: readonly (string | number)[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join("\u001f")))).slice(0, ID_LENGTH)
}
