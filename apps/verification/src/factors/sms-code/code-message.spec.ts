import { locales } from '@bindery/localisation';
import { challengeActions } from '../../challenges/start/purpose.rules';
import { shownWords } from '../../challenges/consent-summary';
import { aChallenge } from '../../challenges/testing/challenge-builder';
import { toCodeMessage } from './code-message';

const warning = { en: 'Never give it to anyone', 'zh-CN': '切勿告诉任何人' };

describe('the message with a code', () => {
  it.each(locales.flatMap((locale) => challengeActions.map((action) => ({ locale, action }))))(
    'says in $locale what $action is for and that nobody else needs it',
    ({ locale, action }) => {
      const text = toCodeMessage(aChallenge({ locale, action }), '012345');
      expect(text).toContain('012345');
      expect(text).toContain(warning[locale]);
      expect(text).toMatch(locale === 'en' ? /Good for 5 minutes/ : /5 分钟内有效/);
    },
  );

  it('is different for each action', () => {
    expect(new Set(challengeActions.map((action) => toCodeMessage(aChallenge({ action }), '012345'))).size).toBe(
      challengeActions.length,
    );
  });

  it('says how long the code is still good when it is sent again', () => {
    expect(toCodeMessage(aChallenge({ lastSendAt: new Date('2026-01-01T00:01:05Z') }), '012345')).toContain(
      'Good for 4 minutes',
    );
  });
});

describe('shown words', () => {
  it('name the kind of card and the plan', () => {
    const unbind = { action: 'UNBIND', planDigest: '4f3a2b1c0d9e8f7a' } as const;
    expect(shownWords(unbind, 'ACCESS_CARD', 'en')).toBe(
      'This takes the access card off your account, exactly as the plan 4f3a2b1c lists it.',
    );
    expect(shownWords(unbind, undefined, 'zh-CN')).toBe('将从您的账户解绑卡片,与解绑说明 4f3a2b1c 所列完全一致。');
  });
});
