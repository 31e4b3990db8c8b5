/** What a provider can be asked to do with a credential. */
export const operationKinds = ['BIND', 'UNBIND', 'RESTORE', 'SUSPEND', 'RESUME'] as const;
export type OperationKind = (typeof operationKinds)[number];
