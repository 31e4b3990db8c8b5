import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Credential, Obligations } from '../credentials/credential';
import type { CaughtMessage } from '../messages/caught-message';
import type { Operation } from '../operations/operation';
import type { KnownCard } from '../tokens/known-card';
import type { OutgoingWebhook } from '../webhooks/outgoing-webhook';
import { createCollection, type Collection } from './collection';
import { memoryJournal, openJournal, readJournal } from './journal';

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
}

/** Opens the state kept in `dataDir`; throws StateFileBroken when its file cannot be read. */
export async function openState(dataDir: string | undefined): Promise<SimulatorState> {
  const file = dataDir && path.join(dataDir, 'provider-simulator.jsonl');
  const loaded = file ? await readJournal(file) : [];
  let journal = memoryJournal;
  const collection = <T>(name: string, limit: number) => createCollection<T>(name, limit, () => journal, loaded);

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
  if (file)
    journal = await openJournal(file, () => [settings, ...Object.values(collections)].flatMap((each) => each.lines()));

  const tokenKey = settings.get('tokenKey') ?? randomBytes(32).toString('hex');
  settings.put('tokenKey', tokenKey);
  await journal.flushed();
  return { tokenKey, ...collections, flushed: () => journal.flushed() };
}
