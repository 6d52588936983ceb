// Owns the tests of who may come in: Host, Origin, token, the browser's cookie, and the order in
// which they are asked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEARER, OWNER_TOKEN, serve, type Answered, type Served } from './served';

let served: Served;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const foreign = { host: 'evil.example:80' };
const foreignOrigin = { origin: 'http://evil.example' };
const wrong = { authorization: 'Bearer wrong' };

describe('the order of the checks', () => {
  const body = '{"not json';
  const json = { 'content-type': 'application/json' };

  it.each([
    ['a foreign Host before all', { ...foreign, ...foreignOrigin, ...wrong }, 403, 'foreign_host'],
    ['a foreign Origin before the token', { ...foreignOrigin, ...wrong }, 403, 'foreign_origin'],
    ['a wrong token before the path', wrong, 401, 'unauthenticated'],
    ['no token before the path', {}, 401, 'unauthenticated'],
    ['a wrong path before the body', BEARER, 404, 'not_found'],
  ])('%s', async (...[, headers, status, code]) => {
    const path = '/no/such/path';
    const asked = { method: 'POST', path, headers: { ...json, ...headers }, body };
    const { json: answer, ...rest } = await served.ask(asked);
    expect({ status: rest.status, code: answer['code'] }).toEqual({ status, code });
    expect(answer['message']).toMatch(/\w/u);
  });

  it('the body last', async () => {
    const path = '/scte/test-cue';
    const asked = { method: 'POST', path, headers: { ...json, ...BEARER }, body };
    const { status, json: answer } = await served.ask(asked);
    expect([status, answer['code']]).toEqual([400, 'bad_request']);
  });

  it('asks the gate also where an address cannot be read', async () => {
    const path = '/auctions/%zz';
    expect((await served.ask({ path })).json['code']).toBe('unauthenticated');
    expect((await served.ask({ path, headers: foreign })).json['code']).toBe('foreign_host');
    const known = await served.ask({ path, headers: BEARER });
    expect([known.status, known.json['code']]).toEqual([400, 'bad_request']);
  });
});

describe('Host and Origin', () => {
  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('takes %s', async (name) => {
    const headers = { host: `${name}:${served.http.port}` };
    expect((await served.ask({ path: '/health', headers })).status).toBe(200);
  });

  it.each(['localhost', '127.0.0.1', 'localhost:1', '127.0.0.1.nip.io:9480', '[::1'])(
    'refuses %s, also where no token is needed',
    async (host) => {
      const { status, json } = await served.ask({ path: '/health', headers: { host } });
      expect([status, json['code']]).toEqual([403, 'foreign_host']);
    },
  );

  it.each([
    ['http://evil.example', 403],
    ['null', 403],
    ['https://127.0.0.1:9480', 403],
    ['own', 422],
  ])('a change from Origin %s is answered %i', async (given, status) => {
    const origin = given === 'own' ? `http://${served.host}` : given;
    const headers = { ...BEARER, origin, 'content-type': 'application/json' };
    const asked = { method: 'POST', path: '/scte/test-cue', headers, body: '{}' };
    expect((await served.ask(asked)).status).toBe(status);
  });
});

describe('the token', () => {
  it('lets nothing but the public addresses be read without it', async () => {
    for (const path of ['/health', '/docs', '/docs.css', '/openapi.json'])
      expect((await served.ask({ path })).status).toBe(200);
    for (const path of ['/', '/markers', '/scte/markers', '/settlements', '/rpc', '/health/'])
      expect((await served.ask({ path })).status).toBe(401);
    expect((await served.ask({ method: 'POST', path: '/health' })).status).toBe(401);
  });

  it('opens the API', async () => {
    const { status, json } = await served.ask({ path: '/auctions?limit=1', headers: BEARER });
    expect(status).toBe(200);
    expect(json['items']).toHaveLength(1);
  });

  it('is refused the same however often it is wrong, which the log tells once', async () => {
    const own = await serve();
    const guess = (): Promise<Answered> => own.ask({ path: '/auctions', headers: wrong });
    const codes: unknown[] = [];
    for (let n = 0; n < 22; n += 1) codes.push((await guess()).json['code']);
    expect(codes).toEqual(Array(22).fill('unauthenticated'));
    expect((await own.ask({ path: '/auctions', headers: BEARER })).status).toBe(200);
    const told = own.log.lines.filter(({ code }) => code === 'tokens_guessed');
    expect(told.map(({ facts }) => facts)).toEqual([{ address: '127.0.0.1' }]);
    await own.close();
  });
});

describe('the browser', () => {
  async function signIn(
    path = `/live?view=1&token=${OWNER_TOKEN}`,
  ): Promise<{ status: number; location: string | undefined; cookie: string }> {
    const { status, headers } = await served.ask({ path });
    const [cookie = ''] = headers['set-cookie'] ?? [];
    return { status, location: headers.location, cookie };
  }

  it('trades the token in the address for a cookie, once', async () => {
    const { status, location, cookie } = await signIn();
    expect([status, location]).toEqual([303, '/live?view=1']);
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; /u);
    expect(cookie).not.toContain(OWNER_TOKEN);
    const sent = cookie.split(';', 1)[0] ?? '';
    const { status: opened } = await served.ask({ path: '/auctions', headers: { cookie: sent } });
    expect(opened).toBe(200);
  });

  it.each(['//evil.example/x', '/\\evil.example/x', '/\\/evil.example/x'])(
    'is never sent to another host by %s',
    async (path) => {
      const { location } = await signIn(`${path}?token=${OWNER_TOKEN}`);
      expect(location).toBe('/evil.example/x');
    },
  );

  it('gets nowhere with a cookie that was made up, changed or has ended', async () => {
    const name = `cuebid_${served.http.port}`;
    const { cookie } = await signIn();
    const [ends = '', signed = ''] = (cookie.split(/[=;]/u)[1] ?? '').split('.');
    for (const value of ['x', `${ends}.`, `${ends}.x${signed}`, `${Number(ends) + 1}.${signed}`]) {
      const headers = { cookie: `${name}=${value}` };
      expect((await served.ask({ path: '/auctions', headers })).status).toBe(401);
    }
    const later = { wallMs: () => Date.now() + 8 * 24 * 3_600_000, monoMs: () => 0 };
    const old = await serve({ clock: later });
    const headers = { cookie: `cuebid_${old.http.port}=${ends}.${signed}` };
    expect((await old.ask({ path: '/auctions', headers })).status).toBe(401);
    await old.close();
  });

  it('gets no cookie for a wrong token', async () => {
    const { status, cookie } = await signIn('/?token=wrong');
    expect([status, cookie]).toEqual([401, '']);
  });
});
