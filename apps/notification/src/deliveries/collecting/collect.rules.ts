import type { NotificationKind } from '../../alerts/notification-kind.rules';

/** What a message says of others that it stands for. */
export type Collected =
  /** So many notices in one, the first of them at this moment, RFC 3339. */
  | { readonly kind: 'NOTICES'; readonly count: number; readonly since: string }
  /** The last alert of its kind, or of all, while its share lasts: more may be in the app only. Others still leave, so it does not say that it is the last. */
  | { readonly kind: 'MORE_IN_APP' };

/** What becomes of a delivery that is about to leave, in view of what its contact point got lately. */
export type Collecting =
  | { readonly kind: 'ALONE' }
  /** An alert after which there are no more of its kind, or of any, for now. */
  | { readonly kind: 'LAST' }
  /** An alert for which the last one stands. */
  | { readonly kind: 'CARRIED' }
  /** A notice that comes too soon after another, and is collected with those that come until then. */
  | { readonly kind: 'LATER'; readonly at: Date };

const hourMs = 60 * 60_000;
/** As far back as alerts are counted. */
export const countedMs = 24 * hourMs;
/** Between two messages with notices. */
const noticeGapMs = 15 * 60_000;

/** What left for a contact point. */
export interface Sent {
  readonly kind: NotificationKind;
  readonly critical: boolean;
  readonly at: Date;
}

/**
 * How many alerts a contact point gets; notices it gets one message in a quarter of an hour. Each kind has its own share: who logs in again and again
 * must not silence what tells of a card that is taken off.
 */
export interface AlertLimits {
  readonly alertsOfKindPerHour: number;
  readonly alertsPerHour: number;
  readonly alertsPerDay: number;
}

/** `sent`: what left for the contact point within `countedMs`. An alert is never late: it leaves at once or the one before it stands for it. */
export function decideCollecting(
  { kind, critical }: Pick<Sent, 'kind' | 'critical'>,
  sent: readonly Sent[],
  limits: AlertLimits,
  now: Date,
): Collecting {
  if (!critical) {
    const newest = Math.max(...sent.filter((one) => !one.critical).map(({ at }) => at.getTime()), -Infinity);
    const from = newest + noticeGapMs;
    return from > now.getTime() ? { kind: 'LATER', at: new Date(from) } : { kind: 'ALONE' };
  }
  const alerts = sent.filter((one) => one.critical);
  const inHour = alerts.filter(({ at }) => at.getTime() > now.getTime() - hourMs);
  const left = Math.min(
    limits.alertsOfKindPerHour - inHour.filter((one) => one.kind === kind).length,
    limits.alertsPerHour - inHour.length,
    limits.alertsPerDay - alerts.length,
  );
  if (left > 1) return { kind: 'ALONE' };
  return { kind: left === 1 ? 'LAST' : 'CARRIED' };
}
