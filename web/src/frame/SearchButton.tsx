import { Kbd, UnstyledButton } from "@mantine/core"
import { setPalette } from "../palette/open.ts"
import classes from "./frame.module.css"

/** Opens the command palette. */
export function SearchButton() {
  return (
    <UnstyledButton
      className={classes.search}
      aria-label="Search or command"
      aria-haspopup="dialog"
      onClick={() => setPalette(true)}
    >
      <span>
        Search<span className={classes.more}> or command</span>
      </span>
      <Kbd size="xs">Ctrl K</Kbd>
    </UnstyledButton>
  )
}
