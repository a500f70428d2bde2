import { createTheme, type MantineColorsTuple } from "@mantine/core"

/** Shades of the one accent, from light to dark. */
const accent: MantineColorsTuple = [
  "#eef4f9",
  "#dfeaf3",
  "#bdd5e8",
  "#97bedc",
  "#76abd2",
  "#619fcc",
  "#3f7fb0",
  "#1d5a8a",
  "#174a73",
  "#103a5c",
]

/** Mantine made calm: our faces, small radii, no shadows. Colours of text and ground come from tokens.css. */
export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 4 },
  colors: { accent },
  fontFamily: "var(--sans)",
  fontFamilyMonospace: "var(--mono)",
  headings: { fontFamily: "var(--serif)", fontWeight: "600" },
  defaultRadius: 2,
  black: "#1e1c19",
  autoContrast: true,
  cursorType: "pointer",
  shadows: { xs: "none", sm: "none", md: "none", lg: "none", xl: "none" },
})
