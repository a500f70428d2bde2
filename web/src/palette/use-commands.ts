import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useNavigate } from "@tanstack/react-router"
import type { Found, SearchView } from "../../../src/app/views/search/search-view.ts"
import { visibleLine } from "../../../src/app/visible.ts"
import { edtfInWords } from "../../../src/app/words.ts"
import { openActions } from "../actions/open.ts"
import { useDays, useQuestion, useView } from "../api/views.ts"
import { addressOfItem } from "../evidence/ItemLink.tsx"
import { useShown } from "../evidence/shown.ts"
import { places } from "../frame/places.ts"

/** Something that the palette does. `group` heads it and those like it. */
export interface Command {
  readonly key: string
  readonly group: string
  readonly name: string
  readonly hint?: string
  readonly run: () => void
}

/** Finds that the palette offers. */
const FINDS = 8
/** Days that the palette offers. */
const DAYS = 4
/** Pause in typing after which the case is asked. */
const PAUSE_MS = 120

const found: Readonly<Record<Found["kind"], string>> = {
  incident: "incident",
  fact: "fact",
  statement: "statement",
  entity: "person, group or place",
  warning: "warning",
  report: "report",
}

/** What goes with the words that were typed: places of the app, things of the case, days, and the theme. */
export function useCommands(typed: string): readonly Command[] {
  const navigate = useNavigate()
  const shown = useShown()
  const { asOf } = useQuestion()
  const { data: days = [] } = useDays()
  const { setColorScheme } = useMantineColorScheme()
  const theme = useComputedColorScheme("light") === "dark" ? "light" : "dark"
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const { data } = useView<SearchView>("/search", { q, among: "things", limit: FINDS }, { enabled: 2 <= q.length })

  const words = typed.trim().toLowerCase().split(/\s+/)
  const fits = (name: string) => words.every(word => name.toLowerCase().includes(word))
  const go = (to: string, search: object = {}) => void navigate({ to, search: search as never } as never)

  const commands: Command[] = []
  const item = shown?.item
  if (item !== undefined && fits("decide about accept correct reject this"))
    commands.push({
      key: "decide",
      group: "What has the focus",
      name: "Decide about it: accept, correct, reject …",
      ...(shown?.claim !== undefined && { hint: visibleLine(shown.claim) }),
      run: () => openActions(item),
    })
  for (const { path, name } of places)
    if (fits(`go to ${name}`)) commands.push({ key: path, group: "Go to", name, run: () => go(path) })
  if (2 <= q.length && data?.q === q)
    for (const { kind, id, to, title, note, at } of data.items) {
      const address = addressOfItem(to)
      if (address === undefined) continue
      commands.push({
        key: `${kind} ${id}`,
        group: "In the case",
        name: visibleLine(title.text),
        hint: [found[kind], note]
          .filter(word => word !== "")
          .map(visibleLine)
          .join(" · "),
        run: () => go(address.to, { ...address.search, ...(at !== undefined && { at }) }),
      })
    }
  if (typed.trim() !== "")
    commands.push({
      key: "search",
      group: "In the case",
      name: `Search everything for “${visibleLine(typed.trim())}”`,
      run: () => go("/search", { q: typed.trim() }),
    })
  const known = days.filter(({ day }) => typed.trim() !== "" && fits(`as known at ${edtfInWords(day)} ${day}`))
  for (const { day } of known.slice(0, DAYS))
    commands.push({
      key: `day ${day}`,
      group: "As known at",
      name: `As known at ${edtfInWords(day)}`,
      run: () => void navigate({ to: ".", search: (old: object) => ({ ...old, asOf: day }) } as never),
    })
  if (asOf !== undefined && fits("as known now: all reports"))
    commands.push({
      key: "now",
      group: "As known at",
      name: "Back to all reports",
      run: () => void navigate({ to: ".", search: (old: object) => ({ ...old, asOf: undefined }) } as never),
    })
  if (fits(`${theme} theme switch`))
    commands.push({
      key: "theme",
      group: "Look",
      name: `${theme === "dark" ? "Dark" : "Light"} theme`,
      run: () => setColorScheme(theme),
    })
  return commands
}
