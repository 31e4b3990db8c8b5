import { pickLocale } from './locale';
import { createTranslator } from './translator';

describe('pickLocale', () => {
  it.each([
    ['en-GB,zh;q=0.8', 'en'],
    ['fr, zh-TW;q=0.5, en;q=0.4', 'zh-CN'],
    ['en;q=0, zh', 'zh-CN'],
    ['fr', undefined],
    [undefined, undefined],
  ])('%s → %s', (header, expected) => expect(pickLocale(header)).toBe(expected));
});

describe('createTranslator', () => {
  const translate = createTranslator({
    'zh-CN': { left: '还可以试 {n} 次', until: '到 {at, date, moment} 为止' },
    en: { left: '{n, plural, one {# try} other {# tries}} left', until: 'until {at, date, moment}' },
  });

  it('speaks both languages, with plurals', () => {
    expect(translate('en', 'left', { n: 1 })).toBe('1 try left');
    expect(translate('en', 'left', { n: 4 })).toBe('4 tries left');
    expect(translate('zh-CN', 'left', { n: 4 })).toBe('还可以试 4 次');
  });

  it('shows moments in the time zone asked for and names it', () => {
    const at = new Date('2026-03-01T23:30:00Z');
    expect(translate('en', 'until', { at })).toMatch(/Mar 1, 2026.*11:30.*UTC/);
    expect(translate('en', 'until', { at }, 'Asia/Shanghai')).toMatch(/Mar 2, 2026.*07:30/);
  });
});
