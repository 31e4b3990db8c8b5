/** What `no-idle-timers` needs of a file of kafkajs that has no types. */
declare module 'kafkajs/src/network/requestQueue' {
  export default class RequestQueue {
    constructor(options: {
      maxInFlightRequests: number;
      requestTimeout: number;
      clientId: string;
      broker: string;
      logger: { debug(message: string): void };
    });
    throttledUntil: number;
    throttleCheckTimeoutId: NodeJS.Timeout | null;
    readonly pending: readonly unknown[];
    checkPendingRequests(): void;
    scheduleCheckPendingRequests(): void;
  }
}

/** What `keep-membership` needs of a file of kafkajs that has no types. */
declare module 'kafkajs/src/consumer/consumerGroup' {
  export default class ConsumerGroup {
    memberId: string | null;
    connect(): Promise<void>;
  }
}
