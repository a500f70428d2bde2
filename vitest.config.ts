import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "tests/**/*.test.ts", "measure/**/*.test.ts", "web/src/**/*.test.ts"],
    // Those in a browser have a configuration of their own.
    exclude: ["**/node_modules/**", "tests/browser/**"],
    isolate: false,
    pool: "threads",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
