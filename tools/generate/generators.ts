import { root } from '../start/start-options';
import { programs, services } from '../start/topology';
import { generateCardLifecycleDocs } from './card-lifecycle';
import { generateClientDocuments } from './client-documents';
import { generateComposeFile } from './compose-file';
import { composeSupergraph } from './compose-supergraph';
import { generateEnvExample } from './env-example';
import { generateEventContracts } from './event-contracts';
import type { GeneratedFile } from './generated-file';
import { generateKafkaRights } from './kafka-rights';
import { generateOffers } from './offers';
import { generateRetention } from './retention';
import { generateSecurityEvents } from './security-events';
import { emitSubgraphSdl } from './subgraph-sdl';

export interface Generator {
  /** The folder of the project whose files these are. */
  readonly project: string;
  readonly generate: () => readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;
}

const ofSubgraph = (name: string): Generator => ({
  project: `apps/${name}`,
  generate: async () => [{ path: `apps/${name}/schema.graphql`, content: await emitSubgraphSdl(name) }],
});

const ofProgram = (name: string): Generator => ({
  project: `apps/${name}`,
  generate: () => [generateEnvExample(name)],
});

/** Whatever needs nothing of the others. */
export const generators: readonly Generator[] = [
  ...services.map(ofSubgraph),
  ...programs.map(ofProgram),
  { project: 'libs/event-contracts', generate: generateEventContracts },
  { project: 'apps/gateway', generate: generateClientDocuments },
  { project: 'tools', generate: generateCardLifecycleDocs },
  { project: 'tools', generate: generateComposeFile },
  { project: 'tools', generate: generateKafkaRights },
  { project: 'tools', generate: generateOffers },
  { project: 'tools', generate: generateRetention },
  { project: 'tools', generate: generateSecurityEvents },
];

export const supergraph: Generator = {
  project: 'apps/gateway',
  generate: async () => [{ path: 'apps/gateway/supergraph.graphql', content: await composeSupergraph(root) }],
};
