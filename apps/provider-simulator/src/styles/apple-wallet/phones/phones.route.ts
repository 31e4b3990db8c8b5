import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { answer, give, refusal } from '../../../http/answers';
import type { Phone } from '../../../records/phone';
import type { Wallets } from './wallet';

export const phoneName = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
const addition = z.object({ url: z.url({ protocol: /^https?$/ }).max(1_000) });

/** What tests and the demo see of a phone: not its push token, nor how it shows that a pass is its own. */
const toShown = ({ name, passes }: Phone) => ({
  name,
  passes: passes.map(({ authenticationToken: _, webServiceUrl: _url, ...pass }) => pass),
});

/** Plain calls to do with a phone’s wallet what its owner does with a finger. */
export function registerPhoneRoutes(app: FastifyInstance, wallets: Wallets): void {
  app.get<{ Params: { name: string } }>('/phones/:name', async ({ params }, reply) => {
    const phone = wallets.find(params.name);
    return give(reply, phone ? answer(200, toShown(phone)) : refusal(404, 'PHONE_UNKNOWN'));
  });

  app.post<{ Params: { name: string } }>('/phones/:name/passes', async ({ params, body }, reply) => {
    const added = await wallets.add(phoneName.parse(params.name), addition.parse(body).url);
    if (!added.ok) return give(reply, answer(422, { code: added.error.kind, status: added.error.status }));
    const { serialNumber, barcode } = added.value;
    return give(reply, answer(201, { serialNumber, barcode }));
  });

  app.delete<{ Params: { name: string; serial: string } }>(
    '/phones/:name/passes/:serial',
    async ({ params }, reply) => {
      const removed = await wallets.remove(params.name, params.serial);
      return give(reply, removed ? answer(204, undefined) : refusal(404, 'PASS_UNKNOWN'));
    },
  );

  app.delete<{ Params: { name: string } }>('/phones/:name', async ({ params }, reply) => {
    wallets.erase(params.name);
    return give(reply, answer(204, undefined));
  });
}
