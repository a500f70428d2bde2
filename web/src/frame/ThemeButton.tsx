import { Button, useComputedColorScheme, useMantineColorScheme } from "@mantine/core"

/** Switches between the light and the dark theme; the choice is kept in this browser. */
export function ThemeButton() {
  const { setColorScheme } = useMantineColorScheme()
  const other = useComputedColorScheme("light") === "dark" ? "light" : "dark"
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => setColorScheme(other)} aria-label={`${other} theme`}>
      {other === "dark" ? "Dark" : "Light"}
    </Button>
  )
}
