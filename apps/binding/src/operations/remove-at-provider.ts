import type { EntityManager } from 'typeorm';
import { newId, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { type Binding, type BindingWithCard, findBinding, hasLiveTwin, isOrphan, lockBinding } from '../lifecycle';
import type { Connector, Connectors } from '../providers';
import { findWatchedName, saveObserved } from './comparing/provider-view.repository';
import {
  findBindOf,
  findLastRemoval,
  findOpenOf,
  saveOperationClosed,
  saveOperationOpen,
  saveSent,
} from './operation.repository';
import { operationJobs } from './operations.jobs';
import { stuckAfterMs } from './query-backoff.rules';
import { hasOwedWait } from './owed/owed-wait.repository';
import type { WaitForOwed } from './owed/wait-for-owed';

interface RemoveAtProviderDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly waitForOwed: WaitForOwed;
  readonly clock: Clock;
}

/** A removal that the provider has taken is soon done; a bind that waits for its holder may take days. */
const soonMs = 5_000;
const unknownMs = 10 * 60_000;

/**
 * Takes a card off at the provider whose binding is over, so that no orphan stays there. The binding does not wait for
 * it; this job throws until it is done, and so comes again. What a replaced one still owes is waited for.
 */
export function createRemoveAtProvider({ unitOfWork, connectors, waitForOwed, clock }: RemoveAtProviderDeps) {
  const close = createClose({ unitOfWork, clock });
  const lookAgain = ({ id: bindingId }: Binding, afterMs: number) =>
    unitOfWork.run((tx) =>
      operationJobs.enqueue(
        tx,
        'remove-at-provider',
        { bindingId },
        { jobKey: `remove ${bindingId}`, runAt: new Date(clock.now().getTime() + afterMs), keepsMoment: true },
      ),
    );

  /** What the provider calls the card, if it has bound it after all; null when there is nothing to remove, undefined while nobody knows. */
  async function findReference(
    binding: Binding,
    token: string | null,
    connector: Connector,
  ): Promise<string | null | undefined> {
    if (binding.credentialReference !== null) return binding.credentialReference;
    const watched = await unitOfWork.run((tx) => findWatchedName(tx, binding.id));
    if (watched !== null) return watched;
    const bind = await unitOfWork.run((tx) => findBindOf(tx, binding.id));
    if (!bind || token === null) return null;
    const answer = await connector.query(bind.id, { operationId: bind.id, kind: 'BIND', token });
    if (answer.status === 'CONFIRMED') return answer.credentialReference ?? null;
    if (answer.status === 'REFUSED' || answer.status === 'OPERATION_UNKNOWN') return null;
    if (answer.status === 'UNAVAILABLE') throw notYet(answer.detail);
    return undefined;
  }

  return async ({ bindingId }: { bindingId: Id<'binding'> }): Promise<void> => {
    const found = await unitOfWork.run((tx) => findBinding(tx, bindingId));
    if (!found || !mustBeOff(found.binding)) return;
    const { token } = found.card;
    const connector = connectors(found.binding.provider);
    const credentialReference = await findReference(found.binding, token, connector);
    // The holder may still finish the bind at the provider, or the provider give it up.
    if (credentialReference === undefined) return lookAgain(found.binding, unknownMs);
    if (credentialReference === null) return;
    // A run that was killed when all was done comes again: nothing is opened for it. What still waits was restored since.
    const { removal, waits } = await unitOfWork.run(async (tx) => ({
      removal: await findLastRemoval(tx, bindingId),
      waits: await hasOwedWait(tx, bindingId),
    }));
    if (removal !== null && !waits && (await isGone(connector, credentialReference))) return;
    if (await waitForOwed(found, credentialReference)) return;
    const operationId = await unitOfWork.run((tx) => openRemoval(tx, found, credentialReference, removal, clock.now()));
    // It was restored, or is another’s, or another run has removed it, or something else is asked of the provider: whatever comes of that is compared again.
    if (operationId === null) return;
    if (await isGone(connector, credentialReference)) return close(bindingId, operationId, 'CONFIRMED');
    const first = await unitOfWork.run((tx) => saveSent(tx, operationId, clock.now()));
    const named = { operationId, kind: 'UNBIND', credentialReference } as const;
    // The token of a card is purged with its last binding; what comes back by then is taken off by its name.
    const request = token === null ? named : { ...named, token };
    const answer = first ? await connector.send(request) : await connector.query(operationId, request);
    // Its id is its key: what the provider has never heard of, it may be sent again.
    const settled = answer.status === 'OPERATION_UNKNOWN' ? await connector.send(request) : answer;
    if (settled.status === 'PENDING' || settled.status === 'ACTIVATION_REQUIRED')
      return lookAgain(found.binding, soonMs);
    if (settled.status !== 'CONFIRMED' && settled.status !== 'REFUSED') throw notYet(settled.status);
    await close(bindingId, operationId, settled.status);
  };
}

/** The removal has one operation, whichever run of the job has opened it; none where another has ended since `lastRemoval` was seen. */
async function openRemoval(
  tx: EntityManager,
  { binding: { id: bindingId, provider, version } }: BindingWithCard,
  credentialReference: string,
  lastRemoval: Id<'operation'> | null,
  at: Date,
): Promise<Id<'operation'> | null> {
  const locked = await lockBinding(tx, bindingId);
  if (locked?.binding.version !== version) return null;
  // The provider has told the name of a credential that is on under another binding: nobody's is taken off for that.
  if (await hasLiveTwin(tx, { id: bindingId, provider, credentialReference })) return null;
  const open = await findOpenOf(tx, bindingId);
  if (open) return open.kind === 'UNBIND' ? open.id : null;
  // After the look for an open one: an end is written down without the lock.
  if ((await findLastRemoval(tx, bindingId)) !== lastRemoval) return null;
  const id = newId('operation', at.getTime());
  const nextCheckAt = new Date(at.getTime() + stuckAfterMs);
  await saveOperationOpen(tx, { id, bindingId, provider, kind: 'UNBIND', at, nextCheckAt });
  return id;
}
/** Notes how the removal ended; done, it is how the card stands there. */
const createClose =
  ({ unitOfWork, clock }: Pick<RemoveAtProviderDeps, 'unitOfWork' | 'clock'>) =>
  (bindingId: Id<'binding'>, operationId: Id<'operation'>, state: 'CONFIRMED' | 'REFUSED') =>
    unitOfWork.run(async (tx) => {
      const at = clock.now();
      await saveOperationClosed(tx, operationId, state, at, null);
      if (state === 'CONFIRMED') await saveObserved(tx, [bindingId], 'ABSENT', at, null);
    });

const notYet = (what: string) => new Error(`not removed at the provider yet: ${what}`);

async function isGone(connector: Connector, credentialReference: string): Promise<boolean> {
  const status = await connector.credentialStatus(credentialReference);
  if (!status.ok) throw notYet(status.error.detail);
  return status.value === 'ABSENT';
}

/** Its provider must not have the card: it never should have, or it was taken off and is there again. */
const mustBeOff = (binding: Binding): boolean =>
  isOrphan(binding) || (['UNBOUND', 'RETIRED', 'REPLACED'] as const).some((phase) => phase === binding.state.phase);
