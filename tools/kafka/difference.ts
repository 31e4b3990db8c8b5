import type { KafkaAcl, KafkaAdmin, KafkaTopic } from '@bindery/messaging';

/** One thing that is not as the files say. Without `apply` a person has to decide. */
export interface Change {
  readonly words: string;
  readonly apply?: (admin: KafkaAdmin) => Promise<void>;
}

/** What makes the topics of a cluster into the wanted ones. Topics that the file does not know are named and left alone. */
export function compareTopics(wanted: readonly KafkaTopic[], actual: readonly KafkaTopic[]): readonly Change[] {
  const existing = new Map(actual.map((topic) => [topic.name, topic]));
  return wanted.flatMap((topic) => {
    const there = existing.get(topic.name);
    return there
      ? compareTopic(topic, there)
      : [
          {
            words: `+ topic ${topic.name}: ${topic.partitions} partitions, ${topic.replicas} replicas, ${toText(topic.config)}`,
            apply: (admin) => admin.createTopics([topic]),
          },
        ];
  });
}

function compareTopic(wanted: KafkaTopic, actual: KafkaTopic): readonly Change[] {
  const { name } = wanted;
  const changes: Change[] = [];
  const say = (what: string, from: unknown, to: unknown, more = '') =>
    `~ topic ${name}: ${what} ${from} → ${to}${more}`;
  if (wanted.partitions > actual.partitions) {
    changes.push({
      words: say(
        'partitions',
        actual.partitions,
        wanted.partitions,
        ' (keys move to other partitions: drain the consumers first)',
      ),
      apply: (admin) => admin.addPartitions(name, wanted.partitions),
    });
  }
  if (wanted.partitions < actual.partitions)
    changes.push({
      words: say(
        'partitions',
        actual.partitions,
        wanted.partitions,
        ' cannot be done: partitions are never taken away',
      ),
    });
  if (wanted.replicas !== actual.replicas)
    changes.push({
      words: say('replicas', actual.replicas, wanted.replicas, ' is done with kafka-reassign-partitions'),
    });
  if (toText(wanted.config) !== toText(actual.config))
    changes.push({
      words: say('settings', toText(actual.config), toText(wanted.config)),
      apply: (admin) => admin.setTopicConfig(name, wanted.config),
    });
  return changes;
}

const toText = (config: KafkaTopic['config']) =>
  Object.entries(config)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(' ');

/** What makes the rights of a cluster into the wanted ones; rights that no file gives are taken away. */
export function compareAcls(wanted: readonly KafkaAcl[], actual: readonly KafkaAcl[]): readonly Change[] {
  const missing = without(wanted, actual);
  const surplus = without(actual, wanted);
  return [
    ...missing.map((acl) => ({ words: `+ ${aclWords(acl)}`, apply: (admin: KafkaAdmin) => admin.addAcls([acl]) })),
    ...surplus.map((acl) => ({ words: `- ${aclWords(acl)}`, apply: (admin: KafkaAdmin) => admin.removeAcls([acl]) })),
  ];
}

function without(acls: readonly KafkaAcl[], others: readonly KafkaAcl[]): readonly KafkaAcl[] {
  const known = new Set(others.map(aclWords));
  return acls.filter((acl) => !known.has(aclWords(acl)));
}

const aclWords = ({ principal, operation, resource, name, pattern }: KafkaAcl) =>
  `right: ${principal} may ${operation} ${resource} ${name}${pattern === 'prefixed' ? '*' : ''}`;
