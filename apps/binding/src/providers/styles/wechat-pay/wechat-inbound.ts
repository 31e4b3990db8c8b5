import { err } from '@bindery/kernel';
import type { Inbound } from '../../connector-style';
import { httpProblems } from '../../signed/http-problem.rules';
import { verifyPlatform, type FindPlatformKey } from './platform-signature';
import { readNotification, type NotificationDeps } from './read-notification';

/** Notifications, signed like answers and encrypted. 204 when one has had its effect; anything else, and it is sent again. */
export const createWeChatInbound = (findKey: FindPlatformKey, deps: NotificationDeps): Inbound => ({
  contentTypes: ['application/json'],
  async read(request, now) {
    const verified = await verifyPlatform(request, now, findKey);
    return verified.ok ? readNotification(verified.value, deps) : err({ code: verified.error.kind });
  },
  taken: { status: 204 },
  refused({ code }) {
    const [status, message] = httpProblems[code];
    return { status, contentType: 'application/json', body: JSON.stringify({ code: 'FAIL', message }) };
  },
});
