/** Serves the page's own files with the processor's headers, and made-up answers. What it answers is what the test last said. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { alertsOf, mapOf, profileOf, timelineOf } from './world.js';

export const TOKEN = 'a-token-of-16-letters';

const HOME = new URL('../../../main/resources/io/journeystreams/query/', import.meta.url);
const CHARTS = createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const JSON_TYPE = { 'content-type': 'application/json' };

export async function startServer() {
  const headers = await headersOfThePage();
  const said = {};
  const asked = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://x');
    asked.push(request.url);
    const file = fileOf(url.pathname);
    if (file !== null) {
      return sendFile(response, file, headers);
    }
    const { status = 200, body } = await answer(url, request, said);
    response.writeHead(status, JSON_TYPE).end(JSON.stringify(body));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Answers from now on: `map`, `alerts`, `profile`, `timeline`: functions; `refusal`: {status, body} of every question; `status`. */
    say: (answers) =>
      Object.assign(
        said,
        { map: mapOf, alerts: alertsOf, profile: profileOf, timeline: timelineOf, refusal: null, status: {} },
        answers,
      ),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

async function answer(url, request, said) {
  if (url.pathname === '/status') {
    return { body: said.status };
  }
  if (said.refusal !== null) {
    return said.refusal;
  }
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    return { status: 403, body: { error: 'WRONG_TOKEN', message: 'this is not the token of http.token' } };
  }
  const question = Object.fromEntries(url.searchParams);
  const profile = /^\/profiles\/([^/]+)(\/timeline)?$/.exec(url.pathname);
  if (profile !== null) {
    return aboutProfile(decodeURIComponent(profile[1]), profile[2] !== undefined, question, said);
  }
  return { body: url.pathname === '/map' ? await said.map(question) : said.alerts(question) };
}

function aboutProfile(key, isTimeline, question, said) {
  return key === 'c:nobody'
    ? { status: 404, body: { error: 'UNKNOWN_PROFILE', message: 'nothing is known' } }
    : { body: isTimeline ? said.timeline(key, question) : said.profile(key) };
}

function fileOf(path) {
  if (path === '/page/echarts.min.js') {
    return CHARTS;
  }
  const name = path === '/' ? 'index.html' : /^\/page\/([\w.-]+)$/.exec(path)?.[1];
  return name === undefined ? null : new URL(`page/${name}`, HOME);
}

const packed = new Map();

async function sendFile(response, file, headers) {
  const name = String(file);
  try {
    packed.set(name, packed.get(name) ?? gzipSync(await readFile(file)));
    response
      .writeHead(200, { ...headers, 'content-type': TYPES[extname(name)], 'content-encoding': 'gzip' })
      .end(packed.get(name));
  } catch {
    response.writeHead(404).end();
  }
}

/** What the processor says with its files, from the file it reads them from. */
async function headersOfThePage() {
  const text = await readFile(new URL('page-headers.properties', HOME), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
