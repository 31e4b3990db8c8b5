import type { NotificationKind } from '../alerts/notification-kind.rules';
import { isEnabled, type PreferenceChoice } from '../preferences/preference.rules';
import type { ContactPoint } from '../recipients/contact-point.rules';

/**
 * How long a contact point added to others has to stand before alerts may rely on it. Who takes an account over adds
 * a phone of their own first and acts then; an hour counts as one act.
 */
const settleMs = 60 * 60_000;

/**
 * The contact points a notification goes to. One that was added within the act that it tells of gets none (requirement
 * 39); the account's first one always may, because with nothing before it nothing was changed.
 */
export function decideRecipients(
  kind: NotificationKind,
  occurredAt: Date,
  contactPoints: readonly ContactPoint[],
  choices: readonly PreferenceChoice[],
): ContactPoint[] {
  const [first, ...later] = [...contactPoints].sort(
    (a, b) => a.confirmedAt.getTime() - b.confirmedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  if (!first) return [];
  const settled = later.filter(({ confirmedAt }) => confirmedAt.getTime() + settleMs <= occurredAt.getTime());
  return [first, ...settled].filter(({ channel }) => isEnabled(kind, channel, choices));
}
