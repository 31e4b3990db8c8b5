import type { NewEvent } from '@bindery/event-contracts';
import { newId, type Id } from '@bindery/kernel';
import { accessTokenLifetimeMs, signAccessToken, type SigningKey, type Viewer } from '@bindery/trust';

const at = new Date().toISOString();

export const newViewer = (): Viewer => ({
  accountId: newId('account'),
  sessionId: newId('session'),
  deviceId: newId('device'),
  assuranceLevel: 'AAL1',
});

/** The same account, signed in elsewhere. */
export const elsewhere = (viewer: Viewer): Viewer => ({ ...viewer, sessionId: newId('session') });

/** An access token as identity would give it, good for so long. */
export const tokenFor = async (viewer: Viewer, key: SigningKey, goodForMs = accessTokenLifetimeMs): Promise<string> =>
  (await signAccessToken(viewer, new Date(Date.now() + goodForMs - accessTokenLifetimeMs), key)).token;

export const notified = (
  { accountId }: Viewer,
  notificationId: Id<'notification'> = newId('notification'),
): NewEvent => ({
  type: 'bindery.notification.queued.v1',
  key: notificationId,
  sequence: 1,
  data: { notificationId, accountId, kind: 'CARD_BOUND', critical: true, at },
});

export const defaultMoved = ({ accountId }: Viewer, toCardId: Id<'card'>): NewEvent => ({
  type: 'bindery.wallet.default-changed.v1',
  key: accountId,
  data: { accountId, toCardId, at },
});

export const sessionEnded = ({ accountId, sessionId }: Viewer): NewEvent => ({
  type: 'bindery.account.session-ended.v1',
  key: accountId,
  sequence: 2,
  data: { accountId, sessionId, cause: 'ENDED_ELSEWHERE', at },
});
