/** Runs a server on this machine alone, tells in a sentence why it can't, and ends it in good order. */

/**
 * Prints the server's address, on a line of its own, once it listens. Closing answers what is under way and shuts the store.
 *
 * @param {() => Promise<import('fastify').FastifyInstance>} make
 * @param {number} port 0: any that is free
 * @returns {Promise<string | undefined>} the address, if it could be had
 */
export async function serve(make, port) {
  let app;
  try {
    app = await make();
    await app.listen({ port, host: 'localhost' });
  } catch (error) {
    console.error(inWords(error, port));
    process.exitCode = 1;
    return void (await app?.close());
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void app.close());
  const address = `http://localhost:${app.server.address().port}`;
  console.log(address);
  return address;
}

function inWords(error, port) {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Stop what listens there, or set PORT to another number.`;
    case 'FOLDER_IN_USE':
      return error.message;
    default:
      return error;
  }
}
