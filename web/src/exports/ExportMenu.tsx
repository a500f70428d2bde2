import { Button, Menu } from "@mantine/core"
import { addressOf } from "../api/client.ts"
import { useQuestion } from "../api/views.ts"

const formats = [
  ["html", "Evidence sheet (HTML)", "one page with the words of all reports"],
  ["md", "Brief (Markdown)", "for a document, its marks as footnotes"],
  ["json", "Case file (JSON)", "everything, for programs"],
] as const

/** The case, or one incident of it, as a file to keep or on paper. `onPrint` makes the page ready for paper. */
export function ExportMenu({ incident, onPrint }: { readonly incident?: string; readonly onPrint?: () => void }) {
  const question = useQuestion()
  const print = () => {
    onPrint?.()
    // What was opened for paper is there with the next picture of the page.
    setTimeout(() => window.print(), 300)
  }
  return (
    <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="default" size="compact-xs">
          Export …
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(([format, name, hint]) => (
          <Menu.Item key={format} component="a" href={addressOf("/export", { ...question, format, incident })} download>
            {name} <small>{hint}</small>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={print}>Print</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
