import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

/** Builds the browser app into dist/, from where the API serves it. Everything it needs ships with it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // What the first view may weigh is a test of its own.
    chunkSizeWarningLimit: 1000,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
