import { locales } from '@bindery/localisation';
import { proofActions } from '@bindery/trust';
import { toCodeMessage, type CodeOccasion } from './code-message';

const aChallenge = (overrides: Partial<CodeOccasion>) => ({
  action: 'BIND' as const,
  locale: 'en' as const,
  sending: { lastSendAt: new Date('2026-01-01T00:00:00Z') },
  expiresAt: new Date('2026-01-01T00:05:00Z'),
  ...overrides,
});

const warning = { en: 'Never give it to anyone', 'zh-CN': '切勿告诉任何人' };

describe('the message with a code', () => {
  it.each(locales.flatMap((locale) => proofActions.map((action) => ({ locale, action }))))(
    'says in $locale what $action is for and that nobody else needs it',
    ({ locale, action }) => {
      const text = toCodeMessage(aChallenge({ locale, action }), '012345');
      expect(text).toContain('012345');
      expect(text).toMatch(locale === 'en' ? /^Bindery: / : /^【Bindery】/);
      expect(text).toContain(warning[locale]);
      expect(text).toMatch(locale === 'en' ? /Good for 5 minutes/ : /5 分钟内有效/);
    },
  );

  it('is different for each action', () => {
    expect(new Set(proofActions.map((action) => toCodeMessage(aChallenge({ action }), '012345'))).size).toBe(
      proofActions.length,
    );
  });

  it('says how long the code is still good when it is sent again', () => {
    expect(
      toCodeMessage(aChallenge({ sending: { lastSendAt: new Date('2026-01-01T00:01:05Z') } }), '012345'),
    ).toContain('Good for 4 minutes');
  });
});
