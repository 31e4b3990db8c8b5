import { proofProblems } from './proof.problems';

describe('proofProblems', () => {
  it('name the rejection of a proof as its code', () => {
    const refusal = { kind: 'PROOF_REJECTED', reason: 'PROOF_ALREADY_USED' } as const;
    expect(proofProblems.PROOF_REJECTED(refusal, 'zh-CN')).toMatchObject({
      code: 'PROOF_ALREADY_USED',
      reason: 'PROOF_ALREADY_USED',
      remedies: [{ code: 'StartChallenge' }, { code: 'ContactSupport' }],
    });
  });
});
