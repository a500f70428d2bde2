/** Goes through items and stops after so many of them: long work in steps, so that others have their turn in between. */
export function* inSteps<T>(items: Iterable<T>, size: number, work: (item: T) => void): Generator<void, void> {
  let done = 0
  for (const item of items) {
    work(item)
    if (++done % size === 0) yield
  }
}

/** What comes of work in steps, done at once. */
export function drained<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
