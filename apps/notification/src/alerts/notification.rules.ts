import type { Id } from '@bindery/kernel';
import type { ActionKind, Subject } from './notification-action.rules';
import type { AlertFacts } from './alert-facts.rules';
import type { NotificationKind, WordsKey } from './notification-kind.rules';

/** Something an account was told: what happened and in which words it is told, in no language yet. */
export interface Notification extends Subject {
  readonly id: Id<'notification'>;
  readonly accountId: Id<'account'>;
  readonly kind: NotificationKind;
  readonly critical: boolean;
  readonly words: WordsKey;
  readonly action: ActionKind | null;
  readonly facts: AlertFacts;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Ids sort by the time of the fact. */
export const newestFirst = (notifications: readonly Notification[]): Notification[] =>
  [...notifications].sort((one, other) => (one.id < other.id ? 1 : -1));
