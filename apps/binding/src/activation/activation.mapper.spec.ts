import { findChain } from '../providers/kinds/crypto-address/chain.rules';
import { composeMessage } from '../providers/styles/self-custody/message.rules';
import { toActivationType } from './activation.mapper';

const at = new Date('2026-01-01T00:00:00Z');

describe('a text that is to be signed', () => {
  const chain = findChain('eip155:1');
  if (!chain) throw new Error('no chain');
  const ours = composeMessage({
    ...{ domain: 'bindery.example', uri: 'https://bindery.example', chain, address: '0xab', nonce: 'abcdefgh' },
    ...{ issuedAt: at, expiresAt: at, requestId: 'operation_1' },
  });
  const meaning = (isOurText: boolean, locale: 'en' | 'zh-CN') =>
    toActivationType(
      { steps: [{ kind: 'SIGN_MESSAGE', message: ours, scheme: 'EIP_191' }], until: null },
      isOurText,
      locale,
    ).steps[0]?.meaning;

  it('is ASCII where it is ours, and says beside it what it comes to, in the language of its holder', () => {
    expect(ours).toMatch(/^[\x20-\x7e\n]*$/);
    expect(meaning(true, 'zh-CN')).toMatch(/证明此地址归您所有.*不会转移资产/);
    expect(meaning(true, 'en')).toMatch(/moves no funds/);
  });

  it('says nothing of a provider’s own, of which we know nothing, though it has our words', () =>
    expect(meaning(false, 'en')).toBeNull());
});
