/** What a provider can be asked to do about a mandate, a pending payment or a balance. */
export const obligationActKinds = ['CANCEL_MANDATE', 'MOVE_MANDATE', 'SETTLE_PENDING', 'WITHDRAW_BALANCE'] as const;
export type ObligationActKind = (typeof obligationActKinds)[number];

/** What a provider can be asked to do with a credential. */
export const operationKinds = ['BIND', 'UNBIND', 'RESTORE', 'SUSPEND', 'RESUME', ...obligationActKinds] as const;
export type OperationKind = (typeof operationKinds)[number];

export const isObligationAct = (kind: OperationKind): kind is ObligationActKind =>
  (obligationActKinds as readonly OperationKind[]).includes(kind);
