import { partitionsPerTopic, replicasPerPartition, topicOf, topics } from '@bindery/event-contracts';
import { services } from '../start/topology';
import { readWantedAcls } from './acl-file';
import { readWantedTopics } from './topic-file';

describe('infra/kafka/topics.generated.json', () => {
  it('has the topics of the contracts, each with the partitions they say', () => {
    const wanted = readWantedTopics(3);
    expect(wanted.map(({ name }) => name).sort()).toEqual([...topics].sort());
    expect(new Set(wanted.map(({ partitions }) => partitions))).toEqual(new Set([partitionsPerTopic]));
  });

  it('asks for no more copies than there are brokers, and for two that acknowledge where three hold', () => {
    expect(readWantedTopics(1)[0]).toMatchObject({ replicas: 1, config: { 'min.insync.replicas': '1' } });
    expect(readWantedTopics(5)[0]).toMatchObject({
      replicas: replicasPerPartition,
      config: { 'min.insync.replicas': '2' },
    });
  });
});

describe('infra/kafka/acls.generated.json', () => {
  it('lets each service write its own topic and nothing else', () => {
    const writes = readWantedAcls().filter(({ operation }) => operation === 'write');
    expect(writes.map(({ principal, resource, name, pattern }) => [principal, resource, name, pattern]).sort()).toEqual(
      services.map((service) => [service, 'topic', topicOf(service), 'literal']).sort(),
    );
  });

  it('names consumer groups after their login', () => {
    const groups = readWantedAcls().filter(({ resource }) => resource === 'group');
    for (const { principal, name } of groups) expect([principal, `${principal}.`]).toContain(name);
  });
});
