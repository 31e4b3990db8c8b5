import { phases, type BindingState, type Phase } from '@bindery/card-lifecycle';
import { consentStateOf, decideWithdrawal } from './consent-state.rules';

const at = (phase: Phase): BindingState => ({ phase, holds: [], sync: { state: 'IN_SYNC' } });

describe('taking a consent back', () => {
  it.each<[Phase, string]>([
    ['VERIFYING', 'GIVE_UP'],
    ['BOUND', 'UNBIND_FIRST'],
    ['UNBINDING', 'WAIT'],
    ['RESTORING', 'WAIT'],
    ['UNBOUND', 'NOTHING_GOES_ON'],
    ['DECLINED', 'NOTHING_GOES_ON'],
    ['REPLACED', 'NOTHING_GOES_ON'],
    ['RETIRED', 'NOTHING_GOES_ON'],
  ])('comes in %s to %s', (phase, way) => expect(decideWithdrawal(at(phase), null)).toBe(way));

  it('is done once, in whatever phase', () => {
    for (const phase of phases) {
      expect(decideWithdrawal(at(phase), new Date(0))).toBe('ALREADY_DONE');
      expect(consentStateOf(at(phase), new Date(0))).toBe('WITHDRAWN');
    }
  });

  it('leaves no consent in force of which nothing could be done', () => {
    for (const phase of phases)
      expect(decideWithdrawal(at(phase), null) === 'NOTHING_GOES_ON').toBe(consentStateOf(at(phase), null) === 'ENDED');
  });
});
