import { createHash } from 'node:crypto';
import { sha256, toBase64Url, toHex } from './sha-256';

it.each(['', 'wallet', '卡包 🂡', '+8613800000001 Phone of Li'])('SHA-256 of %j is that of Node', async (text) => {
  const bytes = await sha256(text);
  const expected = createHash('sha256').update(text);
  expect(toHex(bytes)).toBe(expected.copy().digest('hex'));
  expect(toBase64Url(bytes)).toBe(expected.digest('base64url'));
});
