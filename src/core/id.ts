import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** Hex digits kept of a hash: 64 bits, so one clash is expected only among four billion items of a case. */
const ID_LENGTH = 16

/**
 * Identifier of a report: the hash of its bytes and, where what they came in says who published them and where, of that too, since two
 * houses may print the same bytes. Without it the bytes alone: the same file under two names is one report.
 */
export function reportIdOf(
  bytes: Uint8Array,
  said: { readonly publisher?: string; readonly url?: string } = {},
): string {
  const hash = bytesToHex(sha256(bytes))
  const { publisher, url } = said
  if (publisher === undefined && url === undefined) return hash.slice(0, ID_LENGTH)
  return idOf("report", hash, publisher?.trim().toLowerCase() ?? "", url === undefined ? "" : addressOf(url))
}

/** A URL without what does not change the page: scheme, "www.", fragment, last slash, marks of campaigns. */
function addressOf(url: string): string {
  const [page = "", query = ""] = url
    .trim()
    .replace(/#.*$/su, "")
    .replace(/^https?:\/\/(?:www\.)?/iu, "")
    .split("?", 2)
  const asked = query.split("&").filter(part => part !== "" && !/^utm_/iu.test(part))
  return [page.replace(/\/+$/u, ""), ...asked].join("?")
}

/** Identifier of a report as it arrived: the one it came with, else the hash of its bytes. */
export function idOfRaw(raw: { readonly id?: string; readonly bytes: Uint8Array }): string {
  return raw.id ?? reportIdOf(raw.bytes)
}

/** Identifier of anything else: the hash of the parts that make it what it is, such as report id, kind and span. */
export function idOf(...parts: readonly (string | number)[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join("\u001f")))).slice(0, ID_LENGTH)
}
