/**
 * QUEUED → SENDING (claimed, a send may be under way) → SENT (taken over by the carrier) → DELIVERED, or FAILED
 * for good. A send that fails for now goes back to QUEUED. Mail stays SENT: nobody tells that it was delivered.
 */
export const deliveryStates = ['QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
