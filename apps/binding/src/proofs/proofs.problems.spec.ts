import { proofLifetimeMs } from '@bindery/trust';
import { proofProblems } from './proofs.problems';

describe('a proof that is over', () => {
  it.each([
    ['en', `The proof is older than ${proofLifetimeMs / 60_000} minutes.`],
    ['zh-CN', `验证已超过 ${proofLifetimeMs / 60_000} 分钟`],
  ] as const)('is told with the life that proofs have, in %s', (locale, text) =>
    expect(proofProblems.PROOF_REJECTED({ kind: 'PROOF_REJECTED', reason: 'PROOF_EXPIRED' }, locale).message).toContain(
      text,
    ),
  );
});
