import { z } from "zod"
import { idOf } from "../../core/id.ts"
import { placeName } from "../../core/place.ts"
import { type Place, placePrecisionSchema, type Value } from "../../core/value.ts"
import { valueInWords } from "../words.ts"

/**
 * A place as a map draws it, which is never finer than it is known.
 * "point" a small mark; "ring" around a point with `reachKm`; "area" a soft circle of `reachKm`; "country" the shape of `country`;
 * "within-country" the same shape, for an area of that country whose outline Heed does not have; "none" stands beside the map.
 */
export const placeViewSchema = z
  .object({
    /** The same for the same place in every view; for addresses. */
    key: z.string(),
    name: z.string(),
    words: z.string(),
    precision: placePrecisionSchema,
    drawn: z.enum(["point", "ring", "area", "country", "within-country", "none"]),
    lat: z.number().optional(),
    lon: z.number().optional(),
    /** How far from the point it may be, a choice of drawing. */
    reachKm: z.number().optional(),
    /** ISO 3166-1 alpha-2. */
    country: z.string().optional(),
    countryName: z.string().optional(),
    /** How exactly it is known and why it is drawn so, one sentence. */
    note: z.string(),
  })
  .readonly()
export type PlaceView = z.infer<typeof placeViewSchema>

/**
 * Kilometres around a point within which something "near" it may be. Source: UCDP GED codebook 24.1, where_prec 2
 * ("within about 25 km around a known point").
 */
const NEAR_KM = 25

/**
 * Radius of a circle as large as an average area of that kind: land without Antarctica (135 million km², CIA World Factbook) shared by
 * the areas of GeoNames (about 3,900 of first order, 46,000 of second). A choice of drawing, no claim about this area.
 */
const AREA_KM: Readonly<Record<string, number>> = { admin1: 105, admin2: 30 }

/** How a place is drawn; undefined for a value that is no place. */
export function placeView(value: Value | null | undefined): PlaceView | undefined {
  if (value?.kind !== "place") return undefined
  const { lat, lon, country, within, precision } = value
  const hasPoint = lat !== undefined && lon !== undefined
  const countryName = precision === "country" ? value.name : within?.at(-1)
  const name = placeName(value)
  return {
    key: keyOf(value),
    name,
    words: valueInWords(value),
    precision,
    ...(hasPoint && { lat, lon }),
    ...(country !== undefined && { country }),
    ...(country !== undefined && countryName !== undefined && { countryName }),
    ...drawing(value, name, countryName),
  }
}

/** A country by its code, anything else by a hash of what makes it that place; the "p" keeps an address from being read as a number. */
function keyOf({ name, precision, country, lat, lon, within }: Place): string {
  if (precision === "country" && country !== undefined) return country
  return `p${idOf("place", name, precision, country ?? "", lat ?? "", lon ?? "", within?.[0] ?? "").slice(0, 10)}`
}

function drawing(
  { lat, country, within, precision }: Place,
  name: string,
  countryName: string | undefined,
): Pick<PlaceView, "drawn" | "reachKm" | "note"> {
  const hasPoint = lat !== undefined
  if (hasPoint) {
    // The gazetteer has no points of buildings: a site stands at its town's.
    if (precision === "site")
      return {
        drawn: "point",
        note: `a site in ${within?.[0] ?? "its town"}; the mark stands at the point of the town, not of the site`,
      }
    if (precision === "settlement") return { drawn: "point", note: "a town or city; the mark is its usual point" }
    if (precision === "near-settlement" || precision === "vicinity")
      return {
        drawn: "ring",
        reachKm: NEAR_KM,
        note: `near ${name}; the ring of ${NEAR_KM} km is a choice of drawing, after what UCDP calls near`,
      }
    const reachKm = AREA_KM[precision]
    if (reachKm !== undefined)
      return {
        drawn: "area",
        reachKm,
        note: `somewhere in ${name}; the circle of ${reachKm} km is as large as an average area of its kind, not its outline`,
      }
  }
  if (country !== undefined)
    return precision === "country"
      ? { drawn: "country", note: "known to the country only, so the country is drawn and no point in it" }
      : {
          drawn: "within-country",
          note: `somewhere in ${name}, whose outline Heed does not have; ${countryName ?? country} is drawn instead`,
        }
  return {
    drawn: "none",
    note:
      precision === "region"
        ? "a region across countries, without an outline to draw"
        : "not known well enough to draw",
  }
}
