import { possibleTriggers } from '@bindery/card-lifecycle';
import { err, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue';
import {
  findBinding,
  type BindingWithCard,
  type NotFound,
  type TransitionRefused,
  type Transitions,
} from '../lifecycle';
import type { Connectors } from '../providers';
import { askProvider } from './ask-provider';
import type { ReadUnbindFacts } from './read-unbind-facts';
import { insertPlan } from './unbind-plan.repository';
import { decideConsequences, quotePlan, type UnbindPlan } from './unbind-plan.rules';

/** Why there is no plan: no such binding of the account, or none that could be unbound now. */
export type QuoteRefused = NotFound | TransitionRefused;

/** The plan of an unbind as of now. */
export type QuoteUnbind = (
  bindingId: Id<'binding'>,
  accountId: Viewer['accountId'],
) => Promise<Result<UnbindPlan, QuoteRefused>>;

interface QuoteUnbindDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Pick<Transitions, 'refuse'>;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly connectors: Connectors;
  readonly readUnbindFacts: ReadUnbindFacts;
  readonly clock: Clock;
}

/** Tells everything an unbind would do before anything happens, and keeps the quote for its time. */
export function createQuoteUnbind({
  unitOfWork,
  transitions,
  profiles,
  connectors,
  readUnbindFacts,
  clock,
}: QuoteUnbindDeps): QuoteUnbind {
  return async (bindingId, accountId) => {
    const found = await unitOfWork.run((tx) => findBinding(tx, bindingId, accountId));
    const profile = found && profiles.get(found.binding.provider);
    if (!found || !profile) return err({ kind: 'NOT_FOUND' });
    if (!canUnbind(found)) return err(await unitOfWork.run((tx) => transitions.refuse(tx, found.binding)));
    const says = await askProvider(connectors, profile, found);
    return unitOfWork.run(async (tx): Promise<Result<UnbindPlan, QuoteRefused>> => {
      // Read again: it may have changed while the provider was asked.
      const current = (await findBinding(tx, bindingId, accountId)) ?? found;
      if (!canUnbind(current)) return err(await transitions.refuse(tx, current.binding));
      const now = clock.now();
      const plan = quotePlan(
        newId('plan', now.getTime()),
        decideConsequences(await readUnbindFacts(tx, current, profile, says)),
        now,
      );
      await insertPlan(tx, plan);
      return ok(plan);
    });
  };
}

const canUnbind = ({ binding }: BindingWithCard) => possibleTriggers(binding.state, 'HOLDER').includes('RequestUnbind');
