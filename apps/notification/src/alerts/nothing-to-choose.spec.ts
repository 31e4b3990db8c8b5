import { kinds } from './kinds';

const bodyOf = (code: string, locale: 'en' | 'zh-CN') => kinds.find((kind) => kind.code === code)?.words[locale].body;

describe('what a message tells to do', () => {
  it('is not to choose a card where none can pay: there is no default only while no card is usable', () => {
    expect(bodyOf('DEFAULT_CARD_CHANGED', 'en')).not.toMatch(/choose/i);
    expect(bodyOf('DEFAULT_CARD_CHANGED', 'zh-CN')).not.toContain('选择');
  });

  it('is to take a card off only if it is there: a consent may be all that came of a binding', () => {
    expect(bodyOf('CONSENT_RECORDED', 'en')).toContain('if the app shows it');
    expect(bodyOf('CONSENT_RECORDED', 'zh-CN')).toContain('如应用中有该卡');
  });
});
