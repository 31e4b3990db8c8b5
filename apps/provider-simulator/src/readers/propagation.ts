import type { Clock } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import { placedDoors, type Provider, type Providers } from '../providers/provider';
import type { Site } from '../providers/kinds';
import type { Credential } from '../records/credential';
import type { SimulatorState } from '../state/simulator-state';
import type { WebhookSender } from '../webhooks/webhook-sender';

/** How far a reader is with forgetting a credential. */
export interface ReaderReport {
  readonly id: string;
  readonly name: InBothLanguages;
  readonly site: InBothLanguages;
  readonly state: 'CONFIRMED' | 'PENDING' | 'OFFLINE';
  readonly confirmedAt?: string;
  /** When it forgets the credential by itself, at the latest. */
  readonly worstCaseUntil: string;
}

interface PropagationDeps {
  readonly state: SimulatorState;
  readonly webhooks: WebhookSender;
  readonly clock: Clock;
  readonly webhookUrl: (provider: string) => string;
}

/** The report of a credential that was taken off; empty for one that is on, and where there are no readers. */
export function reportOf(state: SimulatorState, provider: Provider, credential: Credential, now: Date): ReaderReport[] {
  const { status, removedAt } = credential;
  if (status !== 'ABSENT' || removedAt === undefined) return [];
  const confirmed = confirmDue(state, provider, credential, removedAt, now);
  const worstCaseUntil = new Date(Date.parse(removedAt) + provider.offlineWorstCaseMs).toISOString();
  return placesOf(state, provider, credential).map(({ site, door }) => {
    const confirmedAt = confirmed[door.id];
    const doubt = isOnline(state, door) ? 'PENDING' : 'OFFLINE';
    const standing = confirmedAt === undefined ? { state: doubt } : { state: 'CONFIRMED', confirmedAt };
    return { id: door.id, name: door.name, site: site.name, worstCaseUntil, ...standing } as ReaderReport;
  });
}

/** A reader that opens to a credential that is on. */
interface OpeningReader {
  readonly id: string;
  readonly name: InBothLanguages;
  readonly site: InBothLanguages;
  readonly line: 'ONLINE' | 'OFFLINE';
  /** ISO 8601 duration. */
  readonly worstCase: string;
}

/** The readers that open to a credential, each with its line as of now; none for one that was taken off. */
export const readersOf = (state: SimulatorState, provider: Provider, credential: Credential): OpeningReader[] =>
  credential.status === 'ABSENT'
    ? []
    : placesOf(state, provider, credential).map(({ site, door }) => ({
        id: door.id,
        name: door.name,
        site: site.name,
        line: isOnline(state, door) ? 'ONLINE' : 'OFFLINE',
        worstCase: provider.offlineWorstCase,
      }));

/** Tells the platform how far the readers are, after anything of it has changed. */
export function announcePropagation(deps: PropagationDeps, provider: Provider, credentialReference: string): void {
  const { state, webhooks, clock, webhookUrl } = deps;
  const credential = state.credentials.get(credentialReference);
  const readers = credential ? reportOf(state, provider, credential, clock.now()) : [];
  if (readers.length > 0)
    webhooks.send(provider.code, webhookUrl(provider.code), {
      type: 'credential.propagation',
      credentialReference,
      readers,
    });
}

/** A reader loses its line or gets it back; what it has missed it learns at once. False for a reader that there is none of. */
export function setReaderOnline(
  deps: PropagationDeps & { readonly providers: Providers },
  code: string,
  readerId: string,
  online: boolean,
): boolean {
  const { state, providers, clock } = deps;
  const provider = providers.get(code);
  if (!provider?.sites.some(({ doors }) => doors.some(({ id }) => id === readerId))) return false;
  const waiting = state.credentials
    .all()
    .filter(
      (credential) =>
        credential.provider === code &&
        reportOf(state, provider, credential, clock.now()).some(
          (reader) => reader.id === readerId && reader.state !== 'CONFIRMED',
        ),
    );
  state.readers.put(readerId, { provider: code, online });
  if (online) for (const { credentialReference } of waiting) announcePropagation(deps, provider, credentialReference);
  return true;
}

/**
 * Whether a reader without a line opens to a credential: by its own list, which nobody has told yet what was taken off, and which runs out at the worst
 * case. What is suspended it does not hear of either. Undefined for a reader that has a line, or is none of those that open to the credential: it asks.
 */
export function opensByItsList(
  state: SimulatorState,
  provider: Provider,
  credential: Credential,
  readerId: string,
  now: Date,
): boolean | undefined {
  const door = placesOf(state, provider, credential).find((place) => place.door.id === readerId)?.door;
  if (!door || isOnline(state, door)) return undefined;
  if (credential.status !== 'ABSENT') return true;
  return reportOf(state, provider, credential, now).some((one) => one.id === readerId && one.state !== 'CONFIRMED');
}

type Door = Site['doors'][number];

export const isOnline = (state: SimulatorState, { id, offline }: Door): boolean =>
  state.readers.get(id)?.online ?? !offline;

/** Ids of the readers that have a line. */
export const onlineReaders = (state: SimulatorState, providers: Providers): ReadonlySet<string> =>
  new Set(
    placedDoors(providers)
      .filter(({ door }) => isOnline(state, door))
      .map(({ door }) => door.id),
  );

function placesOf(state: SimulatorState, { sites }: Provider, { token }: Credential) {
  const code = state.cards.get(token)?.site;
  return sites.filter((site) => site.code === code).flatMap((site) => site.doors.map((door) => ({ site, door })));
}

/** A reader with a line has confirmed as soon as anybody asks; one without does when its list has run out. */
function confirmDue(
  state: SimulatorState,
  provider: Provider,
  credential: Credential,
  removedAt: string,
  now: Date,
): Readonly<Record<string, string>> {
  const known = state.propagations.get(credential.credentialReference)?.confirmed ?? {};
  const runsOut = Date.parse(removedAt) + provider.offlineWorstCaseMs;
  const confirmed = { ...known };
  for (const { door } of placesOf(state, provider, credential)) {
    if (confirmed[door.id] !== undefined) continue;
    if (isOnline(state, door)) confirmed[door.id] = now.toISOString();
    else if (now.getTime() >= runsOut) confirmed[door.id] = new Date(runsOut).toISOString();
  }
  if (Object.keys(confirmed).length > Object.keys(known).length)
    state.propagations.put(credential.credentialReference, { provider: provider.code, confirmed });
  return confirmed;
}
