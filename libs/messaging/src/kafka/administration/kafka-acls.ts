import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
  type AclEntry,
  type Admin,
} from 'kafkajs';

const resources = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP } as const;
const patterns = { literal: ResourcePatternTypes.LITERAL, prefixed: ResourcePatternTypes.PREFIXED } as const;
const operations = { read: AclOperationTypes.READ, write: AclOperationTypes.WRITE } as const;

/** One thing that a login may do; everything that no rule allows is refused. Reading and writing include describing. */
export interface KafkaAcl {
  readonly principal: string;
  readonly resource: keyof typeof resources;
  readonly name: string;
  /** `prefixed`: every name that begins so. */
  readonly pattern: keyof typeof patterns;
  readonly operation: keyof typeof operations;
}

/** The rules on topics and groups of this form, or undefined when the broker has no authorizer. Others are left out. */
export async function readAcls(admin: Admin): Promise<readonly KafkaAcl[] | undefined> {
  const every = {
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  };
  try {
    const found = await Promise.all(
      Object.values(resources).map((resourceType) => admin.describeAcls({ ...every, resourceType })),
    );
    return found.flatMap(({ resources: described }) =>
      described.flatMap(({ acls, ...resource }) => acls.flatMap((acl) => fromEntry({ ...resource, ...acl }))),
    );
  } catch (error) {
    if ((error as { type?: string }).type === 'SECURITY_DISABLED') return undefined;
    throw error;
  }
}

export async function addAcls(admin: Admin, acls: readonly KafkaAcl[]): Promise<void> {
  if (acls.length > 0) await admin.createAcls({ acl: acls.map(toEntry) });
}

export async function removeAcls(admin: Admin, acls: readonly KafkaAcl[]): Promise<void> {
  if (acls.length > 0) await admin.deleteAcls({ filters: acls.map(toEntry) });
}

const toEntry = ({ principal, resource, name, pattern, operation }: KafkaAcl): AclEntry => ({
  principal: `User:${principal}`,
  host: '*',
  resourceType: resources[resource],
  resourceName: name,
  resourcePatternType: patterns[pattern],
  operation: operations[operation],
  permissionType: AclPermissionTypes.ALLOW,
});

function fromEntry(entry: AclEntry): readonly KafkaAcl[] {
  const resource = nameIn(resources, entry.resourceType);
  const pattern = nameIn(patterns, entry.resourcePatternType);
  const operation = nameIn(operations, entry.operation);
  if (!resource || !pattern || !operation || entry.permissionType !== AclPermissionTypes.ALLOW) return [];
  return [{ principal: entry.principal.replace(/^User:/, ''), resource, name: entry.resourceName, pattern, operation }];
}

const nameIn = <Name extends string>(names: Readonly<Record<Name, number>>, value: number): Name | undefined =>
  (Object.keys(names) as Name[]).find((name) => names[name] === value);
