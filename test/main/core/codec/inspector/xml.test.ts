// Owns the proof of cues in XML: every element both ways, what is passed over with a warning, and
// what XML made to hurt comes to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDatagram } from '../../../../../src/main/core/codec/datagram';
import { readXmlSection } from '../../../../../src/main/core/codec/forms/xml/read-section';
import { decodeCue } from '../../../../../src/main/core/codec/inspector/decode-cue';
import { encodeCue } from '../../../../../src/main/core/codec/inspector/encode-cue';
import { OUT_SECTION, text } from '../byte-text';
import { anySection } from '../scte35/arbitrary';
import { sharedLines } from '../vectors';

const read = (value: string) => decodeCue({ key: 'text', value }, { text });
const BINARY = text.base64(OUT_SECTION);
const NULL = '<SpliceInfoSection><SpliceNull/></SpliceInfoSection>';

describe('a section in XML', () => {
  it('is read back as it was written, in full or as Binary', () => {
    let full = 0;
    fc.assert(
      fc.property(anySection, (section) => {
        const encoded = encodeCue(JSON.parse(JSON.stringify(section)), text);
        if (!encoded.ok) throw new Error(encoded.reason);
        const { xml = '' } = encoded.value;
        const back = readXmlSection(xml);
        expect(back.ok && text.hex(back.value.bytes)).toBe(encoded.value.hex);
        if (xml.startsWith('<SpliceInfoSection')) full += 1;
      }),
      { numRuns: 400 },
    );
    expect(full).toBeGreaterThan(40);
  });

  it('is Binary where its elements cannot say all of it', () => {
    const odd = { command: 'reserved', cmd: null, command_type: 0x42, descriptors: [] };
    const encoded = encodeCue(odd, text);
    expect(encoded.ok && encoded.value.xml).toMatch(/^<Signal [^>]+><Binary>\/D[^<]+<\/Binary>/u);
  });

  it.each([
    ['a Signal', `<a:Signal xmlns:a="urn:x"><a:Binary> ${BINARY}\n</a:Binary></a:Signal>`],
    ['a Binary', `<?xml version="1.0"?><Binary>${BINARY}</Binary>`],
    ['CDATA', `<Binary><![CDATA[${BINARY}]]></Binary>`],
    ['comments', `<!-- <x --> <Signal><!--y--><Binary>${BINARY}</Binary></Signal> `],
  ])('may be %s', (_what, source) => {
    const wanted = { form: 'xml', messages: [{ event_id: 0x4800008f }], warnings: [] };
    expect(read(source)).toMatchObject(wanted);
    const [reading] = readDatagram(text.fromText(source), text);
    expect(reading).toMatchObject({ ok: true, form: 'xml', trust: 'high' });
    expect(reading?.raw).toEqual(text.fromText(source.trimStart()));
  });

  it('is read from every element', () => {
    const source = `<s:SpliceInfoSection xmlns:s="urn:any" tier="16" sapType="1">
      <s:SpliceInsert spliceEventId="0x10" outOfNetworkIndicator="1" uniqueProgramId="2">
        <s:Component componentTag="7"><s:SpliceTime ptsTime="5"/></s:Component>
        <s:BreakDuration autoReturn="true" duration="90"/>
      </s:SpliceInsert>
      <s:DTMFDescriptor preroll="5" chars="12#"/>
      <s:AudioDescriptor><s:AudioChannel ISOCode="eng" BitStreamMode="0" NumChannels="2"
        FullSrvcAudio="1"/></s:AudioDescriptor>
      <s:TimeDescriptor taiSeconds="9" taiNs="8" utcOffset="7"/>
      <s:SegmentationDescriptor segmentationEventId="3" segmentationTypeId="52">
        <s:SegmentationUpid segmentationUpidType="9" segmentationUpidFormat="text">
          SIGNAL:a&amp;b&#33;</s:SegmentationUpid>
        <s:SegmentationUpid segmentationUpidType="15" segmentationUpidFormat="base-64">
          dXJuOng=</s:SegmentationUpid>
      </s:SegmentationDescriptor>
      <s:PrivateDescriptor descriptorTag="240" identifier="1146503775">
        <s:PrivateBytes>010203</s:PrivateBytes></s:PrivateDescriptor>
    </s:SpliceInfoSection>`;
    expect(read(source)).toMatchObject({
      warnings: [],
      messages: [
        {
          tier: 16,
          sap_type: 1,
          cmd: { event_id: 16, components: [{ tag: 7, pts: 5 }] },
          descriptors: [
            { kind: 'dtmf', chars: '12#' },
            { kind: 'audio', components: [{ tag: 255, iso_code: 'eng' }] },
            { kind: 'time', tai_seconds: 9, tai_ns: 8, utc_offset: 7 },
            { upid: { type: 13, upids: [{ text: 'SIGNAL:a&b!' }, { text: 'urn:x' }] } },
            { identifier: 'DVB_', data_hex: '010203', dvb_das: { break_num: 1 } },
          ],
        },
      ],
    });
  });

  it('may carry elements that nobody knows', () => {
    const source = '<SpliceInfoSection><New/><SpliceNull/><Ext><Own/></Ext></SpliceInfoSection>';
    expect(read(source)).toMatchObject({ ok: true, warnings: ['unknown_element:New'] });
  });
});

describe('XML that is no section', () => {
  const deep = `${'<a>'.repeat(17)}${'</a>'.repeat(17)}`;
  it.each([
    ['<!DOCTYPE a []><Binary/>', 'doctype', 'text'],
    [`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "b">]>${NULL}`, 'doctype', 'text'],
    ['<Binary>&own;</Binary>', 'xml', 'text'],
    ['<Binary>&#99999999;</Binary>', 'xml', 'text'],
    ['<Binary>&#1114112;</Binary>', 'xml', 'text'],
    ['<SpliceInfoSection><SpliceNull>', 'xml', 'text'],
    ['<SpliceInfoSection></Other>', 'xml', 'text'],
    [`${NULL}<More/>`, 'xml', 'text'],
    [`${NULL} more`, 'xml', 'text'],
    ['<SpliceInfoSection tier=1/>', 'xml', 'text'],
    ['<a', 'xml', 'text'],
    ['<!-- never ends', 'xml', 'text'],
    [deep, 'xml', 'text'],
    [`<a>${'<b/>'.repeat(5_000)}</a>`, 'xml', 'text'],
    [`<a>${'x'.repeat(70_000)}</a>`, 'oversize', 'text'],
    ['<Other/>', 'xml_root', 'text'],
    ['<Signal/>', 'xml_root', 'text'],
    [`<Binary signalType="private:own">${BINARY}</Binary>`, 'xml_root', 'text'],
    ['<Binary>?</Binary>', 'base64', 'text'],
    ['<Binary>R09BTA==</Binary>', 'table_id', 'section'],
    ['<SpliceInfoSection/>', 'range', 'message'],
  ])('is refused: %s', (source, reason, scope) => {
    expect(read(source)).toMatchObject({ ok: false, reason, scope });
    const [reading] = readDatagram(text.fromText(source), text);
    expect(reading).toMatchObject({ ok: false, form: 'xml' });
  });

  it('is refused by the field that does not fit', () => {
    const insert = '<SpliceInsert spliceEventId="1" outOfNetworkIndicator="maybe"/>';
    const source = `<SpliceInfoSection>${insert}</SpliceInfoSection>`;
    expect(read(source)).toMatchObject({ reason: 'type', at: 'cmd.out_of_network' });
    const late = NULL.replace('<SpliceInfoSection>', '<SpliceInfoSection tier="4096">');
    expect(read(late)).toMatchObject({ reason: 'range', at: 'tier' });
  });

  it('is read to a verdict, whatever it is, in little time', () => {
    const piece = fc.constantFrom('<', '</', '>', '/>', 'a', '="', "'", '&', '<!--', '-->', ' ');
    const some = fc.array(fc.oneof(piece, fc.constantFrom('Signal', 'SpliceNull', NULL)), {
      maxLength: 400,
    });
    const started = performance.now();
    fc.assert(
      fc.property(some, (parts) => {
        expect(read(`<${parts.join('')}`)).toHaveProperty('ok');
      }),
      { numRuns: 1_000 },
    );
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

interface Text {
  readonly id: string;
  readonly form: string;
  readonly text: string;
  readonly expect_hex: string | null;
}

const texts = sharedLines<Text>('text-forms.jsonl')?.filter(({ form }) => form === 'xml') ?? null;

describe('recorded XML', () => {
  it.skipIf(texts === null)('is read, and attacks are refused', () => {
    expect(texts?.length).toBeGreaterThan(8);
    for (const { id, text: source, expect_hex: hex } of texts ?? []) {
      const inspected = read(source);
      expect(inspected.ok, id).toBe(hex !== null);
      const back = readXmlSection(source);
      if (hex?.startsWith('fc')) expect(back.ok && text.hex(back.value.bytes), id).toBe(hex);
    }
  });
});
