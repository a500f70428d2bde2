import { defineConfig } from "vitest/config"
import { withoutChromium } from "./tests/browser/chromium.ts"

// Tests in a real browser: "npm run test:browser". One file at a time, because each starts Heed and Chromium.
if (withoutChromium) console.warn(`The tests in a browser are left out: ${withoutChromium}`)

export default defineConfig({
  test: {
    include: withoutChromium ? [] : ["tests/browser/**/*.test.ts"],
    passWithNoTests: true,
    ...(!withoutChromium && { globalSetup: "tests/browser/set-up.ts" }),
    fileParallelism: false,
    pool: "threads",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
