import { z } from 'zod';
import { registerCodeRoutes } from '../../codes/codes.route';
import { registerCredentialRoutes } from '../../credentials/credentials.route';
import { registerOperationRoutes } from '../../operations/operations.route';
import { registerPropagationRoutes } from '../../readers/readers.route';
import { registerTokenRoutes } from '../../tokens/tokens.route';
import { addSignedRoutes } from '../generic/signed-routes';
import type { SimulatedStyle } from '../style';
import { toCloudEvent } from './cloud-event';

const keys = z.strictObject({ secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/) });
type AccessControlKeys = z.infer<typeof keys>;

/** An access-control system: memberships and their credentials, codes of invitations, how far readers are; it calls back by CloudEvents. */
export const accessControlStyle = {
  code: 'ACCESS_CONTROL',
  keys,
  registerRoutes(app, company, world) {
    const { secret } = company.keys;
    addSignedRoutes(app, company.provider, { secret, clock: world.clock }, (signed) => {
      registerTokenRoutes(signed, world);
      registerOperationRoutes(signed, world);
      registerCredentialRoutes(signed, world);
      registerCodeRoutes(signed, world);
      registerPropagationRoutes(signed, world);
    });
  },
  notices: ({ provider, keys: { secret } }) => ({
    toRequest: (webhook, at) => toCloudEvent(provider.code, secret, webhook, at),
    isTaken: (status) => status >= 200 && status < 300,
  }),
} as const satisfies SimulatedStyle<AccessControlKeys>;
