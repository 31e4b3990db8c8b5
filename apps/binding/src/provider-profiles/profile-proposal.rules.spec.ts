import { newId } from '@bindery/kernel';
import { lapsedBefore, lapsesAt, refuseConfirmation, stateOf, type ProfileProposal } from './profile-proposal.rules';

const [one, other] = [newId('account'), newId('account')];
const day = (of: number) => new Date(Date.UTC(2026, 0, of));
const proposal: Pick<ProfileProposal, 'decision' | 'proposedBy' | 'proposedAt'> = {
  decision: null,
  proposedBy: one,
  proposedAt: day(1),
};
const standing = { agree: true, overtakenAt: null, now: day(2) };

describe('a proposal', () => {
  it('is agreed with by another, and declined by either', () => {
    expect(refuseConfirmation(proposal, { ...standing, operatorId: one })).toEqual({ kind: 'PROPOSAL_OWN' });
    expect(refuseConfirmation(proposal, { ...standing, operatorId: other })).toBeNull();
    for (const operatorId of [one, other])
      for (const overtakenAt of [null, day(2)])
        expect(refuseConfirmation(proposal, { ...standing, operatorId, agree: false, overtakenAt })).toBeNull();
  });

  it('is overtaken by another version, until somebody has decided', () => {
    expect(stateOf(proposal, null, day(2))).toBe('PROPOSED');
    expect(refuseConfirmation(proposal, { ...standing, operatorId: other, overtakenAt: day(2) })).toEqual({
      kind: 'PROPOSAL_OVERTAKEN',
    });
    expect(stateOf({ ...proposal, decision: 'APPROVED' }, day(2), day(2))).toBe('APPROVED');
  });

  it('lapses after fourteen days, for everybody and whatever is in force later', () => {
    expect(lapsesAt(proposal)).toEqual(day(15));
    expect(stateOf(proposal, null, new Date(day(15).getTime() - 1))).toBe('PROPOSED');
    expect(stateOf(proposal, null, day(15))).toBe('LAPSED');
    expect(stateOf(proposal, day(16), day(17))).toBe('LAPSED');
    expect(stateOf(proposal, day(3), day(17))).toBe('OVERTAKEN');
    expect(stateOf({ ...proposal, decision: 'DECLINED' }, null, day(17))).toBe('DECLINED');
    expect(lapsedBefore(day(15))).toEqual(proposal.proposedAt);
    for (const operatorId of [one, other])
      for (const agree of [true, false])
        expect(refuseConfirmation(proposal, { ...standing, operatorId, agree, now: day(15) })).toEqual({
          kind: 'PROPOSAL_LAPSED',
          lapsedAt: day(15),
        });
  });

  it('is decided once', () => {
    for (const decision of ['APPROVED', 'DECLINED'] as const)
      for (const agree of [true, false])
        expect(refuseConfirmation({ ...proposal, decision }, { ...standing, operatorId: other, agree })).toEqual({
          kind: 'PROPOSAL_DECIDED',
          state: decision,
        });
  });
});
