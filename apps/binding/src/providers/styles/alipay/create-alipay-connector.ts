import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import { LRUCache } from 'lru-cache';
import type { Connector, OperationRequest, ProviderUnavailable, QueryOutcome, SendOutcome } from '../../connector';
import type { ConnectorTimeouts } from '../../connector-style';
import type { CredentialStatus, EnteredCard } from '../../connector.rules';
import type { AlipayAccess } from './access';
import { toAccountToken } from './account-token';
import { toAgreementNumber } from './agreement-number';
import { toAnswered, type Agreement } from './answers';
import { createFindAgreement, type Found } from './find-agreement';
import type { Gateway } from './gateway';
import { signingLife } from './signing-life';
import { toSigningPage } from './signing-page';

export interface AlipayConnectorOptions {
  readonly gateway: Gateway;
  readonly access: AlipayAccess;
  /** Where Alipay posts its notifications. */
  readonly notifyUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeouts: ConnectorTimeouts;
}

/** More than are ended within a minute; the oldest goes. */
const takenMax = 10_000;

/** We pause none: one that is paused (STOP) is as we want it, and Alipay holds it. */
const statuses: Readonly<Record<Agreement['status'], CredentialStatus>> = {
  NORMAL: 'ACTIVE',
  STOP: 'ACTIVE',
  TEMP: 'ABSENT',
};

/** A wallet account as an agreement: its holder signs it on a page of Alipay's, it is asked about, and it is ended. */
export function createAlipayConnector(options: AlipayConnectorOptions): Connector {
  const { gateway, access, notifyUrl, clock, log, timeouts } = options;
  /** Forgotten by a restart, after which a request is sent once more that was taken already, and ends what has ended. */
  const taken = new LRUCache<Id<'operation'>, true>({ max: takenMax });
  const find = createFindAgreement(gateway, access, timeouts.jobMs);
  const activationOf = (operationId: Id<'operation'>) => toSigningPage(gateway, access, notifyUrl, operationId);

  async function endAgreement({ operationId, credentialReference = '' }: OperationRequest): Promise<SendOutcome> {
    const content = { agreement_no: credentialReference };
    const answered = toAnswered(
      await gateway.ask({ method: 'alipay.user.agreement.unsign', content, notifyUrl }, timeouts.jobMs),
    );
    switch (answered.is) {
      case 'DONE':
        // Taken; that it is gone, its message says, or a question.
        taken.set(operationId, true);
        return { status: 'PENDING' };
      case 'ABSENT':
        return { status: 'CONFIRMED' };
      case 'REFUSED':
        return { status: 'REFUSED', cause: answered.cause };
      default:
        log.warn({ operationId, detail: answered.detail }, 'an operation was sent and its outcome is unknown');
        return { status: 'UNKNOWN', detail: answered.detail };
    }
  }

  async function queryBind(operationId: Id<'operation'>): Promise<QueryOutcome> {
    const found = await find({ external_agreement_no: toAgreementNumber(operationId) });
    if (found.is === 'FOUND' && found.agreement.status !== 'TEMP')
      return { status: 'CONFIRMED', credentialReference: found.agreement.agreement_no };
    if (found.is === 'FOUND' || found.is === 'ABSENT')
      return clock.now() <= signingLife(operationId).over
        ? { status: 'ACTIVATION_REQUIRED', activation: activationOf(operationId) }
        : { status: 'REFUSED', cause: 'SIGNING_LAPSED' };
    return toUnavailable(found);
  }

  async function queryUnbind({ operationId, credentialReference = '' }: OperationRequest): Promise<QueryOutcome> {
    const found = await find({ agreement_no: credentialReference });
    if (found.is === 'ABSENT') return { status: 'CONFIRMED' };
    if (found.is !== 'FOUND') return toUnavailable(found);
    // Still there, and Alipay has taken the request or may never have heard it; ending an agreement twice ends it once.
    return { status: taken.has(operationId) ? 'PENDING' : 'OPERATION_UNKNOWN' };
  }

  return {
    async tokenise(card) {
      if (!isWallet(card)) return err({ kind: 'CARD_REFUSED', reason: 'ACCOUNT_NOT_ACCEPTED' });
      return ok(toAccountToken(card.account, access.appPrivateKey));
    },
    async send(request) {
      if (request.kind === 'BIND') return { status: 'PENDING', activation: activationOf(request.operationId) };
      if (request.kind === 'UNBIND') return endAgreement(request);
      return { status: 'REFUSED', cause: `${request.kind}_NOT_OFFERED` };
    },
    async query(operationId, request) {
      if (request?.kind === 'UNBIND') return queryUnbind(request);
      if (request !== undefined && request.kind !== 'BIND')
        return { status: 'REFUSED', cause: `${request.kind}_NOT_OFFERED` };
      return queryBind(operationId);
    },
    async credentialStatus(reference) {
      const found = await find({ agreement_no: reference });
      if (found.is === 'ABSENT') return ok('ABSENT');
      return found.is === 'FOUND' ? ok(statuses[found.agreement.status]) : unavailable(found);
    },
    async heldByProvider(reference) {
      const found = await find({ agreement_no: reference });
      if (found.is === 'ABSENT') return ok(false);
      return found.is === 'FOUND' ? ok(found.agreement.status === 'STOP') : unavailable(found);
    },
    // Alipay tells nobody what else hangs on an agreement.
    obligations: async () => ok({ balance: null, pending: [], mandates: [] }),
  };
}

const isWallet = (card: EnteredCard): card is EnteredCard & { readonly account: string } =>
  card.kind === 'WALLET' && 'account' in card && typeof card.account === 'string';

type NotFound = Extract<Found, { is: 'REFUSED' | 'UNKNOWN' }>;
const detailOf = (found: NotFound): string => (found.is === 'REFUSED' ? found.cause : found.detail);
const toUnavailable = (found: NotFound): QueryOutcome => ({ status: 'UNAVAILABLE', detail: detailOf(found) });
const unavailable = (found: NotFound): Result<never, ProviderUnavailable> =>
  err({ kind: 'PROVIDER_UNAVAILABLE', detail: detailOf(found) });
