import { createPublicKey } from 'node:crypto';
import type { Clock } from '@bindery/kernel';
import type { FastifyInstance } from 'fastify';
import { errors, jwtVerify } from 'jose';
import type { FaultOrders } from '../../faults/fault-orders';
import { answer, give, giveUnder, type Answer } from '../../http/answers';
import type { Holds } from '../../http/holds';
import type { Phone } from '../../records/phone';
import type { SimulatorState } from '../../state/simulator-state';
import type { WalletKeys } from './keys';
import type { Wallets } from './phones/wallet';

interface ApnsDeps {
  readonly provider: string;
  readonly keys: WalletKeys;
  readonly state: SimulatorState;
  readonly wallets: Wallets;
  readonly faults: FaultOrders;
  readonly holds: Holds;
  readonly clock: Clock;
}

/** APNs refuses a provider token that is older. */
const tokenAgeMaxSeconds = 60 * 60;

const refusal = (status: number, reason: string, more: object = {}): Answer => answer(status, { reason, ...more });

/** Apple’s push service by its provider API: `POST /3/device/:token`, with its own statuses and reasons. */
export function registerApnsRoute(app: FastifyInstance, deps: ApnsDeps): void {
  const { provider, keys, state, wallets, faults, holds, clock } = deps;

  app.post<{ Params: { token: string } }>('/3/device/:token', async ({ params, headers }, reply) => {
    const refused = await checkSender(keys, clock.now(), headers.authorization);
    if (refused) return give(reply, refused);
    if (headers['apns-topic'] !== keys.passTypeIdentifier)
      return give(reply, refusal(400, headers['apns-topic'] === undefined ? 'MissingTopic' : 'TopicDisallowed'));
    const fault = faults.take(provider);
    return giveUnder(fault, holds, reply, () => {
      const phone = state.phones.all().find(({ pushToken }) => pushToken === params.token);
      if (!phone) return refusal(400, 'BadDeviceToken');
      if (phone.erasedAt) return refusal(410, 'Unregistered', { timestamp: Date.parse(phone.erasedAt) });
      // Taken is not delivered: APNs promises no more.
      if (fault?.mode !== 'never' && fault?.mode !== 'silent')
        deliver(phone, wallets, fault?.mode === 'late' ? fault.delayMs : 0, holds);
      if (fault?.mode === 'twice') deliver(phone, wallets, 0, holds);
      return answer(200, undefined);
    });
  });
}

const deliver = ({ name }: Phone, wallets: Wallets, delayMs: number, holds: Holds): void =>
  void holds.hold(delayMs).then(() => wallets.wake(name));

async function checkSender(
  keys: WalletKeys,
  now: Date,
  authorization: string | undefined,
): Promise<Answer | undefined> {
  const [, token] = /^bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return refusal(403, 'MissingProviderToken');
  try {
    const { protectedHeader } = await jwtVerify(token, createPublicKey(keys.pushVerification), {
      algorithms: ['ES256'],
      issuer: keys.teamIdentifier,
      maxTokenAge: tokenAgeMaxSeconds,
      clockTolerance: 5 * 60,
      currentDate: now,
    });
    return protectedHeader.kid === keys.pushKeyId ? undefined : refusal(403, 'InvalidProviderToken');
  } catch (error) {
    return refusal(403, error instanceof errors.JWTExpired ? 'ExpiredProviderToken' : 'InvalidProviderToken');
  }
}
