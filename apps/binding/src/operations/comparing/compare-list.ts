import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Log } from '@bindery/service';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../../catalogue';
import type { Connectors, CredentialStatus, ListedCredential } from '../../providers';
import { listOverWithoutCredential, type NamedCredentials } from '../../lifecycle';
import { listLastOperations } from '../operation.repository';
import { answerBy } from '../../cases';
import { compareNow, lookAtRemoval } from '../ask-now';
import { operationJobs as jobs } from '../operations.jobs';
import { agrees, agreesOnHold } from './compare-with-provider.rules';
import { listStrangers, listWatched, saveObserved, type WatchedCredential } from './provider-view.repository';
import { watchRetired } from './watch-retired';
import { saveStrangerCases, saveStrangers, saveStrangersGone } from './unknown-credential.repository';

interface CompareListDeps {
  readonly unitOfWork: UnitOfWork;
  readonly credentials: NamedCredentials;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
  readonly log: Log;
}

/** A bind may be done there and not told here yet; what is unknown for longer is nobody's who is on the way. */
const onTheWayMs = 30 * 60_000;

/** As far back as a bind waits for its holder, and as long again; so many at most are asked about at once. */
const orphanAgeMs = 60 * 24 * 60 * 60_000;
const orphansMax = 500;

/** No list is longer than so many pages: a provider that names the same next page again and again must not keep us for ever. */
const pagesMax = 100_000;

/**
 * Compares all cards of a provider that can list them: what agrees is noted, what differs is asked about by itself, since a list may be a
 * moment old. What is of a retired binding is taken off again.
 * What nobody knows here is never taken for a card of anybody: if it is an orphan of ours it is taken off, else it becomes a case. Each card is looked at by itself all the same, for what a list does not tell.
 */
export function createCompareList({ unitOfWork, credentials, connectors, profiles, clock, log }: CompareListDeps) {
  async function comparePage(
    tx: EntityManager,
    provider: string,
    listed: readonly ListedCredential[],
    { after, upTo }: { readonly after: string; readonly upTo: string | null },
  ): Promise<number> {
    const now = clock.now();
    const suspendsNatively = profiles.get(provider)?.suspend.mode === 'NATIVE';
    const listedAs = new Map(listed.map((one) => [one.credentialReference, one]));
    const watched = await listWatched(tx, provider, after, upTo);
    const agreeing = new Map<CredentialStatus, Id<'binding'>[]>();
    const differing: WatchedCredential[] = [];
    for (const one of watched) {
      const there = listedAs.get(one.credentialReference);
      const observed = there?.status ?? 'ABSENT';
      if (agrees(one.state, observed, suspendsNatively) && agreesOnHold(one.state, there?.heldByProvider))
        agreeing.set(observed, [...(agreeing.get(observed) ?? []), one.bindingId]);
      else differing.push(one);
    }
    for (const [observed, ids] of agreeing) await saveObserved(tx, ids, observed, now, null);
    for (const { bindingId } of differing) await compareNow(tx, bindingId);
    const known = new Set(watched.map(({ credentialReference }) => credentialReference));
    const unheardOf = [...listedAs.keys()].filter((reference) => !known.has(reference));
    const strangers = await findStrangers(tx, credentials, provider, unheardOf, now);
    if (strangers.length > 0) await saveStrangers(tx, provider, strangers, now);
    return strangers.length;
  }

  /** The whole list was read: what may be ours is asked about and taken off, what stays unknown is a case, what is gone is none any more. */
  async function endList(tx: EntityManager, provider: string, since: Date, strangers: number): Promise<void> {
    const now = clock.now();
    await saveStrangersGone(tx, provider, since, now);
    if (strangers === 0) return;
    const over = await listOverWithoutCredential(tx, provider, new Date(now.getTime() - orphanAgeMs), orphansMax);
    const operations = await listLastOperations(tx, over);
    const has = (id: Id<'binding'>, kind: 'BIND' | 'UNBIND') =>
      operations.find((operation) => operation.bindingId === id && operation.kind === kind);
    // Never asked of the provider, or taken off there already: none of it can be theirs.
    const orphans = over.filter((id) => has(id, 'BIND') && has(id, 'UNBIND')?.state !== 'CONFIRMED');
    for (const bindingId of orphans) await lookAtRemoval(tx, bindingId);
    const cases = await saveStrangerCases(tx, provider, new Date(now.getTime() - onTheWayMs), {
      at: now,
      answerBy: answerBy(now),
    });
    log.warn({ provider, count: strangers, cases }, 'a provider lists credentials that nobody knows here');
  }

  return async ({ provider }: { provider: string }): Promise<void> => {
    const since = clock.now();
    let unknown = 0;
    const { list } = connectors(provider);
    if (!list) return;
    let after = '';
    for (let page = 0; page < pagesMax; page++) {
      const answer = await list(after);
      if (!answer.ok) throw new Error(`${provider} does not list its credentials: ${answer.error.detail}`);
      const { credentials, next } = answer.value;
      const range = { after, upTo: next };
      unknown += await unitOfWork.run((tx) => comparePage(tx, provider, credentials, range));
      if (next === null) return unitOfWork.run((tx) => endList(tx, provider, since, unknown));
      if (next <= after) return;
      after = next;
    }
  };
}

/** Of these references those that nobody has or had; what is of a retired binding is looked at. */
async function findStrangers(
  tx: EntityManager,
  credentials: NamedCredentials,
  provider: string,
  references: readonly string[],
  now: Date,
): Promise<string[]> {
  const unknown = await listStrangers(tx, provider, references);
  const retired = await credentials.listRetired(tx, provider, unknown);
  for (const one of retired) await watchRetired(tx, one, now);
  return unknown.filter((name) => !retired.some(({ credentialReference }) => credentialReference === name));
}

/** Begins to compare each provider's list, in a job of its own: one that is slow keeps no other waiting. */
export const createCompareLists =
  ({ unitOfWork, profiles }: Pick<CompareListDeps, 'unitOfWork' | 'profiles'>) =>
  (): Promise<void> =>
    unitOfWork.run(async (tx) => {
      for (const provider of profiles.keys())
        await jobs.enqueue(tx, 'compare-list', { provider }, { jobKey: `compare list ${provider}` });
    });
