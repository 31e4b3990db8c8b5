import type { Id } from '@bindery/kernel';
import type { Log, Metrics, SecurityLog } from '@bindery/service';
import { createAdmission } from './admission/admission';
import { createKindOf } from './admission/operation-kind';
import { recordTokens } from './auth/record-tokens';
import { refuseEnded } from './auth/refuse-ended';
import { createTokenVerifier } from './auth/token-verifier';
import { followClientApps } from './clients/follow-client-apps';
import { readDocumentRegistry, type DocumentRegistry } from './documents/document-registry';
import { createDoor, type Door } from './door';
import type { GatewayConfig } from '../gateway.config';

/** The door with all its parts, by the configuration. `hasEnded` tells of sessions that are over before their tokens are. Throws when its files cannot be read. */
export async function composeDoor(
  config: GatewayConfig,
  log: Log,
  metrics: Metrics,
  hasEnded: (sessionId: Id<'session'>) => boolean,
  security: Pick<SecurityLog, 'record'>,
): Promise<{ door: Door; registry: DocumentRegistry; stop: () => void }> {
  const rules = await followClientApps(config.CLIENT_APPS_PATH, log, undefined, () =>
    security.record('client-rules-changed'),
  );
  const registry = await readDocumentRegistry(config.DOCUMENTS_PATH);
  const door = createDoor({
    rules: rules.current,
    documents: { registry, freeForm: config.NODE_ENV !== 'production' },
    kindOf: createKindOf(),
    verify: recordTokens(
      createTokenVerifier({ jwksUrl: config.ACCESS_TOKEN_JWKS_URL }),
      (verify) => refuseEnded(verify, hasEnded),
      security,
    ),
    admission: createAdmission(
      {
        perAddress: config.REQUESTS_PER_ADDRESS,
        perAccount: config.REQUESTS_PER_ACCOUNT,
        slots: config.OPERATION_SLOTS,
        reservedSlots: config.RESERVED_SLOTS,
      },
      metrics,
    ),
  });
  return { door, registry, stop: rules.stop };
}
