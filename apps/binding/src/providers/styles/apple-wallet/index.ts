import type { FeatureClasses } from '@bindery/subgraph';
import type { ConnectorStyle, StyleConnection, StyledProvider, StyleFoundation } from '../../connector-style';
import { passProtocol } from '../../kinds/pass/protocol';
import { appleWalletAbilities } from './abilities.rules';
import { passAccess, type PassAccess } from './access';
import { createPassConnector } from './create-connector';
import { createChangePass } from './passes/change-pass';
import { createFindStanding } from './passes/find-standing';
import { createIssuePass } from './passes/issue-pass';
import { createMakePassFile } from './passes/make-pass-file';
import { createPassLinks } from './passes/pass-links';
import { PassOperationRow } from './passes/pass-operation.entity';
import { PassRegistrationRow } from './passes/pass-registration.entity';
import { createPassSecrets } from './passes/pass-secrets.rules';
import { PassTagRow } from './passes/pass-tag.entity';
import { PassRow } from './passes/pass.entity';
import { findPassOperation } from './passes/pass.repository';
import { createApnsClient } from './push/apns-client';
import { createProviderToken } from './push/provider-token';
import { createPushPass } from './push/push-pass';
import { createTell } from './tell-platform';
import { createAuthorisePass } from './web-service/authorise-pass';
import { createPassDownload } from './web-service/pass-download';
import { createWebService } from './web-service/web-service';

export const passClasses = {
  entities: [PassRow, PassRegistrationRow, PassOperationRow, PassTagRow],
} satisfies FeatureClasses;

/** Where the profile states no time for adding a pass. */
const addWithinDaysDefault = 30;

/** Signed passes, Apple’s web service for them, and pushes to the devices that hold them. */
export const appleWalletStyle = {
  code: 'APPLE_WALLET',
  abilities: appleWalletAbilities,
  access: passAccess,
  connect,
} as const satisfies ConnectorStyle<PassAccess>;

function connect(styled: StyledProvider<PassAccess>, foundation: StyleFoundation): StyleConnection {
  const { code: provider, kind, access, publicUrl, activationDeadlineDays } = styled;
  if (kind !== passProtocol.kind)
    throw new Error(`provider ${provider} has cards of the kind ${kind}, and a wallet has passes`);
  const path = `/passes/${provider}`;
  const secrets = createPassSecrets(access.tokenSecret, access.formerTokenSecret);
  const common = { ...foundation, provider, passType: access.passTypeIdentifier, path };
  const links = createPassLinks(`${publicUrl}${path}/links`, secrets);
  const makePassFile = createMakePassFile({
    access,
    clock: foundation.clock,
    webServiceUrl: `${publicUrl}${path}`,
    tokenOf: ({ serialNumber, tokenKey }) => secrets.authenticationToken(serialNumber, tokenKey),
  });
  const apns = createApnsClient({
    baseUrl: access.baseUrl,
    topic: access.passTypeIdentifier,
    providerToken: createProviderToken({ ...access, clock: foundation.clock }),
    timeoutMs: foundation.timeouts.jobMs,
  });
  const push = createPushPass({ ...common, apns });
  const tell = createTell(common);

  return {
    connector: createPassConnector({
      issuePass: createIssuePass({ ...common, tokenKey: secrets.current }),
      changePass: createChangePass(common),
      findStanding: createFindStanding({
        ...common,
        addWithinDays: () => activationDeadlineDays() ?? addWithinDaysDefault,
      }),
      findAnswer: (operationId) => findPassOperation(foundation.db, provider, operationId),
      links,
      clock: foundation.clock,
    }),
    inbound: null,
    routes: [
      ...createWebService({ ...common, makePassFile, authorise: createAuthorisePass({ ...common, secrets }) }),
      createPassDownload({ ...common, links, makePassFile }),
    ],
    async work({ is, serialNumber = '' }, tellPlatform) {
      if (is === 'PUSH') await push(serialNumber);
      else if (is === 'ADDED') await tell.added(serialNumber, tellPlatform);
      else if (is === 'REMOVED') await tell.removed(serialNumber, tellPlatform);
      else throw new Error(`passes have no work ${is}`);
    },
    close: () => apns.close(),
  };
}
