import { consentOf } from './mandate-consent';

it.each([
  ['en', '1111', 'From now on Gym may collect from my card ending 1111, and no more from the card it was on.'],
  ['en', 'iwei', 'From now on Gym may collect from my account ***iwei, and no more from the card it was on.'],
  ['zh-CN', '1111', '今后由 Gym 从我的尾号 1111 的卡扣款，不再从原来的卡扣款。'],
  ['zh-CN', 'iwei', '今后由 Gym 从我的账户 ***iwei 扣款，不再从原来的卡扣款。'],
] as const)('names in %s what %s ends as what it is', (locale, lastFour, text) =>
  expect(consentOf('Gym', { lastFour }, locale)).toBe(text),
);
