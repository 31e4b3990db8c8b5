import { toConsentSummary } from './consent-summary';

describe('the summary of what is consented to', () => {
  const unbind = { action: 'UNBIND', planDigest: '4f3a2b1c0d9e8f7a' } as const;

  it('names the kind of card and the plan', () => {
    expect(toConsentSummary(unbind, { en: 'parking permit', 'zh-CN': '停车证' }, 'en')).toBe(
      'This takes the parking permit off your account, exactly as the plan 4f3a2b1c lists it.',
    );
    expect(toConsentSummary(unbind, null, 'zh-CN')).toBe('将从您的账户解绑卡片，与解绑说明 4f3a2b1c 所列完全一致。');
  });
});
