import { closeSync, existsSync, openSync, readSync } from "node:fs"
import { basename } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { promisify } from "node:util"
import { gunzip, gunzipSync, gzip } from "node:zlib"
import { Kysely, sql } from "kysely"
import { Migrator } from "kysely/migration"
import { HeedError } from "../../core/error.ts"
import type { Reading } from "../../core/reading.ts"
import type { Decision, Store, StoredReport } from "../../core/store.ts"
import { nodeSqliteDialect } from "./node-sqlite-dialect.ts"
import { migrations, type Tables } from "./schema.ts"

/** Marks a SQLite file as a case of Heed: the letters "HEED". */
const APPLICATION_ID = 0x48454544
/** The schema that brought the table of what can be made again. */
const KEEPS_SINCE = 2
/** How long a writer waits for another one. `heed add` holds the file for milliseconds a report. */
const BUSY_TIMEOUT_MS = 30_000
/** Pause between two tries. SQLite's own waiting would block the whole process, and with it the writer it waits for. */
const BUSY_RETRY_MS = 20

/**
 * Opens a case file; makes it when `create` is set and it is absent. `path` may be ":memory:".
 * `maxPages` bounds the file (pages of 4 KiB), as a full disk would.
 * Throws HeedError: "not-found" (absent), "unreadable" (not a case file, or damaged), "newer-version", "unavailable" (disk full, locked, no permission).
 */
export async function openCase(
  path: string,
  options: { create?: boolean; name?: string; maxPages?: number } = {},
): Promise<Store> {
  const isNew = path === ":memory:" || !existsSync(path)
  if (isNew && !options.create)
    throw new HeedError("not-found", `no case file at ${path}; "heed add ${path} PATH..." makes one`)
  if (!isNew) requireSqlite(path)
  return patiently(() => openNow(path, options), path)
}

async function openNow(path: string, options: { name?: string; maxPages?: number }): Promise<Store> {
  const file = new DatabaseSync(path, { timeout: 0 })
  file.exec("pragma foreign_keys = on")
  const { application_id: application } = file.prepare("pragma application_id").get() as { application_id: number }
  const { user_version: version } = file.prepare("pragma user_version").get() as { user_version: number }
  const known = Object.keys(migrations).length
  if (application !== APPLICATION_ID && !isEmpty(file)) {
    file.close()
    throw new HeedError("unreadable", `${path} is a SQLite file but no case of Heed; expected one made by "heed add"`)
  }
  if (known < version) {
    file.close()
    throw new HeedError(
      "newer-version",
      `${path} was written by a newer Heed (schema ${version}); this one knows schemas up to ${known}. Nothing was changed.`,
    )
  }
  file.exec("pragma journal_mode = wal; pragma synchronous = full")
  if (options.maxPages) file.exec(`pragma max_page_count = ${options.maxPages}`)
  const database = new Kysely<Tables>({ dialect: nodeSqliteDialect(file) })
  let schema = known
  if (version < known) {
    try {
      await migrate(database, file, options.name ?? nameOf(path))
    } catch (error) {
      // A case that cannot be written is read as it is: what came after the first schema only keeps what can be made again.
      if (version === 0 || !cannotBeWritten(error)) {
        file.close()
        throw error
      }
      schema = version
    }
  }
  const { value: name } = await database
    .selectFrom("case_info")
    .select("value")
    .where("key", "=", "name")
    .executeTakeFirstOrThrow()
  const store = { ...storeOf(database, name), ...(path !== ":memory:" && { file: path }) }
  return schema < KEEPS_SINCE ? withoutKept(store) : store
}

/** A store of a file from before there was a place for what can be made again. */
function withoutKept(store: Store): Store {
  return {
    ...store,
    keep: async () => {
      throw new HeedError("unavailable", `case ${store.name} is of an older schema and cannot be written`)
    },
    kept: async () => undefined,
    keptKeys: async () => [],
    forget: async () => {},
  }
}

function nameOf(path: string): string {
  return path === ":memory:" ? "case" : basename(path).replace(/\.heed$/, "")
}

function isEmpty(file: DatabaseSync): boolean {
  return file.prepare("select name from sqlite_schema limit 1").get() === undefined
}

/** SQLite itself would take an empty or foreign file for a new database or fail late; look at the first bytes instead. */
function requireSqlite(path: string): void {
  const head = Buffer.alloc(16)
  let length = 0
  try {
    const file = openSync(path, "r")
    try {
      length = readSync(file, head, 0, 16, 0)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new HeedError("unreadable", `cannot read ${path}: ${(error as Error).message}`, { cause: error })
  }
  if (0 < length && head.toString("latin1", 0, length) !== "SQLite format 3\0")
    throw new HeedError("unreadable", `${path} is no case file: it does not begin as a SQLite file does`)
}

/** Brings the file to the newest schema, all or nothing. Of two programs that open a new file at once, one waits and finds it done. */
async function migrate(database: Kysely<Tables>, file: DatabaseSync, name: string): Promise<void> {
  file.exec("begin immediate")
  try {
    const provider = { getMigrations: async () => migrations }
    const { error } = await new Migrator({ db: database, provider, disableTransactions: true }).migrateToLatest()
    if (error) throw error
    await database
      .insertInto("case_info")
      .values({ key: "name", value: name })
      .onConflict(conflict => conflict.column("key").doNothing())
      .execute()
    file.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${Object.keys(migrations).length}`)
    file.exec("commit")
  } catch (error) {
    if (file.isTransaction) file.exec("rollback")
    throw error
  }
}

/** Does the work, again and again while another program holds the file. */
async function patiently<T>(work: () => Promise<T>, path: string): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += BUSY_RETRY_MS) {
    try {
      return await work()
    } catch (error) {
      const busy = ((error as { errcode?: number }).errcode ?? 0) % 256 === 5
      if (!busy || BUSY_TIMEOUT_MS <= waitedMs) throw translated(error, path)
      await new Promise(resolve => setTimeout(resolve, BUSY_RETRY_MS))
    }
  }
}

/** SQLite's errors in our words. https://sqlite.org/rescode.html */
function translated(error: unknown, path: string): unknown {
  const code = (error as { errcode?: number }).errcode
  if (code === undefined) return error
  const primary = code & 0xff
  const words: Record<number, [HeedError["code"], string]> = {
    5: [
      "unavailable",
      `${path} is being written by another program for more than ${BUSY_TIMEOUT_MS / 1000} s; try again when it has ended`,
    ],
    8: ["unavailable", `${path} cannot be written: it is read-only`],
    10: ["unavailable", `${path} cannot be read or written: the disk reports an error`],
    11: ["unreadable", `${path} is damaged; take a copy of it and see "sqlite3 .recover"`],
    13: ["unavailable", `${path} cannot grow: the disk is full. What was added before this report is kept.`],
    14: ["unavailable", `${path} cannot be opened: does its folder exist, and may you write there?`],
    26: ["unreadable", `${path} is no case file`],
  }
  const known = words[primary]
  return known ? new HeedError(known[0], known[1], { cause: error }) : error
}

/** Read-only or full. */
function cannotBeWritten(error: unknown): boolean {
  return [8, 13].includes(((error as { errcode?: number }).errcode ?? 0) & 0xff)
}

/** What is kept is megabytes, and the thread that asks for it may be the one that answers people. */
const inBackground = { pack: promisify<Uint8Array, Uint8Array>(gzip), unpack: promisify<Uint8Array, Buffer>(gunzip) }
const pack = (value: unknown) => inBackground.pack(Buffer.from(JSON.stringify(value)))
const unpack = (bytes: Uint8Array) => JSON.parse(gunzipSync(bytes).toString("utf8"))

function storeOf(database: Kysely<Tables>, name: string): Store {
  const guard = <T>(work: () => Promise<T>) => patiently(work, name)
  return {
    name,
    async putReport(report, reading) {
      const [bytes, packed] = await Promise.all([inBackground.pack(report.bytes), pack(reading)])
      await guard(() =>
        database.transaction().execute(async transaction => {
          await transaction
            .insertInto("report")
            .values({
              id: report.id,
              file: report.file ?? null,
              url: report.url ?? null,
              content_type: report.contentType ?? null,
              stated: report.stated ? JSON.stringify(report.stated) : null,
              bytes,
            })
            .onConflict(conflict => conflict.column("id").doNothing())
            .execute()
          await keepReading(transaction, reading, packed)
        }),
      )
    },
    removeReport: id =>
      guard(() =>
        database.transaction().execute(async transaction => {
          await transaction.deleteFrom("report").where("id", "=", id).execute()
          await sql`delete from report_text where report_id = ${id}`.execute(transaction)
        }),
      ),
    reportIds: () =>
      guard(async () => (await database.selectFrom("report").select("id").orderBy("id").execute()).map(row => row.id)),
    reportKeys: () =>
      guard(async () => {
        const rows = await database
          .selectFrom("report")
          .select(["id", "file", "url", "content_type", "stated"])
          .orderBy("id")
          .execute()
        return rows.map(({ id, ...arrived }) => ({ id, key: JSON.stringify([id, ...Object.values(arrived)]) }))
      }),
    getReport: id =>
      guard(async () =>
        storedReport(await database.selectFrom("report").selectAll().where("id", "=", id).executeTakeFirst()),
      ),
    getReading: (reportId, engine) =>
      guard(async () => {
        const row = await database
          .selectFrom("reading")
          .select("reading")
          .where("report_id", "=", reportId)
          .where("engine", "=", engine)
          .executeTakeFirst()
        return row && (unpack(row.reading) as Reading)
      }),
    async putReading(reading) {
      const packed = await pack(reading)
      await guard(() =>
        database.transaction().execute(async transaction => {
          const held = await transaction
            .selectFrom("report")
            .select("id")
            .where("id", "=", reading.report.id)
            .executeTakeFirst()
          if (!held) throw new HeedError("not-found", `no report ${reading.report.id} in case ${name}`)
          await keepReading(transaction, reading, packed)
        }),
      )
    },
    addDecision: decision =>
      guard(async () => {
        const { decidedAt, value, ...rest } = decision
        await database
          .insertInto("decision")
          .values({ sequence: null, ...rest, decided_at: decidedAt, value: JSON.stringify(value) })
          .execute()
      }),
    decisions: () =>
      guard(async () =>
        (await database.selectFrom("decision").selectAll().orderBy("sequence").execute()).map(
          row =>
            ({
              id: row.id,
              decidedAt: row.decided_at,
              by: row.by,
              action: row.action,
              subject: row.subject,
              value: JSON.parse(row.value),
            }) as Decision,
        ),
      ),
    searchText: (query, limit) =>
      guard(async () => {
        const words = query.match(/[\p{L}\p{N}]+/gu) ?? []
        if (words.length === 0) return []
        // Each word quoted: what people type is never read as FTS5's query language.
        const match = words.map(word => `"${word}"`).join(" ")
        const found = await sql<{ report_id: string; snippet: string }>`
          select report_id, snippet(report_text, 2, '', '', ' … ', 24) as snippet
          from report_text where report_text match ${match} order by rank, report_id limit ${limit}`.execute(database)
        return found.rows.map(row => ({ reportId: row.report_id, snippet: row.snippet }))
      }),
    keep: async made => {
      const packed = await Promise.all(
        made.map(async ({ key, bytes }) => ({ key, bytes: await inBackground.pack(bytes) })),
      )
      await guard(() =>
        database.transaction().execute(async transaction => {
          for (const { key, bytes } of packed)
            await transaction
              .insertInto("kept")
              .values({ key, bytes })
              .onConflict(conflict => conflict.column("key").doUpdateSet({ bytes }))
              .execute()
        }),
      )
    },
    kept: key =>
      guard(async () => {
        const row = await database.selectFrom("kept").select("bytes").where("key", "=", key).executeTakeFirst()
        return row && new Uint8Array(await inBackground.unpack(row.bytes))
      }),
    keptKeys: prefix =>
      guard(async () => {
        // The last character of Unicode ends the range of what begins so; "like" would read "_" and "%" in it.
        const rows = await database
          .selectFrom("kept")
          .select("key")
          .where("key", ">=", prefix)
          .where("key", "<=", `${prefix}\u{10ffff}`)
          .orderBy("key")
          .execute()
        return rows.map(row => row.key)
      }),
    forget: keys =>
      guard(() =>
        database.transaction().execute(async transaction => {
          for (const key of keys) await transaction.deleteFrom("kept").where("key", "=", key).execute()
        }),
      ),
    close: () => database.destroy(),
  }
}

async function keepReading(database: Kysely<Tables>, reading: Reading, packed: Uint8Array): Promise<void> {
  const id = reading.report.id
  const before = await database.selectFrom("reading").select("report_id").where("report_id", "=", id).executeTakeFirst()
  // Looking for the words of one report goes through those of all.
  if (before) await sql`delete from report_text where report_id = ${id}`.execute(database)
  await database
    .insertInto("reading")
    .values({ report_id: id, engine: reading.engine, reading: packed })
    .onConflict(conflict => conflict.column("report_id").doUpdateSet({ engine: reading.engine, reading: packed }))
    .execute()
  await sql`insert into report_text (report_id, title, text) values (${id}, ${reading.report.title?.value ?? ""}, ${reading.report.text})`.execute(
    database,
  )
}

function storedReport(row: Tables["report"] | undefined): StoredReport | undefined {
  if (!row) return undefined
  return {
    id: row.id,
    bytes: new Uint8Array(gunzipSync(row.bytes)),
    ...(row.file !== null && { file: row.file }),
    ...(row.url !== null && { url: row.url }),
    ...(row.content_type !== null && { contentType: row.content_type }),
    ...(row.stated !== null && { stated: JSON.parse(row.stated) }),
  }
}
