import { Button, Popover, TextInput } from "@mantine/core"
import { useState } from "react"
import { visibleLine } from "../../../../src/app/visible.ts"
import { useView } from "../../api/views.ts"
import { Decided } from "../../signs/Decided.tsx"
import { setWho, useWho } from "../../signs/who.ts"

/** Who decides here: the initial that stands beside what is decided, and the name in the log. Whoever started Heed, until somebody says otherwise. */
export function Who() {
  const who = useWho()
  const { data: me } = useView<{ readonly name: string }>("/me")
  const name = who === "" ? (me?.name ?? "") : who
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState("")
  const close = () => {
    setWho(typed)
    setOpen(false)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Decisions are signed ${name}; change the name`}
          onClick={() => {
            setTyped(name)
            setOpen(!isOpen)
          }}
        >
          <Decided by={name === "" ? "?" : name} />
          &nbsp;you are {visibleLine(name)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={event => {
            event.preventDefault()
            close()
          }}
        >
          <TextInput
            label="Who are you?"
            description="Your decisions carry this name. It stays in this browser and in the case."
            value={typed}
            maxLength={60}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" mt="sm">
            Keep this name
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
