import type { Place } from "./value.ts"

/** The name of a place as the report spells it, when it differs from the gazetteer's in accents alone: "Kandahar" for "Kandahār". */
export function placeName({ name, text }: Pick<Place, "name" | "text">): string {
  return text !== name && plain(text) === plain(name) ? text : name
}

function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase()
}
