import { possibleTriggers } from '@bindery/card-lifecycle';
import { err, invalidField, type Id, type Result } from '@bindery/kernel';
import type { Once, UnitOfWork } from '@bindery/persistence';
import type { ProviderProfile } from '../catalogue';
import { findBinding, type OperationSummary } from '../lifecycle';
import type { Connectors } from '../providers';
import { askProvider, saysNothing, type ProviderSays, type QuoteUnbind } from '../unbind-plan';
import type { UnbindByPlan, UnbindOrder } from './unbind-by-plan';
import type { RequestUnbindError } from './unbind.errors';

interface RequestUnbindCommand extends Omit<UnbindOrder, 'says'> {
  readonly idempotencyKey: string;
}

export type RequestUnbind = (
  command: RequestUnbindCommand,
) => Promise<Result<{ bindingId: Id<'binding'>; operation: OperationSummary }, RequestUnbindError>>;

interface RequestUnbindDeps {
  readonly once: Once;
  readonly unitOfWork: UnitOfWork;
  readonly unbindByPlan: UnbindByPlan;
  readonly quoteUnbind: QuoteUnbind;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly connectors: Connectors;
}

/** As `digestOf` makes them: SHA-256, base64url. */
const digestPattern = /^[\w-]{43}$/;

/** Takes a card off as its plan said: unusable from the commit on, the provider is asked after it. A stale plan is answered with the new one. */
export function createRequestUnbind({
  once,
  unitOfWork,
  unbindByPlan,
  quoteUnbind,
  profiles,
  connectors,
}: RequestUnbindDeps): RequestUnbind {
  async function ask(bindingId: Id<'binding'>, accountId: UnbindOrder['viewer']['accountId']): Promise<ProviderSays> {
    const found = await unitOfWork.run((tx) => findBinding(tx, bindingId, accountId));
    const profile = found && profiles.get(found.binding.provider);
    // Two hundred at once: once one of them has won, the others are refused without asking the provider.
    if (!found || !possibleTriggers(found.binding.state, 'HOLDER').includes('RequestUnbind')) return saysNothing;
    return profile ? askProvider(connectors, profile, found) : saysNothing;
  }

  return async ({ idempotencyKey, ...order }) => {
    const { viewer, bindingId, planDigest, reason, acceptedFee, proof } = order;
    const { accountId } = viewer;
    if (!digestPattern.test(planDigest)) return err(invalidField('planDigest', 'FORMAT'));
    const says = await ask(bindingId, accountId);
    const fee = acceptedFee && { value: acceptedFee.value, currency: acceptedFee.currency };
    const result = await once(
      {
        owner: accountId,
        operation: 'requestUnbind',
        idempotencyKey,
        request: { bindingId, planDigest, reason, fee, proof },
      },
      (tx) => unbindByPlan(tx, { ...order, says }),
    );
    if (result.ok) return result;
    if (result.error.kind !== 'PLAN_CHANGED') return err(result.error);
    const quoted = await quoteUnbind(bindingId, accountId);
    // It has become something that cannot be unbound: to read another plan would lead nowhere.
    if (!quoted.ok) return quoted;
    return err({ kind: 'PLAN_STALE', changed: result.error.changed, plan: quoted.value });
  };
}
