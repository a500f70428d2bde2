import { Kbd, UnstyledButton } from "@mantine/core"
import classes from "./frame.module.css"

/** Opens the command palette. */
export function SearchButton() {
  return (
    <UnstyledButton className={classes.search}>
      <span>Search or command</span>
      <Kbd size="xs">Ctrl K</Kbd>
    </UnstyledButton>
  )
}
