import type { ConfirmationMode } from '../catalogue/provider-profile.rules';

/** An operation that no job has looked after for so long is stuck: its job is taken for lost. */
export const stuckAfterMs = 15_000;

/** A person may be looking at the screen: the first questions come quickly. */
const firstMs = 1_000;
/** The longest that is waited between two questions, by how the provider tells an outcome. */
const mostMs: Readonly<Record<ConfirmationMode, number>> = {
  // Nobody tells but the answer.
  POLL: 10_000,
  // Its own message comes first, as a rule.
  WEBHOOK: 60_000,
  // What it has not answered at once waits for the holder, who is not hurried by a question.
  SYNCHRONOUS: 5 * 60_000,
};
/** Past its deadline it is a case; asked on, so that a late answer still ends it. */
const overdueMs = 5 * 60_000;

/**
 * Time until the provider is asked the next time, after it was asked `asked` times: doubling, with a limit, and at the deadline, `leftMs` away, at the
 * latest, so that by then it has ended or is a case. `tells`: how it tells the outcome by its profile; a provider that has none any more is asked as the usual.
 */
export function queryDelayMs(asked: number, leftMs: number, tells: ConfirmationMode = 'WEBHOOK'): number {
  return leftMs <= 0 ? overdueMs : Math.min(firstMs * 2 ** Math.min(asked, 10), mostMs[tells], leftMs);
}
