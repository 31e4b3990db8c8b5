import { registerCodeRoutes } from '../../codes/codes.route';
import { registerCredentialRoutes } from '../../credentials/credentials.route';
import { registerLendingRoutes } from '../../lending/lending.route';
import { registerOperationRoutes } from '../../operations/operations.route';
import { signatureHeaders } from '../../signatures/signature';
import { registerTokenRoutes } from '../../tokens/tokens.route';
import type { SimulatedStyle } from '../style';
import { keys, registerSecretChange, secretsOf, type SecretKeys } from './secrets';
import { addSignedRoutes } from './signed-routes';

/** JSON signed both ways by Standard Webhooks, for companies without an interface of their own. */
export const genericStyle = {
  code: 'GENERIC',
  pauses: true,
  keys,
  registerRoutes(app, company, world) {
    addSignedRoutes(app, company, world, (signed) => {
      registerTokenRoutes(signed, world);
      registerOperationRoutes(signed, world);
      registerCredentialRoutes(signed, world);
      registerCodeRoutes(signed, world);
      if (company.provider.kind === 'LENDER_ACCOUNT') registerLendingRoutes(signed, world);
    });
    registerSecretChange(app, company, world);
  },
  notices: (company) => ({
    toRequest: ({ id, body }, at) => ({
      headers: { 'content-type': 'application/json', ...signatureHeaders(secretsOf(company), id, at, body) },
      body,
    }),
    isTaken: (status) => status >= 200 && status < 300,
  }),
} as const satisfies SimulatedStyle<SecretKeys>;
