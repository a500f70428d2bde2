import { z } from "zod"
import type { Pack } from "../../core/pack.ts"
import { eventTypeSchema, frameSchema, lexiconSchema, packSchema, slotSchema, weaponSchema } from "../../core/pack.ts"

const source = z.string().min(10)

/** `data/types.json`: the kinds of event and the slots they have. */
export const typesFileSchema = z.object({ source, slots: z.array(slotSchema), types: z.array(eventTypeSchema) })

/** `data/frames.json`: the words that tell of an event. */
export const framesFileSchema = z.object({ source, frames: z.array(frameSchema) })

/** `data/weapons.json`: weapons, and the kind of attack they make. */
export const weaponsFileSchema = z.object({ source, weapons: z.array(weaponSchema) })

/** `data/lexicons.json`: lists of words by name. */
export const lexiconsFileSchema = z.record(z.string(), lexiconSchema)

/** Every name a frame, type or weapon uses must be one that the pack defines. Throws with the list of those that are not. */
export function checkPack(input: unknown): Pack {
  const pack = packSchema.parse(input)
  const types = new Set(pack.types.map(type => type.key))
  const slots = new Set(pack.slots.map(slot => slot.key))
  const wrong: string[] = []
  if (types.size < pack.types.length) wrong.push("a type key is used twice")
  for (const type of pack.types) {
    if (type.parent !== undefined && !types.has(type.parent)) wrong.push(`type ${type.key}: no parent ${type.parent}`)
    if ((type.parent === undefined) !== (type.family !== undefined))
      wrong.push(`type ${type.key}: a root has a family, a leaf has a parent`)
  }
  const ids = new Set<string>()
  for (const frame of pack.frames) {
    if (ids.has(frame.id)) wrong.push(`frame ${frame.id}: id used twice`)
    ids.add(frame.id)
    if (!types.has(frame.type)) wrong.push(`frame ${frame.id}: no type ${frame.type}`)
    for (const slot of Object.values(frame.roles))
      if (!slots.has(slot)) wrong.push(`frame ${frame.id}: no slot ${slot}`)
    for (const need of [...frame.needs, ...frame.also])
      for (const lexicon of need.lexicons)
        if (!(lexicon in pack.lexicons)) wrong.push(`frame ${frame.id}: no lexicon ${lexicon}`)
  }
  for (const weapon of pack.weapons)
    if (weapon.subtype !== undefined && !types.has(weapon.subtype)) wrong.push(`weapon: no type ${weapon.subtype}`)
  if (0 < wrong.length) throw new Error(`pack ${pack.name} does not hold together: ${wrong.join("; ")}`)
  return pack
}
