import { documents } from '../documents';
import type { GraphClient } from '../graph-client';
import { watchChanges, type LiveEvent } from '../live/watch-changes';
import { sha256, toBase64Url } from '../sha-256';
import type { Outcome } from '../wallet-types';
import { newKey, type Connection } from './connection';
import { expectMember } from './outcome';
import type { Person } from './person';
import type { Proofs } from './proofs';

/** The same for the same person and device, and says nothing of either. */
const installationOf = async ({ phone }: Person, deviceName: string): Promise<string> =>
  toBase64Url(await sha256(`${phone} ${deviceName}`));

/** The person's account, and being logged in to it. */
export function createSessions(connection: Connection, graph: GraphClient, { prove }: Proofs, person: Person) {
  const { mutate } = connection;
  /** What each device of this name was given last. */
  const deviceTokens = new Map<string, string>();
  let currentDevice: string | undefined;
  const sessions = {
    async register(): Promise<string> {
      const proof = await prove({ action: 'REGISTER' });
      const { phone, password, displayName, locale } = person;
      const input = { idempotencyKey: newKey(), phone, password, displayName, locale, proof };
      const outcome = await mutate(documents.register, input);
      return expectMember<{ account: { id: string } }>(outcome, 'RegisterSuccess').account.id;
    },

    /** Logs in on a device of the given name, which runs `platform`; the same name is the same device. */
    async logIn(
      deviceName: string,
      platform: 'ANDROID' | 'IOS' = 'ANDROID',
    ): Promise<{ deviceId: string; refreshToken: string }> {
      const installationId = await installationOf(person, deviceName);
      const outcome = await mutate(documents.logIn, {
        idempotencyKey: newKey(),
        phone: person.phone,
        password: person.password,
        device: { name: deviceName, platform, installationId },
        ...(deviceTokens.has(deviceName) ? { deviceToken: deviceTokens.get(deviceName) } : {}),
      });
      const success = expectMember<Tokens & { session: { device: { id: string } } }>(outcome, 'LogInSuccess');
      Object.assign(connection, tokensOf(success));
      deviceTokens.set(deviceName, success.deviceToken);
      currentDevice = deviceName;
      return { deviceId: success.session.device.id, refreshToken: success.refreshToken };
    },

    /** Gets the next tokens of the session; undefined when it is over. */
    async refresh(): Promise<string | undefined> {
      const { refreshToken } = connection;
      if (!refreshToken) return undefined;
      // Its token may be no good any more, and is not needed.
      connection.accessToken = undefined;
      const outcome = await mutate(documents.refreshSession, { idempotencyKey: newKey(), refreshToken });
      if (outcome.__typename === 'RefreshSessionSuccess') {
        const tokens = tokensOf(outcome as Outcome & Tokens);
        Object.assign(connection, tokens);
        if (currentDevice) deviceTokens.set(currentDevice, tokens.deviceToken);
      }
      return connection.accessToken;
    },

    /** In which zone moments are told from now on, an IANA name. */
    readIn: (timeZone: string): Promise<Outcome> =>
      mutate(documents.changeProfile, { idempotencyKey: newKey(), timeZone }),

    /** What changes in the account, as it happens, until `signal` aborts or the session ends. Refreshes the session when its access token ends. */
    watch: (signal: AbortSignal): AsyncGenerator<LiveEvent> =>
      watchChanges({
        url: new URL('/events', graph.endpoint).href,
        clientApp: graph.clientApp,
        accessToken: async (refused) => {
          const { accessToken } = connection;
          return accessToken && accessToken !== refused ? accessToken : sessions.refresh();
        },
        signal,
      }),
  };
  return sessions;
}

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly deviceToken: string;
}

const tokensOf = ({ accessToken, refreshToken, deviceToken }: Tokens): Tokens => ({
  accessToken,
  refreshToken,
  deviceToken,
});
