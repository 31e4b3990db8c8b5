import { err, ok, type Clock, type Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { ConnectorTimeouts } from '../../connector-style';
import type { Connector, QueryOutcome, SendOutcome } from '../../connector';
import type { EnteredWallet } from '../../kinds/wallet/wallet.rules';
import { lastOf, tokenOf } from './account-token';
import type { ContractStanding, LookAtContract, Template } from './look-at-contract';
import { createSignContract, toActivation } from './sign-contract';
import { createTerminateContract } from './terminate-contract';
import type { WeChatClient } from './wechat-client';
import type { WeChatOperationRow } from './wechat-operation.entity';
import { findAsked, findContract, saveContractId } from './wechat-operation.repository';

export interface WeChatConnectorOptions {
  readonly provider: string;
  readonly template: Template;
  readonly apiV3Key: string;
  readonly callbackUrl: string;
  readonly client: WeChatClient;
  readonly lookAt: LookAtContract;
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly timeouts: ConnectorTimeouts;
}

/** Somebody may have opened the page in its last second, and our clock is not the platform's. */
const graceMs = 60_000;

/** Contracts of 委托代扣 at WeChat Pay: signed by the holder in WeChat, asked for and ended by the merchant's number. */
export function createWeChatConnector(options: WeChatConnectorOptions): Connector {
  const { provider, apiV3Key, lookAt, db, clock, timeouts } = options;
  const { jobMs } = timeouts;
  const isOpen = ({ signUntil }: WeChatOperationRow, moreMs = 0): boolean =>
    signUntil !== null && clock.now().getTime() < signUntil.getTime() + moreMs;
  const mayBeSigned = async (operationId: Id<'operation'>): Promise<boolean> => {
    const asked = await findAsked(db, provider, operationId);
    return asked !== null && isOpen(asked, graceMs);
  };
  const signContract = createSignContract({ ...options, timeoutMs: jobMs });
  const terminateContract = createTerminateContract({ ...options, mayBeSigned, timeoutMs: jobMs });

  /** Without a contract and with the page closed there was no effect: it may be asked for again, under the same number. */
  async function ofBind(asked: WeChatOperationRow, standing: ContractStanding): Promise<QueryOutcome> {
    switch (standing.is) {
      case 'SIGNED':
        await saveContractId(db, provider, asked.operationId, standing.contractId);
        return { status: 'CONFIRMED', credentialReference: standing.contractId };
      case 'TERMINATED':
        return { status: 'REFUSED', cause: 'CONTRACT_TERMINATED' };
      case 'SIGN_FAILED':
        return { status: 'REFUSED', cause: 'SIGN_FAILED' };
      case 'UNTOLD':
        return { status: 'UNAVAILABLE', detail: standing.detail };
      default: {
        const { signUrl, signUntil } = asked;
        return signUrl !== null && signUntil !== null && isOpen(asked, graceMs)
          ? { status: 'ACTIVATION_REQUIRED', activation: toActivation({ signUrl, signUntil }) }
          : { status: 'OPERATION_UNKNOWN' };
      }
    }
  }

  /** A contract that stands was not ended: what asked for it may be sent again, since it can end once only. */
  function ofUnbind(standing: ContractStanding): QueryOutcome {
    if (standing.is === 'UNTOLD') return { status: 'UNAVAILABLE', detail: standing.detail };
    return standing.is === 'TERMINATED' ? { status: 'CONFIRMED' } : { status: 'OPERATION_UNKNOWN' };
  }

  return {
    async tokenise(card) {
      if (card.kind !== 'WALLET') return err({ kind: 'CARD_REFUSED', reason: 'ACCOUNT_NOT_ACCEPTED' });
      const { account } = card as EnteredWallet;
      return ok({ token: tokenOf(account, apiV3Key), lastFour: lastOf(account) });
    },
    send(request): Promise<SendOutcome> {
      if (request.kind === 'BIND') return signContract(request);
      if (request.kind === 'UNBIND') return terminateContract(request);
      // A contract is in force or it is not: it is never suspended, and what has ended is signed anew, under another number.
      return Promise.resolve({ status: 'REFUSED', cause: `${request.kind}_NOT_OFFERED` });
    },
    async query(operationId) {
      const asked = await findAsked(db, provider, operationId);
      if (!asked) return { status: 'OPERATION_UNKNOWN' };
      const standing = await lookAt(asked.contractCode, jobMs);
      return asked.kind === 'BIND' ? ofBind(asked, standing) : ofUnbind(standing);
    },
    async credentialStatus(reference) {
      const bound = await findContract(db, provider, reference);
      if (!bound) return ok('ABSENT');
      const standing = await lookAt(bound.contractCode, jobMs);
      if (standing.is === 'UNTOLD') return err({ kind: 'PROVIDER_UNAVAILABLE', detail: standing.detail });
      return ok(standing.is === 'SIGNED' && standing.contractId === reference ? 'ACTIVE' : 'ABSENT');
    },
    // The contract itself is the mandate that is ended. Of balances and of payments under way the platform tells merchants nothing.
    obligations: async () => ok({ balance: null, pending: [], mandates: [] }),
  };
}
