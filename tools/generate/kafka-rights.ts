import { topicOf } from '@bindery/event-contracts';
import { format } from 'prettier';
import list from '../../services.json';
import { services } from '../start/topology';
import type { GeneratedFile } from './generated-file';

/** Who may write and read the topics. */
export const generateKafkaRights = async (): Promise<GeneratedFile[]> => [
  await toFile('infra/kafka/acls.generated.json', {
    ...Object.fromEntries(services.map((name) => [name, rightsOf([topicOf(name)], groupsOf(name))])),
    ...Object.fromEntries(Object.entries(list.readers).map(([name, { groups }]) => [name, rightsOf([], groups)])),
  }),
];

/** Events hold no personal data: whoever reads may read all of them. */
const rightsOf = (writes: readonly string[], groups: readonly string[]) => ({ writes, reads: ['bindery.*'], groups });

const groupsOf = (name: string) => [name, `${name}.*`];

const toFile = async (path: string, content: object): Promise<GeneratedFile> => ({
  path,
  content: await format(JSON.stringify(content), { parser: 'json', printWidth: 120 }),
});
