import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher, Pool } from 'undici';
import { SubgraphFailure } from './subgraph-failure';

export interface HttpAnswer {
  readonly statusCode: number;
  readonly body: string;
  /** The connection was used for the last time. */
  readonly closing: boolean;
}

/** Bytes of a subgraph's answer at most: the heaviest screen stays far below. */
export const answerBytesMax = 4 * 1024 * 1024;

/**
 * One POST and its whole answer, straight on undici's dispatcher: no streams, no abort signals. It can be given up at
 * any moment, before there is a connection too.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<HttpAnswer>;
  private resolve: (answer: HttpAnswer) => void = () => undefined;
  private reject: (failure: SubgraphFailure) => void = () => undefined;
  private controller?: Dispatcher.DispatchController;
  private givenUp?: SubgraphFailure;
  private statusCode = 0;
  private closing = false;
  private bytes = 0;
  private readonly chunks: Buffer[] = [];

  constructor(pool: Pool, headers: string[], body: Buffer) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    pool.dispatch({ method: 'POST', path: '/graphql', headers, body }, this);
  }

  /** Ends the request; the answer fails with this. */
  giveUp(failure: SubgraphFailure): void {
    this.givenUp = failure;
    this.reject(failure);
    this.controller?.abort(failure);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.givenUp) controller.abort(this.givenUp);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, statusCode: number, headers: IncomingHttpHeaders): void {
    this.statusCode = statusCode;
    this.closing = headers.connection === 'close';
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.bytes += chunk.length;
    if (this.bytes > answerBytesMax)
      return this.giveUp(new SubgraphFailure('TOO_LARGE', `more than ${answerBytesMax} bytes`));
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.chunks;
    const body =
      first === undefined
        ? ''
        : this.chunks.length === 1
          ? first.toString('utf8')
          : Buffer.concat(this.chunks, this.bytes).toString('utf8');
    this.resolve({ statusCode: this.statusCode, body, closing: this.closing });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.reject(this.givenUp ?? new SubgraphFailure(this.controller ? 'CONNECTION_LOST' : 'NOT_SENT', error.message));
  }
}
