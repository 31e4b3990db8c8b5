import { newId, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { type BindingWithCard, isOrphan, findBinding } from '../lifecycle';
import type { Connector, Connectors } from '../providers';
import { saveOperationClosed, findBindOf, findOpenOf, saveSent, saveOperationOpen } from './operation.repository';
import { stuckAfterMs } from './schedule-query';

interface RemoveAtProviderDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly clock: Clock;
}

/**
 * Takes a card off at the provider whose binding is over, so that no orphan stays there. The binding does not wait for
 * it; this job throws until it is done, and so comes again.
 */
export function createRemoveAtProvider({ unitOfWork, connectors, clock }: RemoveAtProviderDeps) {
  const notYet = (what: string) => new Error(`not removed at the provider yet: ${what}`);

  /** The removal has one operation, whichever run of the job has opened it. */
  const openRemoval = ({ binding: { id: bindingId, provider } }: BindingWithCard) =>
    unitOfWork.run(async (tx) => {
      const open = await findOpenOf(tx, bindingId);
      if (open) return open.id;
      const at = clock.now();
      const id = newId('operation', at.getTime());
      await saveOperationOpen(tx, {
        id,
        bindingId,
        provider,
        kind: 'UNBIND',
        at,
        nextCheckAt: new Date(at.getTime() + stuckAfterMs),
      });
      return id;
    });

  const close = (operationId: Id<'operation'>, state: 'CONFIRMED' | 'REFUSED') =>
    unitOfWork.run((tx) => saveOperationClosed(tx, operationId, state, clock.now(), null));

  async function isGone(connector: Connector, credentialReference: string): Promise<boolean> {
    const status = await connector.credentialStatus(credentialReference);
    if (!status.ok) throw notYet(status.error.detail);
    return status.value === 'ABSENT';
  }

  /** What the provider calls the card, if it has bound it after all; null when there is nothing to remove. */
  async function findReference({ binding }: BindingWithCard, connector: Connector): Promise<string | null> {
    if (binding.credentialReference !== null) return binding.credentialReference;
    const bind = await unitOfWork.run((tx) => findBindOf(tx, binding.id));
    if (!bind) return null;
    const answer = await connector.query(bind.id);
    if (answer.status === 'CONFIRMED') return answer.credentialReference ?? null;
    if (answer.status === 'REFUSED' || answer.status === 'OPERATION_UNKNOWN') return null;
    throw notYet(answer.status);
  }

  return async ({ bindingId }: { bindingId: Id<'binding'> }): Promise<void> => {
    const found = await unitOfWork.run((tx) => findBinding(tx, bindingId));
    if (!found || !isOrphan(found.binding) || found.card.token === null) return;
    const connector = connectors(found.binding.provider);
    const credentialReference = await findReference(found, connector);
    if (credentialReference === null) return;
    const operationId = await openRemoval(found);
    if (await isGone(connector, credentialReference)) return close(operationId, 'CONFIRMED');
    const first = await unitOfWork.run((tx) => saveSent(tx, operationId, clock.now()));
    const request = { operationId, kind: 'UNBIND', token: found.card.token, credentialReference } as const;
    const answer = first ? await connector.send(request) : await connector.query(operationId);
    // Its id is its key: what the provider has never heard of, it may be sent again.
    const settled = answer.status === 'OPERATION_UNKNOWN' ? await connector.send(request) : answer;
    if (settled.status !== 'CONFIRMED' && settled.status !== 'REFUSED') throw notYet(settled.status);
    await close(operationId, settled.status);
  };
}
