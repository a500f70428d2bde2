import type { Io, Out } from "./io.ts"

/** The real streams and signals of this process. The second interrupt ends it at once. */
export function processIo(): Io {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  process.on("SIGINT", onSignal)
  process.on("SIGTERM", onSignal)
  return {
    out: outOf(process.stdout),
    err: outOf(process.stderr),
    env: process.env,
    signal: controller.signal,
    async readInput() {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
      return new Uint8Array(Buffer.concat(chunks))
    },
  }
}

function outOf(stream: NodeJS.WriteStream): Out {
  stream.on("error", error => {
    // The reader of the pipe has seen enough, as in "heed brief | head".
    if ((error as NodeJS.ErrnoException).code === "EPIPE") process.exit(0)
    throw error
  })
  return {
    write: text => void stream.write(text),
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns : undefined
    },
  }
}
