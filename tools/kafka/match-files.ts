import type { KafkaAdmin } from '@bindery/messaging';
import { readWantedAcls } from './acl-file';
import { compareAcls, compareTopics, type Change } from './difference';
import { readWantedTopics } from './topic-file';

export interface Comparison {
  readonly changes: readonly Change[];
  /** False: the brokers have no authorizer, so rights mean nothing there. */
  readonly hasRights: boolean;
  /** Topics that the file does not know. */
  readonly unknown: readonly string[];
}

/** How the cluster differs from infra/kafka/topics.generated.json and acls.generated.json. */
export async function compareWithFiles(admin: KafkaAdmin): Promise<Comparison> {
  const [brokers, topics, acls] = [await admin.countBrokers(), await admin.readTopics(), await admin.readAcls()];
  const wanted = readWantedTopics(brokers);
  return {
    changes: [...compareTopics(wanted, topics), ...(acls ? compareAcls(readWantedAcls(), acls) : [])],
    hasRights: acls !== undefined,
    unknown: topics.filter(({ name }) => !wanted.some((topic) => topic.name === name)).map(({ name }) => name),
  };
}

/** Makes the changes that can be made; answers those that a person has to see to. */
export async function applyChanges(admin: KafkaAdmin, changes: readonly Change[]): Promise<readonly Change[]> {
  for (const { apply } of changes) await apply?.(admin);
  return changes.filter(({ apply }) => !apply);
}
