import { toKeyword } from './to-keyword.rules';

describe('toKeyword', () => {
  it.each([
    ['PROVIDER_DECLINED', 'PROVIDER_DECLINED'],
    ['card lost / stolen', 'CARD_LOST_STOLEN'],
    ['51-insufficient', 'INSUFFICIENT'],
    ['', 'PROVIDER_DECLINED'],
    ['x'.repeat(100), 'X'.repeat(64)],
  ])('%s → %s', (cause, word) => expect(toKeyword(cause)).toBe(word));
});
