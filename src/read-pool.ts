import { availableParallelism } from "node:os"
import { extname } from "node:path"
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

/** Workers that nobody needs any more are ended after so long. */
const IDLE_MS = 60_000

/** A reader with workers of its own. `close` ends them. */
export interface PooledReader extends ReportReader {
  close(): Promise<void>
}

/** A reader that hands reports to workers on all processors once there are many. */
export function pooledReader(engine: Engine): PooledReader {
  const alone = readerOf(engine)
  const workers = workerReader(engine.version)
  return {
    ...workers,
    async *readMany(raws, signal) {
      const iterator = raws[Symbol.asyncIterator]()
      const first: RawReport[] = []
      let next = await iterator.next()
      while (!next.done && first.length < SMALL) {
        first.push(next.value)
        next = await iterator.next()
      }
      yield* alone.readMany(listed(first), signal)
      if (!next.done) yield* workers.readMany(rest(next.value, iterator), signal)
    },
  }
}

/** A reader that reads nothing itself: for a process that has others to answer meanwhile. `version` is the engine's. */
export function workerReader(version: string): PooledReader {
  const workers = Math.min(MOST_WORKERS, availableParallelism())
  let pool: Tinypool | undefined
  return {
    version,
    async *readMany(raws, signal) {
      const iterator = raws[Symbol.asyncIterator]()
      let next = await iterator.next()
      pool ??= new Tinypool({
        filename: new URL(`./read-worker${extname(import.meta.url)}`, import.meta.url).href,
        minThreads: 0,
        maxThreads: workers,
        idleTimeout: IDLE_MS,
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

async function* rest<T>(first: T, iterator: AsyncIterator<T>): AsyncIterable<T> {
  yield first
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
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
