import { judgePassword, passwordLengthMin, readPassword } from './password.rules';

const personal = ['+8613800138000', 'Mei Lin'];
const checkPassword = (password: string, of: readonly string[]) => {
  const read = readPassword(password);
  return read.ok ? judgePassword(read.value, of) : read;
};
const judge = (password: string) => {
  const result = checkPassword(password, personal);
  return result.ok ? 'GOOD' : result.error.kind === 'PASSWORD_TOO_WEAK' ? result.error.weakness : result.error.kind;
};

describe('a password', () => {
  it.each([
    'seven blue kettles hum',
    'x7Kq2mPvR9tLw4z',
    '七只蓝色的水壶在夜里轻轻地哼着歌',
    'my cat sleeps on the 3rd shelf',
    'Ünïcödé is välid hère tøø',
    'Kettles! (blue) & 7 lamps?',
    'orchard 1949 lantern kettle',
  ])('accepts %s', (password) => expect(judge(password)).toBe('GOOD'));

  it('asks for 15 characters and counts them as people do', () => {
    expect(judge('kettle-7-lamp-q')).toBe('GOOD');
    expect(judge('kettle-7-lamp-')).toBe('TOO_SHORT');
    expect(judge('🦊🐻🦁🐯🐨🐼🐸')).toBe('TOO_SHORT');
    expect(passwordLengthMin).toBe(15);
  });

  it('accepts far more than 64 characters, and not a book', () => {
    expect(judge('seven blue kettles hum '.repeat(2) + 'while the harbour lamp turns slowly over')).toBe('GOOD');
    expect(judge(`kettle ${'lamp 7 q'.repeat(40)}`)).toBe('INVALID_INPUT');
  });

  it.each([
    'passwordpassword',
    'Password123456789',
    'P@ssw0rd-P@ssw0rd',
    'qwertyuiopasdfghjkl',
    'iloveyou5201314',
    '1q2w3e4r5t6y7u8i',
    'correct horse battery staple',
    'admin.admin.2024!',
    'zaq12wsxcde34rfv',
    'trustno1trustno2',
    'Summer2024Summer2024',
    'qwer1234asdf5678',
    'michaeljordan23!',
    'starwars-starwars-9',
    '!QAZ2wsx#EDC4rfv',
    '1qaz@WSX3edc$RFV',
    '%TGB^YHN&UJM5tgb',
    'vfr4cde3xsw2zaq1',
    'bgt5nhy6mju7BGT%',
    'woaizhongguo1949',
    'WoAiBeijing1912!',
    'Summer!(%)Autumn',
  ])('refuses %s, which is tried first', (password) => expect(['COMMON', 'PREDICTABLE']).toContain(judge(password)));

  it.each([
    'aaaaaaaaaaaaaaaa',
    'abababababababab',
    'xyzqxyzqxyzqxyzq',
    'abcdefghijklmnop',
    'zyxwvutsrqponmlk',
    'kettle7kettle7kettle7',
  ])('refuses %s, which follows a rule', (password) => expect(judge(password)).toBe('PREDICTABLE'));

  it.each(['13800138000mei13', 'MeiLin+8613800138000', 'mei lin mei lin!', '00138000-13800138000'])(
    'refuses %s, which is about its owner',
    (password) => expect(['PERSONAL', 'PREDICTABLE']).toContain(judge(password)),
  );

  it.each([
    '13800138001138001',
    '138001-8613800138001',
    '0138001woaini38001',
    '!#*))!#*))!!#*))',
    '1380013-13800138-8001!',
  ])('refuses %s, which is made of the digits of its owner’s phone, wherever they are cut', (password) =>
    expect(checkPassword(password, ['+8613800138001', 'Mei Lin'])).toMatchObject({ ok: false }),
  );

  it('knows digits of phones of other countries too', () => {
    expect(checkPassword('07400123456-400123456', ['+447400123456', 'Ada'])).toMatchObject({ ok: false });
    expect(checkPassword('orchard 3456 quiet lantern', ['+447400123456', 'Ada'])).toMatchObject({ ok: true });
  });

  it.each(['quiet-lantern-58-orchard\ud800', 'quiet-lantern-58-orchard\0'])(
    'refuses what is not well formed: %j',
    (password) =>
      expect(checkPassword(password, [])).toEqual({
        ok: false,
        error: { kind: 'INVALID_INPUT', field: 'password', rule: 'CHARACTERS' },
      }),
  );

  it('takes a password as the same however it is typed', () => {
    const [composed, apart] = [
      checkPassword('café kettles humming', []),
      checkPassword('cafe\u0301 kettles humming', []),
    ];
    expect(composed).toEqual(apart);
  });
});
