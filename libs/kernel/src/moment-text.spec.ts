import { isMomentText } from './moment-text';

describe('a moment as text', () => {
  it.each(['2026-12-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('is %s', (text) =>
    expect(isMomentText(text)).toBe(true),
  );

  it.each([
    '',
    '1',
    'Dec-1-2026',
    '2026-12-01',
    '2026-12-01T00:00:00Z',
    '2026-12-01T00:00:00.000+01:00',
    '2026-13-01T00:00:00.000Z',
    '2026-02-30T00:00:00.000Z',
    '0000-12-01T00:00:00.000Z',
    '+012026-12-01T00:00:00.000Z',
    '-000001-12-01T00:00:00.000Z',
  ])('is not %j', (text) => expect(isMomentText(text)).toBe(false));
});
