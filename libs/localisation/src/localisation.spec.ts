import { IntlMessageFormat } from 'intl-messageformat';
import { pickLocale } from './locale';
import { createTranslator } from './translator';

/** One zone, spelt in as many ways: `asia/Shanghai`, `Asia/sHanghai` … */
const spellings = (count: number): string[] =>
  Array.from({ length: count }, (_, way) =>
    [...'America/Argentina/Buenos_Aires']
      .map((letter, place) => (way & (1 << (place % 16)) ? letter.toUpperCase() : letter.toLowerCase()))
      .join(''),
  );

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
    'zh-CN': { last: '{day, date, wholeDay}', left: '还可以试 {n} 次', until: '到 {at, date, moment} 为止' },
    en: {
      last: '{day, date, wholeDay}',
      left: '{n, plural, one {# try} other {# tries}} left',
      until: 'until {at, date, moment}',
    },
  });

  it('keeps few messages, however many ways somebody spells zones', () => {
    const made = jest.spyOn(IntlMessageFormat as unknown as { __parse: () => unknown }, '__parse');
    const zones = spellings(1_100);
    const say = (zone: string) => translate('en', 'until', { at: new Date(0) }, zone);
    for (const zone of [...zones, ...zones.slice(0, 1)]) expect(say(zone)).toMatch(/^until /);
    expect(made).toHaveBeenCalledTimes(1_101);
    made.mockRestore();
  });

  it('shows a day of the calendar as it is, whatever the zone', () => {
    for (const zone of ['Asia/Shanghai', 'Pacific/Kiritimati', 'America/Los_Angeles', undefined])
      expect(translate('en', 'last', { day: new Date('2026-03-04T00:00:00Z') }, zone)).toBe('Mar 4, 2026');
  });

  it('speaks both languages, with plurals', () => {
    expect(translate('en', 'left', { n: 1 })).toBe('1 try left');
    expect(translate('en', 'left', { n: 4 })).toBe('4 tries left');
    expect(translate('zh-CN', 'left', { n: 4 })).toBe('还可以试 4 次');
  });

  it('shows moments in the time zone of the account and names it', () => {
    const at = new Date('2026-03-01T23:30:00Z');
    expect(translate('en', 'until', { at })).toMatch(/Mar 2, 2026.*07:30.*GMT\+8/);
    expect(translate('en', 'until', { at }, 'UTC')).toMatch(/Mar 1, 2026.*11:30.*UTC/);
  });

  it('names the zone behind the time, in both languages', () => {
    const at = new Date('2026-12-01T12:04:00Z');
    expect(translate('zh-CN', 'until', { at })).toBe('到 2026年12月1日 20:04 GMT+8 为止');
    expect(translate('en', 'until', { at })).toMatch(/20(26)?.*08:04\sPM GMT\+8$/);
  });
});

describe('the edges of what is put into a Chinese text', () => {
  const zhCn = {
    card: '您的{provider}卡片',
    into: '加入{provider}，于 {on, date, wholeDay} 结束前',
    spaced: '您的 {provider} 卡片',
    named: '{provider} ·· {last}',
    chosen: '{has, select, yes {向{provider}申请} other {无}}',
    counted: '共{n}张，{n, plural, other {其中#张}}',
    bracketed: '“{provider}”（{last}）',
  };
  const translate = createTranslator({ 'zh-CN': zhCn, en: zhCn });
  const say = (key: keyof typeof zhCn, provider: string) =>
    translate('zh-CN', key, { provider, last: 'i x', has: 'yes', n: 3, on: new Date('2026-12-30T00:00:00Z') });

  it.each([
    ['card', 'TokenPocket', '您的 TokenPocket 卡片'],
    ['card', '微信支付', '您的微信支付卡片'],
    ['spaced', '微信支付', '您的微信支付卡片'],
    ['spaced', 'TokenPocket', '您的 TokenPocket 卡片'],
    ['into', 'Apple 钱包', '加入 Apple 钱包，于 2026年12月30日结束前'],
    ['named', '微信支付', '微信支付 ·· i x'],
    ['chosen', 'Apple', '向 Apple 申请'],
    ['counted', '', '共 3 张，其中 3 张'],
    ['bracketed', 'Apple', '“Apple”（i x）'],
    ['card', 'A中 文B', '您的 A中 文B 卡片'],
  ] as const)('%s with %s: %s', (key, provider, expected) => expect(say(key, provider)).toBe(expected));

  it('are left alone in English', () =>
    expect(translate('en', 'card', { provider: 'TokenPocket' })).toBe('您的TokenPocket卡片'));
});
