/** Keeps two processes out of one data folder: PGlite does not, and both would write over each other. */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Locks `folder` for this process. The lock is a socket that listens, so it ends with the process, however that ends.
 *
 * @param {string} folder absolute
 * @returns {Promise<() => Promise<void>>} gives the folder free
 * @throws {Error} code FOLDER_IN_USE, when another process holds it
 */
export async function lockFolder(folder) {
  const socket = socketOf(folder);
  if (await listens(socket)) {
    const message = `${folder} is in use by another process. Stop that one, or set CURTSY_DATA to another folder.`;
    throw Object.assign(new Error(message), { code: 'FOLDER_IN_USE' });
  }
  // What a killed process left behind is only a name; a name that is in the way can't be listened on.
  await rm(socket, { force: true });
  const lock = createServer((peer) => peer.destroy());
  lock.listen(socket).unref();
  await once(lock, 'listening');
  return async () => {
    lock.close();
    await once(lock, 'close');
  };
}

function socketOf(folder) {
  // The folder's own path may be longer than the name of a socket can be.
  const name = `curtsy-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? join('\\\\.\\pipe', name) : join(tmpdir(), `${name}.sock`);
}

async function listens(socket) {
  const peer = connect(socket);
  try {
    await once(peer, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    peer.destroy();
  }
}
