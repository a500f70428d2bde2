import type { PlaceMention } from "../analysis.ts"
import type { Gazetteer } from "./gazetteer.ts"
import type { Chosen, Line } from "./resolve.ts"
import { FACILITY_NOUNS, OPENERS } from "./words.ts"

/** Sites named with the town they are in: "the Russian Embassy in Kabul", "Cologne Cathedral", "Hamid Karzai International Airport in Kabul". The point is the town's. */
export function findFacilities(
  lines: readonly Line[],
  chosen: readonly Chosen[],
  text: string,
  gazetteer: Gazetteer,
): PlaceMention[] {
  const found: PlaceMention[] = []
  const towns = chosen.filter(({ entry }) => /^(capital|seat|town|quarter)$/.test(entry.kind))
  if (towns.length === 0) return found
  for (const { words } of lines) {
    for (let last = 0; last < words.length; last++) {
      const noun = words[last]!
      if (!noun.capital || !FACILITY_NOUNS.has(noun.text)) continue
      let first = last
      while (
        0 < first &&
        /^[\s ]+$/.test(words[first]!.gap) &&
        words[first - 1]!.capital &&
        !/[-‐–]\p{Ll}+$/u.test(words[first - 1]!.text) &&
        !OPENERS.has(words[first - 1]!.text) &&
        !words[first - 1]!.possessive
      )
        first--
      if (first === last) continue
      const [start, end] = [words[first]!.start, noun.end]
      const inside = towns.find(({ candidate }) => candidate.start === start && candidate.end < end)
      const beside = towns.find(
        ({ candidate }) =>
          end < candidate.start &&
          /^,?\s(?:(?:in|at|near|outside)\s(?:the\s(?:city|town|capital)\sof\s)?)?$/.test(
            text.slice(end, candidate.start),
          ),
      )
      const town = beside ?? inside
      if (!town) continue
      const { entry, candidate } = town
      const name = text.slice(start, end)
      found.push({
        start,
        end,
        rule: inside && !beside ? "facilityOfTown" : "facilityInTown",
        place: {
          kind: "place",
          name,
          ...(entry.lat !== undefined && entry.lon !== undefined
            ? { lat: Math.round(entry.lat * 1e4) / 1e4, lon: Math.round(entry.lon * 1e4) / 1e4 }
            : {}),
          ...(entry.country ? { country: entry.country } : {}),
          within: [
            entry.alternate ? candidate.name : entry.name,
            ...(entry.admin1 && entry.admin1 !== entry.name ? [entry.admin1] : []),
            ...(entry.country ? [gazetteer.countryName(entry.country) ?? entry.country] : []),
          ],
          precision: "site",
          text: name,
        },
      })
    }
  }
  return found
}
