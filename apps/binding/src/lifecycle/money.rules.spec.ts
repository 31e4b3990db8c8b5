import { sayMoney } from './money.rules';

describe('money', () => {
  it('is said in the currency’s own digits', () => {
    expect(sayMoney({ value: 1250, currency: 'CNY' }, 'zh-CN')).toBe('¥12.50');
    expect(sayMoney({ value: 500, currency: 'JPY' }, 'en')).toBe('¥500');
  });
});
