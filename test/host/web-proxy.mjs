import { createReadStream } from 'node:fs';
import { createServer, request as requestOf } from 'node:http';
import { connect } from 'node:net';
import { extname, join, normalize } from 'node:path';

/**
 * @typedef {object} WebProxy
 * @property {number} port
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} ProxyOptions
 * @property {number} target the server's port
 * @property {Record<string, string>} folders those of the extensions, by the path they are served below
 * @property {string} tests path of the tests' module, without `.js`
 * @property {string} bridge address that POST requests to `/bridge` go to
 * @property {string} environment what the tests are told, as JSON
 */

/** @type {Record<string, string>} */
const types = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html',
};

/**
 * Stands before a VS Code server on the same origin, which is all that the workbench's security policy allows, and
 * serves what the web worker extension host needs there: the extension, the tests and the way to the bridge. All else
 * is passed on.
 * @param {ProxyOptions} options
 * @returns {Promise<WebProxy>}
 */
export async function startWebProxy(options) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const mount = Object.keys(options.folders).find((prefix) => path.startsWith(`${prefix}/`));
    if (path === '/bridge') return passOn(request, response, new URL(options.bridge));
    if (path === '/environment.json')
      return void response.writeHead(200, { 'content-type': types['.json'] }).end(options.environment);
    if (mount)
      return sendFile(
        response,
        join(options.folders[mount] ?? '', normalize(decodeURIComponent(path.slice(mount.length)))),
      );
    const target = new URL(request.url ?? '/', `http://127.0.0.1:${options.target}`);
    passOn(
      request,
      response,
      target,
      path === '/' ? (page) => withExtensions(page, options, addressOf(server)) : undefined,
    );
  });
  server.on('upgrade', (request, socket, head) => tunnel(request, socket, head, options.target));
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const stop = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: addressOf(server), stop };
}

/** @param {import('node:http').Server} server */
function addressOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

/**
 * Hands a request on as it is: the server must see the proxy's own host name, from which it makes the addresses it
 * gives out.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {URL} target
 * @param {(page: string) => string} [rewrite] of a text that is answered
 */
function passOn(request, response, target, rewrite) {
  const headers = { ...request.headers, ...(rewrite ? { 'accept-encoding': 'identity' } : {}) };
  const onward = requestOf(target, { method: request.method, headers }, async (answer) => {
    if (!rewrite) {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      return;
    }
    let page = '';
    for await (const chunk of answer.setEncoding('utf8')) page += chunk;
    delete answer.headers['content-length'];
    delete answer.headers['transfer-encoding'];
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(rewrite(page));
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} file
 */
function sendFile(response, file) {
  const stream = createReadStream(file);
  stream.once('open', () => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }));
  stream.once('error', () => response.writeHead(404).end());
  stream.pipe(response);
}

/**
 * Carries a web socket to the server and back.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:stream').Duplex} socket
 * @param {Buffer} head
 * @param {number} port
 */
function tunnel(request, socket, head, port) {
  const onward = connect(port, '127.0.0.1', () => {
    const headers = Array.from({ length: request.rawHeaders.length / 2 }, (_, index) =>
      request.rawHeaders.slice(2 * index, 2 * index + 2).join(': '),
    );
    onward.write(`${[`${request.method} ${request.url} HTTP/1.1`, ...headers].join('\r\n')}\r\n\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
}

/**
 * Tells the workbench, in its root page, of the extensions to load in the web worker extension host and of the tests.
 * @param {string} page
 * @param {ProxyOptions} options
 * @param {number} port of the proxy
 * @returns {string}
 */
function withExtensions(page, { folders, tests }, port) {
  const place = (/** @type {string} */ path) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path });
  const setting = /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)(")/;
  if (!setting.test(page))
    throw new Error('The root page of the VS Code server has no configuration to add the extension to.');
  return page.replace(setting, (_, before, escaped, after) => {
    const configuration = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    configuration.developmentOptions = {
      ...configuration.developmentOptions,
      extensions: Object.keys(folders).map(place),
      extensionTestsPath: place(tests),
    };
    return before + JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;') + after;
  });
}
