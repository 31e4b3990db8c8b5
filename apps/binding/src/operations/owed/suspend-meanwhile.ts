import { newId, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../../catalogue';
import { lockBinding, type BindingWithCard } from '../../lifecycle';
import type { Connector, Connectors } from '../../providers';
import { saveObserved } from '../comparing/provider-view.repository';
import type { StepOperation } from '../operation.repository';
import {
  findOpenOf,
  listLastOperations,
  saveOperationClosed,
  saveOperationOpen,
  saveSent,
} from '../operation.repository';
import { stuckAfterMs } from '../query-backoff.rules';

/** What of a replaced card that waits at its provider is asked there; true while the provider has taken it and not done it. */
export type SuspendMeanwhile = (
  found: BindingWithCard,
  credentialReference: string,
  waitsSince: Date,
) => Promise<boolean>;

interface SuspendMeanwhileDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** A provider has done it by then, or is not asked about it each few seconds any more. */
const soonDoneMs = 60_000;

/**
 * Has a replaced card suspended at its provider for as long as something keeps it there, so that it is not gone on being charged: by one operation, where
 * the provider suspends at all. One that refuses is not asked again.
 */
export function createSuspendMeanwhile({
  unitOfWork,
  connectors,
  profiles,
  clock,
}: SuspendMeanwhileDeps): SuspendMeanwhile {
  const close = (bindingId: Id<'binding'>, operationId: Id<'operation'> | null, state: 'CONFIRMED' | 'REFUSED') =>
    unitOfWork.run(async (tx) => {
      const at = clock.now();
      if (operationId) await saveOperationClosed(tx, operationId, state, at, null);
      if (state === 'CONFIRMED') await saveObserved(tx, [bindingId], 'SUSPENDED', at, null);
    });

  async function ask(connector: Connector, { id, token, reference }: Asked): Promise<string> {
    const request = { operationId: id, kind: 'SUSPEND', token, credentialReference: reference } as const;
    const first = await unitOfWork.run((tx) => saveSent(tx, id, clock.now()));
    const answer = first ? await connector.send(request) : await connector.query(id, request);
    return (answer.status === 'OPERATION_UNKNOWN' ? await connector.send(request) : answer).status;
  }

  return async ({ binding, card: { token } }, reference, waitsSince) => {
    const { id: bindingId, provider } = binding;
    if (token === null || profiles.get(provider)?.suspend.mode !== 'NATIVE') return false;
    const connector = connectors(provider);
    const status = await connector.credentialStatus(reference);
    if (!status.ok) return false;
    const isOn = status.value === 'ACTIVE';
    const open = await unitOfWork.run((tx) => findOrOpen(tx, binding, { isOn, waitsSince, at: clock.now() }));
    if (!isOn) {
      await close(bindingId, open?.id ?? null, 'CONFIRMED');
      return false;
    }
    if (!open) return false;
    const said = await ask(connector, { id: open.id, token, reference });
    if (said === 'CONFIRMED' || said === 'REFUSED') {
      await close(bindingId, open.id, said);
      return false;
    }
    return Number(clock.now()) - Number(open.createdAt) < soonDoneMs;
  };
}

interface Asked {
  readonly id: Id<'operation'>;
  readonly token: string;
  readonly reference: string;
}

/** The operation that is open for it, or a new one where it is on; null where something else is, or the provider has refused it. */
async function findOrOpen(
  tx: EntityManager,
  { id: bindingId, provider }: BindingWithCard['binding'],
  { isOn, waitsSince, at }: { readonly isOn: boolean; readonly waitsSince: Date; readonly at: Date },
): Promise<Pick<StepOperation, 'id' | 'createdAt'> | null> {
  await lockBinding(tx, bindingId);
  const open = await findOpenOf(tx, bindingId);
  if (open || !isOn) return open?.kind === 'SUSPEND' ? open : null;
  const last = (await listLastOperations(tx, [bindingId])).find(({ kind }) => kind === 'SUSPEND');
  if (last?.state === 'REFUSED' && last.createdAt >= waitsSince) return null;
  const id = newId('operation', at.getTime());
  const nextCheckAt = new Date(at.getTime() + stuckAfterMs);
  await saveOperationOpen(tx, { id, bindingId, provider, kind: 'SUSPEND', at, nextCheckAt });
  return { id, createdAt: at };
}
