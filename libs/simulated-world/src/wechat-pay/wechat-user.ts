/** What a holder does in WeChat, and its platform at times. */
export interface WeChatUser {
  /** Signs the contract that a page of OPEN_LINK asks for. */
  signContract(url: string): Promise<void>;
  /** Ends a contract in WeChat, past the wallet. */
  endContract(credentialReference: string): Promise<void>;
  /** A merchant takes an amount, in fen, under a contract: only WeChat Pay is asked. Throws where it refuses. */
  deduct(credentialReference: string, total: number, description: string): Promise<void>;
  /** A new platform certificate from now on; and what notifications are signed by. The serial numbers handed out, newest first. */
  changeKeys(order: {
    readonly rotate?: boolean;
    readonly notificationsBy?: 'CERTIFICATE' | 'PUBLIC_KEY';
  }): Promise<readonly string[]>;
  /** How often merchants have asked for the certificates. */
  keysHandedOut(): Promise<number>;
}

/** WeChat in the simulator at `url`, where the provider has the code `provider`. */
export function createWeChatUser(url: string, provider = 'wechat-pay'): WeChatUser {
  async function post(to: string, body: object): Promise<unknown> {
    const answer = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${new URL(to).pathname} answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  const orderKeys = async (order: object) =>
    (await post(`${url}/providers/${provider}/platform-keys`, order)) as { serials: string[]; handedOut: number };

  return {
    signContract: async (page) => {
      const { origin, pathname, searchParams } = new URL(page);
      await post(`${origin}${pathname}`, { session: searchParams.get('session') });
    },
    async deduct(contract_id, total, description) {
      await post(`${url}/providers/${provider}/papay/deductions`, { contract_id, description, amount: { total } });
    },
    endContract: async (reference) =>
      void (await post(`${url}/providers/${provider}/credentials/${reference}/removal`, {})),
    changeKeys: async (order) => (await orderKeys(order)).serials,
    keysHandedOut: async () => (await orderKeys({})).handedOut,
  };
}
