import { ConfigError } from '@bindery/service';
import type { PeoplePage } from '../page/people-page';
import type { Provider, Providers } from '../providers/provider';
import type { Notices } from '../webhooks/notice';
import { accessControlStyle } from './access-control';
import { alipayStyle } from './alipay';
import { appleWalletStyle } from './apple-wallet';
import { genericStyle } from './generic';
import { selfCustodyStyle } from './self-custody';
import { weChatPayStyle } from './wechat-pay';
import type { SimulatedStyle, StyledCompany, StyleWorld } from './style';
import type { FastifyInstance } from 'fastify';

/** Every interface that companies outside have. A new one is a folder beside `generic` and a line here. */
const registered = [
  genericStyle,
  accessControlStyle,
  weChatPayStyle,
  alipayStyle,
  appleWalletStyle,
  selfCustodyStyle,
] as const;

interface Company extends StyledCompany<unknown> {
  readonly style: SimulatedStyle;
}

export interface Companies {
  noticesOf(provider: string): Notices | undefined;
  /** Whether a provider suspends cards by itself. */
  pauses(provider: string): boolean;
  registerRoutes(app: FastifyInstance, world: StyleWorld): void;
  /** Where people do something at one of them. */
  peoplePages(world: StyleWorld): readonly PeoplePage[];
}

/** Every provider of the catalogue with its keys. Throws one ConfigError that names every provider without them. */
export function createCompanies(providers: Providers, keys: Readonly<Record<string, unknown>>): Companies {
  const faults: string[] = [];
  const companies = new Map<string, Company>();
  for (const provider of providers.values()) {
    const style = styleOf(provider);
    const read = style.keys.safeParse(Object.hasOwn(keys, provider.code) ? keys[provider.code] : undefined);
    if (read.success) companies.set(provider.code, { provider, style, keys: read.data });
    else faults.push(`PROVIDER_KEYS has no keys of the style ${style.code} for ${provider.code}`);
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  const notices = new Map([...companies].map(([code, company]) => [code, company.style.notices(company)]));

  return {
    noticesOf: (provider) => notices.get(provider),
    pauses: (provider) => companies.get(provider)?.style.pauses ?? false,
    registerRoutes(app, world) {
      for (const company of companies.values())
        app.register(async (own) => company.style.registerRoutes(own, company, world), {
          prefix: `/providers/${company.provider.code}`,
        });
    },
    peoplePages: (world) =>
      [...companies].flatMap(([provider, company]) =>
        (company.style.peoplePages?.(company, world) ?? []).map((page) => ({ ...page, provider })),
      ),
  };
}

function styleOf({ code, style }: Provider): SimulatedStyle {
  const found = registered.find((known) => known.code === style);
  if (!found) throw new ConfigError(`nobody simulates the style ${style}, which provider ${code} has`);
  return found as SimulatedStyle;
}
