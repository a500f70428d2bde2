import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "../..")

/** `heed open` on a case, in a process of its own. */
export interface RunningHeed {
  get(path: string): Promise<{ readonly status: number; readonly body: string; readonly ms: number }>
  /** Milliseconds until the answer was there. Throws when it is none. */
  timed(path: string): Promise<number>
  /** Milliseconds from the request until it is answered, and until the case that follows is shown. */
  decide(asked: object): Promise<{ readonly noted: number; readonly visible: number }>
  /** Milliseconds since the process was started. */
  sinceStart(): number
  /** Memory of the process; undefined where the system does not tell. */
  megabytes(): number | undefined
  close(): Promise<void>
}

export async function openHeed(path: string): Promise<RunningHeed> {
  const start = performance.now()
  const heed = spawn(process.execPath, [join(root, "src/cli/heed.js"), "open", path, "--no-browser", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const url = await addressFrom(heed.stdout, once(heed, "exit"))
  const headers = { authorization: `Bearer ${url.searchParams.get("token")}` }
  const get = async (asked: string) => {
    const began = performance.now()
    const response = await fetch(`${url.origin}/api${asked}`, { headers })
    const body = await response.text()
    return { status: response.status, body, ms: performance.now() - began }
  }
  return {
    get,
    async timed(asked) {
      const { status, body, ms } = await get(asked)
      if (status !== 200) throw new Error(`${asked} answers ${status}: ${body.slice(0, 200)}`)
      return ms
    },
    async decide(asked) {
      const events = await fetch(`${url.origin}/api/events`, { headers })
      const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader()
      let heard = ""
      const changes = () => heard.split('"changed"').length - 1
      const hear = async (count: number) => {
        while (changes() < count) {
          const { value, done } = await reader.read()
          if (done) throw new Error("the events ended before the decision was visible")
          heard += value
        }
      }
      await hear(1)
      const began = performance.now()
      const answer = await fetch(`${url.origin}/api/decisions`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(asked),
      })
      if (!answer.ok) throw new Error(`the decision was refused: ${await answer.text()}`)
      const noted = performance.now() - began
      await hear(2)
      const visible = performance.now() - began
      await reader.cancel()
      return { noted, visible }
    },
    sinceStart: () => performance.now() - start,
    megabytes() {
      try {
        return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${heed.pid}/status`, "utf8"))?.[1]) / 1000
      } catch {
        return undefined
      }
    },
    async close() {
      const ended = once(heed, "exit")
      heed.kill("SIGINT")
      await ended
    },
  }
}

async function addressFrom(out: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<URL> {
  let told = ""
  const address = (async () => {
    for await (const chunk of out) {
      told += String(chunk)
      const found = /http:\S+/.exec(told)
      if (found) return new URL(found[0])
    }
    throw new Error(`heed open told no address: ${told}`)
  })()
  const exit = ended.then(() => {
    throw new Error(`heed open ended: ${told}`)
  })
  exit.catch(() => {})
  return Promise.race([address, exit])
}
