import { handleJobs } from '@bindery/jobs';
import type { Log } from '@bindery/service';
import type { Feature } from '@bindery/subgraph';
import type { ConnectorSet } from './create-connectors';
import { providerJobs } from './providers.jobs';
import { addStyleRoutes } from './style-routes.route';

interface ProvidersFeatureDeps {
  readonly applyProviderMessage: Parameters<ConnectorSet['work']>[2];
}

/** What connectors have beside messages: routes, rows, work and connections of their own. */
export const createProvidersFeature = (
  { routes, prepare, work, prune, close }: ConnectorSet,
  log: Log,
  { applyProviderMessage }: ProvidersFeatureDeps,
) =>
  ({
    connections: [{ name: 'providers', start: async () => undefined, stop: close }],
    routes: (app) => {
      prepare?.();
      return addStyleRoutes(app, routes, log);
    },
    jobs: handleJobs(providerJobs, {
      'work-of-style': ({ provider, work: asked }) => work(provider, asked, applyProviderMessage),
    }),
    prune: async () => (await prune?.()) ?? {},
  }) satisfies Feature;
