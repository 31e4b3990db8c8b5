import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Activation } from '../../connector.rules';
import { findChain, type Chain } from '../../kinds/crypto-address/chain.rules';
import type { AddressChallengeRow } from './address-challenge.entity';
import { findLastChallenge, insertChallenge } from './address-challenge.repository';
import { composeMessage, messageLifeMs, schemeOf } from './message.rules';

export const hashNonce = (nonce: string): string => createHash('sha256').update(nonce).digest('base64url');

/** Chain and address of an account by CAIP-10; the address has no colon in any chain here. */
export function readAccount(account: string): { readonly chain: Chain; readonly address: string } {
  const cut = account.lastIndexOf(':');
  const chain = findChain(account.slice(0, cut));
  if (!chain) throw new Error('an address is kept of a chain that is not known any more');
  return { chain, address: account.slice(cut + 1) };
}

interface AskedFor {
  readonly operationId: Id<'operation'>;
  readonly kind: AddressChallengeRow['kind'];
  readonly account: string;
}

/** The text that an operation waits for: the one that was asked for, or the next where its time is over. */
export type AskForSignature = (asked: AskedFor) => Promise<AddressChallengeRow>;

interface AskForSignatureDeps {
  readonly provider: string;
  readonly access: { readonly domain: string; readonly uri: string };
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export function createAskForSignature({ provider, access, unitOfWork, clock }: AskForSignatureDeps): AskForSignature {
  function write({ operationId, kind, account }: AskedFor, round: number): AddressChallengeRow {
    // 128 bits; letters and digits only, as EIP-4361 has it.
    const nonce = randomBytes(16).toString('hex');
    const issuedAt = clock.now();
    const expiresAt = new Date(issuedAt.getTime() + messageLifeMs);
    const parts = { ...access, ...readAccount(account), nonce, issuedAt, expiresAt, requestId: operationId };
    const own = { provider, operationId, kind, round, account, nonce, nonceHash: hashNonce(nonce) };
    return { ...own, message: composeMessage(parts), issuedAt, expiresAt, tries: 0, usedAt: null };
  }

  return async (asked) => {
    for (;;) {
      const open = await unitOfWork.run(async (tx) => {
        const last = await findLastChallenge(tx, provider, asked.operationId);
        if (last && clock.now() < last.expiresAt) return last;
        const next = write(asked, (last?.round ?? 0) + 1);
        return (await insertChallenge(tx, next)) ? next : undefined;
      });
      // Somebody else has just asked: theirs is the one.
      if (open) return open;
    }
  };
}

export function toActivation({ account, message, expiresAt }: AddressChallengeRow): Activation {
  const scheme = schemeOf[readAccount(account).chain.family];
  return { steps: [{ kind: 'SIGN_MESSAGE', message, scheme }], until: expiresAt.toISOString() };
}
