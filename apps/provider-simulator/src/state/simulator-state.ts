import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Credential, Obligations } from '../records/credential';
import type { CaughtMessage } from '../records/caught-message';
import type { Operation } from '../records/operation';
import type { KnownCard } from '../records/known-card';
import type { OutgoingWebhook } from '../records/outgoing-webhook';
import { createCollection, type Collection } from './collection';
import { readOlderJournal, type OlderRecords } from './older-journal';
import { memoryStore, openStore } from './store';

/** Everything the world outside remembers. Without a data folder it is forgotten when the process ends. */
export interface SimulatorState {
  /** Keeps tokens the same for the same card over a restart, while card numbers themselves are not kept. */
  readonly tokenKey: string;
  readonly cards: Collection<KnownCard>;
  readonly operations: Collection<Operation>;
  readonly credentials: Collection<Credential>;
  readonly obligations: Collection<Obligations>;
  readonly webhooks: Collection<OutgoingWebhook>;
  readonly messages: Collection<CaughtMessage>;
  /** Idempotency key of the SMS carrier → message id. */
  readonly smsKeys: Collection<string>;
  /** Resolves when all changes made so far are on disk. */
  flushed(): Promise<void>;
  /** Writes what is not written yet, and lets go of the data folder. */
  close(): Promise<void>;
}

/**
 * Opens the state kept in `dataDir`; what an older simulator left there is carried over once. Throws StateBroken when it cannot be read.
 */
export async function openState(dataDir: string | undefined): Promise<SimulatorState> {
  const { store, loaded } = dataDir ? await openStore(path.join(dataDir, 'state')) : { store: memoryStore, loaded: [] };
  const collection = <T>(name: string, limit: number) =>
    createCollection<T>({ name, limit, loaded, write: (change) => store.write(change) });

  const settings = collection<string>('settings', 10);
  const collections = {
    cards: collection<KnownCard>('cards', 50_000),
    operations: collection<Operation>('operations', 50_000),
    credentials: collection<Credential>('credentials', 50_000),
    obligations: collection<Obligations>('obligations', 50_000),
    webhooks: collection<OutgoingWebhook>('webhooks', 50_000),
    messages: collection<CaughtMessage>('messages', 5_000),
    smsKeys: collection<string>('smsKeys', 5_000),
  };
  const olderFile = dataDir && path.join(dataDir, 'provider-simulator.jsonl');
  if (olderFile && loaded.length === 0) putAll({ settings, ...collections }, await readOlderJournal(olderFile));
  if (!settings.get('tokenKey')) settings.put('tokenKey', randomBytes(32).toString('hex'));
  await store.flushed();
  if (olderFile) await rm(olderFile, { force: true });

  return {
    tokenKey: settings.get('tokenKey') ?? '',
    ...collections,
    flushed: () => store.flushed(),
    close: () => store.close(),
  };
}

function putAll(collections: Readonly<Record<string, { put(id: string, record: never): void }>>, older: OlderRecords) {
  for (const [name, records] of older) for (const [id, record] of records) collections[name]?.put(id, record as never);
}
