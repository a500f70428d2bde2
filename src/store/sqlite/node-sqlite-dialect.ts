import type { DatabaseSync, SQLInputValue } from "node:sqlite"
import { SqliteDialect } from "kysely"

/** Lets kysely, which speaks to better-sqlite3, speak to Node's own SQLite. */
export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(sql) {
        // A full disk makes SQLite roll back by itself; rolling back again would hide the error that tells so.
        if (sql === "rollback" && !database.isTransaction)
          return {
            reader: false,
            all: () => [],
            run: () => ({ changes: 0, lastInsertRowid: 0 }),
            iterate: () => [].values(),
          }
        const statement = database.prepare(sql)
        return {
          // node:sqlite gives [] from `all` for a statement without rows, so only the kind of statement decides.
          reader: statement.columns().length > 0,
          all: parameters => statement.all(...(parameters as SQLInputValue[])),
          run: parameters => statement.run(...(parameters as SQLInputValue[])),
          iterate: parameters => statement.iterate(...(parameters as SQLInputValue[])),
        }
      },
    },
  })
}
