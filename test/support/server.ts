// Shop and endpoint are real servers on real ports: this starts one on a free loopback port and stops it for good.

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RunningServer {
  origin: string;
  stop: () => Promise<void>;
}

/** Listens on the loopback address. `port` is for a test whose server comes back after it was gone. */
export async function listen(handler: RequestListener, port = 0): Promise<RunningServer> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { origin: `http://127.0.0.1:${portOf(server)}`, stop: () => stop(server) };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    // A hanging answer or an idle keep-alive connection would hold the server open.
    server.closeAllConnections();
  });
}
