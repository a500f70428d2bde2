import { Modal, TextInput } from "@mantine/core"
import { useState } from "react"
import { setPalette } from "./open.ts"
import classes from "./palette.module.css"
import { type Command, useCommands } from "./use-commands.ts"

/** Goes anywhere and does what can be done, by name and from the keyboard alone. */
export function Palette() {
  const [typed, setTyped] = useState("")
  const [at, setAt] = useState(0)
  const commands = useCommands(typed)
  const chosen = Math.min(at, commands.length - 1)
  const run = (command: Command | undefined) => {
    if (!command) return
    setPalette(false)
    command.run()
  }
  const onKey = (event: React.KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step !== 0 && 0 < commands.length) {
      event.preventDefault()
      const next = (chosen + step + commands.length) % commands.length
      setAt(next)
      document.getElementById(idOf(next))?.scrollIntoView({ block: "nearest" })
    } else if (event.key === "Enter") {
      event.preventDefault()
      run(commands[chosen])
    }
  }
  return (
    <Modal.Root
      opened
      onClose={() => setPalette(false)}
      size="xl"
      yOffset="10vh"
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Search or command">
        <Modal.Body>
          <TextInput
            data-autofocus
            variant="unstyled"
            size="md"
            className={classes.input!}
            placeholder="An incident, a person, words of a report, a place of the app …"
            aria-label="Search or command"
            role="combobox"
            aria-expanded
            aria-controls="palette"
            aria-autocomplete="list"
            aria-activedescendant={commands.length === 0 ? undefined : idOf(chosen)}
            autoComplete="off"
            value={typed}
            onChange={event => {
              setTyped(event.currentTarget.value)
              setAt(0)
            }}
            onKeyDown={onKey}
          />
          <div id="palette" className={classes.list} role="listbox" aria-label="What goes with it">
            {commands.map((command, index) => (
              <Line
                key={command.key}
                command={command}
                id={idOf(index)}
                heads={commands[index - 1]?.group !== command.group}
                isChosen={index === chosen}
                onPoint={() => setAt(index)}
                onRun={() => run(command)}
              />
            ))}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

const idOf = (index: number) => `palette-${index}`

function Line({
  command: { group, name, hint },
  id,
  heads,
  isChosen,
  onPoint,
  onRun,
}: {
  readonly command: Command
  readonly id: string
  readonly heads: boolean
  readonly isChosen: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}) {
  return (
    <>
      {heads && (
        <div className={classes.group} aria-hidden>
          {group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus */}
      <div
        id={id}
        className={classes.option}
        role="option"
        tabIndex={-1}
        aria-selected={isChosen}
        onPointerMove={onPoint}
        onClick={onRun}
      >
        <span>{name}</span>
        {hint !== undefined && <span className={classes.hint}>{hint}</span>}
      </div>
    </>
  )
}
