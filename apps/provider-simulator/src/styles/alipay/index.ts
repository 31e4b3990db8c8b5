import type { SimulatedStyle } from '../style';
import { peopleOnly } from '../../http/people-only';
import { registerDeductions } from './deductions.route';
import { registerGateway } from './gateway.route';
import { keys, type AlipayKeys } from './keys';
import { mannersOrder, orderManners } from './manners';
import { notifications } from './notifications';
import { registerSigning } from './signing.route';

/** Alipay, as its merchants and its users meet it. */
export const alipayStyle = {
  code: 'ALIPAY',
  pauses: true,
  keys,
  registerRoutes(app, company, world) {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    registerGateway(app, company, world);
    registerSigning(app, company, world);
    registerDeductions(app, company, world);
    // For people and tests, as orders of faults are.
    app.put('/manners', { onRequest: peopleOnly(world.peopleHosts) }, async (request) => {
      const manners = mannersOrder.parse(request.body);
      orderManners(company, manners);
      return manners;
    });
  },
  peoplePages: () => [{ kind: 'LINK' }],
  notices: notifications,
} as const satisfies SimulatedStyle<AlipayKeys>;
