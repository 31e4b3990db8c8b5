import type { Log, Metrics, SecurityLog } from '@bindery/service';
import { createAdmission } from './admission/admission';
import { recordEnded, recordTokens } from './auth/record-tokens';
import { refuseEnded } from './auth/refuse-ended';
import { createSessionCheck, type SessionCheckDeps } from './auth/session-check';
import { createTokenVerifier } from './auth/token-verifier';
import { followClientApps } from './clients/follow-client-apps';
import { createFreeForm } from './documents/free-form';
import { readDocumentRegistry, type DocumentRegistry } from './documents/document-registry';
import { createDoor, type Door } from './door';
import type { GatewayConfig } from '../gateway.config';

/** The door with all its parts, by the configuration. Throws when its files cannot be read. */
export async function composeDoor(
  config: GatewayConfig,
  log: Log,
  metrics: Metrics,
  sessions: Pick<SessionCheckDeps, 'feed' | 'askIdentity'>,
  security: Pick<SecurityLog, 'record'>,
): Promise<{ door: Door; registry: DocumentRegistry; stop: () => void }> {
  const rules = await followClientApps(config.CLIENT_APPS_PATH, log, undefined, () =>
    security.record('client-rules-changed'),
  );
  const registry = await readDocumentRegistry(config.DOCUMENTS_PATH);
  const door = createDoor({
    rules: rules.current,
    documents: { registry, freeForm: config.NODE_ENV === 'production' ? undefined : createFreeForm() },
    verify: recordTokens(
      createTokenVerifier({ jwksUrl: config.ACCESS_TOKEN_JWKS_URL }),
      (verify) => refuseEnded(verify, sessions.feed),
      security,
    ),
    checkSession: recordEnded(createSessionCheck(sessions), security),
    admission: createAdmission(
      {
        perAddress: config.REQUESTS_PER_ADDRESS,
        perAccount: config.REQUESTS_PER_ACCOUNT,
        slots: config.OPERATION_SLOTS,
        reservedSlots: config.RESERVED_SLOTS,
        signInsPerAddress: config.SIGN_INS_PER_ADDRESS,
        passwordSlots: config.PASSWORD_SLOTS,
        codeSlots: config.CODE_SLOTS,
      },
      metrics,
    ),
  });
  return { door, registry, stop: rules.stop };
}
