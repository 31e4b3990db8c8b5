import type { SecurityLog } from './security-log';

/** Tells the security log of a budget that bounds abuse and is spent, by its name, e.g. logIn.stranger/ADDRESS. */
export const recordSpent =
  (security: Pick<SecurityLog, 'record'>) =>
  ({ act, dimension }: { readonly act: string; readonly dimension: string }): void =>
    security.record('abuse-budget-spent', { labels: { budget: `${act}/${dimension}` } });
