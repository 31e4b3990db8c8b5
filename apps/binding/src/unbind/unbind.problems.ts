import type { Locale } from '@bindery/localisation';
import { toProblem } from '@bindery/subgraph';
import { bindingProblems, type Problems } from '../cards';
import { sayMoney } from '../lifecycle';
import { proofProblems } from '../proofs';
import { toUnbindBlockerType, toUnbindPlanType, type NameOf } from '../unbind-plan';
import { FeeNotAcceptedError, UnbindBlockedError, UnbindPlanStaleError } from './unbind-errors.type';
import type { RequestUnbindError } from './unbind.errors';
import { say } from './unbind.words';

type Refusal<Kind extends RequestUnbindError['kind']> = Extract<RequestUnbindError, { kind: Kind }>;

/** `nameOf` answers what the cards are called that a new plan speaks of. */
export const unbindProblems = (nameOf: NameOf) =>
  ({
    ...bindingProblems,
    ...proofProblems,
    PLAN_STALE: ({ plan, changed }: Refusal<'PLAN_STALE'>, locale: Locale) =>
      Object.assign(
        new UnbindPlanStaleError(),
        toProblem('PLAN_STALE', say(locale, 'PLAN_STALE'), [{ code: 'ReadPlan' }, { code: 'StartChallenge' }], locale),
        { plan: plan && toUnbindPlanType(plan, nameOf, locale), changed: [...changed] },
      ),
    UNBIND_BLOCKED: ({ blockers }: Refusal<'UNBIND_BLOCKED'>, locale: Locale) => {
      const told = blockers.map((blocker) => toUnbindBlockerType(blocker, locale));
      const problem = toProblem('UNBIND_BLOCKED', say(locale, 'UNBIND_BLOCKED'), [], locale);
      return Object.assign(new UnbindBlockedError(), problem, {
        remedies: told.flatMap(({ remedies }) => remedies),
        blockers: told,
      });
    },
    FEE_NOT_ACCEPTED: ({ fee }: Refusal<'FEE_NOT_ACCEPTED'>, locale: Locale) =>
      Object.assign(
        new FeeNotAcceptedError(),
        toProblem(
          'FEE_NOT_ACCEPTED',
          say(locale, 'FEE_NOT_ACCEPTED', { amount: sayMoney(fee, locale) }),
          [{ code: 'AcceptFee' }, { code: 'ContactProvider' }],
          locale,
        ),
        { fee },
      ),
  }) satisfies Problems<RequestUnbindError>;
