import type { FastifyInstance } from 'fastify';
import type { Clock } from '@bindery/kernel';
import { isSame } from '@bindery/trust';
import { z } from 'zod';
import { smsCarrierCode } from '../faults/fault';
import type { FaultOrders } from '../faults/fault-orders';
import { answer, give, giveUnder, refusal } from '../http/answers';
import type { Holds } from '../http/holds';
import { smsStateAt, type CaughtMessage } from '../records/caught-message';
import type { SimulatorState } from '../state/simulator-state';
import { acceptSms, findSms, smsRequest } from './accept-sms';

export interface SmsDeps {
  readonly state: SimulatorState;
  readonly faults: FaultOrders;
  readonly holds: Holds;
  readonly clock: Clock;
  readonly carrierKey: string;
  readonly deliveryDelayMs: number;
}

const idempotencyKey = z.string({ error: 'idempotency-key is missing' }).min(1).max(200);
const accepted = (message: CaughtMessage) => answer(202, { messageId: message.id, state: 'ACCEPTED' });

/** The SMS carrier: takes text messages for a bearer key, and says what became of them. */
export function registerSmsRoutes(
  app: FastifyInstance,
  { state, faults, holds, clock, carrierKey, deliveryDelayMs }: SmsDeps,
): void {
  app.register(
    async (carrier) => {
      carrier.addHook('onRequest', async (request, reply) => {
        if (!holdsKey(request.headers.authorization, carrierKey)) return give(reply, refusal(401, 'KEY_REFUSED'));
      });

      carrier.post('/messages', async (request, reply) => {
        const sms = smsRequest.parse(request.body);
        const key = idempotencyKey.parse(request.headers['idempotency-key']);
        const known = findSms(state, key, sms);
        if (!known.ok) return give(reply, refusal(422, known.error.kind));
        if (known.value) return give(reply, accepted(known.value));
        const fault = faults.take(smsCarrierCode);
        return giveUnder(fault, holds, reply, () => {
          const taken = acceptSms(state, key, sms, { delayMs: deliveryDelayMs, now: clock.now().getTime() }, fault);
          return taken.ok ? accepted(taken.value) : refusal(422, taken.error.kind);
        });
      });

      carrier.get('/messages/:id', async (request, reply) => {
        const message = state.messages.get((request.params as { id: string }).id);
        if (message?.channel !== 'SMS') return give(reply, refusal(404, 'MESSAGE_UNKNOWN'));
        return smsStateAt(message, clock.now().getTime());
      });
    },
    { prefix: '/sms' },
  );
}

const holdsKey = (authorization: string | undefined, key: string): boolean =>
  isSame(authorization ?? '', `Bearer ${key}`);
