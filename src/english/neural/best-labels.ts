/**
 * The best sequence of labels where "I-X" follows only "B-X" or "I-X" (Viterbi); ties go to the label that comes first.
 * Row `i` of the scores starts at `offset + i * stride`.
 */
export function findBestLabels(
  scores: Float32Array,
  offset: number,
  stride: number,
  count: number,
  labels: readonly string[],
): string[] {
  const size = labels.length
  const before = precedingLabels(labels)
  let total = Array.from(labels, (label, index) =>
    label.startsWith("I-") ? Number.NEGATIVE_INFINITY : scores[offset + index]!,
  )
  const back = new Int8Array(count * size)
  for (let row = 1; row < count; row++) {
    const next: number[] = []
    let any = 0
    for (let index = 1; index < size; index++) if (total[any]! < total[index]!) any = index
    for (let index = 0; index < size; index++) {
      let best = any
      const allowed = before[index]!
      if (allowed.length !== 0) {
        best = allowed[0]!
        for (const label of allowed) if (total[best]! < total[label]!) best = label
      }
      back[row * size + index] = best
      next.push(total[best]! + scores[offset + row * stride + index]!)
    }
    total = next
  }
  let label = 0
  for (let index = 1; index < size; index++) if (total[label]! < total[index]!) label = index
  const found: string[] = []
  for (let row = count - 1; 0 <= row; row--) {
    found.push(labels[label]!)
    label = back[row * size + label]!
  }
  return found.reverse()
}

// For each label the labels that may stand before it; an empty list means all.
const known = new WeakMap<readonly string[], number[][]>()

function precedingLabels(labels: readonly string[]): number[][] {
  let lists = known.get(labels)
  if (!lists) {
    lists = labels.map(label =>
      label.startsWith("I-")
        ? labels.flatMap((other, index) => (other !== "O" && other.slice(2) === label.slice(2) ? [index] : []))
        : [],
    )
    known.set(labels, lists)
  }
  return lists
}
