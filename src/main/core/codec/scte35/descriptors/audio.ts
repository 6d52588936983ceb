// Owns audio_descriptor(), tag 4: the languages and channels a program's audio has from here on
// (SCTE 35 2023r1 10.3.5).
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import type { DescriptorHead } from './head';

/** One audio stream. */
export interface AudioComponent {
  readonly tag: number;
  readonly iso_code: string;
  readonly bit_stream_mode: number;
  readonly num_channels: number;
  readonly full_service: boolean;
}

/** The descriptor's fields. */
export interface Audio extends DescriptorHead {
  readonly kind: 'audio';
  readonly components: readonly AudioComponent[];
}

/** Reads the fields after the identifier. */
export function readAudio(from: ByteReader): Audio {
  const components: AudioComponent[] = [];
  for (let left = from.u8() >> 4; left > 0 && !from.torn; left -= 1) {
    const tag = from.u8();
    const iso_code = from.latin1(3);
    const modes = from.u8();
    components.push({
      tag,
      iso_code,
      bit_stream_mode: modes >> 5,
      num_channels: (modes >> 1) & 0x0f,
      full_service: (modes & 1) !== 0,
    });
  }
  return { tag: 4, identifier: 'CUEI', kind: 'audio', components };
}

/** Writes the fields after the identifier; reserved bits are ones. */
export function writeAudio(to: ByteWriter, value: Audio): void {
  to.u8(value.components.length * 16 + 0x0f);
  for (const component of value.components) {
    const { bit_stream_mode, num_channels, full_service, iso_code } = component;
    if (num_channels > 15 || iso_code.length !== 3) to.unfit = true;
    to.u8(component.tag);
    to.latin1(iso_code);
    to.u8(bit_stream_mode * 32 + num_channels * 2 + (full_service ? 1 : 0));
  }
}
