import { expect, test } from "vitest"
import { countOrigins, listOrigins, type OriginRef } from "./count-origins.ts"

const ref = (name: string, way: string, proven = true): OriginRef => ({
  key: `key ${name}`,
  name,
  kind: proven ? "wire" : "unproven",
  proven,
  way,
  reportId: way,
  evidence: [],
})

test("an origin counts once, however many reports have it", () => {
  const wire = [ref("Orsa Wire", "r1"), ref("Orsa Wire", "r2"), ref("Orsa Wire", "r3")]
  expect(countOrigins(wire)).toEqual({ low: 1, high: 1, names: ["Orsa Wire"] })
  expect(listOrigins(wire)).toMatchObject([{ name: "Orsa Wire", reports: ["r1", "r2", "r3"] }])
})

test("an origin names the reports of the case that are it, and none where it lies outside", () => {
  const wire = [ref("Orsa Wire", "r2"), { ...ref("Orsa Wire", "r1"), own: ["r1"] }, ref("Police", "r1")]
  const [orsa, police] = listOrigins(wire)
  expect(orsa).toMatchObject({ name: "Orsa Wire", reports: ["r1", "r2"], own: ["r1"] })
  expect(police).not.toHaveProperty("own")
})

test("two who came in through one report are not proven to be apart", () => {
  expect(countOrigins([ref("Orsa Wire", "r1"), ref("Police", "r1")])).toMatchObject({ low: 1, high: 2 })
  expect(countOrigins([ref("Orsa Wire", "r1"), ref("Police", "r2")])).toMatchObject({ low: 2, high: 2 })
})

test("who is quoted counts with the report that quotes him, an outlet that is cited by itself", () => {
  const quoted = (name: string, way: string): OriginRef => ({ ...ref(name, way), kind: "person" })
  const post = [ref("Post", "key Post", false), quoted("Minister", "key Post"), quoted("Widow", "key Post")]
  expect(countOrigins(post)).toEqual({ low: 1, high: 1, names: ["Minister", "Post", "Widow"] })
  expect(countOrigins([...post, ref("Orsa Wire", "key Post")])).toMatchObject({ low: 1, high: 2 })
  expect(countOrigins([...post, quoted("Minister", "key Herald")])).toMatchObject({ low: 2, high: 2 })
  // Quoted by two, she is still one.
  expect(countOrigins([quoted("Widow", "key Post"), quoted("Widow", "key Herald")])).toMatchObject({ low: 1, high: 1 })
})

test("what nothing proves counts as what may be, not as what is known", () => {
  expect(countOrigins([ref("Digest", "r1", false), ref("Post", "r2", false)])).toMatchObject({ low: 1, high: 2 })
  expect(countOrigins([])).toEqual({ low: 0, high: 0, names: [] })
})

test("what tells more never has fewer, though one telling of an origin proves it and another does not", () => {
  const part = [ref("Post", "r1"), ref("Orsa Wire", "r2")]
  const whole = [...part, ref("Post", "r1", false)]
  expect(countOrigins(part)).toMatchObject({ low: 2 })
  expect(countOrigins(whole)).toMatchObject({ low: 2 })
  expect(countOrigins([...whole].reverse())).toEqual(countOrigins(whole))
})
