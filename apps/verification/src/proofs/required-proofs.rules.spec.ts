import { proofActions } from '@bindery/trust';
import { readActions, requiredProofs } from './required-proofs.rules';

describe('requiredProofs', () => {
  it('is the proof that binding asks, by the factors that its holder can use', () =>
    expect(requiredProofs(['FOUND', 'UNBIND'], ['SMS_CODE'])).toEqual([
      { action: 'FOUND', factors: ['SMS_CODE'] },
      { action: 'UNBIND', factors: ['SMS_CODE'] },
    ]));

  it('is none where nothing waits for the holder', () => expect(readActions([], proofActions)).toEqual([]));

  it('is not known where nobody could say, which is never none', () =>
    expect(
      [undefined, null, 'UNBIND', ['FREEZE'], ['UNBIND', 0]].map((asked) => readActions(asked, proofActions)),
    ).toEqual([null, null, null, null, null]));
});
