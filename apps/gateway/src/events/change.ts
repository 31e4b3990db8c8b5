import type { Id } from '@bindery/kernel';
import type { BinderyEvent } from '@bindery/event-contracts';

/**
 * What a client reads again: CARD (its state, or which card is the default), USAGE (what a card was used for), INBOX, WAITING
 * (what waits for the holder), SESSIONS (sessions and devices), ACCOUNT (whether the holder can log in, how to be reached).
 */
export type ChangeKind = 'CARD' | 'USAGE' | 'INBOX' | 'WAITING' | 'SESSIONS' | 'ACCOUNT';

/** One thing that is no longer as a client read it: no more than its kind and its global id. */
export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
}

/** What an event changed, and for whom. */
export interface ChangesOfAccount {
  readonly accountId: Id<'account'>;
  readonly changes: readonly Change[];
}

/** Phases in which a binding waits for its holder, so that entering or leaving one changes what waits. */
const waitingPhases: ReadonlySet<string | null> = new Set(['VERIFYING', 'AWAITING_ACTIVATION']);

/**
 * What an event changed in what its account sees; undefined when nobody who is signed in sees anything of it. Types that are not
 * named here change nothing that the graph shows.
 */
export function toChanges(event: BinderyEvent): ChangesOfAccount | undefined {
  const accountId = 'accountId' in event.data ? event.data.accountId : undefined;
  const changes = changesOf(event);
  return accountId && changes.length > 0 ? { accountId, changes } : undefined;
}

function changesOf(event: BinderyEvent): readonly Change[] {
  if (isBindingEvent(event)) return bindingChanges(event);
  switch (event.type) {
    case 'bindery.wallet.default-changed.v1':
      return [event.data.fromCardId, event.data.toCardId].flatMap((id) => (id ? [{ kind: 'CARD', id }] : []));
    case 'bindery.card.obligation-settled.v1':
      return [event.data.cardId, event.data.toCardId].flatMap((id) => (id ? [{ kind: 'CARD', id }] : []));
    case 'bindery.card.bound-elsewhere.v1':
    case 'bindery.card.charged-after-unbind.v1':
    case 'bindery.card.used-wrongly.v1':
    case 'bindery.case.opened.v1':
    case 'bindery.case.overdue.v1':
    case 'bindery.case.closed.v1':
      return [{ kind: 'CARD', id: event.data.cardId }];
    case 'bindery.removal.answered.v1':
      return [
        { kind: 'CARD', id: event.data.cardId },
        { kind: 'WAITING', id: event.data.bindingId },
      ];
    case 'bindery.card.used.v1':
      return [{ kind: 'USAGE', id: event.data.cardId }];
    case 'bindery.notification.queued.v1':
    case 'bindery.notification.delivered.v1':
    case 'bindery.notification.failed.v1':
      return [{ kind: 'INBOX', id: event.data.notificationId }];
    case 'bindery.challenge.started.v1':
    case 'bindery.challenge.exhausted.v1':
    case 'bindery.challenge.expired.v1':
    case 'bindery.proof.granted.v1':
      return [{ kind: 'WAITING', id: event.data.challengeId }];
    case 'bindery.account.session-started.v1':
    case 'bindery.account.session-ended.v1':
      return [{ kind: 'SESSIONS', id: event.data.sessionId }];
    case 'bindery.account.device-registered.v1':
    case 'bindery.account.device-removed.v1':
      return [{ kind: 'SESSIONS', id: event.data.deviceId }];
    case 'bindery.account.locked.v1':
    case 'bindery.account.unlocked.v1':
    case 'bindery.account.contact-point-confirmed.v1':
    case 'bindery.account.password-changed.v1':
      return [{ kind: 'ACCOUNT', id: event.data.accountId }];
    default:
      return [];
  }
}

/** Every event about a binding carries its state: the same fields, whatever happened. */
type BindingEvent = Extract<BinderyEvent, { type: `bindery.binding.${string}` }>;

const isBindingEvent = (event: BinderyEvent): event is BindingEvent => event.type.startsWith('bindery.binding.');

function bindingChanges({ type, data: { cardId, bindingId, from, to } }: BindingEvent): readonly Change[] {
  // A card that was taken off elsewhere waits for its holder to say whether it was them.
  const isAsked = type === 'bindery.binding.removed-elsewhere.v1';
  const waits = isAsked || (from !== to && (waitingPhases.has(from) || waitingPhases.has(to)));
  return [{ kind: 'CARD', id: cardId }, ...(waits ? [{ kind: 'WAITING', id: bindingId } as const] : [])];
}
