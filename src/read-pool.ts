import { availableParallelism } from "node:os"
import { Tinypool } from "tinypool"
import { failedReading, type ReadResult, type ReportReader, readerOf } from "./app/reader.ts"
import type { Engine } from "./core/engine.ts"
import type { RawReport } from "./core/report.ts"

/** Up to so many reports are read at once by this process: starting workers, each with its own models, would take longer. */
const SMALL = 20
/** More workers than this gain nothing: the models of each fill its processor's cache. */
const MOST_WORKERS = 8
/** Reports waiting for a worker, for each worker. Keeps memory flat however many reports come. */
const WAITING = 4

/** A reader that hands reports to workers on all processors once there are many. `close` ends the workers. */
export function pooledReader(engine: Engine): ReportReader & { close(): Promise<void> } {
  const alone = readerOf(engine)
  let pool: Tinypool | undefined
  return {
    version: engine.version,
    async *readMany(raws, signal) {
      const iterator = raws[Symbol.asyncIterator]()
      const first: RawReport[] = []
      let next = await iterator.next()
      while (!next.done && first.length < SMALL) {
        first.push(next.value)
        next = await iterator.next()
      }
      yield* alone.readMany(listed(first), signal)
      if (next.done) return
      const workers = Math.min(MOST_WORKERS, availableParallelism())
      pool ??= new Tinypool({
        filename: new URL("./read-worker.ts", import.meta.url).href,
        minThreads: workers,
        maxThreads: workers,
      })
      const running = new Map<number, Promise<{ id: number; result: ReadResult }>>()
      let started = 0
      while ((!next.done && !signal?.aborted) || 0 < running.size) {
        while (!next.done && !signal?.aborted && running.size < workers * WAITING) {
          running.set(started, readBy(pool, started, next.value))
          started++
          next = await iterator.next()
        }
        const { id, result } = await Promise.race(running.values())
        running.delete(id)
        yield result
      }
    },
    close: async () => {
      await pool?.destroy()
    },
  }
}

async function readBy(pool: Tinypool, id: number, raw: RawReport): Promise<{ id: number; result: ReadResult }> {
  try {
    return { id, result: (await pool.run(raw)) as ReadResult }
  } catch (error) {
    return { id, result: { raw, problem: failedReading(raw, error) } }
  }
}

async function* listed<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}
