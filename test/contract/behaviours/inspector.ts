// Owns the suite's inspector: a cue taken apart and written back, and how a question is refused.
// The cue is a cancel, made by hand.
import { describe, expect, it } from 'vitest';
import type { Stage } from './stage';

const HEX = 'fc301600000000000000fff0050500001b59ff0000732907f7';

function bothWays(stage: Stage): void {
  it('takes a cue apart and puts it together again', async () => {
    const { decode, encode } = stage.client.markers;
    const decoded = await decode({ hex: HEX });
    expect(decoded).toMatchObject({
      ok: true,
      form: 'section',
      messages: [{ command: 'splice_insert', event_id: 7001, event_cancel: true }],
      warnings: [],
    });
    const encoded = await encode(decoded.messages[0] ?? {});
    expect(encoded).toMatchObject({ hex: HEX, base64: Buffer.from(HEX, 'hex').toString('base64') });
  });

  it('opens an encrypted cue with the control word it is given', async () => {
    const { decode, encode } = stage.client.markers;
    const word = '0123456789abcdef';
    const closing = { command: 'time_signal', cmd: { pts: 5 }, descriptors: [], encrypted: true };
    const which = { cw_index: 9, encryption_algorithm: 1, control_words: { 9: word } };
    const { hex } = await encode({ ...closing, ...which });
    const closed = await decode({ hex });
    expect(closed).toMatchObject({ warnings: ['encrypted'], messages: [{ needs_key: true }] });
    const opened = await decode({ hex, controlWords: { '9': word } });
    expect(opened.messages[0]).toMatchObject({ command: 'time_signal', pts: 5, e_crc_ok: true });
    const wrong = decode({ hex, controlWords: { '256': word } });
    await expect(wrong).rejects.toMatchObject({ code: 'bad_request', status: 400 });
  });
}

function refusals(stage: Stage): void {
  it('says where a cue breaks off', async () => {
    const cut = stage.client.markers.decode({ hex: HEX.slice(0, 30) });
    await expect(cut).rejects.toMatchObject({
      code: 'undecodable',
      status: 422,
      data: { reason: 'truncated_section', scope: 'section', offset: 15 },
    });
  });

  it('names the field that cannot be written', async () => {
    const message = { command: 'time_signal', cmd: { pts: -1 }, descriptors: [] };
    await expect(stage.client.markers.encode(message)).rejects.toMatchObject({
      code: 'unencodable',
      status: 422,
      data: { reason: 'range', at: 'cmd.pts' },
    });
  });

  it('takes exactly one cue at a time', async () => {
    const { decode } = stage.client.markers;
    const refused = { code: 'bad_request', status: 400 };
    await expect(decode({})).rejects.toMatchObject(refused);
    await expect(decode({ hex: HEX, text: HEX })).rejects.toMatchObject(refused);
  });
}

/** Runs the inspector's behaviours. */
export function inspectorBehaviour(stage: Stage): void {
  describe('the inspector', () => {
    bothWays(stage);
    refusals(stage);
  });
}
