import { spawn, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const root = resolve(import.meta.dirname, "../..")
const heed = join(root, "src/cli/heed.js")

/** Heed as people start it, in a process of its own. */
export interface OpenHeed {
  /** Without a path: "http://127.0.0.1:41234". */
  readonly origin: string
  /** The address with the token of this start, which lets a browser in. */
  readonly url: string
  close(): Promise<void>
}

/** A case file with these reports, in a folder of its own. Takes seconds: the models are loaded. */
export function makeCase(paths: readonly string[] = [join(root, "samples")]): {
  readonly path: string
  remove(): void
} {
  const folder = mkdtempSync(join(tmpdir(), "heed-case-"))
  const path = join(folder, "story.heed")
  const { status, stderr } = spawnSync(process.execPath, [heed, "add", path, ...paths], { encoding: "utf8" })
  if (status !== 0) throw new Error(`heed add ended with ${status}: ${stderr}`)
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Builds the browser app when it is older than what it is made from. */
export function buildWeb(): void {
  const { status } = spawnSync(process.execPath, [join(root, "scripts/build-web.ts")], { stdio: "inherit", cwd: root })
  if (status !== 0 || !existsSync(join(root, "web/dist/index.html")))
    throw new Error("the browser app could not be built")
}

/** Opens a case: `heed open CASE --no-browser --port 0`. Throws when it ends before it tells its address. */
export function openHeed(path: string): Promise<OpenHeed> {
  const child = spawn(process.execPath, [heed, "open", path, "--no-browser", "--port", "0"], { cwd: root })
  const ended = new Promise<void>(done => child.on("close", () => done()))
  const close = async (): Promise<void> => {
    child.kill("SIGINT")
    // A server that holds on to an open stream is ended; the case is closed with every change, so that nothing is lost.
    const timer = setTimeout(() => child.kill("SIGKILL"), 5000)
    await ended
    clearTimeout(timer)
  }
  return new Promise((done, fail) => {
    let told = ""
    const hear = (text: Buffer): void => {
      told += text.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(told)?.[0]
      if (url !== undefined) done({ url, origin: new URL(url).origin, close })
    }
    child.stdout.on("data", hear)
    child.stderr.on("data", (text: Buffer) => {
      told += text.toString()
    })
    child.on("error", fail)
    void ended.then(() => fail(new Error(`heed open ended before it told its address: ${told}`)))
  })
}
