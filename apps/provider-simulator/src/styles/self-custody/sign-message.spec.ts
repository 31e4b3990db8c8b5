import { systemClock } from '@bindery/kernel';
import { walletChains } from './chains';
import { createWallet, readMessage } from './sign-message';

const wallet = (secret = 'a') =>
  createWallet({ secret, provider: 'token-pocket', knownDomains: ['wallet.test.example'], clock: systemClock });

const message = (address: string, { domain = 'wallet.test.example', until = '2999-01-01T00:00:00Z' } = {}) =>
  `${domain} wants you to sign in with your Ethereum account:\n${address}\n\nURI: https://${domain}/\nVersion: 1\nChain ID: 1\nNonce: 0123456789\nIssued At: 2026-01-01T00:00:00Z\nExpiration Time: ${until}`;

describe('a wallet whose holder keeps the keys', () => {
  it('has addresses of its own on every chain, which stay, and others in another world', async () => {
    for (const chain of walletChains) {
      const { address } = await wallet().keyOf(chain, 0);
      expect((await wallet().keyOf(chain, 0)).address).toBe(address);
      expect((await wallet().keyOf(chain, 1)).address).not.toBe(address);
      expect((await wallet('b').keyOf(chain, 0)).address).not.toBe(address);
    }
  });

  it('signs a text of a site it knows, in time and for its own address, and nothing else', async () => {
    const [ethereum] = walletChains;
    if (!ethereum) throw new Error('no chain');
    const { address } = await wallet().keyOf(ethereum, 0);
    const sign = (text: string, account = 0) => wallet().sign('eip155:1', text, account);
    expect(await sign(message(address))).toMatchObject({ ok: true, value: { address } });
    const refused = (error: string) => ({ ok: false, error });
    expect(await sign(message(address, { domain: 'evil.example' }))).toEqual(refused('DOMAIN_UNKNOWN'));
    expect(await sign(message(address, { until: '2026-01-02T00:00:00Z' }))).toEqual(refused('MESSAGE_EXPIRED'));
    expect(await sign(message(address), 1)).toEqual(refused('ADDRESS_NOT_MINE'));
    expect(await sign('Send everything')).toEqual(refused('MESSAGE_UNREADABLE'));
    expect(await wallet().sign('dogecoin:1', message(address), 0)).toEqual(refused('CHAIN_UNKNOWN'));
  });

  it('takes no domain that only looks like one it knows', () => {
    expect(readMessage(message('0x1', { domain: 'wallet.test.example.evil.example' }))?.domain).toBe(
      'wallet.test.example.evil.example',
    );
    expect(readMessage(`a b${message('0x1')}`)).toBeUndefined();
  });
});
