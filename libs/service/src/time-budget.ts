/**
 * How long a subgraph has for one answer, waiting for a place and connecting included; SUBGRAPH_TIMEOUT_MS moves it at the gateway. What a subgraph
 * itself waits for while somebody waits for it is derived from this, so that its own answer still arrives.
 */
export const subgraphTimeoutMs = 1_500;

/** What a subgraph keeps of that for itself: reading, deciding, and telling what the one it asked did not. */
const ownWorkMs = 500;

/** The longest wait for the world outside within one answer of a subgraph, all of its waits together. */
export const outsideWaitMs = subgraphTimeoutMs - ownWorkMs;

/** How long the gateway waits for the keys of the signer, while a request waits for it: as for any other answer of a subgraph, and SUBGRAPH_TIMEOUT_MS does not move it. */
export const keysTimeoutMs = subgraphTimeoutMs;
