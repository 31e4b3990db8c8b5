import type { Phase } from '@bindery/card-lifecycle';
import { profileAspects } from '../catalogue/provider-version.rules';
import { changesPlans, countEffects, phasesMeeting } from './affected.rules';

const counts = new Map<Phase, number>([
  ['VERIFYING', 1],
  ['BOUND', 20],
  ['UNBINDING', 3],
  ['UNBOUND', 4],
  ['RETIRED', 100],
]);

describe('whom a change of a profile meets', () => {
  it('is whoever is still to unbind, for a fee or a window: what is under way or done has what was promised', () => {
    for (const aspect of ['FEE', 'RESTORE'] as const)
      expect(countEffects([aspect], counts, 0)).toEqual([
        {
          aspect,
          bindingCount: 21,
          byPhase: [
            { phase: 'VERIFYING', bindingCount: 1 },
            { phase: 'BOUND', bindingCount: 20 },
          ],
        },
      ]);
  });

  it('is whoever has more than is allowed, for limits', () => {
    expect(countEffects(['LIMITS'], counts, 7)).toEqual([{ aspect: 'LIMITS', bindingCount: 7, byPhase: [] }]);
    expect(phasesMeeting(['LIMITS'])).toEqual([]);
  });

  it('is never whose binding is over, and each phase once', () => {
    const phases = phasesMeeting(profileAspects);
    expect(phases).toEqual([...new Set(phases)]);
    for (const over of ['DECLINED', 'REPLACED', 'RETIRED'] as const) expect(phases).not.toContain(over);
    expect(phasesMeeting(['RESTORE_PROOF'])).toEqual(['UNBINDING', 'UNBOUND']);
  });

  it('is whoever was quoted a plan, for what plans tell', () => {
    expect(changesPlans(['TERMS', 'LIMITS'])).toBe(false);
    expect(changesPlans(['TERMS', 'FEE'])).toBe(true);
  });
});
