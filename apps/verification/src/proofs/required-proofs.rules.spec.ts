import { phases } from '@bindery/card-lifecycle';
import { requiredProofsIn } from './required-proofs.rules';

describe('requiredProofsIn', () => {
  it('names the proof of the next step in each phase, and none where nothing waits for the holder', () => {
    const actions = phases.map((phase) => [phase, requiredProofsIn(phase).map(({ action }) => action)]);
    expect(Object.fromEntries(actions)).toEqual({
      VERIFYING: ['BIND'],
      IN_REVIEW: [],
      BINDING: [],
      AWAITING_ACTIVATION: ['UNBIND'],
      BOUND: ['UNBIND'],
      UNBINDING: [],
      UNBOUND: ['RESTORE'],
      RESTORING: [],
      DECLINED: [],
      REPLACED: [],
      RETIRED: [],
    });
  });

  it('offers only factors whose codes can be sent', () =>
    expect(requiredProofsIn('BOUND')[0]?.factors).toEqual(['SMS_CODE']));
});
