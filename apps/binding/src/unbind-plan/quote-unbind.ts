import { possibleTriggers } from '@bindery/card-lifecycle';
import { newId, type Clock, type Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue';
import { findBinding } from '../lifecycle';
import type { Connectors } from '../providers';
import { askObligations, readUnbindFacts } from './read-unbind-facts';
import { insertPlan } from './unbind-plan.repository';
import { decideConsequences, quotePlan, type UnbindPlan } from './unbind-plan.rules';

/** The plan of an unbind as of now; null when there is no such binding of the account, or none that could be unbound. */
export type QuoteUnbind = (bindingId: Id<'binding'>, accountId: Viewer['accountId']) => Promise<UnbindPlan | null>;

interface QuoteUnbindDeps {
  readonly unitOfWork: UnitOfWork;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly connectors: Connectors;
  readonly clock: Clock;
}

/** Tells everything an unbind would do before anything happens, and keeps the quote for its time. */
export function createQuoteUnbind({ unitOfWork, profiles, connectors, clock }: QuoteUnbindDeps): QuoteUnbind {
  return async (bindingId, accountId) => {
    const found = await unitOfWork.run((tx) => findBinding(tx, bindingId, accountId));
    const profile = found && profiles.get(found.binding.provider);
    if (!found || !profile || !possibleTriggers(found.binding.state, 'HOLDER').includes('RequestUnbind')) return null;
    const obligations = await askObligations(connectors, profile, found.binding.credentialReference);
    return unitOfWork.run(async (tx) => {
      // Read again: it may have changed while the provider was asked.
      const current = (await findBinding(tx, bindingId, accountId)) ?? found;
      const now = clock.now();
      const plan = quotePlan(
        newId('plan', now.getTime()),
        decideConsequences(await readUnbindFacts(tx, current, profile, obligations)),
        now,
      );
      await insertPlan(tx, plan);
      return plan;
    });
  };
}
