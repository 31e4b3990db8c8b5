import { requiredProofs } from './required-proofs.rules';

describe('requiredProofs', () => {
  it('is the proof that binding asks, by the factors that its holder can use', () =>
    expect(requiredProofs('UNBIND', ['SMS_CODE'])).toEqual([{ action: 'UNBIND', factors: ['SMS_CODE'] }]));

  it('is none where nothing waits for the holder', () => expect(requiredProofs(null, ['SMS_CODE'])).toEqual([]));

  it('is not known where nobody could say, which is never none', () =>
    expect(requiredProofs(undefined, ['SMS_CODE'])).toBeNull());
});
