import { setTimeout as pause } from 'node:timers/promises';

export interface CaughtMessage {
  readonly id: string;
  readonly channel: 'SMS' | 'EMAIL';
  readonly to: string;
  readonly text: string;
  readonly at: string;
}

export interface Fault {
  readonly provider: string;
  readonly kind?: string;
  readonly mode: string;
  readonly delayMs?: number;
  readonly times?: number;
}

/** All that the world outside remembers, oldest first. */
export interface WorldMemory {
  readonly credentials: readonly {
    readonly provider: string;
    readonly credentialReference: string;
    readonly status: 'ACTIVE' | 'SUSPENDED' | 'ABSENT';
  }[];
  readonly operations: readonly { readonly provider: string; readonly operationId: string; readonly status: string }[];
  readonly messages: readonly { readonly channel: 'SMS' | 'EMAIL'; readonly to: string; readonly text: string }[];
}

export interface SimulatedWorld {
  /** Messages to a phone number or address, newest first. */
  messages(to: string): Promise<readonly CaughtMessage[]>;
  /** The six digits of the newest message to `phone` that is not among `seen`; waits up to ten seconds for it. */
  nextCode(phone: string, seen: readonly { readonly id: string }[]): Promise<string>;
  /** Holds a credential to a door's reader. */
  tap(door: string, credentialReference: string): Promise<{ opened: boolean; reason: string }>;
  /** Pays at the terminal; the amount is in minor units of CNY. */
  pay(credentialReference: string, amount: number, merchant: string): Promise<{ approved: boolean; reason: string }>;
  /** Orders a fault of a provider. */
  order(fault: Fault): Promise<void>;
  /** Ends all ordered faults. */
  endFaults(): Promise<void>;
  /** Sets what is open on a credential: balance, pending payments, mandates. */
  setObligations(provider: string, credentialReference: string, obligations: object): Promise<void>;
  /** The provider takes a credential off by itself. */
  remove(provider: string, credentialReference: string): Promise<void>;
  memory(): Promise<WorldMemory>;
}

const codeTimeoutMs = 10_000;

/** The provider simulator's side for people: read a phone's messages, open doors, pay, order faults. */
export function createSimulatedWorld(url: string): SimulatedWorld {
  async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as Answer;
  }

  async function messages(to: string): Promise<readonly CaughtMessage[]> {
    const { messages: caught } = await call<{ messages: CaughtMessage[] }>(
      'GET',
      `/messages?to=${encodeURIComponent(to)}&limit=200`,
    );
    return caught;
  }

  return {
    messages,
    async nextCode(phone, seen) {
      const known = new Set(seen.map(({ id }) => id));
      const deadline = Date.now() + codeTimeoutMs;
      while (Date.now() < deadline) {
        const codes = (await messages(phone))
          .filter(({ id }) => !known.has(id))
          .map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]);
        const code = codes.find(Boolean);
        if (code) return code;
        await pause(50);
      }
      throw new Error(`no code came to ${phone} within ${codeTimeoutMs / 1000} s`);
    },
    tap: (door, credentialReference) => call('POST', `/doors/${door}/taps`, { credentialReference }),
    pay: (credentialReference, amount, merchant) =>
      call('POST', '/payments', { credentialReference, amount: { value: amount, currency: 'CNY' }, merchant }),
    order: (fault) => call('PUT', '/faults', fault),
    endFaults: () => call('DELETE', '/faults'),
    setObligations: (provider, reference, obligations) =>
      call('PUT', `/providers/${provider}/credentials/${reference}/obligations`, obligations),
    remove: (provider, reference) => call('POST', `/providers/${provider}/credentials/${reference}/removal`),
    memory: () => call('GET', '/world'),
  };
}
