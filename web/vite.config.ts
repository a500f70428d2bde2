import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import react from "@vitejs/plugin-react"
import type { Plugin, Rolldown } from "vite"
import { defineConfig } from "vite"

/** Stops the build when a component of the library is used whose sheet src/style/components.css does not name. */
const styled: Plugin = {
  name: "styled",
  generateBundle(_, bundle) {
    const classesOf = (text: string) => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g))
    const files = Object.values(bundle)
    const used = classesOf(files.map(file => (file.type === "chunk" ? file.code : "")).join())
    const styles = classesOf(
      files.map(file => (file.fileName.endsWith(".css") ? `${(file as Rolldown.OutputAsset).source}` : "")).join(),
    )
    const all = classesOf(readFileSync(createRequire(import.meta.url).resolve("@mantine/core/styles.css"), "utf8"))
    const missing = used.intersection(all).difference(styles)
    if (0 < missing.size) this.error(`no sheet in src/style/components.css for the classes ${[...missing].join(", ")}`)
  },
}

/** Beside every text file of the app the same compressed: the way to the browser may be a tunnel. Made of what was written, as the last step still changes scripts. */
const compressed: Plugin = {
  name: "compressed",
  writeBundle({ dir }, bundle) {
    for (const fileName of Object.keys(bundle)) {
      if (!/\.(?:js|css)$/.test(fileName)) continue
      const file = join(dir!, fileName)
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
    }
  },
}

/** Whether the first view loads a module: the entry does, or what the entry imports. `known`: what was found before. */
function isFirst(known: Map<string, boolean>, id: string, context: Rolldown.ChunkingContext): boolean {
  const before = known.get(id)
  if (before !== undefined) return before
  known.set(id, false)
  const module = context.getModuleInfo(id)
  const is = module !== null && (module.isEntry || module.importers.some(one => isFirst(known, one, context)))
  known.set(id, is)
  return is
}

/** Builds the browser app into dist/, from where the API serves it. Everything it needs ships with it. */
export default defineConfig(() => {
  const first = new Map<string, boolean>()
  return {
    root: import.meta.dirname,
    plugins: [react(), styled, compressed],
    build: {
      outDir: "dist",
      emptyOutDir: true,
      target: "es2022",
      // What the first view may weigh is a test of its own.
      chunkSizeWarningLimit: 1000,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          // What the first view loads is one file, and so is what several screens share: a request costs more than some kilobytes.
          codeSplitting: {
            groups: [
              {
                debugName: "app",
                name: (id: string, context: Rolldown.ChunkingContext) => (isFirst(first, id, context) ? "app" : null),
                priority: 2,
              },
              { name: "screens", test: /\/web\/src\/(?!map\/)/, minShareCount: 2 },
            ],
          },
        },
      },
    },
  }
})
