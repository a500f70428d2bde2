import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { ImportSummary, ImportView } from "../../../src/app/imports/import-view.ts"
import { say } from "../actions/message.ts"
import { type ApiError, getJson, postForm, postJson } from "../api/client.ts"
import { listen } from "../api/events.ts"

/** Files sent at one go: the API takes 256 MiB. More go as several imports. */
const MOST_BYTES = 200 * 1024 * 1024
/** How often the list of a running import is asked again while it is open. */
const REFRESH_MS = 1_000

/** Imports and removals of this session, newest first. Kept true by events. */
export function useImports() {
  return useQuery<readonly ImportSummary[], ApiError>({ queryKey: ["imports"], queryFn: () => getJson("/imports") })
}

/** One import with all its items. */
export function useImport({ id, canCancel }: ImportSummary) {
  return useQuery<ImportView, ApiError>({
    queryKey: ["imports", id],
    queryFn: () => getJson(`/imports/${id}`),
    refetchInterval: canCancel && REFRESH_MS,
  })
}

/** What is stated of the reports that are added. */
export interface Stated {
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
}

/** A file and its name with the folders it lay in. */
export interface NamedFile {
  readonly file: File
  readonly name: string
}

export async function addFiles(files: readonly NamedFile[], stated: Stated): Promise<void> {
  for (const part of partsOf(files)) {
    const form = new FormData()
    for (const [name, value] of Object.entries(stated)) if (value !== undefined) form.append(name, value)
    for (const { file, name } of part) form.append("files", file, name)
    await postForm("/imports/files", form)
  }
}

function partsOf(files: readonly NamedFile[]): NamedFile[][] {
  const parts: NamedFile[][] = [[]]
  let bytes = 0
  for (const one of files) {
    if (MOST_BYTES < bytes + one.file.size && 0 < parts.at(-1)!.length) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)!.push(one)
    bytes += one.file.size
  }
  return parts
}

/** Sends something that makes or turns an import, and shows it at once. */
export function useImporting<Asked>(send: (asked: Asked) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation<unknown, ApiError, Asked>({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: ["imports"] }),
  })
}

export const turnImport = (id: string, turn: "cancel" | "undo" | "redo") =>
  postJson<ImportSummary>(`/imports/${id}/${turn}`, {})

/** Keeps what is known of imports true, and says what came of each, on whatever screen one is by then. To be used once, in the frame. */
export function useImportEvents(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      listen(event => {
        if (event.kind !== "import") return
        hear(client, event.import)
      }),
    [client],
  )
}

function hear(client: QueryClient, told: ImportSummary): void {
  client.setQueryData<readonly ImportSummary[]>(["imports"], known => {
    if (known === undefined) return known
    return known.some(({ id }) => id === told.id)
      ? known.map(one => (one.id === told.id ? told : one))
      : [told, ...known]
  })
  if (told.state === "waiting" || told.state === "running") return
  // An answer that was on its way may be older than what was just told.
  void client.invalidateQueries({ queryKey: ["imports"] })
  const { id, message, canUndo, canRedo } = told
  const words = message[0]!.toUpperCase() + message.slice(1)
  say({
    words,
    ...(canUndo && { undo: () => turnImport(id, "undo") }),
    ...(canRedo && { undo: () => turnImport(id, "redo") }),
  })
}
