import type { WalletPass } from '../../../records/phone';

/** What a server answered, or that it did not. */
export interface ServerAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export interface WebServiceClient {
  /** Undefined where no answer came within five seconds, or one that is too long. */
  fetch(
    url: string,
    options?: { method?: string; headers?: Record<string, string>; body?: object },
  ): Promise<ServerAnswer | undefined>;
}

const timeoutMs = 5_000;
const bytesMax = 2 * 1024 * 1024;

/** HTTP as a phone speaks it: no redirects, and an end to everything. */
export const webServiceClient: WebServiceClient = {
  async fetch(url, { method = 'GET', headers = {}, body } = {}) {
    try {
      const answer = await fetch(url, {
        method,
        redirect: 'manual',
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const parts: Uint8Array[] = [];
      let length = 0;
      for await (const part of answer.body ?? []) {
        length += part.length;
        if (length > bytesMax) return undefined;
        parts.push(part);
      }
      return { status: answer.status, headers: answer.headers, body: Buffer.concat(parts) };
    } catch {
      return undefined;
    }
  },
};

export const showToken = ({ authenticationToken }: WalletPass) => ({
  authorization: `ApplePass ${authenticationToken}`,
});

type Placed = Pick<WalletPass, 'webServiceUrl' | 'passTypeIdentifier'>;

/** Paths of Apple’s protocol, version 1, below the address that a pass names. */
const below = ({ webServiceUrl }: Placed, ...parts: readonly string[]) =>
  [webServiceUrl.replace(/\/$/, ''), 'v1', ...parts.map(encodeURIComponent)].join('/');

export const updatesUrl = (pass: Placed, deviceLibraryId: string): string =>
  below(pass, 'devices', deviceLibraryId, 'registrations', pass.passTypeIdentifier);

export const registrationUrl = (pass: WalletPass, deviceLibraryId: string): string =>
  below(pass, 'devices', deviceLibraryId, 'registrations', pass.passTypeIdentifier, pass.serialNumber);

export const passUrl = (pass: Placed, serialNumber: string): string =>
  below(pass, 'passes', pass.passTypeIdentifier, serialNumber);

export const logUrl = (pass: Placed): string => below(pass, 'log');
