/** A pass as its holder sees it. */
export interface ShownPass {
  readonly serialNumber: string;
  readonly voided: boolean;
  /** What the code says; null where it shows none. */
  readonly barcode: string | null;
  readonly shown: Readonly<Record<'zh-CN' | 'en', readonly { readonly label: string; readonly value: string }[]>>;
}

export interface PhonesOutside {
  /** Opens the link of an activation on a phone and adds the pass; throws with the simulator’s code where the phone does not take it. */
  addPass(phone: string, url: string): Promise<{ serialNumber: string; barcode: string | null }>;
  /** What the wallet of a phone shows; nothing where there is no such phone. */
  passesOn(phone: string): Promise<readonly ShownPass[]>;
  removePass(phone: string, serialNumber: string): Promise<void>;
  /** The phone is gone, and has told nobody. */
  erase(phone: string): Promise<void>;
}

/** The phones of the provider simulator, whose wallets hold passes. */
export function createPhonesOutside(url: string, provider = 'apple-wallet'): PhonesOutside {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/providers/${provider}/phones/${path}`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const text = await answer.text();
    if (!answer.ok && !(method === 'GET' && answer.status === 404))
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const of = (phone: string, ...parts: readonly string[]) => [phone, ...parts].map(encodeURIComponent).join('/');

  return {
    addPass: async (phone, link) => (await call('POST', of(phone, 'passes'), { url: link })) as ShownPass,
    passesOn: async (phone) => ((await call('GET', of(phone))) as { passes?: ShownPass[] }).passes ?? [],
    removePass: async (phone, serialNumber) => void (await call('DELETE', of(phone, 'passes', serialNumber))),
    erase: async (phone) => void (await call('DELETE', of(phone))),
  };
}
