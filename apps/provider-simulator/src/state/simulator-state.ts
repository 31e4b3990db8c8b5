import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Credential, Obligations } from '../records/credential';
import type { CaughtMessage } from '../records/caught-message';
import type { Operation } from '../records/operation';
import type { KnownCard } from '../records/known-card';
import type { KnownConsent, KnownLoan, KnownOffer, LendingEntry } from '../records/lending';
import type { Phone } from '../records/phone';
import type { HolderCode } from '../records/holder-code';
import type { Propagation, ReaderState } from '../records/reader-state';
import type { OutgoingWebhook } from '../records/outgoing-webhook';
import type { PlatformCertificate } from '../records/platform-certificate';
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
  /** By the name that people gave them. */
  readonly phones: Collection<Phone>;
  readonly codes: Collection<HolderCode>;
  readonly readers: Collection<ReaderState>;
  readonly propagations: Collection<Propagation>;
  /** By lender and id. */
  readonly lendingRequests: Collection<LendingEntry>;
  readonly lendingConsents: Collection<KnownConsent>;
  readonly loanOffers: Collection<KnownOffer>;
  readonly loans: Collection<KnownLoan>;
  /** Idempotency key of the SMS carrier → message id. */
  readonly smsKeys: Collection<string>;
  /** By provider: what it signs with, the newest first, where it makes that itself. */
  readonly platformCertificates: Collection<readonly PlatformCertificate[]>;
  /** How far the sandbox was moved forward, milliseconds. */
  aheadMs(): number;
  keepAhead(aheadMs: number): void;
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
    phones: collection<Phone>('phones', 5_000),
    codes: collection<HolderCode>('codes', 5_000),
    readers: collection<ReaderState>('readers', 5_000),
    propagations: collection<Propagation>('propagations', 50_000),
    lendingRequests: collection<LendingEntry>('lendingRequests', 50_000),
    lendingConsents: collection<KnownConsent>('lendingConsents', 50_000),
    loanOffers: collection<KnownOffer>('loanOffers', 50_000),
    loans: collection<KnownLoan>('loans', 50_000),
    smsKeys: collection<string>('smsKeys', 5_000),
    platformCertificates: collection<readonly PlatformCertificate[]>('platformCertificates', 100),
  };
  const olderFile = dataDir && path.join(dataDir, 'provider-simulator.jsonl');
  if (olderFile && loaded.length === 0) putAll({ settings, ...collections }, await readOlderJournal(olderFile));
  if (!settings.get('tokenKey')) settings.put('tokenKey', randomBytes(32).toString('hex'));
  await store.flushed();
  if (olderFile) await rm(olderFile, { force: true });

  return {
    tokenKey: settings.get('tokenKey') ?? '',
    ...collections,
    aheadMs: () => Number(settings.get('aheadMs') ?? 0),
    keepAhead: (aheadMs) => settings.put('aheadMs', String(aheadMs)),
    flushed: () => store.flushed(),
    close: () => store.close(),
  };
}

function putAll(collections: Readonly<Record<string, { put(id: string, record: never): void }>>, older: OlderRecords) {
  for (const [name, records] of older) for (const [id, record] of records) collections[name]?.put(id, record as never);
}
