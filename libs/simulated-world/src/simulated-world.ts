import { setTimeout as pause } from 'node:timers/promises';
import { agreeAtAlipay } from './alipay';

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
    /** What hangs on it; left out where nothing ever did. */
    readonly obligations?: unknown;
  }[];
  readonly operations: readonly { readonly provider: string; readonly operationId: string; readonly status: string }[];
  readonly messages: readonly { readonly channel: 'SMS' | 'EMAIL'; readonly to: string; readonly text: string }[];
}

/** What is open on a credential. */
export interface OwedOutside {
  readonly balance: { readonly value: number; readonly currency: string } | null;
  readonly mandates: readonly { readonly id: string; readonly merchant: string; readonly nextOn?: string }[];
}

/** What lenders remember of loans, consents and requests, oldest first. */
export interface LentOutside {
  readonly loans: readonly {
    readonly provider: string;
    readonly credentialReference: string;
    readonly loanNumber: string;
    readonly status: 'RUNNING' | 'SETTLED' | 'REVOKED';
    readonly outstanding: { readonly value: number; readonly currency: string };
  }[];
  readonly consents: readonly {
    readonly credentialReference: string;
    readonly purpose: string;
    readonly withdrawn: boolean;
  }[];
  /** What was asked of them, each once. */
  readonly requests: readonly {
    readonly kind: 'GIVE_CONSENT' | 'WITHDRAW_CONSENT' | 'OPEN_LOAN' | 'REVOKE_LOAN' | 'MOVE_ACCOUNT';
    readonly credentialReference: string;
  }[];
}

/** Where the clock of the sandbox stands. */
export interface SandboxTime {
  readonly now: string;
  /** Programs that have not followed the last move in time; empty as a rule. */
  readonly behind?: readonly string[];
}

/** Time was not moved, and why: a code, and words. */
export class TimeNotMoved extends Error {
  override name = 'TimeNotMoved';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
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
  /** The same as it is now, whether the credential is still good or not. */
  obligationsOf(credentialReference: string): Promise<OwedOutside>;
  /** A merchant collects by a mandate; `anyway`: although its provider must not. */
  charge(
    provider: string,
    credentialReference: string,
    charge: { mandateId: string; amount?: object; anyway?: boolean },
  ): Promise<{ charged: boolean; reason: string | null }>;
  /** The provider takes a credential off by itself. */
  remove(provider: string, credentialReference: string): Promise<void>;
  /** The administrator of a site invites a member, who shows by this code that the card is theirs. */
  invite(
    provider: string,
    member: { site: string; memberNumber: string },
  ): Promise<{ code: string; expiresAt: string }>;
  /** A bank sends its customer another code. */
  resendCode(provider: string, operationId: string): Promise<{ sentTo: string | null }>;
  /** An issuer, or the administrator of a site, suspends a credential by themselves, or lets it go again. */
  hold(provider: string, credentialReference: string, held: boolean): Promise<void>;
  /** A bank has sent its customer a new card. */
  renew(
    provider: string,
    credentialReference: string,
    renewal: { expiresOn: string; lastFour?: string },
  ): Promise<void>;
  /** What lenders have lent, and what they were allowed. */
  lent(): Promise<LentOutside>;
  /** A borrower pays back at the lender: an amount in minor units, or all that is left. */
  repay(provider: string, loanNumber: string, amount?: number): Promise<void>;
  /** A reader of a site loses its line, or gets it back. */
  setReader(provider: string, reader: string, online: boolean): Promise<void>;
  /** Opens the link of an agreement with a merchant at Alipay, and agrees there, signed in as `account`. */
  agreeAtAlipay(link: string, account: string): Promise<void>;
  /** A merchant takes an amount in yuan under an agreement at Alipay, which asks nobody else. */
  deductAtAlipay(agreementNo: string, yuan: string, subject: string): Promise<void>;
  /** The charset that Alipay writes its notifications in, and which of its keys signs. */
  orderAlipay(manners: { charset?: 'utf-8' | 'GBK'; key?: number }): Promise<void>;
  /** The address of a chain (CAIP-2) in the simulated wallet; `account` from 0 to 9. */
  walletAddress(chain: string, account?: number): Promise<string>;
  /** Signs a text with that address, as its wallet hands it on to `answerActivation`. Rejects where a careful wallet would warn. */
  signMessage(chain: string, message: string, account?: number): Promise<string>;
  memory(): Promise<WorldMemory>;
  /** Undefined where time cannot be moved: that is no sandbox. */
  time(): Promise<SandboxTime | undefined>;
  /** Moves the time of the whole sandbox forward, by a duration such as `P30D` or to a moment (ISO 8601). Throws TimeNotMoved. */
  moveTime(move: { readonly advance: string } | { readonly to: string }): Promise<SandboxTime>;
}

/** The wallet whose holder keeps the keys. */
const walletProvider = 'token-pocket';

const codeTimeoutMs = 10_000;

/** All programs follow a move before it is answered. */
const moveTimeoutMs = 30_000;

/** The provider simulator's side for people: read a phone's messages, open doors, pay, order faults. */
export function createSimulatedWorld(url: string): SimulatedWorld {
  const ask = (method: string, path: string, body?: object, timeoutMs = 10_000): Promise<Response> =>
    fetch(`${url}${path}`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });

  async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await ask(method, path, body);
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
    nextCode: createNextCode(messages),
    tap: (door, credentialReference) => call('POST', `/doors/${door}/taps`, { credentialReference }),
    pay: (credentialReference, amount, merchant) =>
      call('POST', '/payments', { credentialReference, amount: { value: amount, currency: 'CNY' }, merchant }),
    order: (fault) => call('PUT', '/faults', fault),
    endFaults: () => call('DELETE', '/faults'),
    setObligations: (provider, reference, obligations) =>
      call('PUT', `/providers/${provider}/credentials/${reference}/obligations`, obligations),
    obligationsOf: (reference) => call('GET', `/credentials/${reference}/obligations`),
    charge: createCharge(ask),
    remove: (provider, reference) => call('POST', `/providers/${provider}/credentials/${reference}/removal`),
    invite: (provider, member) => call('POST', `/providers/${provider}/invitations`, member),
    resendCode: (provider, operationId) => call('POST', `/providers/${provider}/operations/${operationId}/code-resend`),
    hold: (provider, reference, held) =>
      call('POST', `/providers/${provider}/credentials/${reference}/${held ? 'suspension' : 'resumption'}`),
    renew: (provider, reference, renewal) =>
      call('POST', `/providers/${provider}/credentials/${reference}/renewal`, renewal),
    lent: () => call('GET', '/loans'),
    repay: (provider, loanNumber, amount) =>
      call('POST', `/providers/${provider}/loans/${loanNumber}/repayments`, { amount }),
    setReader: (provider, reader, online) => call('PUT', `/providers/${provider}/readers/${reader}`, { online }),
    agreeAtAlipay: (link, account) => agreeAtAlipay(link, account),
    deductAtAlipay: (agreement_no, total_amount, subject) =>
      call('POST', '/providers/alipay/deductions', { agreement_no, total_amount, subject }),
    orderAlipay: (manners) => call('PUT', '/providers/alipay/manners', manners),
    walletAddress: async (chain, account = 0) => {
      const path = `/providers/${walletProvider}/wallets/${encodeURIComponent(chain)}/${account}`;
      return (await call<{ address: string }>('GET', path)).address;
    },
    signMessage: async (chain, message, account = 0) => {
      const path = `/providers/${walletProvider}/wallets/${encodeURIComponent(chain)}/signatures`;
      return (await call<{ signature: string }>('POST', path, { message, account })).signature;
    },
    memory: () => call('GET', '/world'),
    ...createTimeOfWorld(ask),
  };
}

type Ask = (method: string, path: string, body?: object, timeoutMs?: number) => Promise<Response>;

/** The first code that a phone is sent besides what was seen. */
const createNextCode =
  (messages: SimulatedWorld['messages']): SimulatedWorld['nextCode'] =>
  async (phone, seen) => {
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
  };

/** A refusal is an answer here: that a card which is off is refused is what people want to see. */
const createCharge =
  (ask: Ask): SimulatedWorld['charge'] =>
  async (provider, reference, charge) => {
    const response = await ask('POST', `/providers/${provider}/credentials/${reference}/charges`, charge);
    const { code = null } = (await response.json()) as { code?: string };
    return { charged: response.ok, reason: code };
  };

/** The clock of the sandbox, which the world outside keeps. */
const createTimeOfWorld = (ask: Ask): Pick<SimulatedWorld, 'time' | 'moveTime'> => ({
  async time() {
    const answer = await ask('GET', '/clock');
    return answer.ok ? ((await answer.json()) as SandboxTime) : undefined;
  },
  async moveTime(move) {
    const answer = await ask('POST', '/clock', move, moveTimeoutMs);
    const told = (await answer.json()) as SandboxTime & { readonly code?: string; readonly message?: string };
    if (answer.ok) return told;
    // Where there is no clock, there is no such address.
    if (answer.status === 404) throw new TimeNotMoved('NO_SANDBOX', 'time cannot be moved here: this is no sandbox');
    throw new TimeNotMoved(told.code ?? `STATUS_${answer.status}`, told.message ?? `status ${answer.status}`);
  },
});
