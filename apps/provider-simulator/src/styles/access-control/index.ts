import { registerCodeRoutes } from '../../codes/codes.route';
import { registerCredentialRoutes } from '../../credentials/credentials.route';
import { registerOperationRoutes } from '../../operations/operations.route';
import { registerPropagationRoutes } from '../../readers/readers.route';
import { registerTokenRoutes } from '../../tokens/tokens.route';
import { keys, registerSecretChange, secretsOf, type SecretKeys } from '../generic/secrets';
import { addSignedRoutes } from '../generic/signed-routes';
import type { SimulatedStyle } from '../style';
import { toCloudEvent } from './cloud-event';

/** An access-control system: memberships and their credentials, codes of invitations, how far readers are; it calls back by CloudEvents. */
export const accessControlStyle = {
  code: 'ACCESS_CONTROL',
  pauses: true,
  keys,
  registerRoutes(app, company, world) {
    addSignedRoutes(app, company, world, (signed) => {
      registerTokenRoutes(signed, world);
      registerOperationRoutes(signed, world);
      registerCredentialRoutes(signed, world);
      registerCodeRoutes(signed, world);
      registerPropagationRoutes(signed, world);
    });
    registerSecretChange(app, company, world);
  },
  notices: (company) => ({
    toRequest: (webhook, at) => toCloudEvent(company.provider.code, secretsOf(company), webhook, at),
    isTaken: (status) => status >= 200 && status < 300,
  }),
} as const satisfies SimulatedStyle<SecretKeys>;
