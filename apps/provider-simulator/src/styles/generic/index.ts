import { z } from 'zod';
import { registerCodeRoutes } from '../../codes/codes.route';
import { registerCredentialRoutes } from '../../credentials/credentials.route';
import { registerLendingRoutes } from '../../lending/lending.route';
import { registerOperationRoutes } from '../../operations/operations.route';
import { signatureHeaders } from '../../signatures/signature';
import { registerTokenRoutes } from '../../tokens/tokens.route';
import type { SimulatedStyle } from '../style';
import { addSignedRoutes } from './signed-routes';

const keys = z.strictObject({ secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/) });
type GenericKeys = z.infer<typeof keys>;

/** JSON signed both ways by Standard Webhooks, for companies without an interface of their own. */
export const genericStyle = {
  code: 'GENERIC',
  keys,
  registerRoutes(app, company, world) {
    const { secret } = company.keys;
    addSignedRoutes(app, company.provider, { secret, clock: world.clock }, (signed) => {
      registerTokenRoutes(signed, world);
      registerOperationRoutes(signed, world);
      registerCredentialRoutes(signed, world);
      registerCodeRoutes(signed, world);
      if (company.provider.kind === 'LENDER_ACCOUNT') registerLendingRoutes(signed, world);
    });
  },
  notices: ({ keys: { secret } }) => ({
    toRequest: ({ id, body }, at) => ({
      headers: { 'content-type': 'application/json', ...signatureHeaders(secret, id, at, body) },
      body,
    }),
    isTaken: (status) => status >= 200 && status < 300,
  }),
} as const satisfies SimulatedStyle<GenericKeys>;
