/**
 * The live test's hand inside a window: runs a function that the test sends, with `vscode` as its first argument.
 *
 * SEAMWORK_PROBE names the file that says where it listens. Whoever wants to send needs the key from that file, so that
 * no page in some browser can do it.
 */
const { randomUUID } = require("node:crypto");
const { writeFileSync, renameSync } = require("node:fs");
const { createServer } = require("node:http");
const { runInThisContext } = require("node:vm");
const vscode = require("vscode");

exports.activate = async () => {
  const file = process.env["SEAMWORK_PROBE"];
  if (!file) throw new Error("SEAMWORK_PROBE does not say where to write the address.");
  const key = randomUUID();
  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  const answer = async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    if (request.headers["x-key"] !== key) return void response.writeHead(403).end();
    try {
      const { source, argument } = JSON.parse(text);
      const result = await runInThisContext(`(${source})`)(vscode, argument);
      response.end(JSON.stringify({ result }));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.stack : String(error));
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  // Whole or not at all: the test looks for it all the time.
  writeFileSync(`${file}.new`, JSON.stringify({ port: server.address().port, key }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return { deactivate: () => server.close() };
};
