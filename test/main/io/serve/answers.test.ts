// Owns the tests of what every answer carries, of bodies that are refused, of health's status and
// of the pages a browser reads.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY_MOST_BYTES } from '../../../../src/contract/limits';
import { BEARER, serve, type Served } from './served';
import { tempDir } from '../../../fixtures/temp-dir';

let served: Served;

beforeAll(async () => {
  const consoleDir = path.join(tempDir('console'), 'console');
  mkdirSync(path.join(consoleDir, 'assets'), { recursive: true });
  writeFileSync(path.join(consoleDir, 'index.html'), '<!doctype html><title>console</title>');
  writeFileSync(path.join(consoleDir, 'assets', 'main-Ab12Cd34.js'), 'export {};');
  writeFileSync(path.join(path.dirname(consoleDir), 'outside.txt'), 'not yours');
  served = await serve({ consoleDir });
});
afterAll(() => served.close());

const json = { ...BEARER, 'content-type': 'application/json' };

describe('every answer', () => {
  it.each([
    ['/health', {}],
    ['/auctions', BEARER],
    ['/auctions', {}],
    ['/nothing/here', BEARER],
    ['/', { ...BEARER, accept: 'text/html' }],
    ['/health', { host: 'evil.example' }],
    ['/auctions/%zz', BEARER],
  ])('%s carries the guard headers and a request id', async (address, headers) => {
    const answer = await served.ask({ path: address, headers });
    expect(answer.headers['x-request-id']).toMatch(/^[\w-]{36}$/u);
    const policy = answer.headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('evil');
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('carries the id the caller gave, if it is harmless, on the log line too', async () => {
    const id = 'truck-7.cue-12';
    const given = { ...BEARER, 'x-request-id': id };
    const answer = await served.ask({ path: '/auctions/none', headers: given });
    expect(answer.headers['x-request-id']).toBe(id);
    const logged = served.log.lines.find(({ facts }) => facts['requestId'] === id);
    expect(logged).toMatchObject({ code: 'request_refused', facts: { status: 404 } });
    const nasty = { ...BEARER, 'x-request-id': 'a b"c' };
    const other = await served.ask({ path: '/health', headers: nasty });
    expect(other.headers['x-request-id']).toMatch(/^[\w-]{36}$/u);
  });

  it('has a refusal of exactly code, message and data', async () => {
    const plain = await served.ask({ path: '/auctions/none', headers: BEARER });
    expect(Object.keys(plain.json)).toEqual(['code', 'message']);
    const detailed = await served.ask({ path: '/auctions?limit=0', headers: BEARER });
    expect(Object.keys(detailed.json)).toEqual(['code', 'message', 'data']);
  });

  it('hides what went wrong inside, and logs it by the request id', async () => {
    served.engine.failNext(new Error('the disk of /secret/place is gone'));
    const {
      status,
      json: body,
      headers,
    } = await served.ask({ path: '/auctions', headers: BEARER });
    expect([status, body['code']]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain('secret/place');
    const requestId = headers['x-request-id'];
    const logged = served.log.lines.find((line) => line.facts['requestId'] === requestId);
    expect(logged).toMatchObject({ level: 'error', code: 'call_failed' });
    expect(String(logged?.facts['error'])).toContain('secret/place');
  });
});

describe('a body', () => {
  const post = (headers: Record<string, string>, body: string) =>
    served.ask({ method: 'POST', path: '/scte/test-cue', headers, body });

  it('that is too large is 413', async () => {
    const answer = await post(json, JSON.stringify({ eventType: 'x'.repeat(BODY_MOST_BYTES) }));
    expect([answer.status, answer.json['code']]).toEqual([413, 'too_large']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of type %s is 415',
    async (type) => {
      const answer = await post({ ...BEARER, 'content-type': type }, '{"eventType":"goal"}');
      expect([answer.status, answer.json['code']]).toEqual([415, 'unsupported_media']);
    },
  );

  it.each(['[]', '"text"', 'null', '7', '{"__proto__":{"eventType":"goal"}}', '{"eventType":7}'])(
    '%s is refused with a sentence',
    async (body) => {
      const answer = await post(json, body);
      expect([400, 422]).toContain(answer.status);
      expect(['invalid_input', 'bad_request']).toContain(answer.json['code']);
      expect(answer.json['message']).toMatch(/^[A-Z].*\.$/u);
    },
  );
});

describe('health', () => {
  it('is 503 while something stands in the way, and says what', async () => {
    expect(await served.ask({ path: '/health' })).toMatchObject({
      status: 200,
      json: { status: 'ok', service: 'cuebid', version: '1.2.3' },
    });
    served.engine.setTrouble('The disk is full.');
    const down = await served.ask({ path: '/health' });
    expect([down.status, down.json['status']]).toEqual([503, 'down']);
    expect(down.text).toContain('The disk is full.');
    served.engine.setTrouble(null);
  });
});

describe('pages', () => {
  const page = { ...BEARER, accept: 'text/html,*/*' };

  it('gives the console at its own addresses, and a fault where no page is wanted', async () => {
    for (const address of ['/', '/live', '/markers/M-1']) {
      const { status, text, headers } = await served.ask({ path: address, headers: page });
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(text).toContain('<title>console</title>');
    }
    const { status, json: body } = await served.ask({ path: '/live', headers: BEARER });
    expect([status, body['code']]).toEqual([404, 'not_found']);
  });

  const document = { ...page, 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };

  it.each([
    ['a browser that goes there', document, 'html'],
    ['one on another machine', { ...page, 'upgrade-insecure-requests': '1' }, 'html'],
    ['curl', { ...BEARER, accept: '*/*' }, 'json'],
    ['a program that names no form', BEARER, 'json'],
    ['a program that names a page', page, 'json'],
    ["a page's own fetch", { ...page, 'sec-fetch-dest': 'empty' }, 'json'],
    ['a browser that reads anything', { ...document, accept: '*/*' }, 'json'],
  ])('gives %s its form of an address that is console and API', async (_who, headers, form) => {
    for (const address of ['/auctions', '/settlements?limit=1', '/health']) {
      const answer = await served.ask({ path: address, headers });
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        expect.stringContaining(form) as string,
      ]);
      for (const told of ['Accept', 'Sec-Fetch-Dest', 'Upgrade-Insecure-Requests'])
        expect(answer.headers.vary).toContain(told);
    }
    const elsewhere = await served.ask({ path: '/price-book', headers });
    expect(elsewhere.headers['content-type']).toContain('json');
  });

  it.each([
    ['a browser that goes there', { ...document, authorization: '' }, 'html'],
    ['one on another machine', { accept: 'text/html', 'upgrade-insecure-requests': '1' }, 'html'],
    ['a program', {}, 'json'],
    ['a program that names a page', { accept: 'text/html' }, 'json'],
    ["a page's own fetch", { accept: 'text/html', 'sec-fetch-dest': 'empty' }, 'json'],
  ])('tells %s without a session how to get in, in its form', async (_who, headers, form) => {
    for (const path of ['/', '/live?view=1', '/settlements', '/?token=%3Cscript%3Ewrong']) {
      const answer = await served.ask({ path, headers });
      const type = answer.headers['content-type'];
      expect([answer.status, type]).toEqual([401, expect.stringContaining(form) as string]);
      for (const told of ['Accept', 'Sec-Fetch-Dest', 'Upgrade-Insecure-Requests'])
        expect(answer.headers.vary).toContain(told);
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
      expect(answer.headers['cache-control']).toBe('no-store');
      if (form === 'json') expect(answer.json['code']).toBe('unauthenticated');
      else {
        expect(answer.text).toContain('printed when it started');
        expect(answer.text).toContain(`http://${served.host}/?token=`);
        expect(answer.text).not.toMatch(/<script|style=|<style|wrong/u);
      }
    }
  });

  it('leaves a foreign Host and a change without a token their JSON', async () => {
    const foreign = { ...document, host: 'evil.example' };
    const { json, text } = await served.ask({ path: '/', headers: foreign });
    expect(json['code']).toBe('foreign_host');
    expect(text).not.toContain('<html');
    const posted = { ...document, authorization: '' };
    const changed = await served.ask({ method: 'POST', path: '/mode', headers: posted });
    expect(changed.json['code']).toBe('unauthenticated');
  });

  it('gives built files for long, and nothing from outside their folder', async () => {
    const file = await served.ask({ path: '/assets/main-Ab12Cd34.js', headers: BEARER });
    expect(file.headers['cache-control']).toContain('immutable');
    for (const way of ['/../outside.txt', '/%2e%2e/outside.txt', '/assets/..%2f..%2foutside.txt'])
      expect((await served.ask({ path: way, headers: BEARER })).text).not.toContain('not yours');
  });

  it('describes itself in OpenAPI 3.1 and on a page without script or inline style', async () => {
    const { json: document } = await served.ask({ path: '/openapi.json' });
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./u) as string,
      info: { title: 'Cuebid', version: '0.0.0-test' },
    });
    const paths = Object.keys(document['paths'] as object);
    expect(paths).toEqual(expect.arrayContaining(['/auctions/{id}/explain', '/scte/test-cue']));
    const { Config } = (document['components'] as { schemas: Record<string, unknown> }).schemas;
    expect(Config).toMatchObject({
      type: 'object',
      properties: { http: { type: 'string' }, auctions: { type: 'object' } },
      additionalProperties: false,
    });
    expect(Config).not.toHaveProperty('required');
    const { text } = await served.ask({ path: '/docs' });
    expect(text).toContain('/auctions/{id}/explain');
    expect(text).not.toMatch(/<script|<style| style=| on\w+=/u);
  });
});
