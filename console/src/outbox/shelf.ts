import { deleteDB, openDB, type DBSchema } from 'idb'
import type { Shelf } from './outbox'
import type { Outgoing } from './outgoing'

interface Schema extends DBSchema {
  outgoing: { key: string; value: Outgoing }
}

const nameOf = (userId: string) => `moked-outbox-${userId}`

/** Keeps unsent words over reloads and crashes, apart for every user of this browser. */
export function openShelf(userId: string): Shelf {
  const database = openDB<Schema>(nameOf(userId), 1, {
    upgrade: (db) => void db.createObjectStore('outgoing', { keyPath: 'clientId' }),
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  })
  return {
    load: async () => (await database).getAll('outgoing'),
    keep: async (item) => (await database).put('outgoing', item),
    drop: async (clientId) => (await database).delete('outgoing', clientId),
  }
}

export const clearShelf = (userId: string) => deleteDB(nameOf(userId))
