import { shortText } from './protocol';

describe('text of a provider', () => {
  it.each(['RG-1001', '滨海银行'])('is taken: %j', (text) => expect(shortText.safeParse(text).success).toBe(true));

  it.each(['', 'x'.repeat(201), 'Shop \ud800', 'Shop \0'])('is refused: %j', (text) =>
    expect(shortText.safeParse(text).success).toBe(false),
  );
});
