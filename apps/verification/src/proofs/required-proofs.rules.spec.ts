import { requiredProofs } from './required-proofs.rules';

describe('requiredProofs', () => {
  it('is the proof that binding asks, by factors whose codes can be sent', () =>
    expect(requiredProofs('UNBIND')).toEqual([{ action: 'UNBIND', factors: ['SMS_CODE'] }]));

  it('is none where nothing waits for the holder', () => expect(requiredProofs(null)).toEqual([]));
});
