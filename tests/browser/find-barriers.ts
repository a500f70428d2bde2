import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"

/** Rules whose outcome hangs on colours; all others are the same in both themes. */
const COLOURS = ["color-contrast", "link-in-text-block"]

/** What axe finds against WCAG 2.2 AA and good practice, one line each: rule and the first element. None on a sound screen. `only`: its rules about colours. */
export async function findBarriers(page: Page, only?: "colours"): Promise<string[]> {
  // There are no frames within a page, so that the quick way is enough.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (only === undefined ? axe : axe.withRules(COLOURS)).analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, first ${nodes[0]?.html.slice(0, 200)}`,
  )
}
