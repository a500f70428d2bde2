import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** Processor time since `process.cpuUsage()` gave `start`, in seconds. */
export function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** What is in use after everything unused was thrown away, in MB: objects and the buffers outside of them. */
export function heldMegabytes(): number {
  setFlagsFromString("--expose-gc")
  runInNewContext("gc")()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}
