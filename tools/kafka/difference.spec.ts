import type { KafkaTopic } from '@bindery/messaging';
import { compareAcls, compareTopics } from './difference';

const topic: KafkaTopic = {
  name: 'bindery.binding',
  partitions: 6,
  replicas: 1,
  config: { 'retention.ms': '1000', 'cleanup.policy': 'delete' },
};
const words = (changes: readonly { words: string }[]) => changes.map((change) => change.words).join('\n');

describe('compareTopics', () => {
  it('finds nothing when all is as wanted, in whatever order settings come', () => {
    expect(
      compareTopics([topic], [{ ...topic, config: { 'cleanup.policy': 'delete', 'retention.ms': '1000' } }]),
    ).toEqual([]);
  });

  it('creates what is missing and leaves alone what it does not know', () => {
    const changes = compareTopics([topic], [{ ...topic, name: 'somebody.else' }]);
    expect(changes).toHaveLength(1);
    expect(words(changes)).toContain('+ topic bindery.binding: 6 partitions');
  });

  it('adds partitions, and says that they are never taken away', () => {
    expect(compareTopics([topic], [{ ...topic, partitions: 3 }])[0]?.apply).toBeDefined();
    const fewer = compareTopics([topic], [{ ...topic, partitions: 12 }]);
    expect(words(fewer)).toContain('12 → 6 cannot be done');
    expect(fewer[0]?.apply).toBeUndefined();
  });

  it('shows settings before and after', () => {
    expect(words(compareTopics([topic], [{ ...topic, config: {} }]))).toBe(
      '~ topic bindery.binding: settings  → cleanup.policy=delete retention.ms=1000',
    );
  });
});

describe('compareAcls', () => {
  const write = {
    principal: 'binding',
    resource: 'topic',
    name: 'bindery.binding',
    pattern: 'literal',
    operation: 'write',
  } as const;

  it('gives what is missing and takes away what no file gives', () => {
    const changes = compareAcls([write], [{ ...write, principal: 'mallory' }]);
    expect(words(changes)).toBe(
      '+ right: binding may write topic bindery.binding\n- right: mallory may write topic bindery.binding',
    );
  });
});
