import { readMailAddress } from './mail-address';

describe('readMailAddress', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    [' Ada.Lovelace+cards@Example.COM ', 'Ada.Lovelace+cards@example.com'],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ada@example.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['li@例子.中国', 'li@xn--fsqu00a.xn--fiqs8s'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('reads %s as %s', (typed, expected) => expect(readMailAddress(typed)).toBe(expected));

  it.each([
    '',
    'ada',
    '@example.com',
    'ada@',
    'ada@localhost',
    'ada@@example.com',
    'ada lovelace@example.com',
    'ada@exa mple.com',
    '.ada@example.com',
    'ada..l@example.com',
    '"ada"@example.com',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@example.com:25',
    'ada@example.com/path',
    'ada@-example.com',
    'ada@example.com.',
    'ada@example.com\r\nBcc: all@example.com',
    '李@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a.'.repeat(126)}com`,
    `ada@${'a'.repeat(64)}.com`,
    'a'.repeat(100_000),
  ])('refuses “%s”', (typed) => expect(readMailAddress(typed)).toBeUndefined());
});
