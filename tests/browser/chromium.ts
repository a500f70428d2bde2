import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/** The Chromium of this machine: the one that CHROMIUM names, else where systems put it; undefined when there is none. */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  return [env.CHROMIUM ?? "", ...PLACES].find(path => path !== "" && existsSync(path))
}

/** Why a browser test is left out, or false when it can run. */
export const withoutChromium =
  findChromium() === undefined && "no Chromium on this machine; install one, or name it in CHROMIUM"

/** Starts it without a window. It draws WebGL in software and asks no network for anything of its own. Throws when there is none. */
export function startChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(withoutChromium || "")
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-domain-reliability",
      "--disable-sync",
      "--no-pings",
    ],
  })
}
