import 'reflect-metadata';
import { inputRules, invalidField } from '@bindery/kernel';
import { invalidInput } from './invalid-input';

describe('the refusal of a field', () => {
  it.each([
    [
      invalidField('consent.text', 'TOO_LONG', 10_000),
      'Terms that were shown: 10,000 characters at most.',
      '已展示的条款：最多 10,000 个字符。',
    ],
    [
      invalidField('card.access.memberNumber', 'CHARACTERS'),
      'Member number: this has characters that cannot be used here.',
      '成员编号：含有不能使用的字符。',
    ],
    [
      invalidField('number', 'FORMAT'),
      'Number of the document: this does not look right. Please check it.',
      '证件号码：格式不对，请核对。',
    ],
    [
      invalidField('card.bank.number', 'CHARACTERS'),
      'Card number: this has characters that cannot be used here.',
      '卡号：含有不能使用的字符。',
    ],
    [invalidField('displayName', 'REQUIRED'), 'Name: please fill this in.', '称呼：请填写。'],
    [invalidField('ids', 'TOO_MANY', 100), 'Messages: 1 to 100 at a time.', '消息：每次 1 到 100 个。'],
    [invalidField('newPassword', 'TOO_SHORT', 1), 'New password: 1 character at least.', '新密码：至少 1 个字符。'],
    [invalidField('card.stamp', 'REQUIRED'), 'Card: please fill this in.', '卡片：请填写。'],
    [
      invalidField('some.new.field', 'FORMAT'),
      'What was entered: this does not look right. Please check it.',
      '填写的内容：格式不对，请核对。',
    ],
    [
      invalidField('constructor', 'UNKNOWN'),
      'What was entered: this is none of those there are.',
      '填写的内容：没有这一项。',
    ],
  ])('says rule and limit, in words without a path: %j', (refusal, en, zhCn) => {
    expect(invalidInput(refusal, 'en')).toMatchObject({
      code: 'INVALID_INPUT',
      message: en,
      field: refusal.field,
      rule: refusal.rule,
      ruleLimit: refusal.limit ?? null,
      remedies: [{ code: 'CorrectInput' }],
    });
    expect(invalidInput(refusal, 'zh-CN').message).toBe(zhCn);
  });

  it.each(inputRules)('has words for %s that name no path', (rule) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const message = String(invalidInput(invalidField('purpose.planDigest', rule, 7), locale).message);
      expect(message).not.toMatch(/planDigest|purpose|[{}]/);
      expect(/[\u4e00-\u9fff]/.test(message)).toBe(locale === 'zh-CN');
    }
  });
});
