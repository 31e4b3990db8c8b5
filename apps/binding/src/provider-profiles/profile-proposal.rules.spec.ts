import { newId } from '@bindery/kernel';
import { refuseConfirmation, stateOf, type ProfileProposal } from './profile-proposal.rules';

const [one, other] = [newId('account'), newId('account')];
const proposal: Pick<ProfileProposal, 'decision' | 'baseVersion' | 'proposedBy'> = {
  decision: null,
  baseVersion: 3,
  proposedBy: one,
};

describe('a proposal', () => {
  it('is agreed with by another, and declined by either', () => {
    const agree = (operatorId: typeof one) => refuseConfirmation(proposal, { operatorId, agree: true, current: 3 });
    expect(agree(one)).toEqual({ kind: 'PROPOSAL_OWN' });
    expect(agree(other)).toBeNull();
    for (const operatorId of [one, other])
      for (const current of [3, 4])
        expect(refuseConfirmation(proposal, { operatorId, agree: false, current })).toBeNull();
  });

  it('is overtaken by another version, until somebody has decided', () => {
    expect(stateOf(proposal, 3)).toBe('PROPOSED');
    expect(refuseConfirmation(proposal, { operatorId: other, agree: true, current: 4 })).toEqual({
      kind: 'PROPOSAL_OVERTAKEN',
    });
    expect(stateOf({ ...proposal, decision: 'APPROVED' }, 4)).toBe('APPROVED');
  });

  it('is decided once', () => {
    for (const decision of ['APPROVED', 'DECLINED'] as const)
      for (const agree of [true, false])
        expect(refuseConfirmation({ ...proposal, decision }, { operatorId: other, agree, current: 3 })).toEqual({
          kind: 'PROPOSAL_DECIDED',
          state: decision,
        });
  });
});
