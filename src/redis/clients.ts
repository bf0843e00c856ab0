/**
 * The two Redis clients of npm, as one: send a command, and say whether it would be sent now.
 * @module
 */

/** A client of the package `ioredis`, also of a cluster or with sentinels. */
export interface IoRedisClient {
  readonly status: string;
  call(command: string, args: string[]): Promise<unknown>;
  once(event: 'ready', listener: () => void): unknown;
}

/** A client of the package `redis`. It must have a listener for its event `error`, and be connected with `connect()`. */
export interface NodeRedisClient {
  readonly isReady: boolean;
  readonly isOpen: boolean;
  sendCommand(args: string[]): Promise<unknown>;
  once(event: 'ready', listener: () => void): unknown;
}

/** A client that the app already has. */
export type RedisClient = IoRedisClient | NodeRedisClient;

/** Whether a client is connected, is about to be for the first time, or has lost its connection. */
export type Connection = 'ready' | 'connecting' | 'lost';

/** What a store needs of a client. */
export interface Connected {
  /** Sends a command. */
  send(command: string, ...args: string[]): Promise<unknown>;
  connection(): Connection;
  readonly client: RedisClient;
}

/** Makes one of either client. */
export function connectedBy(client: RedisClient): Connected {
  return 'sendCommand' in client && 'isReady' in client
    ? overNodeRedis(client)
    : overIoRedis(client as IoRedisClient);
}

const overIoRedis = (client: IoRedisClient): Connected => ({
  client,
  send: (command, ...args) => client.call(command, args),
  connection: () => {
    const { status } = client;
    // A client that waits connects when it gets its first command.
    if (status === 'ready' || status === 'wait') return 'ready';
    return status === 'connecting' || status === 'connect' ? 'connecting' : 'lost';
  },
});

const overNodeRedis = (client: NodeRedisClient): Connected => ({
  client,
  send: (command, ...args) => client.sendCommand([command, ...args]),
  // It does not tell a first connection from a lost one.
  connection: () => (client.isReady ? 'ready' : client.isOpen ? 'connecting' : 'lost'),
});
