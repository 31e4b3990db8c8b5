import { assertNever, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../../catalogue';
import { findBinding } from '../../lifecycle';
import type { Connectors, ObligationRequest } from '../../providers';
import { saveHeard, saveSent } from '../operation.repository';
import { queryDelayMs } from '../query-backoff.rules';
import type { AskAgain } from '../schedule-query';
import { isTakenFrom, toObligationRequest } from './act.rules';
import { findOpenAct } from './acts.repository';
import type { SettleAct } from './settle-act';

interface SendActDeps {
  readonly unitOfWork: UnitOfWork;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly askAgain: AskAgain;
  readonly settleAct: SettleAct;
  readonly clock: Clock;
}

type ToSend =
  | { readonly is: 'SEND'; readonly provider: string; readonly request: ObligationRequest; readonly deadline: Date }
  | { readonly is: 'ASK' }
  | { readonly is: 'IMPOSSIBLE' };

/** Asks a provider to do something about an obligation, once: that it is about to leave is committed first, and whoever finds it said asks. */
export function createSendAct({ unitOfWork, connectors, profiles, askAgain, settleAct, clock }: SendActDeps) {
  const take = (operationId: Id<'operation'>) =>
    unitOfWork.run(async (tx): Promise<ToSend | null> => {
      const open = await findOpenAct(tx, operationId, { lock: true });
      if (!open) return null;
      const { act, operation } = open;
      if (operation.sentAt !== null) return { is: 'ASK' };
      const from = await findBinding(tx, act.bindingId);
      const to = act.toBindingId && (await findBinding(tx, act.toBindingId));
      const request = from && toObligationRequest(act, from.binding, to && to.binding);
      // A card that was taken off meanwhile is charged for nothing more, and takes nothing over.
      if (!request || !isTakenFrom(from.binding) || (to && to.binding.state.phase !== 'BOUND'))
        return { is: 'IMPOSSIBLE' };
      await saveSent(tx, operationId, clock.now());
      return { is: 'SEND', provider: operation.provider, request, deadline: act.deadline };
    });

  return async ({ operationId }: { operationId: Id<'operation'> }): Promise<void> => {
    const taken = await take(operationId);
    if (!taken) return;
    if (taken.is === 'ASK') return askAgain(operationId, 0);
    if (taken.is === 'IMPOSSIBLE') return settleAct(operationId, { status: 'REFUSED', cause: 'CARD_NOT_BOUND' });
    const { settleObligation } = connectors(taken.provider);
    const answer = settleObligation
      ? await settleObligation(taken.request)
      : ({ status: 'REFUSED', cause: 'NOT_OFFERED' } as const);
    const { confirmation } = profiles.get(taken.provider) ?? {};
    const leftMs = Number(taken.deadline) - Number(clock.now());
    const later = () => askAgain(operationId, queryDelayMs(1, leftMs, confirmation));
    switch (answer.status) {
      case 'CONFIRMED':
      case 'REFUSED':
        return settleAct(operationId, answer);
      case 'PENDING':
        await unitOfWork.run((tx) => saveHeard(tx, operationId, { asked: false, said: 'PENDING', at: clock.now() }));
        return later();
      case 'UNKNOWN':
        return later();
      default:
        return assertNever(answer, 'answer of a provider');
    }
  };
}
