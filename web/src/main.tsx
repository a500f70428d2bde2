import "@fontsource-variable/source-sans-3/wght.css"
import "@fontsource-variable/source-serif-4/wght.css"
import "@fontsource-variable/source-serif-4/wght-italic.css"
import "./style/components.css"
import "./style/tokens.css"
import "./style/mantine.css"
import { MantineProvider } from "@mantine/core"
import { QueryClient, QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { ApiError } from "./api/client.ts"
import { loadAhead, router } from "./routes.tsx"
import { theme } from "./style/theme.ts"

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A view changes only when the case does, and that is told by an event.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.code === "unreachable",
    },
  },
})

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute("content") ?? ""
// The part of the component library that keeps the page from scrolling under a dialog looks for it here.
Object.assign(globalThis, { __webpack_nonce__: nonce })

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)

// Whoever moves a pointer or presses a key will open something; until then the first screen has the browser to itself.
const stirred = new AbortController()
for (const event of ["pointermove", "pointerdown", "keydown"])
  addEventListener(
    event,
    () => {
      stirred.abort()
      void loadAhead()
    },
    { signal: stirred.signal, passive: true },
  )
