import { requiredProofs } from './required-proofs.rules';

describe('requiredProofs', () => {
  it('is the proof that binding asks, by the factors that are offered', () =>
    expect(requiredProofs('UNBIND', ['SMS_CODE'])).toEqual([{ action: 'UNBIND', factors: ['SMS_CODE'] }]));

  it('is none where nothing waits for the holder', () => expect(requiredProofs(null, ['SMS_CODE'])).toEqual([]));

  it.each([undefined, 'UNKNOWN', 'FREEZE', '', 'bind', 0, [], {}])(
    'is not known where %j is asked, which is never none',
    (asked) => expect(requiredProofs(asked, ['SMS_CODE'])).toBeNull(),
  );
});
