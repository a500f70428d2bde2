import type { Citation } from "../../core/reading.ts"
import type { Report } from "../../core/report.ts"
import { fold } from "../../core/words.ts"
import type { Publisher } from "../options.ts"

/** Looks publishers up by key, name, alias or domain. */
export interface Publishers {
  ofReport(report: Report): Publisher | undefined
  ofCitation(citation: Citation): Publisher | undefined
  ofName(name: string): Publisher | undefined
}

/** The name as it is compared: folded, without "the", marks and endings such as ".com". */
export function publisherKey(name: string): string {
  return fold(name)
    .replace(/\.(com|org|net|co\.uk)$/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^\s*the /u, "")
    .replace(/ (newspaper|magazine|website|news site|news website|broadcaster|daily newspaper)$/u, "")
    .trim()
}

const indexes = new WeakMap<readonly Publisher[], Publishers>()

/** Indexes the pack's list, once. The first publisher that has a name keeps it. */
export function toPublishers(list: readonly Publisher[]): Publishers {
  const known = indexes.get(list)
  if (known) return known
  const made = indexOf(list)
  indexes.set(list, made)
  return made
}

function indexOf(list: readonly Publisher[]): Publishers {
  const byName = new Map<string, Publisher>()
  const byDomain = new Map<string, Publisher>()
  const byKey = new Map<string, Publisher>()
  for (const publisher of list) {
    if (!byKey.has(publisher.key)) byKey.set(publisher.key, publisher)
    for (const name of [publisher.name, ...(publisher.aliases ?? [])]) {
      const key = publisherKey(name)
      if (key !== "" && !byName.has(key)) byName.set(key, publisher)
    }
    for (const domain of publisher.domains ?? []) if (!byDomain.has(domain)) byDomain.set(domain, publisher)
  }
  const ofName = (name: string): Publisher | undefined => byName.get(publisherKey(name))
  const ofUrl = (url: string): Publisher | undefined => {
    let host = /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? ""
    while (host.includes(".")) {
      const found = byDomain.get(host)
      if (found) return found
      host = host.slice(host.indexOf(".") + 1)
    }
    return undefined
  }
  return {
    ofName,
    ofReport: report =>
      (report.publisher && ofName(report.publisher.value)) ?? (report.url && ofUrl(report.url.value)) ?? undefined,
    ofCitation: citation =>
      (citation.known === undefined ? undefined : byKey.get(citation.known)) ?? ofName(citation.source),
  }
}
