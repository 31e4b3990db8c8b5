import { toConsentSummary } from './consent-summary';

describe('the summary of what is consented to', () => {
  const unbind = { action: 'UNBIND', planDigest: '4f3a2b1c0d9e8f7a' } as const;

  it('names the kind of card and the plan', () => {
    expect(toConsentSummary(unbind, 'ACCESS_CARD', 'en')).toBe(
      'This takes the access card off your account, exactly as the plan 4f3a2b1c lists it.',
    );
    expect(toConsentSummary(unbind, undefined, 'zh-CN')).toBe(
      '将从您的账户解绑卡片,与解绑说明 4f3a2b1c 所列完全一致。',
    );
  });

  it('has words for a card of a kind that is new here', () =>
    expect(toConsentSummary(unbind, 'PARKING_PERMIT', 'en')).toBe(
      'This takes the card off your account, exactly as the plan 4f3a2b1c lists it.',
    ));
});
