import 'reflect-metadata';
import { startProblems } from './start-binding.problems';

const say = (field: string, locale: 'en' | 'zh-CN') =>
  startProblems.INVALID_INPUT({ kind: 'INVALID_INPUT', field, rule: 'REQUIRED' }, locale).message;

describe('what is wrong with a card that is entered', () => {
  it('is told with the kind that the provider takes, where another was entered', () => {
    expect(say('card.bank', 'zh-CN')).toBe('该机构只能绑定银行卡，请填写银行卡的信息。');
    expect(say('card.wallet', 'en')).toBe(
      'This provider takes cards of one kind, wallet. Please enter one of that kind.',
    );
  });

  it('is told of a field as everywhere', () => expect(say('card.wallet.account', 'en')).toContain('Account'));

  it('is no card too many where its provider allows no more: another one has to go', () =>
    expect(startProblems.BINDING_LIMIT({ kind: 'BINDING_LIMIT', limit: 5 }, 'zh-CN').remedies).toMatchObject([
      { code: 'UnbindAnother', title: '先解绑该机构的另一张卡片' },
      { code: 'ContactProvider' },
    ]));
});
