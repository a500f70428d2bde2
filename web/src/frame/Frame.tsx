import { AppShell, Burger, Drawer } from "@mantine/core"
import { useDisclosure, useMediaQuery } from "@mantine/hooks"
import { Outlet, useLocation } from "@tanstack/react-router"
import { useEffect } from "react"
import { ActionHost } from "../actions/ActionHost.tsx"
import { useFreshViews } from "../api/events.ts"
import { EvidenceColumn } from "../evidence/EvidenceColumn.tsx"
import { clearEvidence, setSheet, useSheet } from "../evidence/shown.ts"
import { useImportEvents } from "../imports/imports.ts"
import { PaletteHost } from "../palette/PaletteHost.tsx"
import { AsKnownAt } from "./AsKnownAt.tsx"
import { CaseName } from "./CaseName.tsx"
import classes from "./frame.module.css"
import { useHelpKey } from "./keys.ts"
import { Making } from "./Making.tsx"
import { Navigation } from "./Navigation.tsx"
import { SearchButton } from "./SearchButton.tsx"
import { ThemeButton } from "./ThemeButton.tsx"

/** What stands around every screen: the case and the day above, the places of the app at the left, the words behind things at the right. */
export function Frame() {
  useFreshViews()
  useImportEvents()
  useHelpKey()
  const [isMenuOpen, menu] = useDisclosure(false)
  const isSheetOpen = useSheet()
  const isSmall = useMediaQuery("(max-width: 62em)", false, { getInitialValueInEffect: false })
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place of the app is another subject
  useEffect(() => {
    clearEvidence()
    menu.close()
  }, [pathname])
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: { base: 220, md: 176, lg: 200 }, breakpoint: "md", collapsed: { mobile: !isMenuOpen } }}
      aside={{ width: { md: 290, lg: 350 }, breakpoint: "md", collapsed: { mobile: true } }}
      padding={0}
      transitionDuration={0}
    >
      <a className={classes.skip} href="#main">
        To the content
      </a>
      <AppShell.Header className={classes.header}>
        <Burger opened={isMenuOpen} onClick={menu.toggle} hiddenFrom="md" size="sm" aria-label="Places of the app" />
        <CaseName />
        <Making />
        <SearchButton />
        <AsKnownAt />
        <ThemeButton />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <AppShell.Aside className={classes.aside} aria-label="Evidence">
        <EvidenceColumn />
      </AppShell.Aside>
      {isSmall && (
        <Drawer
          opened={isSheetOpen}
          onClose={() => setSheet(false)}
          position="bottom"
          // To lock it would write a style of its own into the page, which its policy forbids.
          lockScroll={false}
          size="55%"
          title="The words behind it"
          closeButtonProps={{ "aria-label": "Close" }}
        >
          <EvidenceColumn />
        </Drawer>
      )}
      <ActionHost />
      <PaletteHost />
    </AppShell>
  )
}
