import { outsideWaitMs } from '@bindery/service';
import type { Connector, Connectors } from './connector';
import { connectorStyleOf } from './styles';
import type {
  ConnectorTimeouts,
  Inbound,
  Later,
  StyleFoundation,
  StyleRoute,
  StyleWork,
  TellPlatform,
} from './connector-style';
import { providerJobs } from './providers.jobs';

interface ConnectedProfile {
  readonly code: string;
  readonly kind: string;
  readonly style: string;
  readonly activationDeadlineDays: number | null;
}

export interface ConnectorsOptions extends Omit<StyleFoundation, 'timeouts' | 'later'> {
  readonly profiles: ReadonlyMap<string, ConnectedProfile>;
  /** By provider code: address and keys, as its style wants them. */
  readonly providers: Readonly<Record<string, unknown>>;
  /** Where this service is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  readonly timeouts?: ConnectorTimeouts;
}

export interface ConnectorSet {
  readonly connectors: Connectors;
  /** How messages of a provider are read; undefined for a code that is none, null where it sends none. */
  inboundOf(provider: string): Inbound | null | undefined;
  /** HTTP that providers have beside messages. */
  readonly routes: readonly StyleRoute[];
  /** Does what the first to be answered would have to wait for, before a process answers anybody. */
  prepare?(): void;
  /** Does what the connection of a provider put off. */
  work(provider: string, work: StyleWork, tell: TellPlatform): Promise<void>;
  /** Deletes what styles keep of their own and has served its purpose; how many rows of what. */
  prune?(): Promise<Readonly<Record<string, number>>>;
  /** Ends all connections, also those with a request under way. */
  close(): Promise<void>;
}

/** How long a job waits for the answer to a request, in milliseconds, where nothing else is said. */
export const requestTimeoutMs = 10_000;
const defaultTimeouts: ConnectorTimeouts = { interactiveMs: outsideWaitMs, jobMs: requestTimeoutMs };

/** A connector for each provider of the catalogue. Throws when one has no address and keys, or a kind its style does not speak of. */
export function createConnectors({
  profiles,
  providers,
  publicUrl,
  timeouts = defaultTimeouts,
  ...foundation
}: ConnectorsOptions): ConnectorSet {
  const made = new Map(
    [...profiles.values()].map(({ code, kind, style: styleCode }) => {
      const style = connectorStyleOf(styleCode);
      const access = style.access.safeParse(Object.hasOwn(providers, code) ? providers[code] : undefined);
      if (!access.success) {
        const fields = access.error.issues.map(({ path }) => path.join('.')).filter((field) => field !== '');
        const lacking = fields.length > 0 ? `: ${fields.join(', ')}` : '';
        throw new Error(
          `provider ${code} of the catalogue has not the address and keys of ${styleCode} in PROVIDERS${lacking}`,
        );
      }
      const callbackUrl = `${publicUrl}/provider-webhooks/${code}`;
      const log = foundation.log.child({ provider: code });
      const activationDeadlineDays = () => profiles.get(code)?.activationDeadlineDays ?? null;
      const provider = { code, kind, access: access.data, callbackUrl, publicUrl, activationDeadlineDays };
      const later = laterOf(code);
      return [code, style.connect(provider, { ...foundation, log, timeouts, later })] as const;
    }),
  );
  const connectors = new Map<string, Connector>([...made].map(([code, { connector }]) => [code, connector]));

  return {
    connectors(provider) {
      const connector = connectors.get(provider);
      if (!connector) throw new Error(`there is no provider ${provider} in the catalogue`);
      return connector;
    },
    inboundOf: (provider) => made.get(provider)?.inbound,
    routes: [...made.values()].flatMap(({ routes = [] }) => routes),
    prepare: () => made.forEach(({ prepare }) => prepare?.()),
    work: async (provider, work, tell) => made.get(provider)?.work?.(work, tell),
    prune: async () => Object.assign({}, ...(await Promise.all([...made.values()].map(({ prune }) => prune?.())))),
    close: async () => void (await Promise.all([...made.values()].map(({ close }) => close()))),
  };
}

/** The same work that still waits is done once. */
const laterOf =
  (provider: string): Later =>
  (tx, work) =>
    providerJobs.enqueue(tx, 'work-of-style', { provider, work }, { jobKey: `${provider} ${JSON.stringify(work)}` });
