// Owns proof of what the marker list says: verdict, reason, event ids, and the listening line.
// Refuses to decode: the section is the engine's.
import { describe, expect, it } from 'vitest';
import { commandOf, eventIdOf, idTexts } from '../../../src/renderer/src/markers/event-id';
import { listeningText } from '../../../src/renderer/src/markers/listening-text';
import { verdictSentence } from '../../../src/renderer/src/markers/verdict';
import { listenerOf, markerOf } from '../records';

describe('the verdict', () => {
  it('leads to the auction and counts the copies', () => {
    expect(verdictSentence(markerOf({ auctionId: 'A-1', copies: 2 }))).toBe(
      'Auction A-1. Heard 3 times.',
    );
  });

  it('says of what it is a copy', () => {
    const copy = markerOf({ status: 'DUPLICATE', reason: 'duplicate', duplicateOf: 'M-7' });
    expect(verdictSentence(copy)).toBe('A copy of M-7.');
  });

  it('gives the reason and adds what is odd', () => {
    const odd = markerOf({ status: 'INVALID', reason: 'crc', warnings: ['trailing_bytes'] });
    expect(verdictSentence(odd)).toBe(
      'The CRC_32 does not fit the section. Bytes follow the complete section.',
    );
  });
});

describe('event ids', () => {
  it('come from a splice_insert, else from the first segmentation descriptor', () => {
    expect(eventIdOf(markerOf({ scte35: { cmd: { event_id: 1234 } } }))).toBe(1234);
    const descriptors = [{ tag: 0 }, { tag: 2, event_id: 77 }, { tag: 2, event_id: 78 }];
    expect(eventIdOf(markerOf({ scte35: { cmd: {}, descriptors } }))).toBe(77);
    expect(eventIdOf(markerOf())).toBeNull();
    expect(eventIdOf(markerOf({ scte35: { cmd: null, descriptors: 'odd' } }))).toBeNull();
  });

  it('are written in hex and decimal, unsigned', () => {
    expect(idTexts(1_207_966_255)).toEqual({ hex: '0x48001A2F', decimal: '1207966255' });
    expect(idTexts(0xffff_ffff).hex).toBe('0xFFFFFFFF');
    expect(idTexts(5).hex).toBe('0x00000005');
  });

  it('the command is the section’s own word', () => {
    expect(commandOf(markerOf({ scte35: { command: 'time_signal' } }))).toBe('time_signal');
    expect(commandOf(markerOf())).toBe('');
  });
});

describe('listening', () => {
  it('says where, how much and for how long', () => {
    expect(listeningText([listenerOf()], 250_000)).toBe(
      'Listening on 127.0.0.1:9999, 0 packets in 04:10.',
    );
    expect(listeningText([listenerOf({ packets: 1 })], null)).toBe(
      'Listening on 127.0.0.1:9999, 1 packet.',
    );
  });

  it('does not call a fault listening', () => {
    const broken = listenerOf({ state: 'fault', detail: 'the port is held by another program' });
    expect(listeningText([broken], 5)).toBe(
      'Fault on 127.0.0.1:9999: the port is held by another program',
    );
    expect(listeningText([], 5)).toMatch(/Cues cannot arrive/u);
  });
});
