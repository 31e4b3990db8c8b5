import { createToProblem, toProblem } from '@bindery/subgraph';
import { formatMoney } from '@bindery/values';
import { bindingProblems } from '../cards';
import { proofProblems } from '../proofs';
import { toUnbindBlockerType, toUnbindPlanType, type NameOf } from '../unbind-plan';
import type { RequestUnbindResult } from './request-unbind.result';
import { FeeNotAcceptedError, UnbindBlockedError, UnbindPlanStaleError } from './unbind-errors.type';
import type { RequestUnbindError } from './unbind.errors';
import { say } from './unbind.words';

/** `nameOf` answers what the cards are called that a new plan speaks of, `timeZone` is the holder's, needed for such a plan only. */
export const createToUnbindProblem = (nameOf: NameOf, timeZone?: string) =>
  createToProblem<RequestUnbindError, typeof RequestUnbindResult>({
    ...bindingProblems,
    ...proofProblems,
    PLAN_STALE: ({ plan, changed }, locale) =>
      Object.assign(
        new UnbindPlanStaleError(),
        toProblem('PLAN_STALE', say(locale, 'PLAN_STALE'), [{ code: 'ReadPlan' }, { code: 'StartChallenge' }], locale),
        { plan: toUnbindPlanType(plan, nameOf, locale, timeZone), changes: [...changed], changed: [...changed] },
      ),
    UNBIND_BLOCKED: ({ bindingId, blockers }, locale) => {
      const blockersShown = blockers.map((blocker) => toUnbindBlockerType(blocker, bindingId, locale));
      const problem = toProblem('UNBIND_BLOCKED', say(locale, 'UNBIND_BLOCKED'), [], locale);
      return Object.assign(new UnbindBlockedError(), problem, {
        remedies: blockersShown.flatMap(({ remedies }) => remedies),
        blockers: blockersShown,
      });
    },
    FEE_NOT_ACCEPTED: ({ fee, accepted }, locale) =>
      Object.assign(
        new FeeNotAcceptedError(),
        toProblem(
          'FEE_NOT_ACCEPTED',
          accepted
            ? say(locale, 'FEE_NOT_ACCEPTED.other', {
                amount: formatMoney(fee, locale),
                accepted: formatMoney(accepted, locale),
              })
            : say(locale, 'FEE_NOT_ACCEPTED', { amount: formatMoney(fee, locale) }),
          [{ code: 'AcceptFee' }, { code: 'ContactProvider' }],
          locale,
        ),
        { fee },
      ),
  });
