import {
  eventContracts,
  partitionsPerTopic,
  replicasPerPartition,
  retentionDays,
  schemaUriOf,
  topics,
  type EventContract,
} from '@bindery/event-contracts';
import { z } from 'zod';
import type { GeneratedFile } from './generated-file';

/** A JSON Schema for the data of each event, the table of all events, and the topics as Kafka is to have them. */
export const generateEventContracts = (): GeneratedFile[] => [
  ...eventContracts.map((contract) => ({
    path: `libs/event-contracts/schemas/${contract.type}.json`,
    content: schemaOf(contract),
  })),
  { path: 'docs/generated/events.md', content: table() },
  { path: 'infra/kafka/topics.generated.json', content: topicFile() },
];

function topicFile(): string {
  const lines = topics.map(
    (topic) => `    "${topic}": { "partitions": ${partitionsPerTopic}, "retentionDays": ${retentionDays[topic]} }`,
  );
  return `{\n  "replicas": ${replicasPerPartition},\n  "topics": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** JSON Schema 2020-12 as a consumer may rely on it: fields may be added, so unknown ones are allowed. */
function schemaOf({ type, description, data }: EventContract): string {
  const schema = z.toJSONSchema(data, { target: 'draft-2020-12', io: 'input' });
  return `${JSON.stringify({ $id: schemaUriOf(type), title: type, description, ...schema }, undefined, 2)}\n`;
}

function table(): string {
  const sections = topics.map((topic) =>
    sectionOf(
      topic,
      eventContracts.filter((contract) => contract.topic === topic),
    ),
  );
  return ['# Events', '', intro, '', ...sections].join('\n');
}

const intro = [
  'Generated from `libs/event-contracts` by `npm run generate`; the schemas are in `libs/event-contracts/schemas`.',
  'Each is a CloudEvent 1.0 in binary mode: attributes as `ce_` headers, the data as JSON. The key is subject and partition key;',
  'the sequence is the version of the aggregate where it has one. A field with `?` may be absent.',
].join('\n');

/** What all events of a topic or of one key have in common is said once, above the table. */
function sectionOf(topic: (typeof topics)[number], contracts: readonly EventContract[]): string {
  const keys = [...new Set(contracts.map(({ key }) => key))];
  const common = new Map(keys.map((key) => [key, commonFields(contracts.filter((contract) => contract.key === key))]));
  const lines = keys.flatMap((key) =>
    common.get(key)?.length ? [`- Every event with the key \`${key}\` tells: ${common.get(key)?.join(', ')}.`] : [],
  );
  const rows = contracts.map((contract) => rowOf(contract, common.get(contract.key) ?? []));
  return [
    `## ${topic}`,
    '',
    `- Kept for ${retentionDays[topic]} days.`,
    ...lines,
    '',
    '| event | key | when | data |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function commonFields(contracts: readonly EventContract[]): string[] {
  const [first, ...others] = contracts.map(fieldsOf);
  return others.length ? (first ?? []).filter((field) => others.every((fields) => fields.includes(field))) : [];
}

function rowOf(contract: EventContract, common: readonly string[]): string {
  const own = fieldsOf(contract).filter((field) => !common.includes(field));
  return `| \`${contract.type}\` | ${contract.key} | ${contract.description} | ${own.join(', ')} |`;
}

const fieldsOf = ({ data }: EventContract): string[] =>
  Object.entries(data.shape).map(([name, field]) => (z.safeParse(field, undefined).success ? `${name}?` : name));
