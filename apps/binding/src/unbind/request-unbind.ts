import { possibleTriggers } from '@bindery/card-lifecycle';
import { err, type Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { BindingErrorOf, RequestError } from '../lifecycle/lifecycle.errors';
import type { Connectors } from '../providers/connector';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { readBinding } from '../lifecycle/binding.repository';
import type { Attempt } from '../use-cases/attempt';
import type { QuoteUnbind } from './quote-unbind';
import { askObligations } from './read-unbind-facts';
import type { SentOperation } from '../use-cases/sent-operation';
import type { UnbindByPlan, UnbindOrder } from './unbind-by-plan';

interface RequestUnbindCommand extends Omit<UnbindOrder, 'obligations'> {
  readonly idempotencyKey: string;
}

type RequestUnbindError =
  | RequestError
  | BindingErrorOf<
      'NOT_FOUND' | 'PLAN_STALE' | 'UNBIND_BLOCKED' | 'FEE_NOT_ACCEPTED' | 'PROOF_REJECTED' | 'TRANSITION_REFUSED'
    >;

export type RequestUnbind = (
  command: RequestUnbindCommand,
) => Promise<Result<{ bindingId: string; operation: SentOperation }, RequestUnbindError>>;

interface RequestUnbindDeps {
  readonly attempt: Attempt;
  readonly unitOfWork: UnitOfWork;
  readonly unbindByPlan: UnbindByPlan;
  readonly quoteUnbind: QuoteUnbind;
  readonly catalogue: { readonly profiles: ReadonlyMap<string, ProviderProfile>; readonly connectors: Connectors };
}

/** Takes a card off as its plan said: unusable from the commit on, the provider is asked after it. A stale plan is answered with the new one. */
export function createRequestUnbind({
  attempt,
  unitOfWork,
  unbindByPlan,
  quoteUnbind,
  catalogue,
}: RequestUnbindDeps): RequestUnbind {
  async function obligationsOf(bindingId: string, accountId: string) {
    const found = await unitOfWork.run((tx) => readBinding(tx, bindingId, accountId));
    const profile = found && catalogue.profiles.get(found.binding.provider);
    // Two hundred at once: once one of them has won, the others are refused without asking the provider.
    if (!found || !possibleTriggers(found.binding.state, 'HOLDER').includes('RequestUnbind')) return null;
    return profile ? askObligations(catalogue.connectors, profile, found.binding.credentialReference) : null;
  }

  return async ({ idempotencyKey, ...order }) => {
    const { caller, bindingId, planDigest, reason, acceptedFee } = order;
    const obligations = await obligationsOf(bindingId, caller.accountId);
    const fee = acceptedFee && { value: acceptedFee.value, currency: acceptedFee.currency };
    const command = {
      caller,
      operation: 'requestUnbind',
      idempotencyKey,
      request: { bindingId, planDigest, reason, fee },
    };
    const result = await attempt(command, (tx) => unbindByPlan(tx, { ...order, obligations }));
    if (result.ok) return result;
    if (result.error.kind !== 'PLAN_CHANGED') return err(result.error);
    return err({
      kind: 'PLAN_STALE',
      changed: result.error.changed,
      plan: await quoteUnbind(bindingId, caller.accountId),
    });
  };
}
