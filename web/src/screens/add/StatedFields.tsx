import { TextInput } from "@mantine/core"
import { useState } from "react"
import type { Stated } from "../../imports/imports.ts"
import classes from "./add.module.css"

type Name = keyof Stated

const fields: Readonly<Record<Name, { readonly label: string; readonly placeholder: string }>> = {
  title: { label: "Title", placeholder: "as it was printed" },
  publisher: { label: "Publisher", placeholder: "who published it" },
  published: { label: "Published", placeholder: "2024-03-24 or 2024-03" },
  url: { label: "Address", placeholder: "https://…" },
}

/** What the user types about the reports, without what was left empty. */
export function useStated() {
  const [typed, setTyped] = useState<Readonly<Partial<Record<Name, string>>>>({})
  const filled = Object.entries(typed).filter(([, value]) => value.trim() !== "")
  return {
    typed,
    stated: Object.fromEntries(filled.map(([name, value]) => [name, value.trim()])) as Stated,
    set: (name: Name, value: string) => setTyped(old => ({ ...old, [name]: value })),
    clear: () => setTyped({}),
  }
}

/** Fields for what the user knows of the reports. What is stated wins over what is found in them. */
export function StatedFields({
  names,
  state,
}: {
  readonly names: readonly Name[]
  readonly state: ReturnType<typeof useStated>
}) {
  return (
    <div className={classes.stated}>
      {names.map(name => (
        <TextInput
          key={name}
          label={fields[name].label}
          placeholder={fields[name].placeholder}
          value={state.typed[name] ?? ""}
          onChange={event => state.set(name, event.currentTarget.value)}
        />
      ))}
    </div>
  )
}
