import { randomBytes } from 'node:crypto';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { CardRequest } from '../../../connector';
import { findPass, insertPass, lockPass, saveStanding } from './pass.repository';
import type { Pass } from './pass.rules';
import { readPassToken } from './pass-token.rules';

interface IssuePassDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly provider: string;
  readonly passType: string;
  /** Name of the secret that authentication tokens are derived with now. */
  readonly tokenKey: string;
}

/** 128 bits each: neither can be guessed, nor one found by the other. */
const serialBytes = 16;
const referenceBytes = 16;

/**
 * Issues the pass that a bind or restore asks for, once. A pass that came before it is void: what is void never comes back, so that to restore is to
 * issue a new one.
 */
export function createIssuePass({ unitOfWork, clock, provider, passType, tokenKey }: IssuePassDeps) {
  return ({ operationId, token, credentialReference }: CardRequest): Promise<Pass | null> =>
    unitOfWork.run(async (tx) => {
      const card = readPassToken(token);
      if (!card) return null;
      const known = await findPass(tx, { provider, operationId });
      if (known) return known;
      const earlier = credentialReference === undefined ? null : await lockPass(tx, { provider, credentialReference });
      const now = clock.now();
      if (earlier && earlier.standing !== 'VOIDED') await saveStanding(tx, earlier, 'VOIDED', now);
      const pass = {
        serialNumber: randomBytes(serialBytes).toString('hex'),
        provider,
        passType,
        credentialReference: `pass_${randomBytes(referenceBytes).toString('base64url')}`,
        operationId,
        ...card,
        tokenKey,
        issuedAt: now,
      };
      return (await insertPass(tx, pass)) ?? findPass(tx, { provider, operationId });
    });
}
