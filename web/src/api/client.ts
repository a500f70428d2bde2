/** A fault that the API told, or that kept it from answering. `code` is one of the API's words, or "unreachable". */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, status: number, message: string) {
    super(message)
    this.name = "ApiError"
    this.code = code
    this.status = status
  }
}

/** Values of a query string; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>

/** Address of the API with its query: `addressOf("/brief", { asOf })`. */
export function addressOf(path: string, query: Query = {}): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value))
  const words = asked.toString()
  return `/api${path}${words === "" ? "" : `?${words}`}`
}

declare global {
  /** What public/early.js asked before this code was there, by address. */
  var heedAsked: Map<string, Promise<Response>> | undefined
}

/** Asks the API, or takes what was asked early. Throws ApiError. */
export async function getJson<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  const address = addressOf(path, query)
  const early = await takeEarly(address)
  return answerOf(early ?? (await reach(address, signal ? { signal } : {})))
}

/** Once: it is as old as the page. Undefined where it was not asked, or found nobody; then it is asked again. */
async function takeEarly(address: string): Promise<Response | undefined> {
  const early = globalThis.heedAsked?.get(address)
  globalThis.heedAsked?.delete(address)
  return early?.catch(() => undefined)
}

/** Sends something to the API that changes the case. Throws ApiError. */
export async function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { "Content-Type": "application/json" }
  return answerOf(await reach(addressOf(path), { method: "POST", headers, body: JSON.stringify(body) }))
}

/** Sends a form, such as files. Throws ApiError. */
export async function postForm<Answer>(path: string, body: FormData): Promise<Answer> {
  return answerOf(await reach(addressOf(path), { method: "POST", body }))
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error
    throw new ApiError(
      "unreachable",
      0,
      "Heed does not answer. Is it still running in the terminal where it was started?",
    )
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const body = (await response.json().catch(() => undefined)) as
    | (Answer & { readonly error?: { readonly code: string; readonly message: string } })
    | undefined
  if (response.ok && body !== undefined) return body
  const { code = "bug", message = `Heed answered with status ${response.status}` } = body?.error ?? {}
  throw new ApiError(code, response.status, message)
}
