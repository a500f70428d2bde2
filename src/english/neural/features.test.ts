import { expect, test } from "vitest"
import { bucketsOf, keyForm, lowerForm, shapeOf } from "./features.ts"

// Values printed by models/english/train/features.py.
test.each([
  ["Qaeda’s", "qaeda's", "qaeda's", "Xxx’x", [132, 998, 1236, 3504, 3609, 138]],
  ["2,500", "2,500", "0,000", "d,dd", [195, 1483, 962, 3009, 508, 113]],
  ["İstanbul", "i̇stanbul", "i̇stanbul", "Xxx", [301, 3230, 299, 1706, 1601, 491]],
  ["U.S.", "u.s.", "u.s.", "X.X.", [240, 1387, 231, 3094, 3434, 345]],
  ["https://a.b/c", "https://a.b/c", "!url", "xx://x.x", [357, 4011, 1252, 1796, 3300, 283]],
  ["😀ok", "😀ok", "😀ok", "😀xx", [188, 538, 1540, 4088, 399, 228]],
  ["«", '"', '"', "«", [101, 69, 1104, 2947, 1894, 353]],
  ["KYIV", "kyiv", "kyiv", "XX", [266, 160, 3509, 3513, 751, 209]],
])("the features of %s are those of training", (word, lower, key, shape, buckets) => {
  expect([lowerForm(word), keyForm(word), shapeOf(word), bucketsOf(word)]).toEqual([lower, key, shape, buckets])
})
