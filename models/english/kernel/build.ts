/**
 * Compiles kernel.as and writes src/english/neural/kernel-bytes.ts: node models/english/kernel/build.ts PATH/TO/asc
 * AssemblyScript is no dependency of the project: npm install assemblyscript in a folder of its own (0.28 was used).
 */

import { execFileSync } from "node:child_process"
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const compiler = process.argv[2]
if (compiler === undefined) throw new Error("say where the AssemblyScript compiler is: build.ts PATH/TO/asc")
const folder = mkdtempSync(join(tmpdir(), "kernel-"))
// The compiler insists on .ts; in the repository the file must not look like TypeScript.
copyFileSync(join(import.meta.dirname, "kernel.as"), join(folder, "kernel.ts"))
const flags = ["--enable", "simd", "--runtime", "stub", "--importMemory", "--noExportMemory", "-O3"]

/** The compiled kernel, as base64. */
function compile(name: string, ...more: string[]): string {
  execFileSync(compiler!, ["kernel.ts", ...flags, ...more, "--outFile", name], { cwd: folder, stdio: "inherit" })
  return readFileSync(join(folder, name)).toString("base64")
}

const lines = [
  "// Written by models/english/kernel/build.ts from kernel.as; do not edit.",
  "",
  "/** The compiled kernel with relaxed SIMD, as base64. */",
  `export const RELAXED_KERNEL =\n  "${compile("relaxed.wasm", "--enable", "relaxed-simd")}"`,
  "",
  "/** The same without, for engines that do not know it. */",
  `export const PLAIN_KERNEL =\n  "${compile("plain.wasm")}"`,
  "",
]
writeFileSync(join(import.meta.dirname, "../../../src/english/neural/kernel-bytes.ts"), lines.join("\n"))
