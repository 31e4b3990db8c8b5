import { ok, type Clock, type Result } from '@bindery/kernel';
import type { Once, OnceRefusal } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { saveDismissedUntil } from './binding-review.repository';
import { dismissedUntilOf } from './binding-review.rules';

interface DismissCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
}

export type DismissBindingReview = (command: DismissCommand) => Promise<Result<{ done: true }, OnceRefusal>>;

/** "Not now": the suggestion comes again by itself. */
export function createDismissBindingReview({
  once,
  clock,
}: {
  readonly once: Once;
  readonly clock: Clock;
}): DismissBindingReview {
  return ({ viewer: { accountId }, idempotencyKey }) =>
    once({ owner: accountId, operation: 'dismissBindingReview', idempotencyKey, request: {} }, async (tx) => {
      await saveDismissedUntil(tx, accountId, dismissedUntilOf(clock.now()));
      return ok({ done: true } as const);
    });
}
